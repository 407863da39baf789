import type { Sequence } from "../log/identity.ts";
import type { MessageMark } from "../log/message.ts";
import type { Batch, Beginning } from "./batch.ts";
import { fingerprintOfSequence } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";
import type { RecordedLine } from "./tally.ts";
import { type Base, baseOf, type Counter, type Tracker } from "./tracker.ts";

/** What trackers of messages have in common: their log is known by its name, and nothing is unfinished between messages. */
export abstract class MessageTracker implements Tracker {
  readonly key: Sequence;
  readonly first: undefined;
  readonly mayBeUnfinished = false;
  readonly rest = undefined;
  state: "known" | "lost" = "known";
  base: Base | null;
  position: number;
  /** In whole messages. */
  bytes = 0;
  protected readonly counter: Counter;
  readonly #newest: number;

  constructor(counter: Counter, key: Sequence, { generations, newest }: Beginning) {
    this.key = key;
    this.counter = counter;
    this.#newest = newest;
    this.base = generations[0] ?? null;
    this.position = this.base?.checkpoint.position ?? 0;
  }

  abstract take(
    bytes: string | Uint8Array,
    lineEnds: number,
    line: RecordedLine | null,
    codes: readonly number[],
  ): boolean;

  abstract reached(offset: number, time?: number, mark?: MessageMark, size?: number): void;

  /** Whether another reader of the log has counted just what a batch has. */
  protected abstract isEqual(other: Generation, batch: Batch): boolean;

  /** A message is finished, whatever is in it. */
  stay(): void {}

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
    const equal = generations.find((other) => this.isEqual(other, batch));
    if (equal === undefined) {
      this.state = "lost";
      return false;
    }
    this.base = equal;
    this.bytes -= batch.bytes;
    return true;
  }
}
