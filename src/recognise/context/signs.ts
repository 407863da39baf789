import { toBytes } from "../../text/byte-string.ts";
import { FAILURE_WORDS } from "./languages.ts";
import { createSign, type Sign, whole } from "./sign.ts";

// Signs in the rest of a line. They are looked for at most once per line, and only where a number needs a second sign.

/** Sockets, connections and networks in languages beside those that the sign lists. */
const OTHER_LANGUAGES =
  "netzwerk verbinden connexion connettersi connettere collegarsi anslutning ansluta nätverk netwerk tilkobling nettverk forbindelse netværk yhteys yhteyd verkko kapcsol hálózat spojen připoj pripoj soket bağlan kết_nối сокет підключ єднан мереж الاتصال اتصال الشبكة المقبس conexiun rețea σύνδεσ δικτύ เชื่อมต่อ חיבור réseau gniazd سوكيت ネットワーク 네트워크 ซ็อกเก็ต υποδοχή 접속 łączen połącz csatlakoz yhdist pripáj povezivanj mreža koneksi התחבר связ 網路 сети сеть";

/** What happens to the communication between machines, in Chinese; `通讯录` is an address book. */
const troubles = "失败 中断 超时 异常 断开 断线 故障 错误".split(" ");

/** Words of sockets and host names: with one of them `error 10054` is a Winsock error. */
export const SOCKETS = createSign(
  [
    'socket|\\bsocks|wsock|winsock|\\bwsa(?!:)|ws2_32|\\brecv|\\bsend(?:to|msg)\\b|\\bsend(?:ing)?\\b[^"]{0,24}(?:fail|err|\xe5\xa4\xb1)|\\breceiv(?:e|ing)\\b.{0,24}(?:fail|err)',
    "connect|\\bbind\\b(?! (?:variable|parameter|value|propert|column))|\\bbind(?:ing)? (?:the |a |local )?(?:to|fd|socket|address|port)|\\blisten|\\bselect\\(|\\baccept\\(|getaddrinfo|address info|gethostby|gethostname|getnameinfo|getsockopt|setsockopt|sockname|peername|would ?block",
    "\\brio(?:create|register|send|recv|receive|notify|dequeue)|\\bgit (?:push|pull|clone|fetch)|\\bssl_(?:read|write)|transmit(?:file|packets)\\b|\\bioctlsocket|\\binet_(?:pton|ntop|addr|aton)|fionbio|fionread|\\bso_(?:reuseaddr|keepalive|linger|rcvbuf|sndbuf|broadcast)|sockaddr",
    "resolv(?:e|ing)\\b.{0,24}(?:host|name|address|proxy)|could not resolve|(?<![a-z0-9])tcp|\\budp|\\bproxy|\\bnetwork (?:error|event)",
    "\\bpeer\\b|\\bremote (?:host|server|end|side|party)|\\bhost(?:name)? (?:not found|unreachable)",
    "network (?:is |was )?(?:down|unreachable)|timed[- ]?out|\\btimeout|\\brefused|\\breset by|unreachable|address already",
    "sendefehler|empfangsfehler|\xc3\xbcbertragungsfehler|fehler beim (?:senden|empfang)",
    ...[
      "erreur (?:d'envoi|de réception|lors de l'envoi)",
      "error al (?:enviar|recibir)",
      "erro ao (?:enviar|receber)",
      "errore (?:durante l'invio|di invio|di ricezione)",
      "błąd (?:wysyłania|odbioru)",
      "ошибка (?:отправки|приёма|приема|передачи)",
    ].map(toBytes),
    whole("smtp pop3 imap ftp sftp rtmp rtsp mqtt telnet ldap modbus opc odbc snmp ntp dns net-?lib"),
    "\\bsql server\\b|communications? link|disconnect|transport[- ](?:level|layer|error|connection)|nivel del? transporte|niveau du transport|transportebene|conexi|conect(?:ar|ado|ando)|conex\xc3\xa3o|connessione|verbindung|verbinding|po\xc5\x82\xc4\x85cz",
    ...[
      "连接",
      "連接",
      "連線",
      "套接字",
      "接收数据",
      "发送数据",
      "网络",
      ...["通讯", "通信"].flatMap((word) => [...troubles.map((trouble) => word + trouble), `服务器${word}`]),
      "網路",
      "端口",
      "代理",
      "远程主机",
      "接続",
      "ソケット",
      "통신",
      "연결",
      "소켓",
      "수신",
      "受信",
      "通信エラー",
    ].map(toBytes),
    ...[
      "host remoto",
      "hôte distant",
      "servidor remoto",
      "serveur distant",
      "соедин",
      "Соедин",
      "сокет",
      "Сокет",
      "Подключ",
      "подключ",
      "порт ",
    ].map(toBytes),
    ...OTHER_LANGUAGES.split(" ").map((word) => toBytes(word.replace("_", " "))),
  ],
  [
    ["]:", /\]:\d{2,5}\b/],
    [".", /\d\.\d{1,3}\.\d{1,3}:\d/],
  ],
);

