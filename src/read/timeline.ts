import { toLowerCase } from "../text/byte-string.ts";
import { lineEndFrom, partOf, textOf, withoutLineEnd } from "./line-borders.ts";
import { createTimeSamples, lastTimeIn, type SampledClock } from "./time-samples.ts";

const SAMPLE_EVERY_BYTES = 64 * 1024;
/** No line farther back is searched for a time. */
export const LOOK_BACK_BYTES = 128 * 1024;

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
  /** The half-open ranges of the bytes that may still be searched for a time: at most two, and 128 KiB in all. */
  readonly unread: readonly (readonly [from: number, to: number])[];
  /** Those of the lines that the clock has not seen yet. */
  readonly samples: readonly (readonly [from: number, to: number])[];
}

/**
 * Creates a timeline that follows a log's clock through lines that go by unread. The clock sees every line that is asked
 * for, and where it needs them the first line and the first one after every 64 KiB (or the nearest before it with a time):
 * enough to carry dates over midnight, and the same for every chunking.
 */
export function createTimeline(
  clock: SampledClock,
  /** What another timeline remembered, with the bytes of its `unread` and `samples` ranges. */
  before: {
    readonly state: TimelineState;
    readonly unread: readonly string[];
    readonly samples: readonly string[];
  } | null = null,
): Timeline {
  let { position, nextSample, current } = before?.state ?? nothingRead;
  const kept = before?.samples.map((text, n) => ({ from: before.state.samples[n]?.[0] ?? 0, text })) ?? [];
  const samples = createTimeSamples(clock, kept, (time) => {
    current = time;
  });
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
      const end = lineEndFrom(lines, at);
      keep(lines, start, end);
      samples.add(unread, end - at, position + end);
      nextSample = sampleAfter(position + at);
      start = end;
    }
    keep(lines, start, lines.length);
    position += lines.length;
  }

  function timeOf(line: string, record = unknownRecord): number | null {
    if (position >= nextSample) nextSample = sampleAfter(position);
    const time = samples.timeBehind(() => timeIn(line, record));
    forget();
    if (time === null) keep(line, 0, line.length);
    else current = time;
    position += line.length;
    return current;
  }

  function timeIn(line: string, record: RecordTime): number | null {
    const own = withoutLineEnd(line);
    const { isContinuing } = record;
    return (
      (isContinuing ? (timeOfRecord(record) ?? clock.read(own)) : (clock.read(own) ?? timeOfRecord(record))) ??
      timeFrom(timeBefore(), isContinuing ? null : own)
    );
  }

  /** A time of day means something once an earlier line has a date. */
  function timeFrom(before: number | null, own: string | null): number | null {
    return before === null || own === null ? before : (clock.read(own) ?? before);
  }

  function timeOfRecord({ time, stamp }: RecordTime): number | null {
    return stamp === null ? time : (clock.read(stamp) ?? time);
  }

  function settle(): void {
    current = samples.timeBehind(timeBefore) ?? current;
    forget();
  }

  /** The time of the nearest line that has one. */
  function timeBefore(): number | null {
    let left = LOOK_BACK_BYTES;
    for (let n = unread.length - 1; n >= 0 && left > 0; n--) {
      const piece = unread[n] as string | Uint8Array;
      const time = lastTimeIn(textOf(piece, Math.max(0, piece.length - left), piece.length), clock);
      if (time !== null) return time;
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
    return {
      position,
      nextSample,
      current,
      unread: ranges.filter(([from, to]) => from < to),
      samples: samples.ranges(),
    };
  }

  return {
    pass,
    timeOf,
    skip(bytes) {
      position += bytes;
      if (unread.length > 0) gap += bytes;
    },
    moveTo(time) {
      samples.settle();
      current = time;
      forget();
    },
    release,
    settle,
    state,
  };
}

const nothingRead = { position: 0, nextSample: 0, current: null };

/** The place from which on the next line is read. */
function sampleAfter(at: number): number {
  return (Math.floor(at / SAMPLE_EVERY_BYTES) + 1) * SAMPLE_EVERY_BYTES;
}

function gapIn([first, second]: TimelineState["unread"]): number {
  return first === undefined || second === undefined ? 0 : second[0] - first[1];
}
