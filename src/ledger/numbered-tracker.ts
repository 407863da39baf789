import type { Sequence } from "../log/identity.ts";
import type { Batch, Beginning } from "./batch.ts";
import type { Generation } from "./generation.ts";
import { MessageRuns } from "./message-runs.ts";
import { MessageTracker } from "./message-tracker.ts";
import type { RecordedLine } from "./tally.ts";
import type { Counter } from "./tracker.ts";

/**
 * Knows a log whose records have numbers: a message counts once, whichever part of the log it comes with. The position is
 * the number of messages that are counted, so that of two readers of one log the slower one is refused.
 */
export class NumberedTracker extends MessageTracker {
  readonly messages: MessageRuns;
  /** The message that is being read. */
  #open: Parameters<Counter["count"]>[] = [];
  #openBytes = 0;

  constructor(counter: Counter, key: Sequence, beginning: Beginning) {
    super(counter, key, beginning);
    this.messages = new MessageRuns(this.base?.checkpoint.messages ?? []);
  }

  take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): boolean {
    this.#open.push([lineEnds, line, codes, false]);
    this.#openBytes += bytes.length;
    return false;
  }

  reached(offset: number, time = 0, _mark?: unknown, size = this.#openBytes): void {
    if (this.messages.add(offset - 1, time)) {
      for (const taken of this.#open) this.counter.count(...taken);
      this.counter.count(0, null, [], true);
      this.position++;
      this.bytes += size;
    }
    this.#open = [];
    this.#openBytes = 0;
  }

  /** Which messages another reader has counted is in its runs; unless they are the same, the rest is left to it. */
  protected isEqual({ checkpoint }: Generation, batch: Batch): boolean {
    return JSON.stringify(checkpoint.messages) === JSON.stringify(batch.checkpoint.messages);
  }
}
