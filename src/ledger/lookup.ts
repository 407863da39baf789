import type { LogName } from "../log/log-name.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Beginning } from "./batch.ts";
import { fingerprintOf, headBytes, tailBytes } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";
import type { Generations } from "./generations.ts";
import { PreviousGeneration } from "./previous-generation.ts";
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
}

/** Finds out where reading a log has stopped, from its head and from the bytes before the positions that are stored. */
export async function lookUp(
  store: Pick<Generations, "generationsFor">,
  source: LogName,
  log: SeekableLog,
): Promise<Lookup> {
  const head = await log.read(0, Math.min(headBytes, log.size));
  const beginning = await store.generationsFor(head, source);
  const known = { head, size: log.size, beginning };
  for (const base of beginning.generations) {
    const { tail, checkpoint } = base;
    if (checkpoint.position > log.size) continue;
    const recent = await readBefore(log, checkpoint.position, recentBytes);
    if (tail.bytes === 0 || fingerprintOf(recent.slice(-tail.bytes)).hash === tail.hash)
      return { ...known, base, recent, previousGeneration: null };
  }
  const previousGeneration = previousGenerationOf(beginning, head);
  if (previousGeneration !== null) await compare(previousGeneration, log);
  return { ...known, base: null, recent: "", previousGeneration };
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
