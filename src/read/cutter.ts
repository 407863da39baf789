import type { Sieve } from "../sieve/sieve.ts";
import { type LineVisitor, MAX_LINE_BYTES } from "./line-visitor.ts";
import { NEAR_BYTES, nearCandidates } from "./near-candidates.ts";
import { createOutputBuffer } from "./output-buffer.ts";

/** So much of a long line is known on both sides of what is cut of it, for candidates near the border. */
const OVERLAP_BYTES = 2 * NEAR_BYTES;

/** The time of a long line, and how to tell its events apart, are in its first window. */
const HEAD_BYTES = 16 * 1024;

/** A window ends behind a byte that no code contains, if there is one this near its limit. */
const SOFT_BORDER_BYTES = 256;

const NEWLINE = 10;

/** Cuts a log around the lines that may hold a code, in the memory of the sieve, whatever blocks it comes in. */
export interface Cutter {
  /** Returns room for the next bytes, behind the unfinished line. */
  room(length: number): Buffer;
  /** Takes the bytes that were put into the room; returns how many of all the bytes that it holds can be visited now. */
  take(length: number): number;
  /** Visits those; returns what goes out, if anything does. */
  visit(): Buffer | undefined;
  /** Visits the unfinished last line, at the end of the log, and ends the visit; nothing is left for a second call. */
  visitRest(): Buffer | undefined;
  /** Whether the visitor holds something back until further lines come. */
  waits(): boolean;
  /** Returns what the visitor held back, because they do not come. */
  settle(): Buffer | undefined;
}

/** What moves out of the memory of a sieve when another log needs it: several logs that are followed may share one. */
interface Tenant {
  moveOut(): void;
}

/** The last cutter that used the memory of a sieve. */
const tenants = new WeakMap<Sieve, Tenant>();

/**
 * Creates a cutter. The memory begins with the end of the window before, in case an unfinished long line goes on; then
 * comes the unfinished line, then the room. `buffers` is for `createOutputBuffer`.
 */
