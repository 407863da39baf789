import { isDigit } from "../../text/byte-array.ts";
import { toBytes } from "../../text/byte-string.ts";
import { compiled } from "../../text/compiled.ts";
import { codes } from "../codes.ts";
import type { Line } from "../line.ts";

/** Where the list of codes begins whose next one would be at `to`: `errors 10053, 10054 or 10060`; `to` without one. */
export function startOfList(bytes: Uint8Array, lower: string, from: number, to: number): number {
  if (!hasNumberBefore(bytes, from, to)) return to;
  return to - (compiled(LISTED).exec(lower.slice(Math.max(from, to - LONGEST_LIST), to))?.[0].length ?? 0);
}

/** Whether the code at this place is the first of such a list. */
export function opensList(lower: string, start: number): boolean {
  return compiled(OPENS_LIST).test(lower.slice(start, start + LONGEST_ITEM));
}

/** Where the numbers begin that other systems have for the same error: `111/10061`, `48/98/10048`; `start` without one. */
export function startOfTwins(lower: string, start: number): number {
  if (lower[start - 1] !== "/") return start;
  return start - (TWINS_BEFORE.exec(lower.slice(Math.max(0, start - LONGEST_TWINS), start))?.[0].length ?? 0);
}

/** Where they end behind the code: `10061/111`. */
export function endOfTwins(lower: string, end: number): number {
  if (lower[end] !== "/") return end;
  return end + (TWINS_BEHIND.exec(lower.slice(end, end + LONGEST_TWINS))?.[0].length ?? 0);
}

/** Whether one of them is this very error's: `10061/111` is refused in both systems, `10061/104` may be anything. */
export function hasOwnTwin(code: number, twins: string): boolean {
  return twins.split("/").some((number) => OWN_TWINS.get(code)?.includes(number));
}

/** Whether the number is in brackets with one of them: `{10061, 111}`, `in (104, 10054)`. */
export function isInSetWithTwin(code: number, lower: string, start: number, end: number): boolean {
  // Most numbers come before something else.
  if (!BEFORE_TWIN.includes(lower.charAt(end) || " ")) return false;
  const around = `${lower.slice(Math.max(0, start - LONGEST_TWINS), start)}N${lower.slice(end, end + LONGEST_TWINS)}`;
  return (
    IN_SET.exec(around)?.[0]
      .match(/\d+/g)
      ?.some((number) => OWN_TWINS.get(code)?.includes(number)) ?? false
  );
}

const BEFORE_TWIN = ",)]}";
const IN_SET = /(?<![a-z0-9_])[([{](?:\d{2,3}, ?){0,2}N(?:, ?\d{2,3}){0,2}[)\]}]/;

interface Place {
  readonly code: number;
  readonly start: number;
  readonly end: number;
}

/** The code behind this one in a list of codes, and the one before it with no more than a `/` between. */
export function neighboursInList({ lower }: Line, start: number): readonly Place[] {
  const ends: number[] = [];
  const before = compiled(BEFORE_SLASH).exec(lower.slice(Math.max(0, start - LONGEST_ITEM), start));
  if (before !== null) ends.push(start - (before[1] as string).length);
  const list = compiled(OPENS_LIST).exec(lower.slice(start, start + LONGEST_ITEM))?.[0];
  if (list !== undefined) ends.push(start + list.length);
  return ends
    .map((end) => ({ code: Number(lower.slice(end - DIGITS, end)), start: end - DIGITS, end }))
    .filter(({ code }) => codes.has(code));
}

const OWN_TWINS: ReadonlyMap<number, readonly string[]> = new Map([
  [10048, ["98", "48"]],
  [10049, ["99", "49"]],
  [10051, ["101", "51"]],
  [10053, ["103", "53"]],
  [10054, ["104", "54"]],
  [10060, ["110", "60"]],
  [10061, ["111", "61"]],
  [10065, ["113", "65"]],
]);

/** The numbers of Linux and of BSD. */
const TWIN = "(?:[3-6]\\d|9[89]|1(?:0[0-8]|1[0-5]))";
const TWINS_BEFORE = new RegExp(`(?<![\\w./-])(?:${TWIN}/){1,2}$`);
const TWINS_BEHIND = new RegExp(`^(?:/${TWIN}){1,2}(?![\\w./-])`);
/** Bytes. */
const LONGEST_TWINS = 12;
const DIGITS = 5;

/** Whether the list has a number that is none of Winsock's: `error code: 10054, 10058, 13435`. */
export function isAmongOthers(lower: string, start: number, end: number): boolean {
  const before = /(?:\d{3,5}, ?)+$/.exec(lower.slice(Math.max(0, start - LONGEST_LIST), start))?.[0] ?? "";
  const after = /^(?:, ?\d{3,5}(?![\d.]))+/.exec(lower.slice(end, end + LONGEST_LIST))?.[0] ?? "";
  if (before === "" && after === "") return false;
  return (before + after).match(/\d+/g)?.some((digits) => !codes.has(Number(digits))) ?? false;
}

/** Bytes. */
const LONGEST_LIST = 120;
const LONGEST_ITEM = 64;

function hasNumberBefore(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = Math.max(from, to - LONGEST_ITEM); at + 5 < to; at++) {
    if (bytes[at] === ONE && isDigit(bytes[at + 1]) && isDigit(bytes[at + 2]) && isDigit(bytes[at + 4])) return true;
  }
  return false;
}

const ONE = 0x31;

const WORDS = toBytes(
  "and|or|and/or|und|oder|sowie|bzw\\.|dann|et|ou|puis|y|o|e|poi|luego|depois|en|of|och|eller|og|és|vagy|ve|veya|và|hoặc|și|sau|lub|i|a|nebo|alebo|ja|tai|и|или|та|або|и затем|then|and then|followed by|later|και|ή",
);
const CHINESE = toBytes("、|和|与|及|或|随后是|随后|然后|然後|接着|隨後|と|および|및|또는");
const CODE = "1(?:00|01|10)\\d\\d(?!\\d)";
/** What a code means, in brackets behind it. */
const MEANING = "(?: ?[(\\[ ][^()\\[\\]\\d:=]{1,40}[)\\] ])?";
const BETWEEN = ` {0,4}(?:[/,;&+|] {0,4}|\\|\\| [a-z_.]{1,24} ={2,3} |(?:[,;] {0,2}| )(?:${WORDS}) | {0,3}(?:${CHINESE}) ?)`;
const LISTED = new RegExp(`(?<![\\d.:])(?:${CODE}${MEANING}${BETWEEN}){1,4}$`);
const BEFORE_SLASH = new RegExp(`(?<![\\d.:])${CODE}( {0,3}/ {0,3})$`);
const OPENS_LIST = new RegExp(`^${CODE}${MEANING}${BETWEEN}${CODE}`);
