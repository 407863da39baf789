import { toBytes } from "../bytes.ts";
import { createSign } from "./sign.ts";

/** Names of programs and services whose own error numbers fall among Winsock's, in lower case. */
export const OTHER_TABLES = createSign(
  [
    "semanticexception|hive2?\\b|compiling statement", // Apache Hive 10004, 10043
    "discord|unknown (?:interaction|channel|member|sticker|webhook|user)\\b", // Discord 10002-10070
    "cloudflare|wrangler|workers?\\.dev|turnstile|worker script", // 10004, 10013, 10043
    "\\bretcode|ordersend|trade_retcode|metatrader|\\bmt5\\b|\\bmql", // MetaTrader 10004-10045
    "\\btws\\b|\\bib error|interactive brokers|ibapi|\\breqid\\b", // TWS 10043
    "jetstream|\\bnats\\b", // NATS 10000-10200
    "l_errorcode|twilio|iyzi|recaptcha|db-library|dingtalk|feishu|\\barca\\b|\\bafip\\b|getbledevice",
  ],
  [["r2", /\br2\b/]], // Cloudflare's
);

/** What the errors of web services talk about: they number theirs from 10000 too. */
export const WEB_SERVICE = createSign([
  "errmsg|err_msg|errcode\\b|err_code\\b|\\bcode[ :=]{1,2}[45]\\d\\d\\b|\\bstatus[ :=]{1,2}[45]\\d\\d\\b",
  "api ?error|api ?key|access_token|invalid (?:token|access token|sign|signature)|rate[- ]?limit",
  "paypal|stripe|captcha|xiaomi|bluetooth|insufficient funds|credit card|payment|bucket|envelope",
  ...["微信", "小程序", "接口", "公众号"].map(toBytes),
]);

/** ICMP statuses run from 11001 to 11050, in the place where a resolver's error would stand. */
export const ICMP = createSign(["\\bicmp|\\bping(?:ed|s|ing)?\\b"]);
