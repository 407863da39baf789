import type { Clock } from "../line/time/clock.ts";
import { lineEndFrom, lineStartBefore, textOf, withoutLineEnd } from "./line-borders.ts";

/** A sample is as many lines. */
const SAMPLE_BYTES = 4 * 1024;
/** It is taken from as many bytes before: from the last of them that may have a time. */
const REACH_BYTES = 64 * 1024;
/** So many bytes of samples are kept. */
const MOST_BYTES = 64 * SAMPLE_BYTES;

/** What following the clock of a log needs of one. */
export type SampledClock = Pick<Clock, "read" | "isTimeless" | "dependent" | "state" | "restore">;

/** Lines that a clock should see before later ones. They are read when it turns out that it needs them: most logs name the day in every line. */
export interface TimeSamples {
  /** Takes a sample of the last bytes of what went by, up to a position; the last line has a length. */
  add(passed: readonly (string | Uint8Array)[], length: number, position: number): void;
  /** Returns what `find` reads in lines behind the samples. It is called again where the clock needed them first. */
  timeBehind(find: () => number | null): number | null;
  /** Reads what the clock needs of all of them, so that none is kept. */
  settle(): void;
  /** The half-open ranges of the bytes that are kept. */
  ranges(): readonly (readonly [from: number, to: number])[];
}

/** Lines of a log, and the position of the first one. */
interface Sample {
  readonly from: number;
  readonly text: string;
}

/**
 * @param kept the samples of another.
 * @param turnTo takes the time of a sample that was read.
 */
export function createTimeSamples(
  clock: SampledClock,
  kept: readonly Sample[],
  turnTo: (time: number) => void,
): TimeSamples {
  let samples = [...kept];
  let bytes = kept.reduce((sum, { text }) => sum + text.length, 0);

  function timeBehind(find: () => number | null): number | null {
    if (samples.length === 0) return find();
    const { dependent } = clock;
    const before = clock.state();
    const time = find();
    if (time === null || clock.dependent !== dependent) {
      clock.restore(before);
      settle();
      return find();
    }
    samples = [];
    bytes = 0;
    return time;
  }

  /** The newest one that names its day makes the others needless. */
  function settle(): void {
    const newest = samples.pop();
    const time = newest === undefined ? null : timeBehind(() => lastTimeIn(newest.text, clock));
    if (time !== null) turnTo(time);
    bytes = 0;
  }

  return {
    add(passed, length, position) {
      const sample = sampleOf(passed, length, position, clock);
      if (sample === null) return;
      samples.push(sample);
      bytes += sample.text.length;
      if (bytes > MOST_BYTES) settle();
    },
    timeBehind,
    settle,
    ranges: () => samples.map(({ from, text }) => [from, from + text.length] as const),
  };
}

/** The time of the last line of a text that has one. */
export function lastTimeIn(text: string, clock: Pick<Clock, "read" | "isTimeless">): number | null {
  if (clock.isTimeless(text)) return null;
  for (let end = text.length; end > 0; ) {
    const start = lineStartBefore(text, end - 1);
    const time = clock.read(withoutLineEnd(text.slice(start, end)));
    if (time !== null) return time;
    end = start;
  }
  return null;
}

function sampleOf(
  passed: readonly (string | Uint8Array)[],
  length: number,
  position: number,
  clock: Pick<Clock, "isTimeless">,
): Sample | null {
  const near = lastLines(passed, Math.max(length, SAMPLE_BYTES));
  if (!clock.isTimeless(near)) return { from: position - near.length, text: near };
  const far = lastLines(passed, Math.max(length, REACH_BYTES));
  for (let end = far.length; end > 0; ) {
    const start = lineStartBefore(far, Math.max(0, end - SAMPLE_BYTES));
    const text = far.slice(start, end);
    if (!clock.isTimeless(text)) return { from: position - far.length + start, text };
    end = start;
  }
  return null;
}

/** The whole lines at the end of the pieces that are no longer than so many bytes. */
function lastLines(pieces: readonly (string | Uint8Array)[], most: number): string {
  let left = most;
  let text = "";
  for (let n = pieces.length - 1; n >= 0 && left > 0; n--) {
    const piece = pieces[n] as string | Uint8Array;
    const from = piece.length <= left ? 0 : lineEndFrom(piece, piece.length - left - 1);
    const lines = textOf(piece, from, piece.length);
    // Behind the first part of a long line its rest is missing.
    if (text !== "" && !lines.endsWith("\n")) break;
    text = lines + text;
    left = from > 0 ? 0 : left - lines.length;
  }
  return text;
}
