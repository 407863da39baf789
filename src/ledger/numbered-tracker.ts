import type { Sequence } from "../log/identity.ts";
import type { Batch, Beginning } from "./batch.ts";
import { fingerprintOfSequence } from "./fingerprint.ts";
import { MessageRuns } from "./message-runs.ts";
import type { RecordedLine } from "./tally.ts";
import { type Base, baseOf, type Counter, type Tracker } from "./tracker.ts";

/**
 * Knows a log whose records have numbers: a message counts once, whichever part of the log it comes with. The position is
 * the number of messages that are counted, so that of two readers of one log the slower one is refused.
 */
export class NumberedTracker implements Tracker {
  readonly key: Sequence;
  readonly first: undefined;
  readonly mayBeUnfinished = false;
  readonly rest = undefined;
  state: "known" | "lost" = "known";
  base: Base | null;
  position: number;
  /** In whole messages. */
  bytes = 0;
  readonly messages: MessageRuns;
  readonly #counter: Counter;
  readonly #newest: number;
  /** The message that is being read. */
  #open: Parameters<Counter["count"]>[] = [];
  #openBytes = 0;

  constructor(counter: Counter, key: Sequence, { generations, newest }: Beginning) {
    this.key = key;
    this.#counter = counter;
    this.#newest = newest;
    this.base = generations[0] ?? null;
    this.position = this.base?.checkpoint.position ?? 0;
    this.messages = new MessageRuns(this.base?.checkpoint.messages ?? []);
  }

  take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): boolean {
    this.#open.push([lineEnds, line, codes, false]);
    this.#openBytes += bytes.length;
    return false;
  }

  /** A message is finished, whatever is in it. */
  stay(): void {}

  reached(offset: number, time = 0): void {
    if (this.messages.add(offset - 1, time)) {
      for (const taken of this.#open) this.#counter.count(...taken);
      this.#counter.count(0, null, [], true);
      this.position++;
      this.bytes += this.#openBytes;
    }
    this.#open = [];
    this.#openBytes = 0;
  }

  canBegin(): boolean {
    return false;
  }

  async isIn(): Promise<boolean> {
    return true;
  }

  begin(): void {}

  end(): void {}

  identify(): ReturnType<Tracker["identify"]> {
    const head = fingerprintOfSequence(this.key);
    return { newest: this.#newest, head, tail: { bytes: 0, hash: "" }, milestones: [], replaces: null, lostBytes: 0 };
  }

  committed(generation: number, batch: Batch): void {
    this.base = baseOf(generation, batch);
    this.bytes -= batch.bytes;
  }

  /** Which messages the other one has counted shows in its runs; unless they are the same, the rest is left to it. */
  giveWay({ generations: [other] }: Beginning, batch: Batch): boolean {
    const isSame = JSON.stringify(other?.checkpoint.messages) === JSON.stringify(batch.checkpoint.messages);
    if (other === undefined || !isSame) {
      this.state = "lost";
      return false;
    }
    this.base = other;
    this.bytes -= batch.bytes;
    return true;
  }
}
