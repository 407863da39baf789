import type { Batch } from "./batch.ts";
import type { Generation } from "./generation.ts";
import { MessageTracker } from "./message-tracker.ts";
import type { RecordedLine } from "./tally.ts";

/**
 * Knows a sequence by its stream and partition, and a position by its offset. Reading begins at the stored position. Of
 * two readers of one partition the slower one is refused, because the stored position is no longer the one it began at.
 */
export class SequenceTracker extends MessageTracker {
  /** Bytes of the message that is being read. */
  #open = 0;

  take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): boolean {
    this.#open += bytes.length;
    this.counter.count(lineEnds, line, codes, false);
    return false;
  }

  reached(offset: number): void {
    this.position = offset;
    this.bytes += this.#open;
    this.#open = 0;
    this.counter.count(0, null, [], true);
  }

  protected isEqual({ checkpoint }: Generation, batch: Batch): boolean {
    return checkpoint.position === batch.checkpoint.position;
  }
}
