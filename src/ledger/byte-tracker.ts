import type { Batch, Beginning } from "./batch.ts";
import { type Fingerprint, fingerprintOf, headBytes } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";
import { type Lookup, previousGenerationOf } from "./lookup.ts";
import { thinOut } from "./milestone.ts";
import { countLineEnds, sliceOf } from "./pieces.ts";
import type { PreviousGeneration } from "./previous-generation.ts";
import type { RecordedLine } from "./tally.ts";
import { type Base, baseOf, type Counter, type Tracker } from "./tracker.ts";
import { Trail } from "./trail.ts";

interface Piece {
  readonly bytes: string | Uint8Array;
  readonly lineEnds: number;
  readonly line: RecordedLine | null;
  readonly codes: readonly number[];
  /** Whether the position stays before it. */
  readonly stays: boolean;
}

const none: readonly number[] = [];

/** Knows a log by its bytes: by the first ones, and by those before a position. */
export class ByteTracker implements Tracker {
  readonly mayBeUnfinished = true;
  base: Base | null = null;
  #first: number | undefined;
  readonly #counter: Counter;
  readonly #trail = new Trail();
  /** Pieces from before the lookup; null from then on. */
  #early: Piece[] | null = [];
  #newest = 0;
  /** Generations whose position is still ahead, nearest first. */
  #candidates: Generation[] = [];
  #isContested = false;
  /** The generation before, while this log may be what became of it. */
  #previous: PreviousGeneration | null = null;
  /** The log's size where it is known before it is read. */
  readonly #size: number | null;
  #stays = false;

  /** @param found what was looked up, when the log is read on from the base's position; null at its beginning. */
  constructor(counter: Counter, found: Lookup | null = null) {
    this.#counter = counter;
    this.#size = found?.size ?? null;
    if (found === null) return;
    this.#early = null;
    this.#newest = found.beginning.newest;
    this.base = found.base;
    this.#previous = found.previousGeneration;
    this.#trail.resume(found.head, found.base?.checkpoint.position ?? 0, found.recent);
  }

  get state(): Tracker["state"] {
    if (this.#early !== null) return "beginning";
    if (this.#candidates.length > 0) return "comparing";
    return this.#isContested ? "lost" : "known";
  }

  get key(): string {
    return this.#trail.head;
  }

  get position(): number {
    return this.#trail.lineStart;
  }

  get first(): number | undefined {
    return this.base === null ? this.#first : (this.base.checkpoint.first ?? this.#first);
  }

  get rest(): Fingerprint {
    return this.#trail.rest();
  }

  get bytes(): number {
    return this.#trail.lineStart - (this.base?.checkpoint.position ?? 0);
  }

  take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): boolean {
    const wasShort = this.#trail.head.length < headBytes;
    const stays = this.#stays;
    this.#trail.see(bytes);
    if (this.#early === null) {
      if (this.#candidates.length === 0) this.#follow(bytes, lineEnds, line, codes, stays);
      else this.#compare({ bytes, lineEnds, line, codes, stays });
      return false;
    }
    this.#early.push({ bytes: sliceOf(bytes), lineEnds, line, codes, stays });
    return wasShort && this.#trail.head.length >= headBytes;
  }

  stay(): void {
    this.#stays = true;
  }

  reached(): void {}

  canBegin(asItIs: boolean): boolean {
    return this.key.length >= headBytes || (asItIs && this.key !== "");
  }

  begin(beginning: Beginning): void {
    this.#newest = beginning.newest;
    this.#await(beginning.generations);
    this.#previous = previousGenerationOf(beginning, this.key);
    const early = this.#early ?? [];
    this.#early = null;
    this.#decideHere();
    for (const piece of early) this.#compare(piece);
  }

  end(): void {
    this.#candidates = [];
  }

  identify(): ReturnType<Tracker["identify"]> {
    const trail = this.#trail;
    const previous = this.base === null ? this.#previous : null;
    const size = Math.max(this.#size ?? 0, trail.end);
    return {
      newest: this.#newest,
      head: fingerprintOf(trail.head),
      tail: trail.tail(),
      milestones: thinOut([...trail.milestones(), ...(this.base?.milestones ?? [])], trail.lineStart),
      replaces: previous?.isReplacedBy(size) ? previous.generation.id : null,
      lostBytes: previous?.lostIn(size) ?? 0,
    };
  }

  committed(generation: number, batch: Batch): void {
    this.base = baseOf(generation, batch);
  }

  giveWay({ generations }: Beginning, { checkpoint, tail }: Batch): boolean {
    const id = this.base?.id;
    const rivals = generations.filter((rival) => (id === undefined ? rival.id > this.#newest : rival.id === id));
    const equal = rivals.find(
      (rival) => rival.checkpoint.position === checkpoint.position && rival.tail.hash === tail.hash,
    );
    if (equal !== undefined) {
      this.base = equal;
      return true;
    }
    this.#isContested = true;
    this.#await(rivals.filter((rival) => rival.checkpoint.position > this.#trail.end));
    return false;
  }

  #await(generations: readonly Generation[]): void {
    this.#candidates = [...generations].sort((a, b) => a.checkpoint.position - b.checkpoint.position || a.id - b.id);
  }

  /** Follows a piece while there are candidates; one that reaches over a candidate's position is split there. */
  #compare(piece: Piece): void {
    let rest = piece;
    for (let next = this.#candidates[0]; next !== undefined; next = this.#candidates[0]) {
      const length = next.checkpoint.position - this.#trail.end;
      if (length >= rest.bytes.length) break;
      if (rest.line !== null) {
        this.#decide(false);
        continue;
      }
      const before = sliceOf(rest.bytes, 0, length);
      const lineEnds = countLineEnds(before);
      this.#follow(before, lineEnds, null, none, rest.stays);
      this.#decideHere();
      rest = { ...rest, bytes: restOf(rest.bytes, length), lineEnds: rest.lineEnds - lineEnds };
    }
    this.#follow(rest.bytes, rest.lineEnds, rest.line, rest.codes, rest.stays);
    this.#decideHere();
  }

  #follow(
    bytes: string | Uint8Array,
    lineEnds: number,
    line: RecordedLine | null,
    codes: readonly number[],
    stays: boolean,
  ): void {
    if (this.#size === null) this.#previous?.compareNext(this.#trail, bytes);
    if (codes.length > 0) this.#first ??= this.#trail.lineStart;
    this.#trail.follow(bytes, stays);
    this.#counter.count(lineEnds, line, codes, lineEnds > 0 && !stays);
  }

  #decideHere(): void {
    for (let next = this.#candidates[0]; next?.checkpoint.position === this.#trail.end; next = this.#candidates[0]) {
      this.#decide(this.#trail.endsWith(next.tail));
    }
  }

  /** The nearest candidate is continued, because everything before it was counted by another run, or it is ruled out. */
  #decide(isSame: boolean): void {
    const candidate = this.#candidates.shift();
    if (candidate === undefined || !isSame) return;
    // The other run was sure of the end of a record that this one has to leave open.
    this.#counter.count(0, null, none, true);
    this.#trail.leaveRecord();
    this.#counter.passOver();
    this.base = candidate;
    this.#isContested = false;
  }
}

function restOf(bytes: string | Uint8Array, start: number): string | Uint8Array {
  return typeof bytes === "string" ? bytes.slice(start) : bytes.subarray(start);
}
