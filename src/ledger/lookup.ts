import type { SeekableLog } from "../log/seekable-log.ts";
import type { Beginning } from "./batch.ts";
import { Claims, type ClaimsOptions } from "./claims.ts";
import { copiedPart, endsAlike } from "./copied.ts";
import { headBytes, tailBytes } from "./fingerprint.ts";
import { fitOf } from "./fit.ts";
import { type Generation, longestFirst } from "./generation.ts";
import type { Generations } from "./generations.ts";
import { PreviousGeneration } from "./previous-generation.ts";
import { recentBytes } from "./recent-bytes.ts";
import { StillLog } from "./still-log.ts";

/** What a tracker goes on from. */
export interface Decision {
  /** `Beginning.newest`. */
  readonly newest: number;
  /** Generations that the log may be, longest first. */
  readonly generations: readonly Generation[];
  /** The former life of the log, where that may have become this one. */
  readonly previous: PreviousGeneration | null;
  /** The log's size where it is known before it is read. */
  readonly size: number | null;
  /** Up to where all lines of the log are counted in another file that goes on with the next one; null where it is no copy. */
  readonly copied: number | null;
}

/** What is known about a log before it is read. */
export interface Lookup extends Decision {
  /** Its first bytes. */
  readonly head: string;
  readonly size: number;
  /** The generation that is continued; null for a new one. */
  readonly base: Generation | null;
  /** The last bytes before its position. */
  readonly recent: string;
}

/** What a log is looked up with. */
export interface LookupOptions extends ClaimsOptions {
  readonly store: Pick<Generations, "generationsFor">;
}

/**
 * Finds out where reading a log has stopped: compares it with the generations that begin like it, the longest first.
 *
 * | the log … | then |
 * | --- | --- |
 * | differs before the position, or in the unfinished line | it is another one |
 * | ends before that | it is a part of the generation where another file shows that, else another one |
 * | ends at the position | all of it is counted; beside the file that it was counted in, it is a copy |
 * | goes on behind lines that are its own | it continues the generation |
 * | goes on behind lines that many logs may have | it continues the generation unless another file has the better claim |
 */
export async function lookUp(log: SeekableLog, options: LookupOptions): Promise<Lookup> {
  const { head, size, beginning } = await ask(log, options);
  const still = new StillLog(log, size);
  const claims = new Claims(options, beginning);
  const { newest } = beginning;
  const unknown = { newest, head, size, base: null, recent: "", generations: [], previous: null, copied: null };
  const own: Generation[] = [];
  for (const base of longestFirst(beginning.generations, options.source)) {
    const fit = await fitOf(base, still, claims);
    if (fit.kind === "continued") return { ...unknown, generations: [base], base, recent: fit.recent };
    if (fit.kind === "whole") return { ...unknown, generations: [base] };
    if (fit.kind === "copy") {
      const copied = copiedPart(head, size, await still.before(size, recentBytes));
      const known = beginning.generations.find((one) => claims.isOfName(one) && endsAlike(one, copied));
      return { ...unknown, generations: [known ?? copied], copied: copied.checkpoint.position };
    }
    if (fit.kind === "another") own.push(base);
  }
  const previous = await withoutOthers({ ...beginning, generations: own }, head, options);
  if (previous !== null) await compare(previous, still);
  return { ...unknown, previous };
}

/** What the store knows of a log that may be growing: it is then at least as long as it was for anybody who counted it. */
async function ask(log: SeekableLog, { store, source }: LookupOptions) {
  for (let known = -1; ; ) {
    const head = await log.read(0, Math.min(headBytes, log.size));
    const beginning = await store.generationsFor(head, source);
    const { size } = log;
    if (head.length >= Math.min(headBytes, size) || head.length === known) return { head, beginning, size };
    known = head.length;
  }
}

/** The former life of a log, unless it lives on in another file: then nothing replaces it. */
export async function withoutOthers(
  beginning: Beginning,
  head: string,
  { findOther = async () => null, file }: Pick<ClaimsOptions, "findOther" | "file">,
): Promise<PreviousGeneration | null> {
  const previous = previousGenerationOf(beginning, head, file);
  return previous === null || (await findOther(previous.generation)) === null ? previous : null;
}

/** The previous generation that a log has to be compared with: one with the same head, or with a head that is now cut. */
function previousGenerationOf(
  { generations, previousGeneration }: Beginning,
  head: string,
  file?: string | null,
): PreviousGeneration | null {
  if (previousGeneration === null) return null;
  const isSame =
    generations.some(({ id }) => id === previousGeneration.id) || head.length < previousGeneration.head.bytes;
  return isSame ? new PreviousGeneration(previousGeneration, file) : null;
}

async function compare(previous: PreviousGeneration, log: StillLog): Promise<void> {
  for (const milestone of previous.generation.milestones) {
    if (milestone.position > log.size) continue;
    if (previous.compare(milestone, await log.before(milestone.position, tailBytes))) return;
  }
}
