import { toBytes } from "../../text/byte-string.ts";
import type { Line } from "../line.ts";

/**
 * Whether the words behind the number make it a name in something else: `Error 10054 ORDER_LOCKED`, `error 10061 in module
 * billing`, `ERR 10054 worker started`. A frequent code behind the word "error" needs no word of sockets in its line, so
 * then nothing may follow but when and how the error came about.
 */
export function goesOnElse(line: Line, start: number, end: number): boolean {
  if (line.bytes[end] !== BLANK) return false;
  const after = line.lower.slice(end, end + REACH);
  if (AT_HOST.test(after)) return false;
  if (IN_PART.test(after)) return !IN_CODE.test(after);
  return (
    GOES_ON.test(after) && !TELLS_WHEN.test(after) && ENGLISH.test(line.lower.slice(Math.max(0, start - 16), start))
  );
}

/** Only the words of English are known well enough to say what a sentence goes on with. */
const ENGLISH = /\b(?:err(?:or)?s?|exceptions?|codes?)[^a-z]{1,4}$/;

/** `Fehler 10054 in Modul Lager`. */
const IN_PART = /^ +(?:in|im|dans|nel|nella|en el|en la|no|na|w|v) (?:the |der |la |le )?[a-z"']/;

/** `erro 10061 no localhost`, `Fehler 10054 im Client`: a part of the network, not of the application. */
const AT_HOST =
  /^ +(?:im|dans le|nel|sul|en el|no|na|w) (?:localhost|(?:client[ei]?|server|servidor|serveur|host|router|proxy)(?![a-z0-9._-]| ?[#n]?\D{0,2}\d))/;

/** Whether the number has a name behind it that no word of sockets is part of: `error -10061 telFwdTypeNotSupp`. */
export function isNamedElse(line: Line, end: number): boolean {
  if (line.bytes[end] !== BLANK) return false;
  const name = CONSTANT.exec(line.text.slice(end, end + REACH))?.[0];
  return name !== undefined && !OF_SOCKETS.test(name);
}

/** Whether before the number there is nothing but a stamp and the level of the log: `12:00 ERROR 10054`. */
export function isLevelAtHead(lower: string, start: number): boolean {
  return /^[^a-z\x80-\xff]*(?:[tz][^a-z\x80-\xff]*){0,2}\berr(?:or)?\b[\]|)>]?[ \t|]{1,4}[[(]?$/.test(
    lower.slice(Math.max(0, start - 64), start),
  );
}

/** `HTTP error 10060`, `bind variable error 10048`: the error of another thing. */
export function isOfAnother(lower: string, start: number): boolean {
  return (
    OF_ANOTHER.test(lower.slice(Math.max(0, start - 40), start)) ||
    EXPIRED.test(lower.slice(Math.max(0, start - 80), start))
  );
}

/** `session has expired (error code 10049)`: what an application lends ends by its own clock. */
const EXPIRED =
  /\b(?:session|token|licen[cs]e|subscription|trial|password|account|coupon|ticket|key|otp|code)\b[^.;:]{0,24}\bexpir\w{1,5}\b[^.;]{0,24}$/;

const OF_ANOTHER =
  /\b(?:https?|variable|parameter|argument|field|column|row|syntax|validation|format|parse|script|macro|printer|scanner|camera|sensor|motor|disk|file)s? (?:err(?:or)?|exception)s?(?: (?:code|number|no\.?|nr\.?))?[^a-z0-9]{1,4}$/;

const BLANK = 0x20;

/** Bytes. */
const REACH = 48;

/** `error 10054 in TClient::OnRead()`, `in client.cpp`. */
const IN_CODE = /^ +in [a-z0-9_~<>]+(?:::|->|\(|\.(?:c|cc|cpp|cxx|h|cs|go|java|pas|py|rs|vb)\b)/;

const GOES_ON = /^ +[a-z]{2,}/;

const TELLS_WHEN = new RegExp(
  toBytes(
    "^ +(?:occurred|occured|occurs|happen\\w*|while|when|whilst|during|at|on|after|before|upon|until|since|again|and|or|but|then|so|to|was|is|has|had|from|received|returned|raised|thrown|detect\\w*|ocurri\\w*|recibid\\w*|rilevat\\w*|ricevut\\w*|survenu\\w*|encountered|reported|caught|trying|attempting|because|due|means|if|will|retry\\w*|reconnect\\w*|" +
      "bei|beim|beim|während|nach|vom|von|aufgetreten|ist|wurde|lors|pendant|au|durante|al|ao|na|no|nel|produ\\w*|under|ved|vid|tijdens|bij|při|pri|podczas|przy|k|sırasında|oluştu|khi|közben)(?![a-z0-9])",
  ),
);

/** `ORDER_LOCKED`, `tooManyGuests`. */
const CONSTANT = /^ (?:[a-z]+(?:[A-Z][a-z0-9]*)+|[A-Z]{2,}(?:_[A-Z0-9]+)+)\b(?!\()/;
const OF_SOCKETS =
  /conn|sock|net|host|addr|recv|receive|send|read|write|time|refus|reset|wsa|abort|tcp|peer|bind|dns|^ E[A-Z]/i;
