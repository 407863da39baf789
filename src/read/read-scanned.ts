import type { SharedFile } from "../log/shared-file.ts";
import type { Reader } from "./reader.ts";
import type { Stages } from "./stages.ts";
import { replay, type Visits } from "./visits.ts";

/** Visits of a part of a file, for one turn. */
export interface Scanned {
  readonly visits: Visits;
  readonly bytesRead: number;
  readonly isPlain: boolean;
}

/** Has a file read, decoded and sieved elsewhere, while this thread reads the lines that were found. */
export type Scan = (file: SharedFile) => AsyncIterable<Scanned>;

/** Reads what a scan finds of a file; when the signal is aborted it ends behind a part, at the end of a line. */
export async function readScanned(
  scan: Scan,
  file: SharedFile,
  reader: Reader,
  { signal, look }: { readonly signal: AbortSignal; readonly look?: Stages["look"] | undefined },
): Promise<void> {
  try {
    for await (const { visits, bytesRead, isPlain } of scan(file)) {
      file.progress(bytesRead, isPlain);
      look?.(visits.data);
      replay(visits, reader);
      if (signal.aborted) return;
    }
  } finally {
    file.close();
  }
}
