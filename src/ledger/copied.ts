import { atBeginning } from "./checkpoint.ts";
import { fingerprintOf, tailBytes } from "./fingerprint.ts";
import { type Generation, isUnfinished } from "./generation.ts";
import { lastLineEnd } from "./pieces.ts";

/** The id of what is counted in other generations. */
export const elsewhere = 0;

/** Whether two end at one place, with the same bytes and no unfinished line. */
export function endsAlike(one: Generation, other: Generation): boolean {
  const isSame = one.checkpoint.position === other.checkpoint.position && one.tail.hash === other.tail.hash;
  return isSame && !isUnfinished(one);
}

/** What takes the place of a generation for a copy: its lines as they are now, from its first and its last bytes. */
export function copiedPart(head: string, size: number, recent: string): Generation {
  const lines = recent.slice(0, lastLineEnd(recent) + 1);
  return {
    id: elsewhere,
    source: { host: "", name: "" },
    head: fingerprintOf(head),
    tail: fingerprintOf(lines.slice(-tailBytes)),
    milestones: [],
    checkpoint: { ...atBeginning, position: size - (recent.length - lines.length) },
    unfinished: { minutes: [], endpoints: [], operations: [] },
  };
}
