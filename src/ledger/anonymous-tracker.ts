import { randomUUID } from "node:crypto";
import type { Batch } from "./batch.ts";
import { lastLineEnd } from "./pieces.ts";
import type { RecordedLine } from "./tally.ts";
import { type Base, baseOf, type Counter, type Tracker } from "./tracker.ts";

/** Knows nothing of a log without identity but how long it is: all of it is new. */
export class AnonymousTracker implements Tracker {
  readonly key = "";
  readonly first: undefined;
  readonly mayBeUnfinished = true;
  readonly rest = undefined;
  state: "known" | "lost" = "known";
  base: Base | null = null;
  /** Where the unfinished line begins. */
  position = 0;
  readonly #counter: Counter;
  readonly #hash = randomUUID();
  #end = 0;
  #stays = false;

  constructor(counter: Counter) {
    this.#counter = counter;
  }

  get bytes(): number {
    return this.position - (this.base?.checkpoint.position ?? 0);
  }

  take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): boolean {
    const moves = lineEnds > 0 && !this.#stays;
    if (moves) this.position = this.#end + lastLineEnd(bytes) + 1;
    this.#end += bytes.length;
    this.#counter.count(lineEnds, line, codes, moves);
    return false;
  }

  stay(): void {
    this.#stays = true;
  }

  reached(): void {}

  canBegin(): boolean {
    return false;
  }

  async isIn(): Promise<boolean> {
    return true;
  }

  begin(): void {}

  end(): void {}

  identify(): ReturnType<Tracker["identify"]> {
    const head = { bytes: 0, hash: this.#hash };
    return { newest: 0, head, tail: { bytes: 0, hash: "" }, milestones: [], replaces: null, lostBytes: 0 };
  }

  committed(generation: number, batch: Batch): void {
    this.base = baseOf(generation, batch);
  }

  giveWay(): boolean {
    this.state = "lost";
    return false;
  }
}
