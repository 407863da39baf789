import { fingerprintOf } from "./fingerprint.ts";
import { type Generation, isUnfinished, restBytes } from "./generation.ts";
import type { Trail } from "./trail.ts";

/** Generations that a log may be, whose position is still ahead or whose unfinished line is not there yet. */
export class Candidates {
  /** Nearest first; of those at one place the longest first. */
  #ahead: Generation[] = [];
  /** Those whose position is reached and that agree up to there. */
  #reached: Generation[] = [];

  /** @param generations the longest first. */
  await(generations: readonly Generation[]): void {
    this.#ahead = [...generations].sort((a, b) => a.checkpoint.position - b.checkpoint.position);
    this.#reached = [];
  }

  get isEmpty(): boolean {
    return this.#ahead.length === 0 && this.#reached.length === 0;
  }

  /** The next position that has to be reached exactly. */
  get next(): number {
    return this.#ahead[0]?.checkpoint.position ?? Number.POSITIVE_INFINITY;
  }

  /** How many bytes behind the position that is reached are needed to decide. */
  get needed(): number {
    return Math.max(0, ...this.#reached.map(restBytes));
  }

  get isReached(): boolean {
    return this.#reached.length > 0;
  }

  /** Rules out those at the end of a trail that differ from it before that. */
  reach(trail: Trail): void {
    while (this.next === trail.end) {
      const candidate = this.#ahead.shift();
      if (candidate !== undefined && trail.endsWith(candidate.tail)) this.#reached.push(candidate);
    }
  }

  /** Rules out those whose position cannot be told from what is around it. */
  pass(position: number): void {
    while (this.next < position) this.#ahead.shift();
  }

  /** Decides between those that are reached, by the bytes that come next: the first that agrees with them, or null. */
  decide(bytes: string): Generation | null {
    const found = this.#reached.find(
      (one) =>
        !isUnfinished(one) ||
        one.checkpoint.rest === undefined ||
        fingerprintOf(bytes.slice(0, restBytes(one))).hash === one.checkpoint.rest.hash,
    );
    this.#reached = [];
    return found ?? null;
  }

  /** The log has ended: whatever it has not reached is another one. */
  end(): void {
    this.#ahead = [];
    this.#reached = [];
  }
}
