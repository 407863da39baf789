const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** The end of the first line that ends at `from` or later; the length where there is none. */
export function lineEndFrom(lines: string | Uint8Array, from: number): number {
  const newline = typeof lines === "string" ? lines.indexOf("\n", from) : lines.indexOf(NEWLINE, from);
  return newline < 0 ? lines.length : newline + 1;
}

/** The end of the last line that ends before `to`, or 0. A negative index would mean the last byte. */
export function lineStartBefore(lines: string | Uint8Array, to: number): number {
  if (to === 0) return 0;
  return (typeof lines === "string" ? lines.lastIndexOf("\n", to - 1) : lines.lastIndexOf(NEWLINE, to - 1)) + 1;
}

/** A part of lines, in the memory that they are in. */
export function partOf(lines: string | Uint8Array, from: number, to: number): string | Uint8Array {
  return typeof lines === "string" ? lines.slice(from, to) : lines.subarray(from, to);
}

/** A part of lines as a byte string. */
export function textOf(lines: string | Uint8Array, from: number, to: number): string {
  if (typeof lines === "string") return lines.slice(from, to);
  return Buffer.from(lines.buffer, lines.byteOffset, lines.length).toString("latin1", from, to);
}

/** A line without its `\n` or `\r\n`. */
export function withoutLineEnd(line: string): string {
  const last = line.length - 1;
  if (line.charCodeAt(last) !== NEWLINE) return line;
  return line.slice(0, line.charCodeAt(last - 1) === CARRIAGE_RETURN ? last - 1 : last);
}

/** A line and its end, `\n` or `\r\n`, which the last line of a log may lack. */
export function splitLineEnd(line: string): [body: string, lineEnd: string] {
  const lineEnd = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
  return [line.slice(0, line.length - lineEnd.length), lineEnd];
}
