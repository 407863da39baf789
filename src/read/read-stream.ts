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
  const broken = new AbortController();
  let failure: Error | null = null;
  let goOn = () => {};
  const wake = () => goOn();
  const fail = (error: Error) => {
    failure ??= error;
    broken.abort();
    goOn();
  };
  const close = () => fail(Object.assign(new Error("the output was closed"), { code: "ERR_STREAM_PREMATURE_CLOSE" }));
  // A pipeline into a sink that stays open would leave its listeners there, and by them the memory of each log that was read.
  const send = async (output: AsyncIterable<Buffer>) => {
    for await (const bytes of output) {
      if (failure !== null) throw failure;
      if (sink.write(bytes)) continue;
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    }
  };
  sink.on("error", fail).on("drain", wake).on("close", close);
  signal.addEventListener("abort", stop, { once: true });
  if (sink.errored) fail(sink.errored);
  else if (sink.destroyed) close();
  try {
    await pipeline(input, lines, send, { signal: broken.signal });
  } catch (error) {
    const cause = failure ?? (error as Error);
    if (!signal.aborted || (cause as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw cause;
  } finally {
    sink.off("error", fail).off("drain", wake).off("close", close);
    signal.removeEventListener("abort", stop);
  }
}
