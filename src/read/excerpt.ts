import type { AnnotatedLine } from "../annotate/annotated-line.ts";

const MAX_EXAMPLE_BYTES = 4096;

/** Returns a line as it may be kept for an example: only the surroundings of the first finding of a long one. */
export function excerptOf(line: AnnotatedLine): AnnotatedLine {
  const { body, findings } = line;
  if (body.length <= MAX_EXAMPLE_BYTES) return line;
  const start = Math.max(0, (findings[0]?.start ?? 0) - MAX_EXAMPLE_BYTES / 2);
  const cut = body.slice(start, start + MAX_EXAMPLE_BYTES);
  // No part of a character of several bytes.
  return { ...line, body: cut.replace(/^[\x80-\xbf]{1,3}|[\xc0-\xff][\x80-\xbf]{0,3}$/g, "") };
}
