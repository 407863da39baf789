import type { SeekableLog } from "../log/seekable-log.ts";
import type { Claims } from "./claims.ts";
import { fingerprintOf, tailBytes } from "./fingerprint.ts";
import { type Generation, isUnfinished, restBytes } from "./generation.ts";
import { lastLineEnd } from "./pieces.ts";
import { isDistinctive } from "./previous-generation.ts";
import { recentBytes } from "./recent-bytes.ts";
import type { StillLog } from "./still-log.ts";

const chunkBytes = 1 << 18;

/** How a log fits a generation. */
export type Fit =
  | { readonly kind: "another" }
  /** Another file is the generation. */
  | { readonly kind: "other" }
  /** All of the log is counted, in another file, and it needs a generation of its own before that file is gone. */
  | { readonly kind: "copy" }
  /** All of the log is counted. */
  | { readonly kind: "whole" }
  | { readonly kind: "continued"; readonly recent: string };

/** How a log fits a generation that begins like it. */
export async function fitOf(base: Generation, log: StillLog, claims: Claims): Promise<Fit> {
  const { position, first } = base.checkpoint;
  if (position > log.size) return await fitOfPart(base, log, claims);
  if (!(await log.endsWith(position, base.tail))) return { kind: "another" };
  const recent = await log.before(position, recentBytes);
  const ends = position === log.size;
  if (!ends && position + restBytes(base) > log.size) return await fitOfPart(base, log, claims);
  if (!ends && !(await holdsRest(log, base))) return { kind: "another" };
  const isOwn = claims.isOfName(base);
  if (first === undefined && !isUnfinished(base))
    return isOwn || !(await claims.isWhereRead(base)) ? { kind: "continued", recent } : { kind: "other" };
  const lines = await ownLines(log, base, position);
  const isDistinct = isDistinctive(lines);
  if (ends && isDistinct && !isOwn && (await claims.isWhereRead(base))) return { kind: "copy" };
  if (ends && isUnfinished(base)) return { kind: "whole" };
  if (claims.isAsItWas(base, log)) return { kind: "continued", recent };
  if ((!isDistinct || isOneLine(lines)) && claims.isOutlived(base)) {
    claims.pass(base);
    return { kind: "other" };
  }
  if (isDistinct && !isUnfinished(base)) return { kind: "continued", recent };
  const other = await claims.find(base);
  if (other === null || !(await claims.isBetter(other, base, ends))) return { kind: "continued", recent };
  if (isUnfinished(base) && (await isPrefix(other, log))) return { kind: "continued", recent };
  claims.take(other);
  return { kind: "other" };
}

/** How a log fits a generation that reaches beyond its end. */
async function fitOfPart(base: Generation, log: StillLog, claims: Claims): Promise<Fit> {
  const { first = Number.POSITIVE_INFINITY, position } = base.checkpoint;
  const before = await log.before(Math.min(log.size, position), tailBytes);
  // A line that is not whole may be the beginning of another one.
  const end = Math.min(log.size, position) - (before.length - lastLineEnd(before) - 1);
  const isDistinct = end > first && isDistinctive(await ownLines(log, base, end));
  if (end <= first || (isDistinct && !(await mayBePart(log, base)))) {
    claims.pass(base);
    return { kind: "another" };
  }
  const other = await claims.find(base);
  const isCopy = isDistinct && other !== null && !other.isPast && (await isPrefix(log, other));
  return isCopy ? { kind: "copy" } : { kind: "another" };
}

/** Whether a log has the same bytes before the last milestone of a generation that it reaches. */
async function mayBePart(log: StillLog, { milestones }: Generation): Promise<boolean> {
  const milestone = milestones.find(({ position }) => position <= log.size);
  if (milestone === undefined) return true;
  return (await log.hashBefore(milestone.position, tailBytes)).startsWith(milestone.hash);
}

/** The last lines before a place, but for those before the first one that counted: many logs share them. */
async function ownLines(log: SeekableLog, { checkpoint: { first = 0 } }: Generation, end: number): Promise<string> {
  const start = Math.max(Math.min(first, end), end - tailBytes);
  const lines = await log.read(start, end - start);
  return start === first ? `\n${lines}` : lines;
}

function isOneLine(lines: string): boolean {
  return lines.startsWith("\n") && lines.indexOf("\n", 1) === lines.length - 1;
}

/** Whether a log has the unfinished line of a generation, where there is one. */
export async function holdsRest(log: SeekableLog, generation: Generation): Promise<boolean> {
  const { position, rest } = generation.checkpoint;
  if (!isUnfinished(generation) || rest === undefined) return true;
  return fingerprintOf(await log.read(position, rest.bytes)).hash === rest.hash;
}

async function isPrefix(log: SeekableLog, of: SeekableLog): Promise<boolean> {
  if (log.size > of.size) return false;
  for (let at = 0; at < log.size; at += chunkBytes) {
    const length = Math.min(chunkBytes, log.size - at);
    if ((await log.read(at, length)) !== (await of.read(at, length))) return false;
  }
  return true;
}
