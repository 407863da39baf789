import { on } from "node:events";
import type { Entry } from "../catalogue/entry.ts";
import type { SharedFile } from "../log/shared-file.ts";
import type { Scanned } from "../read/read-scanned.ts";
import { fromPlainError, type PlainError } from "../remote/plain-error.ts";
import { startThread } from "../remote/start-part.ts";

/** What a scanning thread begins with. */
export type ScanTask = Pick<SharedFile, "fd" | "path" | "from" | "mends"> & {
  readonly entries: readonly Entry[] | undefined;
};

/** What it sends: a part, whose memory it gets back, or why it cannot go on. */
export type ScanMessage = (Scanned & { readonly isEnded: boolean }) | { readonly error: PlainError };

/** MiB for young objects; the parts are not among them. */
const YOUNG_MIB = 4;

/** Scans a file for the codes of a catalogue (the program's own unless given) on a thread of its own, three parts of a MiB ahead at most. */
export async function* scanOnThread(
  { fd, path, from, mends }: SharedFile,
  entries?: readonly Entry[],
): AsyncGenerator<Scanned> {
  const worker = startThread("ingest/scan-worker", {
    workerData: { fd, path, from, mends, entries } satisfies ScanTask,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  try {
    for await (const [message] of on(worker, "message", { close: ["exit"] }) as AsyncIterable<[ScanMessage]>) {
      if ("error" in message) throw fromPlainError(message.error);
      yield message;
      if (message.isEnded) return;
      const { buffer } = message.visits.data;
      worker.postMessage(new Uint8Array(buffer), [buffer as ArrayBuffer]);
    }
    // The rest of the file must not be taken for its end.
    throw new Error("a scanning thread ended before its file");
  } finally {
    await worker.terminate();
  }
}
