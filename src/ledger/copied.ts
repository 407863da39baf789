import { atBeginning } from "./checkpoint.ts";
import { fingerprintOf, tailBytes } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";

/** The id of what is counted in other generations. */
export const elsewhere = 0;

/** What takes the place of a generation for a copy: all of it as it is now, from its first and its last bytes. */
export function copiedPart(head: string, size: number, recent: string): Generation {
  return {
    id: elsewhere,
    source: { host: "", name: "" },
    head: fingerprintOf(head),
    tail: fingerprintOf(recent.slice(-tailBytes)),
    milestones: [],
    checkpoint: { ...atBeginning, position: size },
    unfinished: { minutes: [], endpoints: [], operations: [] },
  };
}
