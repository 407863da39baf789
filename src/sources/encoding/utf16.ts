import { TextDecoder } from "node:util";

/** UTF-16 units of ASCII in a row that prove that a line is UTF-16. */
const PROOF_UNITS = 4;
/** Bytes of ASCII in a row, line ends included, that prove that a line is not UTF-16. */
const PROOF_BYTES = 16;

const LF = 0x0a;
const nothing = Buffer.alloc(0);

/** Turns bytes into UTF-8, piece by piece. */
export interface Mender {
  push(bytes: Buffer): Buffer;
  end(): Buffer;
  /** Whether nothing was decoded so far: the output is the input. */
  isPlain(): boolean;
}

/**
 * Turns the UTF-16 stretches of a log into UTF-8 and leaves every other byte as it is, however the log is chunked.
 *
 * A stretch begins at a byte-order mark at the log's beginning, or at a line that begins with ASCII in UTF-16. It ends at
 * a line that begins with plain ASCII. So a file is read right when one program began it and another continued it in its
 * own encoding, as `>>` of Windows PowerShell does.
 *
 * @param inside whether the bytes begin at a line's start inside a log that needed no decoding before it.
 */
export function createUtf16Mender(inside = false): Mender {
  let rest: Buffer = nothing;
  /** Null in the stretches that are left as they are. */
  let decoder: TextDecoder | null = null;
  let atLineStart = true;
  let atLogStart = !inside;
  /** Whether there was output, so that there is a line end before a line that begins now. */
  let hasBegun = inside;
  let wasTurned = false;
  const out: Uint8Array[] = [];

  function take(bytes: Buffer, last: boolean): Buffer {
    let pending = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (let more = true; more; ) {
      const taken: number = decoder === null ? takeNarrow(pending, last) : takeWide(pending, last, decoder);
      more = taken >= 0;
      pending = pending.subarray(more ? taken : ~taken);
    }
    rest = pending.length === 0 ? nothing : Buffer.from(pending);
    return out.length === 1 && out[0] instanceof Buffer ? (out.pop() as Buffer) : Buffer.concat(out.splice(0));
  }

  /** takeNarrow and takeWide take what they are sure of and return its length: inverted, unless the encoding changes behind it. */
  function takeNarrow(bytes: Buffer, last: boolean): number {
    if (atLogStart) {
      const beginning = beginningOf(bytes, last);
      if (beginning === null) return ~0;
      atLogStart = false;
      if (beginning !== "narrow") return begin(beginning, 0);
    }
    let searched = 0;
    for (;;) {
      const zero = bytes.indexOf(0, searched);
      const start = zero < 0 ? -1 : lineStartBefore(bytes, zero);
      if (start >= 0) {
        const shift = shiftOf(bytes, start, zero, start > 0 || hasBegun);
        const proof = shift < 0 ? false : isWide(bytes, start + shift, last);
        if (proof === null) return keep(bytes, start);
        if (proof) {
          keep(bytes, start);
          return begin("utf-16le", start + shift);
        }
      }
      searched = zero < 0 ? 0 : bytes.indexOf(LF, zero) + 1;
      if (searched === 0) break;
    }
    const lastStart = lineStartBefore(bytes, bytes.length);
    const isOpen = !last && lastStart >= 0 && bytes.length - lastStart < 4 && lastStart < bytes.length;
    return keep(bytes, isOpen ? lastStart : bytes.length);
  }

  function keep(bytes: Buffer, end: number): number {
    if (end > 0) {
      out.push(bytes.subarray(0, end));
      hasBegun = true;
      atLineStart = bytes[end - 1] === LF;
    }
    return ~end;
  }

  function lineStartBefore(bytes: Buffer, at: number): number {
    const lineEnd = at === 0 ? -1 : bytes.lastIndexOf(LF, at - 1);
    return lineEnd < 0 && !atLineStart ? -1 : lineEnd + 1;
  }

  function begin(encoding: "utf-16le" | "utf-16be", at: number): number {
    decoder = new TextDecoder(encoding);
    wasTurned = true;
    atLineStart = false;
    return at;
  }

  function takeWide(bytes: Buffer, last: boolean, wide: TextDecoder): number {
    const high = wide.encoding === "utf-16be" ? 0 : 1;
    let start = atLineStart ? 0 : nextLine(bytes, 0, high);
    for (; start >= 0; start = nextLine(bytes, start, high)) {
      const narrow = isNarrow(bytes, start, last);
      if (narrow === null) return decodeTo(bytes, start, wide, true);
      if (!narrow) continue;
      decodeTo(bytes, start, wide, true);
      decoder = null;
      return start;
    }
    if (!last) return decodeTo(bytes, bytes.length & ~1, wide, false);
    decodeTo(bytes, bytes.length, wide, false);
    out.push(Buffer.from(wide.decode()));
    return ~bytes.length;
  }

  function decodeTo(bytes: Buffer, end: number, wide: TextDecoder, lineStarts: boolean): number {
    out.push(Buffer.from(wide.decode(bytes.subarray(0, end), { stream: true })));
    hasBegun = true;
    atLineStart = lineStarts;
    return ~end;
  }

  return {
    push: (bytes) => take(bytes, false),
    end: () => take(nothing, true),
    isPlain: () => !wasTurned,
  };
}

/** The encoding that a log begins in; null when more bytes are needed. */
function beginningOf(bytes: Buffer, last: boolean): "narrow" | "utf-16le" | "utf-16be" | null {
  if (bytes.length === 0 || (bytes.length === 1 && (bytes[0] ?? 0) >= 0xfe)) return last ? "narrow" : null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] !== 0) return "narrow";
  const wide = isWide(bytes.subarray(1), 0, last);
  return wide === null ? null : wide ? "utf-16be" : "narrow";
}

/** Bytes between a line's start and the UTF-16 whose first zero byte is at `zero`; -1 when there can be none. */
function shiftOf(bytes: Buffer, start: number, zero: number, isBehindLineEnd: boolean): number {
  if (zero === start + 1) return 0;
  // The line end before it is the first half of a UTF-16 one: the text before it ended without a line end.
  if (zero === start && isBehindLineEnd) return 1;
  return zero === start + 3 && bytes[start] === 0xff && bytes[start + 1] === 0xfe ? 0 : -1;
}

/** Whether a stretch of little-endian UTF-16 begins at `start`; null when more bytes are needed. */
function isWide(bytes: Buffer, start: number, last: boolean): boolean | null {
  let at = bytes[start] === 0xff && bytes[start + 1] === 0xfe ? start + 2 : start;
  const end = at + 2 * PROOF_UNITS;
  for (; at < end; at += 2) {
    if (at + 1 >= bytes.length) return last ? at >= start + 4 : null;
    if (!isAscii(bytes[at]) || bytes[at + 1] !== 0) return false;
  }
  return true;
}

/** Whether a stretch of plain ASCII begins at `start`; null when more bytes are needed. */
function isNarrow(bytes: Buffer, start: number, last: boolean): boolean | null {
  const end = Math.min(start + PROOF_BYTES, bytes.length);
  for (let at = start; at < end; at++) if (!isAscii(bytes[at])) return false;
  if (end - start === PROOF_BYTES) return true;
  return last ? end - start >= 4 : null;
}

/** Behind the next UTF-16 line end, or -1. */
function nextLine(bytes: Buffer, from: number, high: 0 | 1): number {
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const unit = at & ~1;
    if (at === unit + 1 - high && bytes[unit + high] === 0) return unit + 2;
  }
  return -1;
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d));
}