export function createCutter(sieve: Sieve, visitor: LineVisitor, buffers = 0): Cutter {
  const output = createOutputBuffer(buffers);
  let bytes: Buffer = Buffer.alloc(0);
  /** The memory that `bytes` is a view of, and where it begins there. */
  let memory = bytes.buffer;
  let memoryStart = bytes.byteOffset;
  let end = OVERLAP_BYTES;
  let visited = OVERLAP_BYTES;
  /** Whether the memory begins in the middle of a long line. */
  let isLong = false;
  let isOver = false;
  /** The beginning of the memory, while another cutter uses it. */
  let saved: Buffer | null = null;

  const tenant: Tenant = {
    moveOut() {
      if (isLong || end > OVERLAP_BYTES) saved = Buffer.from(bytes.subarray(0, end));
    },
  };

  function moveIn(length: number): void {
    const last = tenants.get(sieve);
    if (last !== tenant) last?.moveOut();
    tenants.set(sieve, tenant);
    sieve.reserve(end + length);
    if (bytes.length !== sieve.bytes.length) {
      memory = sieve.bytes.buffer;
      memoryStart = sieve.bytes.byteOffset;
      bytes = Buffer.from(memory, memoryStart, sieve.bytes.length);
    }
    if (saved !== null) bytes.set(saved);
    saved = null;
  }

  function room(length: number): Buffer {
    moveIn(length);
    return bytes.subarray(end, end + length);
  }

  function take(length: number): number {
    const newest = end;
    end += length;
    const lineEnd = bytes.lastIndexOf(NEWLINE, end - 1);
    visited = lineEnd < newest ? OVERLAP_BYTES : lineEnd + 1;
    while (end - visited > MAX_LINE_BYTES + OVERLAP_BYTES) visited = softBorder(bytes, visited + MAX_LINE_BYTES);
    return visited - OVERLAP_BYTES;
  }

  function visit(): Buffer | undefined {
    let at = OVERLAP_BYTES;
    const linesEnd = bytes.lastIndexOf(NEWLINE, visited - 1) + 1;
    if (isLong && linesEnd > at) at = visitLongLine(at, bytes.indexOf(NEWLINE, at) + 1);
    while (at < linesEnd) {
      const long = nextLongLine(bytes, at, linesEnd);
      visitLines(at, long);
      at = long === linesEnd ? long : visitLongLine(long, bytes.indexOf(NEWLINE, long + MAX_LINE_BYTES) + 1);
    }
    visitWindows(at, end, MAX_LINE_BYTES + OVERLAP_BYTES);
    visitor.release();
    const out = output.take();
    bytes.copyWithin(0, visited - OVERLAP_BYTES, end);
    end -= visited - OVERLAP_BYTES;
    return out;
  }

  /** Cuts whole lines around those with a candidate. */
  function visitLines(from: number, to: number): void {
    let clean = from;
    let count: number;
    do {
      count = sieve.candidates(clean, to);
      const { found } = sieve;
      for (let at = 0; at < 2 * count; at += 2) {
        const start = found[at] as number;
        pass(clean, start);
        clean = found[at + 1] as number;
        output.add(visitor.line(bytes.toString("latin1", start, clean), clean < end ? (bytes[clean] as number) : -1));
      }
    } while (count > 0 && clean < to);
    pass(clean, to);
  }

  function pass(from: number, to: number): void {
    if (from === to) return;
    // This may be a single line: `subarray` and the getters behind it take three times as long.
    const lines = new Uint8Array(memory, memoryStart + from, to - from);
    output.add(visitor.pass(lines, sieve.lineEnds(from, to)));
  }

  /** Cuts a whole line, or the rest of one, into windows. */
  function visitLongLine(from: number, to: number): number {
    const known = bytes[to - 1] === NEWLINE ? to - 1 : to;
    visitRange(visitWindows(from, to, MAX_LINE_BYTES + 1), to, known, true);
    return to;
  }

  /** Cuts windows while more is left than `most`; returns where the rest begins. */
  function visitWindows(from: number, to: number, most: number): number {
    let at = from;
    while (to - at > most) {
      const border = softBorder(bytes, at + MAX_LINE_BYTES);
      visitRange(at, border, to, false);
      at = border;
    }
    return at;
  }

  /** Cuts a part of a long line, which is known up to `known`, into windows near a candidate and those between them. */
  function visitRange(from: number, to: number, known: number, last: boolean): void {
    const [seen, head] = isLong ? [from - OVERLAP_BYTES, from] : [from, from + HEAD_BYTES];
    let at = from;
    for (const [start, end] of nearCandidates(sieve, { seen, from, head, to, known })) {
      const next = Math.max(at, softBorder(bytes, start));
      if (next > at) visitWindow(at, next, known, false, false);
      at = end === to ? to : softBorder(bytes, end);
      visitWindow(next, at, known, true, last && at === to);
    }
    if (at < to) visitWindow(at, to, known, false, last);
  }

  function visitWindow(from: number, to: number, known: number, candidate: boolean, last: boolean): void {
    const text = (start: number, end: number) => bytes.toString("latin1", start, end);
    const before = isLong ? text(from - NEAR_BYTES, from) : "";
    const behind = candidate ? text(to, Math.min(to + NEAR_BYTES, known)) : "";
    output.add(visitor.window({ bytes: text(from, to), before, behind, first: !isLong, last, candidate }));
    isLong = !last;
  }

  function visitRest(): Buffer | undefined {
    if (end > OVERLAP_BYTES) {
      moveIn(0);
      if (isLong || end - OVERLAP_BYTES > MAX_LINE_BYTES) visitLongLine(OVERLAP_BYTES, end);
      else output.add(visitor.line(bytes.toString("latin1", OVERLAP_BYTES, end), -1));
      end = OVERLAP_BYTES;
    }
    if (!isOver) output.add(visitor.settle(true));
    isOver = true;
    return output.take();
  }

  function settle(): Buffer | undefined {
    output.add(visitor.settle(false));
    return output.take();
  }

  return { room, take, visit, visitRest, waits: visitor.waits, settle };
}

/** The start of the first line in `[from, to)` that is longer than a window, or `to`; both are line starts. */
function nextLongLine(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (to - 1 - at > MAX_LINE_BYTES) {
    const lastEnd = bytes.lastIndexOf(NEWLINE, at + MAX_LINE_BYTES);
    if (lastEnd < at) return at;
    at = lastEnd + 1;
  }
  return to;
}

/** The nearest place before `end` that is not inside a word, a number or a character of several bytes. */
function softBorder(bytes: Buffer, end: number): number {
  for (let near = end; near > end - SOFT_BORDER_BYTES; near--) {
    if (IN_WORDS[bytes[near - 1] as number] === 0) return near;
  }
  return end;
}

const IN_WORDS = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(/[\w.\x80-\xff-]/.test(String.fromCharCode(byte))),
);
