import type { Clock } from "./index.ts";

const SAMPLE_EVERY_BYTES = 64 * 1024;
const LOOK_BACK_BYTES = 128 * 1024;

/** The time of each line that matters, when most lines are never looked at. */
export interface Timeline {
  /** Lets whole lines go by (a byte string that begins and ends at a line's border). */
  pass(lines: string): void;
  /**
   * Unix milliseconds of a line: its own time, else that of the nearest earlier line within 128 KiB, else of the last
   * line that was asked for or sampled; null when no line told one.
   */
  timeOf(line: string): number | null;
  /** Lets the rest of a long line go by whose beginning was asked for. */
  skip(bytes: number): void;
}

/**
 * Follows a log's clock through lines that go by unread. The clock sees the first line, the first line after every
 * 64 KiB, and every line that is asked for: enough to carry dates over midnight, and the same for every chunking.
 */
export function createTimeline(clock: Clock): Timeline {
  let position = 0;
  let nextSample = 0;
  let current: number | null = null;
  let unread: string[] = [];
  let unreadBytes = 0;

  function pass(lines: string): void {
    let start = 0;
    while (position + lines.length > nextSample) {
      const border = Math.max(nextSample - position, start);
      const at = border === 0 ? 0 : lines.indexOf("\n", border - 1) + 1;
      if (at === 0 && border !== 0) break;
      if (at >= lines.length) break;
      keep(lines.slice(start, at));
      const end = lineEnd(lines, at);
      read(lines.slice(at, end), position + at);
      start = end;
    }
    keep(lines.slice(start));
    position += lines.length;
  }

  function timeOf(line: string): number | null {
    read(line, position);
    position += line.length;
    return current;
  }

  function read(line: string, at: number): void {
    if (at >= nextSample) nextSample = (Math.floor(at / SAMPLE_EVERY_BYTES) + 1) * SAMPLE_EVERY_BYTES;
    const own = clock.read(withoutLineEnd(line));
    const time = own ?? timeBefore();
    if (time === null) {
      keep(line);
      return;
    }
    current = time;
    unread = [];
    unreadBytes = 0;
  }

  function timeBefore(): number | null {
    const lines = unread.join("").slice(-LOOK_BACK_BYTES);
    unread = [];
    unreadBytes = 0;
    for (let end = lines.length; end > 0; ) {
      // A negative index would be taken for 0 and find the line end at the very beginning again and again.
      const start = end < 2 ? 0 : lines.lastIndexOf("\n", end - 2) + 1;
      const time = clock.read(withoutLineEnd(lines.slice(start, end)));
      if (time !== null) return time;
      end = start;
    }
    return null;
  }

  function keep(lines: string): void {
    if (lines === "") return;
    unread.push(lines);
    unreadBytes += lines.length;
    while (unreadBytes - (unread[0]?.length ?? 0) >= LOOK_BACK_BYTES) unreadBytes -= unread.shift()?.length ?? 0;
  }

  return {
    pass,
    timeOf,
    skip(bytes) {
      position += bytes;
    },
  };
}

function lineEnd(lines: string, from: number): number {
  const newline = lines.indexOf("\n", from);
  return newline < 0 ? lines.length : newline + 1;
}

function withoutLineEnd(line: string): string {
  if (!line.endsWith("\n")) return line;
  return line.slice(0, line.endsWith("\r\n") ? -2 : -1);
}
