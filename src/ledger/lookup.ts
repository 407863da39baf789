import type { LogName } from "../log/log-name.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Beginning } from "./batch.ts";
import { copiedPart } from "./copied.ts";
import { type Fingerprint, fingerprintOf, headBytes, tailBytes } from "./fingerprint.ts";
import { type Generation, isUnfinished, longestFirst, restBytes } from "./generation.ts";
import type { Generations } from "./generations.ts";
import { milestoneAt } from "./milestone.ts";
import type { FindOther, OtherLog } from "./other-logs.ts";
import { lastLineEnd } from "./pieces.ts";
import { isDistinctive, PreviousGeneration } from "./previous-generation.ts";
import { recentBytes } from "./recent-bytes.ts";

/** What a tracker goes on from. */
export interface Found {
  /** `Beginning.newest`. */
  readonly newest: number;
  /** Generations that the log may be, longest first. */
  readonly generations: readonly Generation[];
  /** The former life of the log, where that may have become this one. */
  readonly previous: PreviousGeneration | null;
  /** The log's size where it is known before it is read. */
  readonly size: number | null;
}

/** What is known about a log before it is read. */
export interface Lookup extends Found {
  /** Its first bytes. */
  readonly head: string;
  readonly size: number;
  /** The generation that is continued; null for a new one. */
  readonly base: Generation | null;
  /** The last bytes before its position. */
  readonly recent: string;
}

/** What a log is looked up with. */
export interface LookupOptions {
  readonly store: Pick<Generations, "generationsFor">;
  readonly source: LogName;
  /** The same for the file as long as it exists; without it, files are distinguished by their names alone. */
  readonly file?: string | null | undefined;
  /** Finds a generation in another file; without it, none is known to live elsewhere. */
  readonly findOther?: FindOther | undefined;
}

const chunkBytes = 1 << 18;
const nowhere: FindOther = async () => null;

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
  const { source, findOther = nowhere } = options;
  const { head, size, beginning } = await ask(log, options);
  const still = { size, read: (at: number, length: number) => log.read(at, Math.min(length, size - at)) };
  const claims = new Claims(findOther, beginning.previousGeneration);
  const { newest } = beginning;
  const unknown = { newest, head, size, base: null, recent: "", generations: [], previous: null };
  const own: Generation[] = [];
  for (const base of longestFirst(beginning.generations, source)) {
    const fit = await fitOf(base, still, options, claims);
    if (fit.kind === "continued") return { ...unknown, generations: [base], base, recent: fit.recent };
    if (fit.kind === "whole") return { ...unknown, generations: [base] };
    if (fit.kind === "copy") {
      const recent = await readBefore(still, size, recentBytes);
      const mine = beginning.generations.find((one) => isNamed(one, source) && endsAt(one, size, recent));
      if (mine !== undefined && !isUnfinished(mine)) return { ...unknown, generations: [mine], base: mine, recent };
      return { ...unknown, generations: [copiedPart(head, size, recent)] };
    }
    if (fit.kind === "another") own.push(base);
  }
  const previous = await withoutOthers({ ...beginning, generations: own }, head, findOther);
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
  findOther: FindOther = nowhere,
): Promise<PreviousGeneration | null> {
  const previous = previousGenerationOf(beginning, head);
  return previous === null || (await findOther(previous.generation)) === null ? previous : null;
}

/** Who else may be a generation. */
class Claims {
  readonly #findOther: FindOther;
  readonly #newestOfName: number | undefined;
  /** Files that continue a longer generation: each continues one. */
  readonly #taken = new Set<string>();

  constructor(findOther: FindOther, newestOfName: Generation | null) {
    this.#findOther = findOther;
    this.#newestOfName = newestOfName?.id;
  }

  async find(generation: Generation): Promise<OtherLog | null> {
    const other = await this.#findOther(generation, { taken: this.#taken });
    if (other === null) return null;
    const isCounted = endsIn(other, generation);
    if (other.isOriginal || isCounted) this.#taken.add(other.path);
    const isNewest = generation.id === this.#newestOfName;
    return other.isPast && isNewest && !isCounted ? { ...other, isPast: false } : other;
  }

