import type { LiteralGroup } from "./first-look.ts";
import type { Line } from "./line.ts";
import type { Match } from "./match.ts";

/** Options of `find`. */
export interface RecogniseOptions {
  /** Keep only findings that are `certain`. */
  readonly strict?: boolean;
  /** Take POSIX names for Winsock errors even where the line does not show Windows. */
  readonly posixNames?: boolean;
}

/**
 * One form of a code. Every line with a match contains at least one of its literals or numbers: the sieve is built from
 * these alone, and `find` gets only such lines.
 */
export interface Recogniser<Form extends string = string> extends LiteralGroup {
  readonly form: Form;
  /** Every place in the line that spells a code in this form, in order; `NO_MATCHES` when there is none. */
  find(line: Line, options: RecogniseOptions): readonly Match[];
  /** Lines that it must match (with the codes it must give, in order) and lines that it must not. */
  readonly samples: {
    readonly match: readonly (readonly [line: string, ...codes: number[]])[];
    readonly ignore: readonly string[];
  };
}
