// Recognisers: one file per form of a code. Each finds its spelling in one untouched byte line (a Latin-1 string: one
// character per byte of the log, so text in UTF-8 is seen as its bytes) and says with its own sample lines what it
// must match and what it must leave alone. To add a form, copy the smallest file, dotnet-name.ts, and list it below.
import type { Line } from "./context.ts";
import type { Confidence, Finding, Form } from "./finding.ts";

/** What `find` gets beside the line. */
export interface RecogniseOptions {
  /** Keep only findings that are `certain`. */
  readonly strict?: boolean;
  /** Take POSIX names for Winsock errors even where the line does not show Windows. */
  readonly posixNames?: boolean;
}

/** A place that one recogniser claims: half-open range in the byte line. */
export interface Match {
  readonly code: number;
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
}

/** One form of a code. */
export interface Recogniser {
  readonly form: Form;
  /**
   * Lower-case byte strings of three bytes or more, compared ignoring ASCII case: every line with a match contains at
   * least one of them. The sieve is built from these and from nothing else, and `find` is asked only about such lines.
   */
  readonly fingerprints: readonly string[];
  /** Every place in the line that spells a code in this form, in order; `NO_MATCHES` when there is none. */
  find(line: Line, options: RecogniseOptions): readonly Match[];
  /** Lines that it must match (with the codes it must give, in order) and lines that it must not. */
  readonly samples: {
    readonly match: readonly (readonly [line: string, ...codes: number[]])[];
    readonly ignore: readonly string[];
  };
}

/** What `find` returns when there is nothing: always the same object. */
export const NO_MATCHES: readonly Match[] = [];

/** All forms; where two claim the same bytes, the longer spelling wins, then the earlier one here. */
export const recognisers: readonly Recogniser[] = [];

export type { Confidence, Finding, Form, Line };
