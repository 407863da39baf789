import type { AnnotatedLine } from "./annotated-line.ts";
import type { Pen } from "./pen.ts";

/** Writes one line with its annotations. */
export type Style = (line: AnnotatedLine, pen: Pen) => string;
