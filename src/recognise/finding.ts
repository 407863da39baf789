import type { recognisers } from "./forms/index.ts";
import type { Confidence } from "./match.ts";

/** How a code is spelled: the name of one of the listed forms, or `own` for a user's names and cues. */
export type Form = (typeof recognisers)[number]["form"] | "own";

/** One place in a line that names a Winsock error. */
export interface Finding {
  readonly code: number;
  /** The macro name, whatever the spelling in the line. */
  readonly name: string;
  readonly form: Form;
  readonly confidence: Confidence;
  /** The spelling in the line: a byte string. */
  readonly text: string;
  /** Half-open range in the byte line (one character per byte). */
  readonly start: number;
  readonly end: number;
}
