import { toBytes } from "../../text/byte-string.ts";
import { BEYOND_ASCII, kindAt, LETTER, NAME, QUOTE, SPACE } from "../characters.ts";
import { CONNECT, FROM, LOOKUP, TO } from "./role-phrases.ts";

// What may close an address before the words, in any script.
const closing = `["'\`)\\]]{0,2}(?:${["」", "』", "】", "”", "’", "“", "»", "）"].map(toBytes).join("|")})?,?\\s?`;
const named = `(?:${["之", "的", "の"].map(toBytes).join("|")})?`;

/** Phrases between commas, of languages that name the operation behind the address, and of English where it does so. */
const phrases: readonly (readonly [role: number, ...phrases: string[]])[] = [
  [
    LOOKUP,
    "could not be resolved,cannot be resolved,can't be resolved,could not be found,cannot be found,not found,is unknown",
    "does not resolve,did not resolve,名前解決,名を解決,を解決,を名前解決,域名解析,解析,无法解析",
  ],
  [
    CONNECT,
    "could not be reached,cannot be reached,is unreachable,is not reachable,unreachable,did not respond,does not respond",
    "is not responding,refused,actively refused,nicht erreichbar,ist nicht erreichbar,no responde,ne répond pas",
    "adresine,sunucusuna,portuna,címhez,kiszolgálóhoz,недоступен,не отвечает,에 연결,에 대한 연결,연결,에 접속,로의 연결",
    "に接続,へ接続,への接続,へのコネクション,に対する接続,に繋,连接,連線,拒绝连接,拒绝了,无法连接,無法連線,不可达,无响应,超时,失败",
  ],
  [FROM, "から,에서,로부터,adresinden,címről"],
  [TO, "へ,に送信,에 전송,로 전송,发送"],
];
const patterns = phrases.map(
  ([role, ...lists]) =>
    [role, new RegExp(`${closing}${named}(?:${lists.join(",").split(",").map(toBytes).join("|")})`, "iy")] as const,
);

/** Whether a phrase begins with a character: by its code. */
const begins = new Uint8Array(0x10000).fill(1, 0x80);
for (const [, ...lists] of phrases) {
  for (const phrase of lists.join(",").split(",")) {
    const first = toBytes(phrase).charAt(0);
    for (const letter of [first, first.toUpperCase()]) begins[letter.charCodeAt(0)] = 1;
  }
}

/** Returns the roles that the words behind an address give it: some of the bits of role-phrases.ts. */
export function rolesBehind(text: string, end: number): number {
  const next = kindAt(text, end);
  if (!(next & (BEYOND_ASCII | SPACE | QUOTE) || text[end] === ")" || text[end] === "]")) return 0;
  if (!mayBeginAt(text, end)) return 0;
  let roles = 0;
  for (const [role, pattern] of patterns) {
    pattern.lastIndex = end;
    if (pattern.test(text)) roles |= role;
  }
  return roles;
}

/** Whether a phrase may begin behind what closes the address that ends there. */
function mayBeginAt(text: string, end: number): boolean {
  let at = end;
  while (at < end + 2 && (kindAt(text, at) & QUOTE || text[at] === ")" || text[at] === "]")) at++;
  if (text[at] === ",") at++;
  if (kindAt(text, at) & SPACE) at++;
  return begins[text.charCodeAt(at)] === 1;
}

/** Whether words behind the name that begins there could give it a role. */
export function mayBeExplainedBehind(text: string, start: number): boolean {
  let end = start;
  while (kindAt(text, end) & NAME) end++;
  const next = kindAt(text, end);
  if (next & BEYOND_ASCII) return rolesBehind(text, end) !== 0;
  if (!(next & (SPACE | QUOTE))) return false;
  const first = kindAt(text, end + 1);
  return (first & (LETTER | BEYOND_ASCII | SPACE)) !== 0 && rolesBehind(text, end) !== 0;
}
