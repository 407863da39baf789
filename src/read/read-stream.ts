import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sieve } from "../sieve/sieve.ts";
import type { LineVisitor } from "./line-visitor.ts";
import { splitLines } from "./split-lines.ts";
import type { Stages } from "./stages.ts";

/** Sends a stream of bytes to the visitor, and what it returns to the sink, which stays open. */
export async function readStream(
  input: Readable,
  sieve: Sieve,
  visitor: LineVisitor,
  options: { readonly sink: Writable; readonly signal: AbortSignal; readonly look?: Stages["look"] | undefined },
): Promise<void> {
  const { sink, signal, look } = options;
  // It does not abort a second time: what waits for more bytes would wait for ever.
  if (signal.aborted) return void input.destroy();
  const lines = splitLines(sieve, visitor, look);
  const stop = () => {
    input.unpipe(lines);
    lines.end();
    lines.once("end", () => input.destroy());
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    await pipeline(input, lines, sink, { end: false });
  } catch (error) {
    if (!signal.aborted || (error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
