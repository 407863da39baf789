import type { Clock } from "../line/time/clock.ts";
import { toLowerCase } from "../text/byte-string.ts";
import { lineEndFrom, lineStartBefore, partOf, textOf, withoutLineEnd } from "./line-borders.ts";

const SAMPLE_EVERY_BYTES = 64 * 1024;
/** No line farther back is searched for a time. */
export const LOOK_BACK_BYTES = 128 * 1024;
/** A log seems to have no times when so many samples in a row had none; then a sample is a few lines. */
const MOST_MISSES = 8;
const FEW_LINES = 16;

/** The beginnings of lines that show how to read the times of the others; lower case, for the sieve. */
export const directives: readonly string[] = ["#fields:", "#date:", "#software:", "#time format:"];

/** Whether the clock has to see a line, even without a code in it. */
export function isDirective(line: string): boolean {
  return (
    line.startsWith("#") && directives.some((directive) => toLowerCase(line.slice(0, directive.length)) === directive)
  );
}

/** Knows the time of each line that is asked for, although most lines are never read. */
export interface Timeline {
  /** Lets whole lines go by: a byte string, or bytes that are on loan until `release`. */
  pass(lines: string | Uint8Array): void;
  /**
   * Returns the Unix milliseconds of a line: its own time, else that of the nearest earlier line within 128 KiB, else of
   * the last line that was asked for or sampled; null when no line has one. A line that continues a record has the time
   * of that (or of its `stamp`, an earlier line) before its own.
   */
  timeOf(line: string, record?: RecordTime): number | null;
  /** Lets the rest of a long line go by, after its beginning was asked for. */
  skip(bytes: number): void;
  /** Keeps what it needs of the bytes that were lent. */
  release(): void;
  /** Takes a time (Unix milliseconds) for that of the lines that went by. */
  moveTo(time: number): void;
  /** Reads the time of the lines that went by now, so that none of them is needed later. */
  settle(): void;
  /** What it remembers; to be called between two lines. */
  state(): TimelineState;
}

/** What is known of the time of a line by the record that it is in. */
export interface RecordTime {
  readonly time: number | null;
  readonly stamp: string | null;
  readonly isContinuing: boolean;
}

const unknownRecord: RecordTime = { time: null, stamp: null, isContinuing: false };

/** What a timeline remembers of the lines that went by; plain data. */
export interface TimelineState {
  /** Bytes that went by. */
  readonly position: number;
  readonly nextSample: number;
  readonly current: number | null;
  /** Samples without a time since the last one that had one. */
  readonly misses: number;
  /** The half-open ranges of the bytes that may still be searched for a time: at most two, and 128 KiB in all. */
  readonly unread: readonly (readonly [from: number, to: number])[];
}

/**
 * Creates a timeline that follows a log's clock through lines that go by unread. The clock sees the first line, the first
 * line after every 64 KiB (where that has no time, the nearest before it that has one; of 16 only, where the last 512
 * KiB had none), and every line that is asked for: enough to carry dates over midnight, and the same for every chunking.
 */
