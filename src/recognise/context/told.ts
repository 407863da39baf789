import { toLowerCase } from "../../text/byte-string.ts";
import { compiled } from "../../text/compiled.ts";
import type { Line } from "../line.ts";
import { toPlain } from "./context-cue.ts";
import { FAMILIES, NOUNS } from "./families.ts";
import { LIBRARY_TEXTS } from "./library-texts.ts";

/**
 * Whether the number has a place of its own in its clause, and the clause has the words of this very error, wherever:
 * `# 10054 - the server has disconnected`, `"connection refused 10061"`, `10048 : Msg := 'address already in use'`.
 *
 * @param hasCue an error is named before the number.
 */
export function isTold({ text }: Line, code: number, start: number, end: number, hasCue: boolean): boolean {
  const words = WORDS.get(code);
  if (words === undefined) return false;
  const following = toWords(text.slice(end, end + REACH));
  if (FIRST_CELL.test(text.slice(Math.max(0, start - 4), start)) && CELL.test(following)) {
    return firstPlace(words.text, following)?.start === CELL.exec(following)?.[0].length;
  }
  const after = following.replace(/(?:[;|\t]|[.!?] ).*/, "");
  const first = firstPlace(words.text, after);
  if (
    !BEHIND.test(after) &&
    !PARTED.test(text.slice(end, end + 3)) &&
    !isBehind(OPENING, after, first) &&
    !words.verb.test(after)
  )
    return false;
  const before = toWords(text.slice(Math.max(0, start - REACH), start)).replace(/^.*[;|\t]|^.*[.!?] (?![ ([])/, "");
  const told = placesOf(words.text, before);
  if (told.some((place) => CLOSING.test(before.slice(place.end))) || closesForClient(before, words)) return true;
  if (TUPLE_BEFORE.test(before) && TUPLE_BEHIND.test(after)) return isBehind(BESIDE, after, first);
  if (ALONE_BEFORE.test(before) && ALONE_BEHIND.test(after) && isBehind(BESIDE, after, first)) return true;
  if (/^ ?\(/.test(after) && isBehind(BESIDE, after, first) && !COUNTED.test(before)) return true;
  if (!hasCue && !BEFORE.test(before)) return false;
  if (COUNTED.test(before) || (before.endsWith("(") && after.startsWith(")"))) return false;
  if (
    words.verb.test(after) &&
    !(/^\s*$/.test(before) && COUNTS.test(after)) &&
    (!/[,:>] ?$/.test(before) || VERB_BEFORE.test(before))
  )
    return true;
  return told.length > 0 || first !== undefined;
}

/** Whether the words right behind the number are those of this error: `10061: connection refused`. */
export function isToldBehind(line: Line, code: number, end: number): boolean {
  const words = WORDS.get(code);
  if (words === undefined) return false;
  const after = toWords(line.text.slice(end, end + REACH));
  return isBehind(BESIDE, after, firstPlace(words.text, after));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The first of the places of an error's words; the others take as long again. */
function firstPlace(pattern: RegExp, text: string): Place | undefined {
  compiled(pattern).lastIndex = 0;
  const match = pattern.exec(text);
  return match === null ? undefined : { start: match.index, end: pattern.lastIndex };
}

/** The places of an error's words. There is one pattern for each error: it is long, and takes longer to compile than to run. */
function placesOf(pattern: RegExp, text: string): readonly Place[] {
  const places: Place[] = [];
  compiled(pattern).lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    places.push({ start: match.index, end: pattern.lastIndex });
    pattern.lastIndex = match.index + 1;
  }
  return places;
}

/** Whether the words of an error come after no more than such a beginning. */
function isBehind(beginning: RegExp, text: string, words: Place | undefined): boolean {
  return words !== undefined && beginning.test(text.slice(0, words.start));
}

/** `client has reset: `. */
function closesForClient(before: string, { verbs }: Words): boolean {
  return /: ?$/.test(before) && before.includes("client ") && verbs.test(before);
}

/** The next cell of a table: `| 10048 | address in use |`. */
const FIRST_CELL = /^[|\s`*]*$/;
const CELL = /^[`*]{0,2}\s?\|[ "*`]{0,3}/;
const OPENING = /^ ?\[?$/;
const BESIDE = /^["'`)\]]{0,2}[\s:,.("'-]{1,4}$/;
const CLOSING = /^(?: by [a-z]{2,12}(?= ?[[(]))?["'`:,]? ?[[(#"'`]?$/;

/** The parts of names are words too: `CONNECTION_REFUSED`, `ConnectionRefused`. */
function toWords(bytes: string): string {
  const parted = /[a-z][A-Z]/.test(bytes) ? bytes.replace(/([a-z])(?=[A-Z])/g, "$1 ") : bytes;
  const plain = toPlain(toLowerCase(parted));
  return /_| {2}/.test(plain) ? plain.replace(/[_ ]+/g, " ") : plain;
}

/** Bytes. */
const REACH = 80;

const SMALL_WORDS =
  "an?|the|this|that|of|is|was|are|be|as|got|gets?|getting|see|avoids?|prevents?|ignore[sd]?|fix(?:e[sd])?|handles?|returns?|returned|receive[sd]?|reports?|throws?|causes?|raises?|simulate[sd]?|swallow(?:ed)?|answer(?:s|ed)?|sees?|saw|hits?|windows|win32|non-|e\\.g\\.|if|when|case";

/** The beginning of a line or a comment, a mark, or a small word: nothing that is numbered or counted. */
const BEFORE = new RegExp(
  `(?:^\\s*(?:# |//|\\*|--|;|'|rem|case)? ?|[^\\d\\s] ?[({] ?|["'\`:,>/*] ?|\\xc2\\xb7 ?|[=!]= ?|(?:->|=>| -|\\b(?:${SMALL_WORDS})) )$`,
);

/** `(10053, 'connection aborted')`, as a tuple is printed. */
const TUPLE_BEFORE = /(?:^ ?|[^a-z0-9)\]"' ] ?)[([{]$/;
const TUPLE_BEHIND = /^, ?["']/;

/** `[10053] Software caused connection abort`, at the beginning of a text. */
const ALONE_BEFORE = /(?:^|[:>-]) ?\[$/;
const ALONE_BEHIND = /^\]:? [a-z]/;

/** No noun that the number could count; Chinese and Korean counters were asked for before. */
const BEHIND =
  /^(?: ?$|["'`)\]}.,;:!?-]| ?[\xe3-\xed\xef]|\s?(?:[:=|(/-]|->|=>|and\b|or\b)|\s(?:is|was|means|on|in|at|when|while|during|after|before|if|but|because|from|by|for|again|occurs?|happens?|err(?:or)?s?|exceptions?)\b)/;

/** A full-width mark. */
const PARTED = /^ ?(?:\xef\xbc|\xe3\x80)/;

const COUNTED =
  /(?:^|[^a-z])(?:ports?|[put]?id|line|row|user|order|client|worker|thread|room|task|page|build|version|session|conn(?:ection)?|channel|node|host|peer|device|unit|axis|player|record|item|total|values?|job|stream|guid|skill|ticket|time-?out)[^\w/]{1,3}$/;

/** The verb alone, right behind the number. */
const VERBS: ReadonlyMap<number, RegExp> = new Map([
  [10053, /^ (?:connection )?abort(?:s|ed)?\b/],
  [10054, /^ (?:connection )?resets?\b/],
  [10060, /^ (?:connect(?:ion)? )?(?:time-?outs?|timed out)\b/],
  [10061, /^ (?:connection )?refused\b/],
  [10065, /^ (?:host )?unreachable\b/],
]);
/** `10054 connection resets in an hour`, at the beginning of a line. */
const COUNTS = /^ (?:connect(?:ion)? )?(?:aborts|resets(?! (?:the|a|my|our|your|all|every))|time-?outs)\b/;
const VERB_BEFORE = /(?:(?:abort(?:s|ed)?|resets?|time-?outs?|timed out|refused|unreachable),|\bwindows:) $/;
const NONE = /(?!)/;

interface Words {
  readonly verb: RegExp;
  /** What a client did, at the end of a text. */
  readonly verbs: RegExp;
  readonly text: RegExp;
}

const WORDS: ReadonlyMap<number, Words> = new Map(
  Array.from(new Set([...LIBRARY_TEXTS.keys(), ...FAMILIES.flatMap(([codes]) => codes)]), (code) => {
    const [, verbs, phrases] = FAMILIES.find(([codes]) => codes.includes(code)) ?? [[], "(?!)", "(?!)"];
    const said = `(?:${NOUNS}(?: [a-z']{1,10}){0,2} (?:${verbs})\\b)`;
    const text = `(?<![a-z0-9])(?:${said}(?: unexpectedly| abruptly| suddenly)?|${phrases}|${LIBRARY_TEXTS.get(code) ?? "(?!)"})(?![a-z0-9])`;
    const words = {
      verb: VERBS.get(code) ?? NONE,
      verbs: new RegExp(`\\bclient(?: [a-z']{1,10}){0,2} (?:${verbs}): ?$`),
      text: new RegExp(text, "g"),
    };
    return [code, words];
  }),
);
