import type { Operation } from "../catalogue/entry.ts";
import type { Finding } from "../recognise/finding.ts";

/** A line with its findings, time, operation and endpoint. */
export interface AnnotatedLine {
  /** The source's name. */
  readonly source: string;
  /** 1-based. */
  readonly number: number;
  /** The number of the line that its record begins with. */
  readonly record: number;
  /** Byte string without the line end. */
  readonly body: string;
  /** `\n`, `\r\n`, or empty for the last line and for a part of a long one. */
  readonly lineEnd: string;
  /** By their position in the line, at least one. */
  readonly findings: readonly Finding[];
  /** Unix milliseconds by the log's own clock, or null. */
  readonly time: number | null;
  readonly operation: Operation | null;
  readonly endpoint: string | null;
}