export function createTimeline(
  clock: Pick<Clock, "read" | "isTimeless">,
  /** What another timeline remembered, with the bytes of its `unread` ranges. */
  before: { readonly state: TimelineState; readonly unread: readonly string[] } | null = null,
): Timeline {
  let { position, nextSample, current, misses } = before?.state ?? nothingRead;
  /** Whole lines each, but for the first part of a long line. */
  let unread: (string | Uint8Array)[] = [...(before?.unread ?? [])];
  let unreadBytes = unread.reduce((sum, { length }) => sum + length, 0);
  /** Where the bytes are that were kept at the last release, and where those of the next will be. */
  let usedMemory = new Uint8Array(0);
  let spareMemory = new Uint8Array(0);
  /** Bytes of a long line that were skipped behind the first of the unread pieces. */
  let gap = before === null ? 0 : gapIn(before.state.unread);

  function pass(lines: string | Uint8Array): void {
    let start = 0;
    while (position + lines.length > nextSample) {
      const border = Math.max(nextSample - position, start);
      const at = border === 0 ? 0 : lineEndFrom(lines, border - 1);
      if (at >= lines.length) break;
      keep(lines, start, at);
      const end = lineEndFrom(lines, at);
      sample(textOf(lines, at, end), position + at);
      start = end;
    }
    keep(lines, start, lines.length);
    position += lines.length;
  }

  function timeOf(line: string, record = unknownRecord): number | null {
    read(line, position, record);
    position += line.length;
    return current;
  }

  function sample(line: string, at: number): void {
    nextSample = sampleAfter(at);
    const time = clock.read(withoutLineEnd(line)) ?? timeBefore(misses < MOST_MISSES ? undefined : FEW_LINES);
    misses = time === null ? misses + 1 : 0;
    take(time, line);
  }

  function read(line: string, at: number, record: RecordTime): void {
    if (at >= nextSample) nextSample = sampleAfter(at);
    const own = withoutLineEnd(line);
    const { isContinuing } = record;
    const time =
      (isContinuing ? (timeOfRecord(record) ?? clock.read(own)) : (clock.read(own) ?? timeOfRecord(record))) ??
      timeFrom(timeBefore(), isContinuing ? null : own);
    if (time !== null) misses = 0;
    take(time, line);
  }

  /** A time of day means something once an earlier line has a date. */
  function timeFrom(before: number | null, own: string | null): number | null {
    return before === null || own === null ? before : (clock.read(own) ?? before);
  }

  function take(time: number | null, line: string): void {
    if (time === null) {
      keep(line, 0, line.length);
      return;
    }
    current = time;
    forget();
  }

  function timeOfRecord({ time, stamp }: RecordTime): number | null {
    return stamp === null ? time : (clock.read(stamp) ?? time);
  }

  function settle(): void {
    current = timeBefore() ?? current;
  }

  /** The time of the nearest line that has one. When all were searched, none is searched again. */
  function timeBefore(mostLines = Number.POSITIVE_INFINITY): number | null {
    const time = timeWithin(mostLines);
    if (mostLines === Number.POSITIVE_INFINITY) forget();
    return time;
  }

  function timeWithin(mostLines: number): number | null {
    let left = LOOK_BACK_BYTES;
    let lines = 0;
    for (let n = unread.length - 1; n >= 0 && left > 0; n--) {
      const piece = unread[n] as string | Uint8Array;
      const from = Math.max(0, piece.length - left);
      const text = mostLines < Number.POSITIVE_INFINITY ? null : textOf(piece, from, piece.length);
      for (let end = text !== null && clock.isTimeless(text) ? from : piece.length; end > from; ) {
        if (lines++ === mostLines) return null;
        const start = Math.max(from, lineStartBefore(piece, end - 1));
        const time = clock.read(withoutLineEnd(textOf(piece, start, end)));
        if (time !== null) return time;
        end = start;
      }
      left -= piece.length;
    }
    return null;
  }

  function forget(): void {
    if (unread.length === 0) return;
    unread = [];
    unreadBytes = 0;
    gap = 0;
  }

  function keep(lines: string | Uint8Array, from: number, to: number): void {
    if (from === to) return;
    unread.push(to - from === lines.length ? lines : partOf(lines, from, to));
    unreadBytes += to - from;
    while (unreadBytes - (unread[0]?.length ?? 0) >= LOOK_BACK_BYTES) {
      unreadBytes -= unread.shift()?.length ?? 0;
      gap = 0;
    }
  }

  /** Of the oldest lines only the end is within reach. */
  function release(): void {
    const spare = Math.max(0, unreadBytes - LOOK_BACK_BYTES);
    const needed = Math.min(unreadBytes, LOOK_BACK_BYTES);
    const memory = spareMemory.length < needed ? new Uint8Array(Math.min(2 * needed, LOOK_BACK_BYTES)) : spareMemory;
    let end = 0;
    unread = unread.map((lines, i) => {
      if (typeof lines === "string") return lines;
      const bytes = i === 0 && spare > 0 ? lines.subarray(spare) : lines;
      const kept = memory.subarray(end, end + bytes.length);
      kept.set(bytes);
      end += bytes.length;
      return kept;
    });
    spareMemory = usedMemory;
    usedMemory = memory;
    unreadBytes = unread.reduce((sum, { length }) => sum + length, 0);
  }

  function state(): TimelineState {
    const reach = Math.min(unreadBytes, LOOK_BACK_BYTES);
    const behindGap = gap === 0 ? reach : unreadBytes - (unread[0]?.length ?? 0);
    const start = position - behindGap;
    const ranges: [number, number][] = [
      [start - gap - (reach - behindGap), start - gap],
      [start, position],
    ];
    return { position, nextSample, current, misses, unread: ranges.filter(([from, to]) => from < to) };
  }

  return {
    pass,
    timeOf,
    skip(bytes) {
      position += bytes;
      if (unread.length > 0) gap += bytes;
    },
    moveTo(time) {
      current = time;
      forget();
    },
    release,
    settle,
    state,
  };
}

const nothingRead = { position: 0, nextSample: 0, current: null, misses: 0 };

/** The place from which on the next line is read. */
function sampleAfter(at: number): number {
  return (Math.floor(at / SAMPLE_EVERY_BYTES) + 1) * SAMPLE_EVERY_BYTES;
}

function gapIn([first, second]: TimelineState["unread"]): number {
  return first === undefined || second === undefined ? 0 : second[0] - first[1];
}
