import type { Clue } from "../group-search.ts";

/** Something that the rest of a line may say, in any of many words. */
export interface Sign {
  readonly clues: readonly (string | Clue)[];
  /** Patterns that begin with no letters: the bytes they cannot do without, and the pattern. */
  readonly others: readonly (readonly [bytes: string, pattern: RegExp])[];
}

/**
 * Makes a sign of patterns in lower case, joined with `|`. All signs of a line are looked for at once by their letters,
 * so each alternative begins with three or more of them, behind `\b` or a look-behind if need be; a RangeError otherwise.
 */
export function createSign(patterns: readonly string[], others: Sign["others"] = []): Sign {
  return { clues: patterns.flatMap(alternatives).map(toClue), others };
}

/** Whole words, parted by blanks, as a pattern. */
export function whole(words: string): string {
  return words
    .split(" ")
    .map((word) => `\\b${word}\\b`)
    .join("|");
}

/** The pattern cut at each `|` that stands in no brackets. */
function alternatives(pattern: string): string[] {
  const found = [""];
  let depth = 0;
  for (const [token] of pattern.matchAll(/\\.|./gs)) {
    if (token === "(" || token === "[") depth++;
    if (token === ")" || token === "]") depth--;
    if (token === "|" && depth === 0) found.push("");
    else found.push(found.pop() + token);
  }
  return found;
}

function toClue(source: string): string | Clue {
  const [, border, beginning, rest] = BEGINNING.exec(source) as unknown as [string, string, string, string];
  const sure = /^[?*{]/.test(rest) ? beginning.replace(/\\?.$/s, "") : beginning;
  const letters = sure.replace(/\\(.)/g, "$1");
  if (letters.length < 3) throw new RangeError(`begins with too few letters: ${source}`);
  return border === "" && rest === "" ? letters : { letters, pattern: new RegExp(source, "y") };
}

/** What must stand before, then letters and escaped marks, then the rest. */
const BEGINNING = /^((?:\\b|\(\?<![^)]*\))?)((?:[^\\()[\]{}?*+.^$|]|\\[^a-z0-9])*)(.*)$/s;
