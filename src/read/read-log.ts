import type { Writable } from "node:stream";
import type { Checkpoint } from "../ledger/checkpoint.ts";
import type { Source } from "../log/source.ts";
import { createContinuedReader } from "./continued-reader.ts";
import { prepareClock } from "./prepare-clock.ts";
import { readBlocks } from "./read-blocks.ts";
import { readMessages } from "./read-messages.ts";
import { readScanned, type Scan } from "./read-scanned.ts";
import { readStream } from "./read-stream.ts";
import { createReader } from "./reader.ts";
import { recall } from "./recall.ts";
import type { Stages } from "./stages.ts";

/**
 * Sends one source through the stages (sieve, recognise, annotate, tally) into the sink, which stays open and is done
 * with its bytes once it calls back. Ends early, behind the last line that arrived, when the signal is aborted. Rejects
 * with the error of the stream that failed.
 *
 * @param start where to begin, from a ledger of this source.
 * @param scan how another thread reads a file, where nothing goes to the sink.
 */
export async function readLog(
  source: Source,
  stages: Stages,
  sink: Writable,
  signal: AbortSignal,
  start: Checkpoint | null = null,
  scan?: Scan,
): Promise<void> {
  const { sieve, tally, look } = stages;
  const recalled = start === null || start.position === 0 ? null : await recall(source, start);
  if (recalled?.state) stages.clock.restore(recalled.state.clock);
  await prepareClock(source, stages.clock);
  const reader = recalled === null ? createContinuedReader(source, stages) : createReader(source, stages, recalled);
  const from = start?.position ?? 0;
  const isCounted = (offset: number, time: number) => tally.isCounted?.(offset, time) === true;
  const leavesOutPlainLines = stages.renderer.plain("\n") === "";
  const finder = leavesOutPlainLines ? sieve.twin : undefined;
  // From the beginning, all of it is shown.
  const messages = source.messages?.(from, signal, start === null ? undefined : isCounted, start?.cursor, finder);
  if (messages !== undefined) {
    const reached: typeof tally.reached = (...message) => tally.reached?.(...message);
    return await readMessages(messages, sieve, reader, { write, reached, isCounted, signal, from });
  }
  const shared = scan === undefined ? null : (source.shared?.(from) ?? null);
  if (scan !== undefined && shared !== null) return await readScanned(scan, shared, reader, { signal, look });
  const blocks = source.blocks?.(from) ?? null;
  if (blocks !== null) return await readBlocks(blocks, sieve, reader, { write, signal, look });
  await readStream(await source.open(), sieve, reader, { sink, signal, look });

  function write(bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      sink.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }
}
