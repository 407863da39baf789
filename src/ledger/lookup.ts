import type { LogName } from "../log/log-name.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Beginning } from "./batch.ts";
import type { Generation } from "./generation.ts";
import type { Generations } from "./generations.ts";
import { Former } from "./previous-generation.ts";
import { fingerprintOf, headBytes, tailBytes, windowBytes } from "./trail.ts";

/** What is known about a log before it is read. */
export interface Located {
  /** Its first bytes. */
  readonly head: string;
  readonly size: number;
  readonly beginning: Beginning;
  /** The generation that is continued, and the last bytes before its position; null for a new one. */
  readonly base: Generation | null;
  readonly recent: string;
  readonly former: Former | null;
}

/** Finds where a log was left. */
export async function locate(
  store: Pick<Generations, "generationsFor">,
  source: LogName,
  log: SeekableLog,
): Promise<Located> {
  const head = await log.read(0, Math.min(headBytes, log.size));
  const beginning = await store.generationsFor(head, source);
  const known = { head, size: log.size, beginning };
  for (const base of beginning.generations) {
    if (base.position > log.size) continue;
    const recent = await readBefore(log, base.position, tailBytes);
    if (fingerprintOf(recent.slice(-base.window.bytes)).hash === base.window.hash || base.window.bytes === 0)
      return { ...known, base, recent, former: null };
  }
  const former = formerOf(beginning, head);
  if (former !== null) await compare(former, log);
  return { ...known, base: null, recent: "", former };
}

/** The former life that a log has to be compared with: one with the same head, or a head that is now cut. */
export function formerOf(
  { generations, former }: { readonly generations: readonly Generation[]; readonly former: Generation | null },
  head: string,
): Former | null {
  if (former === null) return null;
  const isSame = generations.some(({ id }) => id === former.id) || head.length < former.head.bytes;
  return isSame ? new Former(former) : null;
}

async function compare(former: Former, log: SeekableLog): Promise<void> {
  for (const milestone of former.generation.milestones) {
    if (milestone.position > log.size) continue;
    if (former.compare(milestone, await readBefore(log, milestone.position, windowBytes))) return;
  }
}

function readBefore(log: SeekableLog, position: number, most: number): Promise<string> {
  const start = Math.max(0, position - most);
  return log.read(start, position - start);
}
