import type { SeekableLog } from "../log/seekable-log.ts";
import type { Batch, Beginning } from "./batch.ts";
import { Candidates } from "./candidates.ts";
import { elsewhere } from "./copied.ts";
import { type Fingerprint, fingerprintOf, headBytes, tailBytes } from "./fingerprint.ts";
import type { Decision, Lookup } from "./lookup.ts";
import { thinOut } from "./milestone.ts";
import { type Piece, sliceOf, splitPiece } from "./pieces.ts";
import type { PreviousGeneration } from "./previous-generation.ts";
import type { RecordedLine } from "./tally.ts";
import { type Base, baseOf, type Counter, type Tracker } from "./tracker.ts";
import { Trail } from "./trail.ts";

const none: readonly number[] = [];

/** Knows a log by its bytes: by the first ones, and by those before a position. */
export class ByteTracker implements Tracker {
  base: Base | null = null;
  #first: number | undefined;
  readonly #counter: Counter;
  readonly #trail = new Trail();
  /** Pieces from before the lookup; null from then on. */
  #early: Piece[] | null = [];
  #newest = 0;
  readonly #candidates = new Candidates();
  #isContested = false;
  #isWhole = false;
  /** The generation before, while this log may be what became of it. */
  #previous: PreviousGeneration | null = null;
  /** The log's size where it is known before it is read. */
  #size = 0;
  #stays = false;
  /** Up to where the log is a copy. */
  #copied: number | null = null;
  /** The same, once it was read up to there. */
  #passedOver: number | undefined;

  /** @param found what was looked up, when the log is read on from the base's position; null at its beginning. */
  constructor(counter: Counter, found: Lookup | null = null) {
    this.#counter = counter;
    if (found === null) return;
    this.#early = null;
    this.#goOnFrom(found);
    this.base = found.base;
    this.#trail.resume(found.head, found.base?.checkpoint.position ?? 0, found.recent);
  }

  get state(): Tracker["state"] {
    if (this.#early !== null) return "beginning";
    if (!this.#candidates.isEmpty) return "comparing";
    if (this.#isWhole) return "whole";
    return this.#isContested ? "lost" : "known";
  }

  /** What a copy ends with is in its original. */
  get mayBeUnfinished(): boolean {
    return this.#trail.lineStart !== this.#copied;
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
      if (this.#candidates.isEmpty) this.#follow({ bytes, lineEnds, line, codes, stays });
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

  async isIn(log: SeekableLog): Promise<boolean> {
    const early = this.#early ?? [];
    const end = early.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let last = "";
    for (const piece of early.toReversed()) last = last.length < tailBytes ? sliceOf(piece.bytes) + last : last;
    last = last.slice(-tailBytes);
    return (await log.read(end - last.length, last.length)) === last;
  }

  begin(found: Decision): void {
    this.#goOnFrom(found);
    this.#candidates.await(found.generations);
    const early = this.#early ?? [];
    this.#early = null;
    this.#reach();
    for (const piece of early) this.#compare(piece);
  }

  end(isCopy: boolean): void {
    // A log that ends where a life does is that life, and what is unfinished there is in another file.
    if (!isCopy && this.#candidates.isAtEnd) this.#isWhole = true;
    else if (!isCopy && this.#candidates.isReached) this.#decide();
    this.#candidates.clear();
    for (const piece of this.#candidates.takeBack()) this.#follow(piece);
    if (isCopy) this.#passOver(null);
    if (isCopy) this.#copied = this.#trail.lineStart;
  }

  identify(): ReturnType<Tracker["identify"]> {
    const trail = this.#trail;
    const previous = this.base === null ? this.#previous : null;
    const size = Math.max(this.#size, trail.end);
    return {
      newest: this.#newest,
      copied: this.base === null ? this.#passedOver : undefined,
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
    this.#candidates.await(rivals.filter((rival) => rival.checkpoint.position > this.#trail.end));
    return false;
  }

  #goOnFrom({ newest, previous, size, copied }: Decision): void {
    this.#copied = copied;
    this.#newest = newest;
    this.#previous = previous;
    this.#size = size ?? 0;
  }

  /** Follows a piece while there are candidates; one that reaches over a candidate's position is split there. */
  #compare(piece: Piece): void {
    const candidates = this.#candidates;
    let rest = piece;
    while (!candidates.isReached && candidates.position < this.#trail.end + rest.bytes.length) {
      if (rest.line !== null) candidates.pass(this.#trail.end + rest.bytes.length);
      else {
        const [before, behind] = splitPiece(rest, candidates.position - this.#trail.end);
        this.#follow(before);
        this.#reach();
        rest = behind;
      }
    }
    if (candidates.isReached) candidates.push(rest);
    else this.#follow(rest);
    this.#reach();
  }

  #follow({ bytes, lineEnds, line, codes, stays }: Piece): void {
    this.#previous?.compareNext(this.#trail, bytes);
    if (codes.length > 0) this.#first ??= this.#trail.lineStart;
    this.#trail.follow(bytes, stays);
    this.#counter.count(lineEnds, line, codes, lineEnds > 0 && !stays);
  }

  /** Decides about candidates whose position is reached, once there are bytes enough. */
  #reach(): void {
    this.#candidates.reach(this.#trail);
    if (!this.#candidates.isDecided) return;
    this.#decide();
    for (const piece of this.#candidates.takeBack()) this.#compare(piece);
  }

  #decide(): void {
    const found = this.#candidates.decide();
    if (found === null) return;
    this.#passOver(found.id === elsewhere ? null : found);
    this.#isContested = false;
  }

  /** Another run has counted everything up to here, in this generation or elsewhere. */
  #passOver(base: Base | null): void {
    // It was sure of the end of a record that this one has to leave open.
    this.#counter.count(0, null, none, true);
    this.#trail.leaveRecord();
    this.#counter.passOver(base === null);
    this.base = base;
    this.#passedOver = base === null ? this.#trail.lineStart : undefined;
  }
}
