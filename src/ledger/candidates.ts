import { fingerprintOf } from "./fingerprint.ts";
import { type Generation, isUnfinished, restBytes } from "./generation.ts";
import { type Piece, sliceOf } from "./pieces.ts";
import type { Trail } from "./trail.ts";

/** Generations that a log may be: their position is still ahead, or the log's next bytes have to decide. */
export class Candidates {
  /** Nearest first; of those at one place the longest first. */
  #ahead: Generation[] = [];
  /** Those whose position is reached and that agree up to there. */
  #reached: Generation[] = [];
  /** What comes behind the position that is reached. */
  #next: Piece[] = [];

  /** @param generations the longest first. */
  await(generations: readonly Generation[]): void {
    this.#ahead = [...generations].sort((a, b) => a.checkpoint.position - b.checkpoint.position);
    this.#reached = [];
  }

  get isEmpty(): boolean {
    return this.#ahead.length === 0 && this.#reached.length === 0;
  }

  /** The next position that has to be reached exactly. */
  get position(): number {
    return this.#ahead[0]?.checkpoint.position ?? Number.POSITIVE_INFINITY;
  }

  /** Whether what comes next has to be pushed here. */
  get isReached(): boolean {
    return this.#reached.length > 0;
  }

  /** Whether a position is reached, with nothing behind it. */
  get isAtEnd(): boolean {
    return this.isReached && this.#next.length === 0;
  }

  /** Rules out those at the end of a trail that differ from it before that. */
  reach(trail: Trail): void {
    while (this.position === trail.end) {
      const candidate = this.#ahead.shift();
      if (candidate !== undefined && trail.endsWith(candidate.tail)) this.#reached.push(candidate);
    }
  }

  /** Rules out those whose position cannot be told from what is around it. */
  pass(position: number): void {
    while (this.position < position) this.#ahead.shift();
  }

  push(piece: Piece): void {
    this.#next.push({ ...piece, bytes: sliceOf(piece.bytes) });
  }

  /** Whether there are bytes enough to decide between those that are reached. */
  get isDecided(): boolean {
    return this.isReached && this.#bytes.length >= Math.max(...this.#reached.map(restBytes));
  }

  /** The first of those that are reached that agrees with what comes next, or null; none of them is a candidate any more. */
  decide(): Generation | null {
    const bytes = this.#bytes;
    const found = this.#reached.find((one) => {
      const { rest } = one.checkpoint;
      return !isUnfinished(one) || rest === undefined || fingerprintOf(bytes.slice(0, rest.bytes)).hash === rest.hash;
    });
    this.#reached = [];
    return found ?? null;
  }

  /** Hands back what was pushed. */
  takeBack(): readonly Piece[] {
    const next = this.#next;
    this.#next = [];
    return next;
  }

  /** Rules all out. */
  clear(): void {
    this.#ahead = [];
    this.#reached = [];
  }

  get #bytes(): string {
    return this.#next.map(({ bytes }) => sliceOf(bytes)).join("");
  }
}