  /** Whether a generation is in the file that it was counted in. */
  async isWhereRead(generation: Generation): Promise<boolean> {
    return (await this.#findOther(generation, { whereRead: true })) !== null;
  }

  take({ path }: OtherLog): void {
    this.#taken.add(path);
  }
}

type Fit =
  | { readonly kind: "another" }
  /** Another file is the generation. */
  | { readonly kind: "other" }
  /** All of the log is counted, in another file, and it needs a generation of its own before that file is gone. */
  | { readonly kind: "copy" }
  /** All of the log is counted. */
  | { readonly kind: "whole" }
  | { readonly kind: "continued"; readonly recent: string };

/** How a log fits a generation that begins like it. */
async function fitOf(base: Generation, log: SeekableLog, options: LookupOptions, claims: Claims): Promise<Fit> {
  const { position, first } = base.checkpoint;
  if (position > log.size) return await fitOfPart(base, log, claims);
  const recent = await readBefore(log, position, recentBytes);
  if (!endsWith(recent, base.tail)) return { kind: "another" };
  const ends = position === log.size;
  if (!ends && position + restBytes(base) > log.size) return await fitOfPart(base, log, claims);
  if (!ends && !(await holdsRest(log, base))) return { kind: "another" };
  const isOwn = isNamed(base, options.source);
  if (first === undefined && !isUnfinished(base))
    return isOwn || !(await claims.isWhereRead(base)) ? { kind: "continued", recent } : { kind: "other" };
  const isDistinct = await hasOwnLines(log, base, position);
  if (ends && isDistinct && !isOwn && (await claims.isWhereRead(base))) return { kind: "copy" };
  if (ends && isUnfinished(base)) return { kind: "whole" };
  if (isDistinct && !isUnfinished(base)) return { kind: "continued", recent };
  const other = await claims.find(base);
  if (other === null || !hasBetterClaim(other, base, options, ends)) return { kind: "continued", recent };
  if (isUnfinished(base) && (await isPrefix(other, log))) return { kind: "continued", recent };
  claims.take(other);
  return { kind: "other" };
}

/** How a log fits a generation that reaches beyond its end. */
async function fitOfPart(base: Generation, log: SeekableLog, claims: Claims): Promise<Fit> {
  const { first = Number.POSITIVE_INFINITY, position } = base.checkpoint;
  const before = await readBefore(log, Math.min(log.size, position), tailBytes);
  // A line that is not whole may be the beginning of another one.
  const end = Math.min(log.size, position) - (before.length - lastLineEnd(before) - 1);
  if (end <= first) return { kind: "another" };
  const isDistinct = await hasOwnLines(log, base, end);
  if (isDistinct && !(await mayBePart(log, base))) return { kind: "another" };
  const other = await claims.find(base);
  const isCopy = isDistinct && other !== null && !other.isPast && (await isPrefix(log, other));
  return isCopy ? { kind: "copy" } : { kind: "another" };
}

/** Whether a log has the same bytes before the last milestone of a generation that it reaches. */
async function mayBePart(log: SeekableLog, { milestones }: Generation): Promise<boolean> {
  const milestone = milestones.find(({ position }) => position <= log.size);
  if (milestone === undefined) return true;
  const before = await readBefore(log, milestone.position, tailBytes);
  return milestoneAt(milestone.position, before).hash === milestone.hash;
}

/** What rotation made of the log has the better claim, and so has the file that the generation was counted in. */
function hasBetterClaim(other: OtherLog, base: Generation, { file }: LookupOptions, ends: boolean): boolean {
  if (other.isPast || other.isSameFile) return true;
  const isSameFile = base.checkpoint.file !== undefined && base.checkpoint.file === file;
  return other.isOriginal && !ends && !isSameFile;
}

function isNamed({ source }: Generation, { host, name }: LogName): boolean {
  return source.host === host && source.name === name;
}

/** Whether the last lines before a place differ, but for those before the first one that counted: many logs share them. */
async function hasOwnLines(log: SeekableLog, { checkpoint: { first = 0 } }: Generation, end: number): Promise<boolean> {
  const start = Math.max(Math.min(first, end), end - tailBytes);
  const lines = await log.read(start, end - start);
  return isDistinctive(start === first ? `\n${lines}` : lines);
}

/** Whether a log has the unfinished line of a generation, where there is one. */
export async function holdsRest(log: SeekableLog, generation: Generation): Promise<boolean> {
  const { position, rest } = generation.checkpoint;
  if (!isUnfinished(generation) || rest === undefined) return true;
  return fingerprintOf(await log.read(position, rest.bytes)).hash === rest.hash;
}

/** Whether a generation ends at a place behind these bytes. */
function endsAt({ checkpoint, tail }: Generation, position: number, recent: string): boolean {
  return checkpoint.position === position && endsWith(recent, tail);
}

function endsWith(text: string, { bytes, hash }: Fingerprint): boolean {
  return bytes === 0 || fingerprintOf(text.slice(-bytes)).hash === hash;
}

/** Whether a file is counted to its end in this generation: a rotated one is read before its log. */
function endsIn({ size }: OtherLog, generation: Generation): boolean {
  const { position } = generation.checkpoint;
  return size === position || (isUnfinished(generation) && size > position);
}

async function isPrefix(log: SeekableLog, of: SeekableLog): Promise<boolean> {
  if (log.size > of.size) return false;
  for (let at = 0; at < log.size; at += chunkBytes) {
    const length = Math.min(chunkBytes, log.size - at);
    if ((await log.read(at, length)) !== (await of.read(at, length))) return false;
  }
  return true;
}

/** The previous generation that a log has to be compared with: one with the same head, or with a head that is now cut. */
function previousGenerationOf({ generations, previousGeneration }: Beginning, head: string): PreviousGeneration | null {
  if (previousGeneration === null) return null;
  const isSame =
    generations.some(({ id }) => id === previousGeneration.id) || head.length < previousGeneration.head.bytes;
  return isSame ? new PreviousGeneration(previousGeneration) : null;
}

async function compare(previous: PreviousGeneration, log: SeekableLog): Promise<void> {
  for (const milestone of previous.generation.milestones) {
    if (milestone.position > log.size) continue;
    if (previous.compare(milestone, await readBefore(log, milestone.position, tailBytes))) return;
  }
}

function readBefore(log: SeekableLog, position: number, most: number): Promise<string> {
  const start = Math.max(0, position - most);
  return log.read(start, position - start);
}
