import type { RecordedLine } from "./tally.ts";

/** A piece of a log, and what was found in it. */
export interface Piece {
  readonly bytes: string | Uint8Array;
  readonly lineEnds: number;
  readonly line: RecordedLine | null;
  readonly codes: readonly number[];
  /** Whether the position stays before it. */
  readonly stays: boolean;
}

/** Splits a piece without codes. */
export function splitPiece(piece: Piece, at: number): [before: Piece, behind: Piece] {
  const { bytes, lineEnds } = piece;
  const before = sliceOf(bytes, 0, at);
  const behind = typeof bytes === "string" ? bytes.slice(at) : bytes.subarray(at);
  const ends = countLineEnds(before);
  return [
    { ...piece, bytes: before, lineEnds: ends },
    { ...piece, bytes: behind, lineEnds: lineEnds - ends },
  ];
}

/** Returns a part of a byte string, or of bytes, as a byte string. */
export function sliceOf(bytes: string | Uint8Array, start = 0, end: number = bytes.length): string {
  return typeof bytes === "string" ? bytes.slice(start, end) : bufferOver(bytes).toString("latin1", start, end);
}

const lineFeed = 10;

/** Returns the index of the last `\n`, or -1. */
export function lastLineEnd(bytes: string | Uint8Array): number {
  const last = bytes.length - 1;
  if (typeof bytes === "string") return bytes.charCodeAt(last) === lineFeed ? last : bytes.lastIndexOf("\n");
  return bytes[last] === lineFeed ? last : bytes.lastIndexOf(lineFeed);
}

/** Returns the number of `\n`. */
function countLineEnds(bytes: string): number {
  let count = 0;
  for (let at = bytes.indexOf("\n"); at >= 0; at = bytes.indexOf("\n", at + 1)) count++;
  return count;
}

/** Turns a byte string into text for people, as stores hold it. */
export function decode(bytes: string): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}

/** Returns the same text in memory of its own: a part of a line keeps the whole line in memory. */
export function detached(text: string): string {
  // Others have been decoded, which makes them anew.
  return isAscii(text) ? Buffer.from(text, "latin1").toString("latin1") : text;
}

/** Decodes short byte strings that come again and again. */
export class Decoder {
  readonly #texts = new Map<string, string>();

  decode(bytes: string): string {
    if (isAscii(bytes)) return bytes;
    const known = this.#texts.get(bytes);
    if (known !== undefined) return known;
    if (this.#texts.size >= textsKept) this.#texts.clear();
    const text = decode(bytes);
    this.#texts.set(bytes, text);
    return text;
  }
}

const textsKept = 1000;

function isAscii(bytes: string): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes.charCodeAt(at) > 0x7f) return false;
  return true;
}

function bufferOver({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
