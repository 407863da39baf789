import type { Transform } from "node:stream";
import split2 from "split2";
import type { Sieve } from "../sieve/index.ts";

/** The longest stretch of a line that is held in memory and recognised at once; longer lines go by in windows. */
export const MAX_LINE_BYTES = 256 * 1024;

/** So much of the window before is shown to the recognisers beside a window, for what spans the border. */
const OVERLAP_BYTES = 1024;

/** A window ends behind a byte that no code contains, if there is one so near its limit. */
const SOFT_BORDER_BYTES = 256;

/** Gets the pieces of a log in order, as byte strings that joined are the log; returns what goes out for each. */
export interface LineVisitor {
  /** Whole lines without a candidate. */
  pass(lines: string): string;
  /** A line with a candidate, with its line end if it has one. */
  line(line: string): string;
  /** A part of a line that is longer than `MAX_LINE_BYTES`. */
  window(window: Window): string;
}

/** A part of a long line. */
export interface Window {
  readonly bytes: string;
  /** The end of the window before; empty at the beginning of the line. */
  readonly before: string;
  /** Whether the line begins, or ends, with this window. */
  readonly first: boolean;
  readonly last: boolean;
  readonly candidate: boolean;
}

/**
 * Cuts a stream of Latin-1 strings only around the lines that may hold a code. Pieces keep their line ends, so what
 * comes out (one buffer per chunk) is what the visitor makes of the input, however the input was chunked.
 */
export function splitLines(sieve: Sieve, visitor: LineVisitor): Transform {
  const cutter = createCutter(sieve, visitor);
  return split2(cutter, cutter.visit, { decodeStrings: false });
}

/** The matcher and the mapper of split2: what the one cuts, the other visits in the same order. */
function createCutter(sieve: Sieve, visitor: LineVisitor) {
  const visits: ((piece: string) => string)[] = [];
  let visited = 0;
  let out = "";
  /** End of the window before, when the text begins in the middle of a long line. */
  let before: string | null = null;
  /** How much of the text is known to hold no line end: the unfinished line of the last time. */
  let searched = 0;

  function split(text: string): string[] {
    const pieces: string[] = [];
    visits.length = 0;
    visited = 0;
    let at = 0;
    const firstEnd = text.indexOf("\n", searched);
    if (firstEnd >= 0) {
      if (before !== null) {
        cutLongLine(text, 0, firstEnd + 1, pieces);
        at = firstEnd + 1;
      }
      const end = text.lastIndexOf("\n") + 1;
      while (at < end) {
        const long = nextLongLine(text, at, end);
        cutLines(text, at, long, pieces);
        at = long === end ? end : text.indexOf("\n", long + MAX_LINE_BYTES) + 1;
        if (long < end) cutLongLine(text, long, at, pieces);
      }
    }
    at = cutWindows(text, at, text.length, pieces);
    searched = text.length - at;
    pieces.push(text.slice(at));
    return pieces;
  }

  /** Cuts whole lines around those with a candidate. */
  function cutLines(text: string, from: number, to: number, pieces: string[]): void {
    let clean = from;
    for (let at = from; ; ) {
      const candidate = sieve.next(text, at, to);
      if (candidate < 0) break;
      const start = Math.max(clean, text.lastIndexOf("\n", candidate) + 1);
      at = text.indexOf("\n", candidate) + 1;
      add(pieces, text.slice(clean, start), visitor.pass);
      add(pieces, text.slice(start, at), visitor.line);
      clean = at;
    }
    add(pieces, text.slice(clean, to), visitor.pass);
  }

  /** Cuts a whole line, or the rest of one, into windows. */
  function cutLongLine(text: string, from: number, to: number, pieces: string[]): void {
    const at = cutWindows(text, from, to - 1, pieces);
    addWindow(pieces, text.slice(at, to), true);
    before = null;
  }

  /** Cuts windows while more is left than one may hold; returns where the rest begins. */
  function cutWindows(text: string, from: number, to: number, pieces: string[]): number {
    let at = from;
    while (to - at > MAX_LINE_BYTES) {
      const end = softBorder(text, at + MAX_LINE_BYTES);
      addWindow(pieces, text.slice(at, end), false);
      at = end;
    }
    return at;
  }

  function addWindow(pieces: string[], bytes: string, last: boolean): void {
    const first = before === null;
    const known = before ?? "";
    const seen = known + bytes;
    const candidate = sieve.next(seen, 0, seen.length) >= 0;
    add(pieces, bytes, () => visitor.window({ bytes, before: known, first, last, candidate }));
    before = seen.slice(-OVERLAP_BYTES);
  }

  function add(pieces: string[], piece: string, visit: (piece: string) => string): void {
    if (piece === "") return;
    pieces.push(piece);
    visits.push(visit);
  }

  /** Visits the next piece; what goes out for a chunk goes out at once, behind its last piece. */
  function visit(piece: string): Buffer | undefined {
    out += (visits[visited++] ?? visitRest)(piece);
    if (visited < visits.length || out === "") return undefined;
    const bytes = Buffer.from(out, "latin1");
    out = "";
    return bytes;
  }

  /** The unfinished last line of the stream comes at the very end, uncut. */
  function visitRest(bytes: string): string {
    if (before === null) return visitor.line(bytes);
    return visitor.window({ bytes, before, first: false, last: true, candidate: true });
  }

  return { [Symbol.split]: split, visit };
}

/** Start of the first line in `[from, to)` that is longer than a window, or `to`; both ends lie at line starts. */
function nextLongLine(text: string, from: number, to: number): number {
  let at = from;
  while (to - 1 - at > MAX_LINE_BYTES) {
    const lastEnd = text.lastIndexOf("\n", at + MAX_LINE_BYTES);
    if (lastEnd < at) return at;
    at = lastEnd + 1;
  }
  return to;
}

/** The nearest place before `end` that does not stand inside a word, a number or a character of several bytes. */
function softBorder(text: string, end: number): number {
  for (let near = end; near > end - SOFT_BORDER_BYTES; near--) {
    if (!/[\w.\x80-\xff-]/.test(text[near - 1] as string)) return near;
  }
  return end;
}
