/** `certain`: the spelling alone proves the code. `likely`: the rest of the line supports it. */
export type Confidence = "certain" | "likely";

/** A place that one recogniser claims: half-open range in the byte line. */
export interface Match {
  readonly code: number;
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
}

/** What a recogniser returns when there is nothing: always the same object. */
export const NO_MATCHES: readonly Match[] = [];

/** A place where a pattern matched, before it is known to be a code. */
export interface PatternMatch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Calls `judge` for every place where the (global) pattern matches, from a little before the first literal on; keeps the
 * answers that are a code with its confidence.
 */
export function matchesOf(
  text: string,
  pattern: RegExp,
  firstLiteral: number,
  judge: (match: PatternMatch) => { readonly code: number; readonly confidence: Confidence } | null,
): readonly Match[] {
  let matches: Match[] | undefined;
  // `exec` and not `matchAll`, which copies the pattern each time: a third of the cost of a short line.
  pattern.lastIndex = Math.max(0, firstLiteral - LONGEST_BEGINNING);
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const start = found.index;
    const end = pattern.lastIndex;
    const answer = judge({ text: found[0], start, end });
    pattern.lastIndex = end;
    if (answer === null) continue;
    matches ??= [];
    matches.push({ code: answer.code, start, end, confidence: answer.confidence });
  }
  return matches ?? NO_MATCHES;
}

/** Bytes of a match before its literal: `0x0000` before `03e3`. */
const LONGEST_BEGINNING = 8;
