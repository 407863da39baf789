import { toBytes } from "../../text/byte-string.ts";
import type { Line } from "../line.ts";

/**
 * Whether the words around the number are about trade, accounts or messages, and none is about a failed connection:
 * `payment timeout (10060)`, `send sms error 10060`, `短信发送失败，错误码10054`. The number is then an application's own.
 */
export function isOfBusiness(line: Line, start: number, end: number): boolean {
  const around = line.lower.slice(Math.max(0, start - REACH), end + REACH);
  return BUSINESS.test(around) && !CONNECTION.test(around) && !line.speaksOnlyOfSockets;
}

/** Bytes. */
const REACH = 72;

/** Whole words: not the name of a host or a module, as in `payment-api.example`. */
const BUSINESS = new RegExp(
  toBytes(
    "(?<![a-z0-9._/@-])(?:payments?|invoices?|coupons?|vouchers?|sms|refunds?|checkout|carts?|basket|discounts?|wallets?|balance|loyalty|(?:wrong|invalid|incorrect|bad|expired|empty|weak|reset|chang(?:e|ing)|forgot|forgotten|check)(?: [a-z']{1,8})? passwords?|passwords? (?:is|was|are|has|does|do|must|too|not|check|error|fail(?:ed|ure)?|reset|change|incorrect|wrong|invalid|expired|empty|mismatch|policy|required)|usernames?|e-?mail address|nicknames?|captcha|otp|trades?|transactions?|orders?|denied (?:for|to) (?:user|guest|account|role)|by (?:policy|moderator|admin|the user|user))(?![a-z0-9._@/-])|" +
      "短信|支付|订单|訂單|优惠券|余额|登录|登錄|账号|下单|积分|商品|库存|退款|次数限制|超限|限流|配额|额度|注文|決済|在庫|会員|クーポン|주문|결제|쿠폰|회원|оплат|заказ|bestellung|zahlung|gutschein|commande|paiement|pedido|pago\\b|pagamento|objednávk|faktur|sipariş|ödeme|zamówieni",
  ),
);

const CONNECTION = new RegExp(
  toBytes(
    "connection (?:error|fail|lost|reset|refused|timed|timeout|abort|closed|to\\b|with\\b)|\\bconnect(?:ing)?\\b|\\b(?:reach|contact)\\b|socket|\\btcp\\b|network|server|host\\b|连接|連線|网络|網路|接続|ネットワーク|연결|네트워크|verbind|netzwerk|connexion|conex|connession|соедин|подключ|spojen|připoj|bağlan|połącz",
  ),
);
