import { toBytes } from "../bytes.ts";

/** Names of programs and services whose own error numbers fall among Winsock's, in lower case. */
export const OTHER_TABLES = new RegExp(
  [
    "semanticexception|hive2?\\b|compiling statement", // Apache Hive 10004, 10043
    "discord|unknown (?:interaction|channel|member|sticker|webhook|user)\\b", // Discord API 10002-10070
    "cloudflare|wrangler|workers?\\.dev|turnstile|\\br2\\b|worker script|bucket",
    "\\bretcode|ordersend|trade_retcode|metatrader|\\bmt5\\b|\\bmql",
    "\\btws\\b|\\bib error|interactive brokers|ibapi|\\breqid\\b",
    "l_errorcode|paypal|twilio|iyzi|stripe|recaptcha|captcha",
    "errmsg|errcode|xiaomi|dingtalk|feishu|\\barca\\b|\\bafip\\b",
    "invalid (?:api ?key|token|access token|sign|signature)|access_token|api ?key|rate[- ]?limit",
    "jetstream|\\bnats|api ?error|db-library",
    "getbledevice|bluetooth",
    "insufficient funds|credit card|payment|stolen card",
    "\\bnack\\b|envelope",
    ...["微信", "小程序", "接口", "公众号"].map(toBytes),
  ].join("|"),
);

/** ICMP statuses run from 11001 to 11050, in the place where a resolver's error would stand. */
export const ICMP = /\bicmp|\bping(?:ed|s|ing)?\b/;
