import type { Line } from "../line.ts";
import { opensList, startOfList } from "./number-list.ts";

/**
 * Whether the number is one of a list of codes, though another word is between the list and the one for an error:
 * `socket errors seen: 10053, 10054`, `if err.errno in (10053, 10054)`, `transient: 10060/10061`; or a remark follows it.
 */
export function isListed(line: Line, start: number): boolean {
  const { bytes, lower } = line;
  const from = Math.max(0, start - LONGEST_LIST);
  const first = startOfList(bytes, lower, from, start);
  const isAlone = first === start && !opensList(lower, start);
  if (!FREQUENT.test(lower.slice(first, isAlone ? first + DIGITS : first + LONGEST_LIST))) return false;
  const before = lower.slice(Math.max(0, first - REACH), first);
  if (COUNTED.test(before)) return false;
  return (!isAlone && INTRODUCES.test(before)) || REMARK.test(lower.slice(start, start + LONGEST_LIST));
}

/** `40197, 40501, 10053, 10054`: among the errors after which Azure's databases are to be asked again. */
export function isListedByAzure(lower: string, start: number, end: number): boolean {
  return (
    /^ ?[,)\]}]/.test(lower.slice(end, end + 2)) &&
    /(?<!\d)(?:40197|40501|40613)(?!\d)/.test(lower.slice(Math.max(0, start - REACH), end + REACH))
  );
}

/** Bytes. */
const LONGEST_LIST = 120;
const DIGITS = 5;
const REACH = 64;

/** At least one of the numbers that are seldom anything else. */
const FREQUENT = /10048|1005[34]|1006[01]/;

const INTRODUCES = new RegExp(
  [
    "(?:socket|network|net|connection|tcp|winsock|transport|transient|wsa)[ _-]?(?:errors?|codes?|failures?|exceptions?)\\b[^;.\\d]{0,28}$",
    "\\b(?:win|sock(?:et)?|os|last)?_?err(?:or|no)?(?:[._]?(?:err(?:no|or)?|code|num(?:ber)?))?(?:[\"'](?:, ?(?:none|-?\\d))?\\))?(?: not)? in [([{]$",
    "\\bargs\\[0\\](?: not)? in [([{]$",
    "\\b(?:transient|retry|retryable|retriable)[a-z _]{0,16} ?[:=(] ?[([{]?$",
    "\\b(?:disconnects?|resets?|aborts?|timeouts?)(?: as| with|:)? [([]?$",
    "\\bwindows: $",
  ].join("|"),
);

/** The rest of the list, then a remark: `10053 or 10054; // network errors`. */
const REMARK =
  /^(?:1\d{4}(?: or |, ?| \|\|? ?)?)+[:;,)}\]]{0,3} {0,4}(?:\/\/|#|--|') ?[a-z/, -]{0,24}\b(?:network|socket|connection|tcp|winsock|transport|transient)\b[a-z/, -]{0,24}\b(?:err(?:or)?s?|fail(?:ure)?s?|exceptions?|problems?|blips?)\b/;

const COUNTED =
  /\b(?:ports?|lines?|rows?|users?|orders?|ids?|pids?|tickets?|jobs?|records?|clients?|workers?|threads?|rooms?|tasks?|pages?|items?|builds?|versions?|customers?|players?|proc(?:ess)?(?:es)?|requests?|accounts?|hosts?|servers?)\b[^a-z]*(?:[a-z]{1,6} )?[([{]?$/;
