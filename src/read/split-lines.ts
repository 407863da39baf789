import type { Transform } from "node:stream";
import split2 from "split2";
import type { Sieve } from "../sieve/sieve.ts";
import { type Cutter, createCutter } from "./cutter.ts";
import type { LineVisitor } from "./line-visitor.ts";
import type { Stages } from "./stages.ts";

/**
 * Cuts a stream of Latin-1 strings around the lines that may hold a code. The output (one buffer per chunk) is what the
 * visitor returns, and is the same however the input was chunked.
 */
export function splitLines(sieve: Sieve, visitor: LineVisitor, look?: Stages["look"]): Transform {
  const matcher = createMatcher(createCutter(sieve, visitor), look);
  return split2(matcher, matcher.visit, { decodeStrings: false });
}

/** The matcher and the mapper of split2: the first finds how far the lines are complete, the second visits them. */
function createMatcher(cutter: Cutter, look: Stages["look"]) {
  let held = 0;
  let isDue = false;

  /** Takes the unfinished line, which the cutter holds already, and what came since. */
  function split(text: string): string[] {
    const length = text.length - held;
    const fresh = held === 0 ? text : text.slice(held);
    look?.(fresh);
    cutter.room(length).write(fresh, "latin1");
    const complete = cutter.take(length);
    held = text.length - complete;
    isDue = complete > 0;
    const rest = held === 0 ? "" : text.slice(complete);
    return isDue ? ["", rest] : [rest];
  }

  function visit(): Buffer | undefined {
    if (!isDue) return cutter.visitRest();
    isDue = false;
    return cutter.visit();
  }

  return { [Symbol.split]: split, visit };
}
