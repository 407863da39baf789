import type { Form } from "./finding.ts";
import type { Line } from "./line.ts";
import type { Match } from "./match.ts";

/** What `find` gets beside the line. */
export interface RecogniseOptions {
  /** Keep only findings that are `certain`. */
  readonly strict?: boolean;
  /** Take POSIX names for Winsock errors even where the line does not show Windows. */
  readonly posixNames?: boolean;
}

/** One form of a code. */
export interface Recogniser {
  readonly form: Form;
  /**
   * Byte strings of three bytes or more, in lower case for any case or with capitals for themselves: every line with a
   * match contains at least one of them, or of the numbers. The sieve is built from these and from nothing else, and
   * `find` is asked only about such lines.
   */
  readonly literals: readonly string[];
  /** Whole decimal numbers of three digits or more: no digit stands before or behind. */
  readonly numbers?: readonly string[];
  /** Every place in the line that spells a code in this form, in order; `NO_MATCHES` when there is none. */
  find(line: Line, options: RecogniseOptions): readonly Match[];
  /** Lines that it must match (with the codes it must give, in order) and lines that it must not. */
  readonly samples: {
    readonly match: readonly (readonly [line: string, ...codes: number[]])[];
    readonly ignore: readonly string[];
  };
}
