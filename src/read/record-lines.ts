import { lineStartBefore, partOf, textOf, withoutLineEnd } from "./line-borders.ts";

/** A record has no more bytes than this. */
export const MAX_RECORD_BYTES = 64 * 1024;

/** Keeps the lines without a code since the last one with a code, as far as a record reaches. */
export interface RecordLines {
  /** Lets whole lines go by: a byte string, or bytes that are on loan until `release`. */
  pass(lines: string | Uint8Array): void;
  /** Keeps what it needs of the bytes that were lent. */
  release(): void;
  clear(): void;
  /** Bytes since `clear`, of which the last are kept. */
  readonly bytes: number;
  /**
   * Calls `visit` with the lines, last one first and without their ends, and the bytes from the beginning of each to
   * here, until it returns false or a line is further away than a record reaches.
   */
  backwards(visit: (line: string, distance: number) => boolean): void;
}

/**
 * @param bytes what `bytes` was of the lines that another kept.
 * @param kept the last of them.
 */
export function createRecordLines(bytes = 0, kept = ""): RecordLines {
  let pieces: (string | Uint8Array)[] = kept === "" ? [] : [kept];
  let length = kept.length;
  let all = bytes;
  let usedMemory = new Uint8Array(0);
  let spareMemory = new Uint8Array(0);

  return {
    get bytes() {
      return all;
    },
    pass(lines) {
      if (lines.length === 0) return;
      pieces.push(lines);
      length += lines.length;
      all += lines.length;
      while (length - (pieces[0]?.length ?? 0) >= MAX_RECORD_BYTES) length -= pieces.shift()?.length ?? 0;
    },
    release() {
      if (pieces.length === 0 || pieces.every((piece) => typeof piece === "string")) return;
      const needed = Math.min(length, MAX_RECORD_BYTES);
      const memory = spareMemory.length < needed ? new Uint8Array(Math.min(2 * needed, MAX_RECORD_BYTES)) : spareMemory;
      let end = needed;
      for (let piece = pieces.pop(); piece !== undefined && end > 0; piece = pieces.pop()) {
        const part = partOf(piece, Math.max(0, piece.length - end), piece.length);
        end -= part.length;
        if (typeof part === "string") Buffer.from(memory.buffer).write(part, end, "latin1");
        else memory.set(part, end);
      }
      pieces = [memory.subarray(0, needed)];
      length = needed;
      spareMemory = usedMemory;
      usedMemory = memory;
    },
    clear() {
      if (all === 0) return;
      if (pieces.length > 0) pieces = [];
      length = 0;
      all = 0;
    },
    backwards(visit) {
      let distance = 0;
      for (let n = pieces.length - 1; n >= 0; n--) {
        const piece = pieces[n] as string | Uint8Array;
        for (let end = piece.length; end > 0; ) {
          const start = lineStartBefore(piece, end - 1);
          distance += end - start;
          // The beginning of the first line may be gone.
          if (distance >= MAX_RECORD_BYTES) return;
          if (!visit(withoutLineEnd(textOf(piece, start, end)), distance)) return;
          end = start;
        }
      }
    },
  };
}
