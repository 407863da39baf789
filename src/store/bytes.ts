/** A part of a byte string, or of bytes as a byte string. */
export function sliceOf(bytes: string | Uint8Array, start = 0, end: number = bytes.length): string {
  return typeof bytes === "string" ? bytes.slice(start, end) : bufferOver(bytes).toString("latin1", start, end);
}

/** Where the last `\n` stands, or -1. */
export function lastLineEnd(bytes: string | Uint8Array): number {
  return typeof bytes === "string" ? bytes.lastIndexOf("\n") : bufferOver(bytes).lastIndexOf(10);
}

/** How many `\n` there are. */
export function countLineEnds(bytes: string): number {
  let count = 0;
  for (let at = bytes.indexOf("\n"); at >= 0; at = bytes.indexOf("\n", at + 1)) count++;
  return count;
}

/** The store holds text for people; up to there it is a byte string. */
export function decode(bytes: string): string {
  return /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}

function bufferOver({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
