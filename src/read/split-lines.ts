import type { Transform } from "node:stream";
import split2 from "split2";
import type { Sieve } from "../sieve/sieve.ts";
import { createCutter } from "./cutter.ts";
import type { LineVisitor } from "./line-visitor.ts";
import type { Stages } from "./stages.ts";

/** What waits for further lines goes out without them when nothing has come for so long. */
const SETTLE_AFTER_MS = 500;

/**
 * Cuts a stream of bytes around the lines that may hold a code. The output (one buffer per chunk) is what the visitor
 * returns, and is the same however the input was chunked.
 */
export function splitLines(sieve: Sieve, visitor: LineVisitor, look?: Stages["look"]): Transform {
  const cutter = createCutter(sieve, visitor);
  // The bytes are in the memory of the sieve, where split2 would make text of them: it gets a line end for all in a chunk.
  const lines = split2("\n", () => cutter.visit());
  const transform = lines._transform.bind(lines);
  const flush = lines._flush.bind(lines);
  let timer: NodeJS.Timeout | undefined;
  let chunks = 0;

  function settleWhenIdle(seen: number): void {
    timer = setTimeout(() => {
      // What came meanwhile has its turn after timers.
      setImmediate(() => {
        if (chunks !== seen || lines.writableEnded || lines.destroyed) return;
        const out = cutter.settle();
        if (out !== undefined) lines.push(out);
      });
    }, SETTLE_AFTER_MS).unref();
  }

  lines._transform = (bytes: Buffer, encoding, done) => {
    chunks++;
    clearTimeout(timer);
    look?.(bytes);
    cutter.room(bytes.length).set(bytes);
    transform(cutter.take(bytes.length) > 0 ? "\n" : "", encoding, (error, data) => {
      if (cutter.waits()) settleWhenIdle(chunks);
      done(error, data);
    });
  };
  lines._flush = (done) => {
    clearTimeout(timer);
    flush((error) => done(error, cutter.visitRest()));
  };
  lines.once("close", () => clearTimeout(timer));
  return lines;
}
