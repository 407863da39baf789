// Recognisers: one file per form of a code. Each finds its spelling in one untouched byte line (a Latin-1 string: one
// character per byte of the log, so text in UTF-8 is seen as its bytes) and says with its own sample lines what it
// must match and what it must leave alone. To add a form, copy the smallest file, dotnet-name.ts, and list it below.
import type { Finding, Form } from "./finding.ts";

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
   * Lower-case byte strings of three bytes or more, compared ignoring ASCII case: every line with a match contains at
   * least one of them. The sieve is built from these and from nothing else.
   */
  readonly fingerprints: readonly string[];
  /** Lines that it must match (with the codes it must give, in order) and lines that it must not. */
  readonly samples: {
    readonly match: readonly (readonly [line: string, ...codes: number[]])[];
    readonly ignore: readonly string[];
  };
}

export type { Finding, Form };
