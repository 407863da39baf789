import { namesOf } from "../catalogue/catalogue.ts";
import type { Entry } from "../catalogue/entry.ts";
import { toBytes, toLowerCase } from "../text/byte-string.ts";
import { codeOfMacro } from "./codes.ts";
import { isOtherNumber } from "./context/other-number.ts";
import type { Line } from "./line.ts";
import { type Match, matchesOf } from "./match.ts";
import type { Recogniser } from "./recogniser.ts";

/**
 * The codes of a user's catalogue: names that no header has, and numbers (decimal, or hexadecimal with `0x`) directly
 * behind a cue of their own. Null where the catalogue has neither.
 */
export function createOwnForm(entries: readonly Entry[]): Recogniser<"own"> | null {
  const codes = new Map(entries.flatMap((entry) => ownNames(entry).map((name) => [name.toLowerCase(), entry.code])));
  const cued = entries.filter(({ cues = [] }) => cues.length > 0);
  if (codes.size === 0 && cued.length === 0) return null;
  const cues = cuesByCode(cued);
  // Few numbers are rarer than their cues; of many numbers, the cues are fewer.
  const isRare = ({ code, cues = [] }: Entry) =>
    code >= FIRST_RARE && (cued.length <= MOST_NUMBERS || cues.some((cue) => inLog(cue).length < SHORTEST));
  const rare = cued.filter(isRare).map(({ code }) => code);

  function find(line: Line): readonly Match[] {
    const from = line.firstOf(own);
    const named = matchesOf(line.lower, WORD, from, ({ text }) => known(codes.get(text)));
    const numbered = matchesOf(line.lower, NUMBER, from, (match) => numberIn(line, match));
    if (named.length === 0 || numbered.length === 0) return named.length === 0 ? numbered : named;
    return [...named, ...numbered].sort((a, b) => a.start - b.start);
  }

  function numberIn(line: Line, { text, start, end }: { text: string; start: number; end: number }) {
    const code = Number(text);
    const patterns = cues.get(code);
    if (patterns === undefined) return null;
    const before = line.lower.slice(Math.max(0, start - REACH), start);
    const isCued = GLUED.test(before)
      ? patterns.glued.test(before)
      : patterns.apart.test(before) && !isOtherNumber(line, start, end);
    return isCued ? known(code) : null;
  }

  const own: Recogniser<"own"> = {
    form: "own",
    literals: [
      ...codes.keys(),
      ...rare.map((code) => code.toString(16)).filter((digits) => digits.length >= SHORTEST),
      ...new Set(cued.filter((entry) => !isRare(entry)).flatMap(({ cues = [] }) => cues.map(inLog))),
    ],
    numbers: rare.map(String),
    find,
    samples: { match: [], ignore: [] },
  };
  return own;
}

/** Whether a number is something else by words (as `inLog` gives them) that touch it or hold it. */
export function isIgnored({ lower }: Line, ignored: readonly string[], start: number, end: number): boolean {
  return ignored.some((words) => {
    const from = Math.max(0, start - words.length - GAP);
    for (let at = lower.indexOf(words, from); at !== -1 && at <= end + GAP; at = lower.indexOf(words, at + 1)) {
      const between =
        at >= end ? lower.slice(end, at) : lower.slice(at + words.length, Math.max(start, at + words.length));
      if (!/\w/.test(between)) return true;
    }
    return false;
  });
}

/** Every second line has a smaller number: those are searched for by their cues. */
const FIRST_RARE = 100;
/** Numbers that are searched for by themselves. */
const MOST_NUMBERS = 100;
/** Bytes of a literal. */
const SHORTEST = 3;
/** Bytes before a number that are searched for its cue. */
const REACH = 96;
/** Bytes between a number and the words that make it something else. */
const GAP = 3;

const NUMBER = /0x[\da-f]{1,8}(?!\w)|(?<!\d|\d\.)\d{1,10}(?![a-km-z_\d]|l\w|\.\d)/g;
const WORD = /(?<!\w)[a-z_]\w*/g;
const GLUED = /[\w.-]$/;

/** What may be between a cue and its number: `acme error code: 20017`, `acme error (20017`. */
const FILLER = "(?:[^\\w]{1,3}(?:code|no|nr|num|number|id|is|was|rc|status|returned|with)){0,2}[^\\w]{0,4}$";

/** Codes of one catalogue mostly have the same cues. */
function cuesByCode(entries: readonly Entry[]): ReadonlyMap<number, ReturnType<typeof cuePatterns>> {
  const patterns = new Map<string, ReturnType<typeof cuePatterns>>();
  return new Map(
    entries.map(({ code, cues = [] }) => {
      const key = cues.join("\n");
      const known = patterns.get(key) ?? cuePatterns(cues);
      patterns.set(key, known);
      return [code, known];
    }),
  );
}

function cuePatterns(cues: readonly string[]): { readonly apart: RegExp; readonly glued: RegExp } {
  const any = cues.map((cue) => `${/^\w/.test(cue) ? "(?<!\\w)" : ""}${patternOf(inLog(cue))}`).join("|");
  return { apart: new RegExp(`(?:${any})${FILLER}`), glued: new RegExp(`(?:${any})$`) };
}

/** A blank matches any blanks. */
function patternOf(words: string): string {
  return words.replace(/[^\w\s\x80-\xff]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/** Words as they are in a line in lower case. */
export function inLog(words: string): string {
  return toLowerCase(toBytes(words));
}

function ownNames(entry: Entry): string[] {
  return namesOf(entry).filter((name) => name.length >= SHORTEST && !codeOfMacro.has(name.toLowerCase()));
}

function known(code: number | undefined) {
  return code === undefined ? null : ({ code, confidence: "certain" } as const);
}
