import { tailBytes } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";
import { type Milestone, milestoneAt } from "./milestone.ts";
import { lastLineEnd } from "./pieces.ts";
import type { Trail } from "./trail.ts";

/**
 * The last generation of a log that is not what was counted. When at least half of the shorter one is in both, the log
 * was cut or rewritten, and what they have in common must not be counted again; else it is another log.
 */
export class PreviousGeneration {
  readonly generation: Generation;
  /** How far the log agrees with what was counted. */
  #agreed = 0;
  /** The end of the last whole line in that. */
  #agreedLine = 0;
  /** Milestones that are still ahead, nearest first. */
  readonly #ahead: Milestone[];
  readonly #isInFile: boolean;

  /** @param file `Source.file` of the log. */
  constructor(generation: Generation, file?: string | null) {
    this.generation = generation;
    this.#isInFile = generation.checkpoint.file === (file ?? undefined);
    this.#ahead = [...generation.milestones].reverse();
  }

  /** Compares the bytes that come next on a trail. */
  compareNext(trail: Trail, bytes: string | Uint8Array): void {
    for (let next = this.#ahead[0]; next && next.position <= trail.end + bytes.length; next = this.#ahead[0]) {
      this.compare(next, trail.before(bytes, next.position - trail.end, tailBytes));
      this.#ahead.shift();
    }
  }

  /** Compares one milestone with the bytes that end there; returns whether they agree. */
  compare(milestone: Milestone, before: string): boolean {
    const own = this.#own(milestone, before);
    // One line in two files may be of two logs.
    const shows = isDistinctive(own) && (this.#isInFile || own.split("\n").length > 3);
    const agrees = shows && milestoneAt(milestone.position, before).hash === milestone.hash;
    if (agrees) {
      const { position } = milestone;
      this.#agreed = Math.max(this.#agreed, position);
      this.#agreedLine = Math.max(this.#agreedLine, position - before.length + lastLineEnd(before) + 1);
    }
    return agrees;
  }

  /** The lines before a place from the first one on that counted: those before it may be common to many logs. */
  #own({ position }: Milestone, before: string): string {
    const { first = 0 } = this.generation.checkpoint;
    const start = position - before.length;
    return first < start ? before : `\n${before.slice(first - start)}`;
  }

  /** Whether a log of this size is the same one, cut or rewritten: more than a beginning in which no whole line counted. */
  isReplacedBy(size: number): boolean {
    const { position, first = Number.POSITIVE_INFINITY } = this.generation.checkpoint;
    return this.#agreedLine > first && this.#agreed >= 0.5 * Math.min(size, position);
  }

  /** Bytes that were counted and are gone from a log of this size. */
  lostIn(size: number): number {
    const { checkpoint, head } = this.generation;
    const { position } = checkpoint;
    if (!this.isReplacedBy(size)) return Math.max(0, position - head.bytes);
    return size < position ? position - size : position - this.#agreed;
  }
}

/** A log with the same text in most lines looks cut or grown wherever it is compared. */
export function isDistinctive(text: string): boolean {
  const lines = text.split("\n").slice(1, -1);
  return lines.length < 2 || new Set(lines).size * 2 > lines.length;
}
