import { toBytes } from "../../text/byte-string.ts";
import { Line } from "../line.ts";
import { speaksOfBusiness } from "./business-words.ts";
import { hasSymptom } from "./symptom.ts";
import { namesSymptom } from "./symptoms.ts";
import { isToldBehind } from "./told.ts";

/**
 * Whether words explain the number as the error of an application: `Error 10054: connection string 'Sales' not found`,
 * `{"code":10061,"msg":"socket server not registered"}`. A word of sockets inside such a text is no sign.
 */
export function isExplainedElse(line: Line, code: number, start: number, end: number): boolean {
  const after = line.lower.slice(end, end + REACH);
  const [all = "", text] = (GOES_ON.test(after) ? null : EXPLAINS.exec(after)) ?? [];
  if (text === undefined) return isInBusiness(clauseOf(after)) || IN_FILE.test(after);
  if (FAILS_TO_CONNECT.test(text) || isToldBehind(line, code, end)) return false;
  if (IN_BUSINESS.test(text) || (speaksOfBusiness(text) && !namesSymptom(text))) return true;
  if (hasSymptom(line, code, start, end, true)) return false;
  before.set(line.text.slice(Math.max(0, start - REACH), start));
  if (before.speaksOfSockets) return false;
  // The message of a web service needs more than a word: `"msg":"socket task limit"`.
  const isField = FIELD.test(all.slice(0, all.length - text.length));
  return !((!isField && ENGLISH.test(text)) || OTHER_LANGUAGES.test(text));
}

const REACH = 120;

/** The part of the line before the number. */
const before = new Line("");

/** Whether the text is about a connection that failed. */
export function failsToConnect(text: string): boolean {
  return FAILS_TO_CONNECT.test(text);
}

/** Words of sockets in another language than English are signs, as in `beim Verbinden mit dem Kunden`, `no cliente do servidor`. */
function isInBusiness(clause: string): boolean {
  return (
    IN_BUSINESS.test(clause) || (speaksOfBusiness(clause) && !OTHER_LANGUAGES.test(clause) && !AT_CLIENT.test(clause))
  );
}

/** A client that is a place, or that has a server: a program, not a customer. */
const AT_CLIENT = new RegExp(
  toBytes(
    "^ (?:no|do|pelo|del|en el|al|nel|sul|dal|du|au|côté|w|u|po stronie) (?:cliente?|klien[a-z]*)(?! ?[#n]?\\D{0,2}\\d)|\\b(?:servidor|serveur|serwer|server)",
  ),
);

function clauseOf(after: string): string {
  return /^[^.;!?]*/.exec(after)?.[0] ?? "";
}

/** Behind the number: a colon or a dash and words, or the next field of JSON with a message. */
const EXPLAINS =
  /^(?:["'`)\]]{0,2} ?(?:[:-]|\xe2\x80[\x93\x94]|\xef\xbc[\x9a\x8c]|\xe3\x80\x82) ?(?=[a-z'"\x80-\xff])|["']? ?[, ] ?["']?(?:error_?|err_?)?(?:msg|message|description|detail|info|reason|text)["']? ?[:=] ?["']?)(.+)/s;

/** A comma and what came of it, or why: `错误 10054，原因是 …`. */
const GOES_ON = new RegExp(
  toBytes(
    "^[)\\]]? {0,2}(?:，|。) ?(?:原因|则|則|可能|达到|之后|之後|请|請|需要|重试|如果|导致|但|并|于是|所以|怎么|如何|解决|后|连续|然后|这|有时|偶尔|还是|一直)",
  ),
);

const FIELD = /[a-z]/;

/** `Error 10054 on line 3`. */
const IN_FILE = /^ (?:on|at|in) (?:line|row|record|column|page|step|item)\b/;

const FAILS_TO_CONNECT = new RegExp(
  [
    "\\b(?:connect(?:ion|ing)?|socket|host|peer|server|client|network|remote|session|transport|link|address|port|pipe|read|recv|receive|send|write|bind|listen|accept|operation|call|attempt)\\b[^.;]{0,40}\\b(?:reset|refus\\w+|timed[ -]?out|timeout|abort\\w*|closed?|closing|lost|unreachable|in use|fail\\w*|broken|dropped|down|forcibly|interrupted|terminated|error|block|cancell?ed|rejected)\\b",
    "\\b(?:fail\\w*|error|unable|cannot|can(?:'|\xe2\x80\x99)t|can not|could ?n(?:[o']|\xe2\x80\x99)t|trying)\\b[^.;]{0,24}\\b(?:connect|connection|send|recv|receive|bind|listen|accept|resolve|reach|open|read|write|contact|establish|talk|communicate)",
    "\\b(?:connecting|sending|receiving|reading|writing|binding|listening|accepting|resolving) (?:to|from|on|in)\\b",
    "\\brefused\\b|\\bhang up\\b|\\b(?:timed[ -]?out|no route|host not found|unknown host|not connected|did not (?:accept|answer|respond)|no such host|reset by|would block|no connection could)\\b",
    "econn|etimedout|eaddr|wsae",
  ].join("|"),
);

/** Words of sockets that an explanation in plain English may have. */
const ENGLISH =
  /\b(?:tcp|udp|socket|sockets|connect|connection|host|peer|network|recv|send|bind|dns|remote|proxy|winsock|address)\b/;

/** The same in other languages. */
const OTHER_LANGUAGES = new RegExp(
  toBytes(
    "连接|連接|連線|套接字|网络|網路|远程|主机|接続|ソケット|ネットワーク|연결|소켓|네트워크|соедин|сокет|подключ|підключ|єднан|мереж|сет[иь]|kapcsol|hálózat|spojen|připoj|pripoj|soket|bağlan|kết nối|conex|conect|connex|connessione|verbind|netz|netwerk|anslut|nätverk|tilkobl|nettverk|forbindelse|netværk|yhtey|verkko|połącz|réseau|اتصال|חיבור|σύνδεσ|เชื่อมต่อ|超时|超時|タイムアウト|시간",
  ),
);

/** What only an application refuses, whatever word of sockets is beside it. */
const IN_BUSINESS =
  /\b(?:quota|coupon|voucher|invoice|template|(?:in|stored) proc(?:edure)?|trigger|your plan|limit(?: has been| is| was)? (?:reached|exceeded|of)|subscription|tenant|licen[cs]e|billing|sku|stock|inventory|warehouse|catalog(?:ue)?|order (?:is|was|not|already|id)|customer|not (?:approved|registered|enough|allowed for|licensed|entitled|subscribed)|insufficient|expired|exceed(?:s|ed)|must (?:be|not)|tree ?view|list ?view|dialog|widget|rooms?|is disabled|connection string|plan limit|blacklisted|banned|duplicate)\b/;