/** Words of sockets alone: 995, 996 and 997, which files and pipes give too, need one. */
export const ONLY_SOCKETS = createSign([
  "\\btcp|\\budp|socket|winsock|\\bwsa(?!:)|\\brecv|\\bsend(?:to|msg)\\b|connectex|acceptex|connection(?:reset|aborted|refused)error",
  toBytes("套接字"),
]);

/** Signs of a program on Windows. */
export const WINDOWS = createSign(
  [
    "\\bwsa(?:send|recv|connect|startup|getlasterror|ioctl|accept|poll)|winsock|winerror",
    "\\bconnectex\\b|\\bacceptex\\b|getaddrinfow\\b|\\bwin32\\b",
    "\\\\appdata\\\\|(?<!\\d)-40[2-9]\\d(?!\\d)|\\bnode:net.*\\\\|0x8007[0-9a-f]{4}",
  ],
  [[":\\", /(?<![a-z0-9])[a-z]:\\+[a-z0-9_$%. ]/]],
);

/** Words of failure: a number alone in brackets needs one, and one of sockets. */
export const FAILURE = createSign([
  "fail|error|can't|cannot|can not|could not|couldn't|unable|refus|abort|\\breset|timed? ?out|lost|denied|unreachable",
  toBytes("can’t|couldn’t"),
  "disconnect|exception|warn|no connection could|fehler|erreur|errore|erro\\b",
  "chyb|fout|virhe|hiba|fejl|feil|eroare",
  ...["hatas", "lỗi", "помилк", "خطأ", "błęd", "σφάλμα"].map(toBytes),
  ...FAILURE_WORDS.split(" ").map((word) => toBytes(word.replaceAll("_", " "))),
  ...["失败", "失敗", "错误", "錯誤", "无法", "無法", "エラー", "오류", "ошибк"].map(toBytes),
]);

const VENDORS =
  "paypal payflow pagseguro mercadopago stripe braintree adyen alipay wechat weixin razorpay klarna authorize\\.net worldpay cybersource shopify quickbooks salesforce zendesk hubspot mailchimp sendgrid mailgun docusign telegram facebook instagram whatsapp tiktok douyin taobao aliexpress binance okx huobi kucoin bitget bitmex zerodha ebay";

/** Names of programs and services whose own error numbers fall among Winsock's, in lower case. */
export const OTHER_TABLES = createSign(
  [
    "semanticexception|hive2?\\b|compiling statement", // Apache Hive 10004, 10043
    "discord|unknown (?:interaction|channel|member|sticker|webhook|user)\\b", // Discord 10002-10070
    "cloudflare|wrangler|workers?\\.dev|turnstile|worker script|durable object", // 10004, 10013, 10043
    "\\bretcode|ordersend|trade_retcode|metatrader|\\bmt5\\b|\\bmql", // MetaTrader 10004-10045
    "\\btws\\b|\\bib error|interactive brokers|ibapi|\\breqid\\b", // TWS 10043
    "jetstream|\\bnats\\b", // NATS 10000-10200
    // Services that are paid, posted or traded with: by their names, but not as the host of a connection.
    ...VENDORS.split(" ").map((name) => `(?<![a-z0-9.@_-]|[a-z0-9]/)${name}(?![a-z0-9-]*\\.[a-z])`),
    "\\bverilog|\\bvhdl|\\bquartus", // Quartus 10000-10999
    "gurobi|bybit|xfyun|iflytek|\\bamap\\b|\\bweibo\\b|playfab|agora\\b|l_errorcode|twilio|iyzi|recaptcha|db-library(?! (?:network|net|connection))|dingtalk|feishu|\\barca\\b|\\bafip\\b|getbledevice",
  ],
  [["r2", /\br2\b/]], // Cloudflare's
);

/** Words of the errors of web services, whose numbers begin at 10000 too. */
export const WEB_SERVICE = createSign([
  "errmsg|err_msg|err_?tips|errcode\\b|err_code\\b|\\bcode[ :=]{1,2}[45]\\d\\d\\b|\\bstatus[ :=]{1,2}[45]\\d\\d\\b",
  "api ?error|api ?key|access_token|invalid (?:token|access token|sign|signature)|rate[- ]?limit",
  "captcha|xiaomi|bluetooth|insufficient funds|credit card|payment|bucket|envelope",
  ...["微信", "小程序", "接口", "公众号"].map(toBytes),
]);

/** Words of ICMP, whose statuses run from 11001 to 11050, as the errors of resolvers do. */
export const ICMP = createSign(["\\bicmp|\\bping(?:ed|s|ing)?\\b"]);

/** All signs: a line is searched for them at once. */
export const signs: readonly Sign[] = [SOCKETS, OTHER_TABLES, WEB_SERVICE, ICMP, ONLY_SOCKETS, FAILURE, WINDOWS];
