import { fingerprintOf, tailBytes } from "./fingerprint.ts";

/** The bytes before a place in a log: shows whether another log is this one, cut or rewritten. */
export interface Milestone {
  readonly position: number;
  /** First 16 digits of the SHA-256 of the bytes before it, up to 1 KiB. */
  readonly hash: string;
}

const distances = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192];
const minPosition = 32;

/** How far before a position the farthest new milestone is. */
export const milestoneReach = 8192;

/** The milestone at a position, from bytes that end there. */
export function milestoneAt(position: number, before: string): Milestone {
  return { position, hash: fingerprintOf(before.slice(-tailBytes)).hash.slice(0, 16) };
}

/** Milestones before a position, each twice as far from it as the one before, from bytes that end at the position. */
export function milestonesBefore(position: number, before: string): Milestone[] {
  return distances
    .filter((distance) => position - distance >= minPosition)
    .filter((distance) => before.length - distance >= Math.min(tailBytes, position - distance))
    .map((distance) => milestoneAt(position - distance, before.slice(0, before.length - distance)));
}

/** Old and new milestones before a position, thinned out so that each is about twice as far from it as the one before. */
export function thinOut(milestones: readonly Milestone[], position: number): Milestone[] {
  let farthest = 0;
  return milestones
    .filter((milestone) => milestone.position <= position)
    .sort((a, b) => b.position - a.position)
    .filter((milestone) => {
      const distance = position - milestone.position;
      const isFar = farthest === 0 || distance >= 1.9 * farthest;
      if (isFar) farthest = distance;
      return isFar;
    });
}
