import type { Clue } from "../group-search.ts";

/** A meaning that the rest of a line may have, by any of many words. */
export interface Sign {
  readonly clues: readonly (string | Clue)[];
  /** Patterns that begin without letters, each with bytes that every match contains. */
  readonly others: readonly (readonly [bytes: string, pattern: RegExp])[];
}

/**
 * Makes a sign of patterns in lower case, joined with `|`. Signs are found by their first letters, so each alternative
 * must begin with three or more, behind `\b` or a look-behind if need be. Throws a RangeError otherwise.
 */
export function createSign(patterns: readonly string[], others: Sign["others"] = []): Sign {
  return { clues: patterns.flatMap(alternatives).map(toClue), others };
}

/** Returns a pattern for whole words; the list has blanks between them. */
export function whole(words: string): string {
  return words
    .split(" ")
    .map((word) => `\\b${word}\\b`)
    .join("|");
}

/** Cuts the pattern at each `|` outside brackets. */
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

/** A border, then letters and escaped marks, then the rest. */
const BEGINNING = /^((?:\\b|\(\?<![^)]*\))?)((?:[^\\()[\]{}?*+.^$|]|\\[^a-z0-9])*)(.*)$/s;
