import type { LogName } from "../log/log-name.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Beginning } from "./batch.ts";
import { fingerprintOf, headBytes, tailBytes } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";
import type { Generations } from "./generations.ts";
import type { FindOther, OtherLog } from "./other-logs.ts";
import { isDistinctive, PreviousGeneration } from "./previous-generation.ts";
import { recentBytes } from "./recent-bytes.ts";

/** What is known about a log before it is read. */
export interface Lookup {
  /** Its first bytes. */
  readonly head: string;
  readonly size: number;
  readonly beginning: Beginning;
  /** The generation that is continued, and the last bytes before its position; null for a new one. */
  readonly base: Generation | null;
  readonly recent: string;
  readonly previousGeneration: PreviousGeneration | null;
  /** Whether all of it is counted under another name, and that is stored already; null where it is not counted. */
  readonly covered: "known" | "new" | null;
}

const chunkBytes = 1 << 18;
const nowhere: FindOther = async () => null;

/** Finds out where reading a log has stopped, from its head and from the bytes before the positions that are stored. */
export async function lookUp(
  store: Pick<Generations, "generationsFor">,
  source: LogName,
  log: SeekableLog,
  findOther: FindOther = nowhere,
): Promise<Lookup> {
  const head = await log.read(0, Math.min(headBytes, log.size));
  const found = await store.generationsFor(head, source);
  const own: Generation[] = [];
  /** Files that continue a generation: each continues one. */
  const taken = new Set<string>();
  const unknown = { head, size: log.size, base: null, recent: "", previousGeneration: null, covered: null };
  for (const base of found.generations) {
    const fit = await fitOf(base, log, async (generation) => {
      const other = await findOther(generation, taken);
      if (other !== null && (other.isOriginal || isCounted(generation, other))) taken.add(other.path);
      const isNewest = generation.id === found.previousGeneration?.id;
      return other?.isPast === true && isNewest && !isCounted(generation, other) ? { ...other, isPast: false } : other;
    });
    if (fit.kind === "covered") {
      const isKnown = await endsOne(found.generations, log, fit.outgrown ? base : null);
      return { ...unknown, beginning: found, covered: isKnown ? "known" : "new" };
    }
    if (fit.kind === "other") taken.add(fit.path);
    else own.push(base);
    if (fit.kind === "continued")
      return { ...unknown, beginning: { ...found, generations: own }, base, recent: fit.recent };
  }
  const beginning = await withoutOthers({ ...found, generations: own }, head, findOther);
  const previousGeneration = previousGenerationOf(beginning, head);
  if (previousGeneration !== null) await compare(previousGeneration, log);
  return { ...unknown, beginning, previousGeneration };
}

/** What is known, without a previous generation that lives on in another file: nothing replaces it. */
export async function withoutOthers(
  beginning: Beginning,
  head: string,
  findOther: FindOther = nowhere,
): Promise<Beginning> {
  const previous = previousGenerationOf(beginning, head)?.generation;
  if (previous === undefined || (await findOther(previous)) === null) return beginning;
  return { ...beginning, previousGeneration: null };
}

type Fit =
  | { readonly kind: "open" }
  /** All of the log is in another file, which continues the generation; outgrown: now and not before. */
  | { readonly kind: "covered"; readonly outgrown: boolean }
  | { readonly kind: "other"; readonly path: string }
  | { readonly kind: "continued"; readonly recent: string };

/** How a log fits a generation that begins like it. */
async function fitOf(base: Generation, log: SeekableLog, findOther: FindOther): Promise<Fit> {
  const { position } = base.checkpoint;
  if (position > log.size) {
    const other = await findOther(base);
    const isCopy = other !== null && !other.isPast && (await hasOwnLines(log, base, log.size));
    return isCopy && (await isPrefix(log, other)) ? { kind: "covered", outgrown: false } : { kind: "open" };
  }
  const recent = await readBefore(log, position, recentBytes);
  const { bytes, hash } = base.tail;
  if (bytes > 0 && fingerprintOf(recent.slice(-bytes)).hash !== hash) return { kind: "open" };
  const isUnfinished = base.unfinished.minutes.length > 0;
  // Only a log that holds the unfinished line takes it back.
  if (isUnfinished && position === log.size) return { kind: "covered", outgrown: false };
  if (isUnfinished && !(await holdsRest(log, base))) return { kind: "open" };
  if (isUnfinished || !(await hasOwnLines(log, base, position))) {
    const other = await findOther(base);
    // The file that it was counted in has the better claim, and so has what rotation made of that.
    const isOriginal = other?.isOriginal === true && position < log.size;
    if ((other?.isPast || isOriginal) && (!isUnfinished || !(await isPrefix(other, log))))
      return { kind: "other", path: other.path };
  } else if (position === log.size && base.checkpoint.first !== undefined) {
    // The file that has grown takes the generation along, and the copy needs one of its own before that file is gone.
    const other = await findOther(base);
    if (other !== null && !other.isPast && other.size > log.size && (await isPrefix(log, other)))
      return { kind: "covered", outgrown: true };
  }
  return { kind: "continued", recent };
}

/** Whether the last lines before a place differ, but for those before the first one that counted: many logs share them. */
async function hasOwnLines(log: SeekableLog, { checkpoint: { first = 0 } }: Generation, end: number): Promise<boolean> {
  const start = Math.max(Math.min(first, end), end - tailBytes);
  const lines = await log.read(start, end - start);
  return isDistinctive(start === first ? `\n${lines}` : lines);
}

/** Whether the unfinished line of a generation begins at its position in a log. */
export async function holdsRest(log: SeekableLog, { checkpoint: { position, rest } }: Generation): Promise<boolean> {
  return rest === undefined || fingerprintOf(await log.read(position, rest.bytes)).hash === rest.hash;
}

/** Whether a log ends just where a generation does, but for one. */
async function endsOne(
  generations: readonly Generation[],
  log: SeekableLog,
  except: Generation | null,
): Promise<boolean> {
  const end = await readBefore(log, log.size, tailBytes);
  return generations.some((generation) => {
    const { checkpoint, tail } = generation;
    const isSame = fingerprintOf(end.slice(end.length - tail.bytes)).hash === tail.hash;
    return generation !== except && checkpoint.position === log.size && isSame;
  });
}

/** Whether a file is counted to its end in this generation: a rotated one is read before its log. */
function isCounted({ checkpoint, unfinished }: Generation, { size }: OtherLog): boolean {
  return size === checkpoint.position || (unfinished.minutes.length > 0 && size > checkpoint.position);
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
export function previousGenerationOf(
  { generations, previousGeneration }: Beginning,
  head: string,
): PreviousGeneration | null {
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
