import type { AnnotatedLine } from "./annotated-line.ts";
import { type StyleName, styles } from "./index.ts";
import { annotateJsonLine } from "./json-line.ts";
import { jsonRecord } from "./json-record.ts";
import type { Pen } from "./pen.ts";

/** Turns lines into output, all as byte strings; empty for a line that is left out. */
export interface Renderer {
  /** Bytes of the log without findings; the same object when they need no change. */
  plain<Bytes extends string | Uint8Array>(bytes: Bytes): Bytes | string;
  /** A line with findings. `whole` is false for a part of a line that is too long for memory. */
  annotated(line: AnnotatedLine, whole: boolean): string;
  /** Whether it gets each of several records on one line by itself; else it gets the line with the findings of all. */
  readonly showsRecords?: boolean;
}

/** Makes the renderer of the `annotate` command. */
export function createRenderer(options: {
  readonly pen: Pen;
  readonly style: StyleName;
  readonly format: "text" | "json";
  /** Whether to leave out lines without findings. */
  readonly onlyMatching: boolean;
}): Renderer {
  const { pen } = options;
  const style = styles[options.style];
  if (options.format === "json") return { plain: () => "", annotated: jsonRecord, showsRecords: true };
  return {
    plain: options.onlyMatching ? () => "" : pen.show,
    annotated: (line, whole) => (whole ? (annotateJsonLine(line, pen) ?? style(line, pen)) : styles.inline(line, pen)),
  };
}
