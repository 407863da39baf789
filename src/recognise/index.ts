// Recognisers: one file per form of a code. Each finds its spelling in one untouched byte line (a Latin-1 string: one
// character per byte of the log, so text in UTF-8 is seen as its bytes) and says with its own sample lines what it
// must match and what it must leave alone. To add a form, copy the smallest file, dotnet-name.ts, and list it below.
import type { Line } from "./context.ts";
import { decimal } from "./decimal.ts";
import { dotnetName } from "./dotnet-name.ts";
import type { Confidence, Finding, Form } from "./finding.ts";
import { hex } from "./hex.ts";
import { hresult } from "./hresult.ts";
import { macro } from "./macro.ts";
import type { Match } from "./match.ts";
import { message } from "./message.ts";
import { ntstatus } from "./ntstatus.ts";
import { posixName } from "./posix-name.ts";
import { signed } from "./signed.ts";

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
  readonly fingerprints: readonly string[];
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

/** All forms; where two claim the same bytes, the longer spelling wins, then the earlier one here. */
export const recognisers: readonly Recogniser[] = [
  macro,
  ntstatus,
  hresult,
  signed,
  hex,
  dotnetName,
  posixName,
  decimal,
  message,
];

export { type Match, NO_MATCHES } from "./match.ts";
export type { Confidence, Finding, Form, Line };
