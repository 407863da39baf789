import type { Sequence } from "../log/identity.ts";
import type { Batch, Beginning } from "./batch.ts";
import { fingerprintOfSequence } from "./fingerprint.ts";
import type { RecordedLine } from "./tally.ts";
import { type Base, baseOf, type Counter, type Tracker } from "./tracker.ts";

/**
 * Knows a sequence by its stream and partition, and a position by its offset. Reading begins at the stored position. Of
 * two readers of one partition the slower one is refused, because the stored position is no longer the one it began at.
 */
export class SequenceTracker implements Tracker {
  readonly key: Sequence;
  readonly first: undefined;
  readonly mayBeUnfinished = false;
  readonly rest = undefined;
  state: "known" | "lost" = "known";
  base: Base | null;
  position: number;
  /** In whole messages. */
  bytes = 0;
  readonly #counter: Counter;
  readonly #newest: number;
  /** Bytes of the message that is being read. */
  #open = 0;

  constructor(counter: Counter, key: Sequence, { generations, newest }: Beginning) {
    this.key = key;
    this.#counter = counter;
    this.#newest = newest;
    this.base = generations[0] ?? null;
    this.position = this.base?.checkpoint.position ?? 0;
  }

  take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): boolean {
    this.#open += bytes.length;
    this.#counter.count(lineEnds, line, codes, false);
    return false;
  }

  /** A message is finished, whatever is in it. */
  stay(): void {}

  reached(offset: number): void {
    this.position = offset;
    this.bytes += this.#open;
    this.#open = 0;
    this.#counter.count(0, null, [], true);
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

  giveWay({ generations }: Beginning, batch: Batch): boolean {
    const equal = generations.find(({ checkpoint }) => checkpoint.position === batch.checkpoint.position);
    if (equal === undefined) {
      this.state = "lost";
      return false;
    }
    this.base = equal;
    this.bytes -= batch.bytes;
    return true;
  }
}
