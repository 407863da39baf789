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
  const cutter = createCutter(sieve, visitor);
  const matcher = createMatcher(cutter, look);
  const lines = split2(matcher, matcher.visit, { decodeStrings: false });
  return settlingWhenIdle(lines, cutter);
}

/** What waits for further lines goes out without them when nothing has come for so long. */
const SETTLE_AFTER_MS = 500;

function settlingWhenIdle(lines: Transform, cutter: Cutter): Transform {
  const transform = lines._transform.bind(lines);
  let timer: NodeJS.Timeout | undefined;
  let chunks = 0;
  function watch(seen: number): void {
    timer = setTimeout(() => {
      // What came meanwhile has its turn after timers.
      setImmediate(() => {
        if (chunks !== seen || lines.writableEnded || lines.destroyed) return;
        const out = cutter.settle();
        if (out !== undefined) lines.push(out);
      });
    }, SETTLE_AFTER_MS).unref();
  }
  lines._transform = (chunk, encoding, done) => {
    chunks++;
    clearTimeout(timer);
    transform(chunk, encoding, (error, data) => {
      if (cutter.waits()) watch(chunks);
      done(error, data);
    });
  };
  const flush = lines._flush.bind(lines);
  lines._flush = (done) => {
    clearTimeout(timer);
    flush((error) => done(error, cutter.visitRest()));
  };
  lines.once("close", () => clearTimeout(timer));
  return lines;
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
