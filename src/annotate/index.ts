// What is written beside a finding. A style is one file: it gets a line with its findings and a pen, and returns the
// line as it goes out, still as a byte string. Whatever it adds can be taken away again: the log's own bytes stay as
// they are, in their order. To add a style, copy suffix.ts and list it below.

import type { Operation } from "../catalogue/entry.ts";
import type { Finding } from "../recognise/finding.ts";
import { below } from "./below.ts";
import { inline } from "./inline.ts";
import type { Pen } from "./pen.ts";
import { suffix } from "./suffix.ts";

/** A line with findings, and what else it told. */
export interface AnnotatedLine {
  /** The source's name. */
  readonly source: string;
  /** 1-based. */
  readonly number: number;
  /** Byte string without the line end. */
  readonly body: string;
  /** `\n`, `\r\n`, or empty: the last line, or a part of a long one. */
  readonly lineEnd: string;
  /** In order of their place, at least one. */
  readonly findings: readonly Finding[];
  /** Unix milliseconds by the log's own clock, or null. */
  readonly time: number | null;
  readonly operation: Operation | null;
  readonly endpoint: string | null;
}

/** Renders one line with its annotations. */
export type Style = (line: AnnotatedLine, pen: Pen) => string;

/** Every style by its name on the command line; the first is the default. */
export const styles = { inline, suffix, below } as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;
