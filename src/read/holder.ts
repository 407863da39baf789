import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { Renderer } from "../annotate/renderer.ts";
import type { Tally } from "../ledger/tally.ts";
import type { Block } from "../line/block.ts";
import type { Clock } from "../line/time/clock.ts";
import { excerptOf } from "./excerpt.ts";
import {
  type FollowedRecord,
  type HeldAnswer,
  type HeldFrames,
  type HeldLine,
  HeldRecord,
  lacksTime,
} from "./held-record.ts";
import { lineEndFrom, textOf, withoutLineEnd } from "./line-borders.ts";
import type { Addition } from "./occurrences.ts";
import { type Answer, answerIn, type Question } from "./question.ts";
import type { ReaderState } from "./reader-state.ts";
import type { RecordPlace, Records } from "./records.ts";
import type { Timeline } from "./timeline.ts";

/**
 * Follows a record behind a code that leaves open when or for whom something failed. Its lines are held back from the
 * tally, and from the output where that shows records, until it ends or `settle` is called; then it is followed on, and
 * what further lines say is added to what was counted. All other output goes out at once.
 */
export interface Holder {
  /** Whether a record is followed. */
  readonly isFollowing: boolean;
  /** The reader's state before the first line that is held back; null when none is. */
  readonly start: ReaderState | null;
  /** Whether it is unknown when the record was that is held back. */
  readonly lacksTime: boolean;
  /** Begins to hold a record, with the line of this number in it, which leaves `block` open. */
  begin(place: RecordPlace, number: number, block: Block | null, start: ReaderState): void;
  /** Ends the record that is followed, if the next line is in another one: one that begins with line `record`, or has this body. */
  turnTo(next: { readonly record: number } | { readonly body: string }): string;
  /** Counts a line with codes, now or later; returns what goes out. */
  count(bytes: string, line: AnnotatedLine, added: Addition): string;
  /** Lets a line without a code go by to the tally, now or later. */
  pass(bytes: string, lineEnds: number): string;
  /** Takes those of the lines that are in the record; returns how many bytes and lines they have, and what goes out. */
  take(lines: Uint8Array): { readonly bytes: number; readonly lineEnds: number; readonly out: string };
  /** Counts what is held back, with what is known; returns what goes out. */
  settle(): string;
  /** Settles, and ends the record. */
  end(): string;
  /** The record that is followed and counted. */
  state(): FollowedRecord | null;
}

/** Creates the holder of a log, which follows one record at most. */
export function createHolder(options: {
  readonly tally: Tally;
  readonly renderer: Renderer;
  readonly clock: Pick<Clock, "read">;
  readonly timeline: Timeline;
  readonly records: Records;
  /** The state of another. */
  readonly before: FollowedRecord | null;
}): Holder {
  const { tally, renderer, clock, timeline, records, before } = options;
  const showsRecords = renderer.showsRecords === true;
  let followed = before && new HeldRecord(before, false);
  let start: ReaderState | null = null;

  function tell(bytes: string, line: AnnotatedLine, { codes, endpoint, operation }: Addition): void {
    const isComplete = endpoint.length === 0 && operation.length === 0;
    const excerpt = excerptOf(line);
    tally.record(bytes, isComplete ? excerpt : { ...excerpt, completes: { endpoint, operation } }, codes);
  }

  function count(bytes: string, line: AnnotatedLine, added: Addition): string {
    followed?.tell(line, added);
    if (start === null) {
      tell(bytes, line, added);
      return renderer.annotated(line, true) + follow(bytes, line.body);
    }
    followed?.lines.push({ bytes, lineEnds: 1, body: line.body, found: { line, added }, answer: null });
    return (showsRecords ? "" : renderer.annotated(line, true)) + follow(bytes, line.body);
  }

  function follow(bytes: string, body: string): string {
    if (followed === null) return "";
    const isLast = followed.follow(bytes.length, body);
    // Once it is counted only whom it was about may still be said.
    return isLast || (start === null && followed.question === null) ? end() : "";
  }

  function pass(bytes: string, lineEnds: number): string {
    if (followed === null) {
      tally.pass(bytes, lineEnds);
      return "";
    }
    const body = withoutLineEnd(bytes);
    const line: HeldLine = { bytes, lineEnds, body, found: null, answer: answerOf(body, followed) };
    if (start !== null) followed.lines.push(line);
    else passLine(line, records.current()?.time ?? null);
    return follow(bytes, body);
  }

  /** What a line without a code says of those before it. */
  function answerOf(body: string, record: HeldRecord): HeldAnswer | null {
    const { question } = record;
    const said = question && answerIn(body, question);
    if (question === null || said === null) return null;
    record.question = "host" in said ? { ...question, host: said.host } : null;
    return "host" in said ? null : completing(question, said);
  }

  /** Says whom the failures were about that a question asks for. */
  function completing({ codes }: Question, { endpoint, operation }: Answer): HeldAnswer {
    const occurrences = records.current()?.occurrences ?? [];
    const asked = occurrences.filter((one) => one.endpoint === null && codes.includes(one.code));
    records.complete(
      null,
      occurrences.map((one) =>
        asked.includes(one) ? { ...one, endpoint, operation: one.operation ?? operation } : one,
      ),
    );
    const unknown = operation === null ? [] : asked.filter((one) => one.operation === null);
    const completes = { endpoint: asked.map(({ code }) => code), operation: unknown.map(({ code }) => code) };
    return { endpoint, operation, completes };
  }

  function passLine({ bytes, lineEnds, body, answer }: HeldLine, time: number | null): void {
    if (answer === null) tally.pass(bytes, lineEnds);
    else tally.record(bytes, { number: followed?.line ?? 0, time, body, ...answer }, none);
  }

  function takeLines(lines: Uint8Array): ReturnType<Holder["take"]> {
    let bytes = 0;
    let lineEnds = 0;
    let out = "";
    while (followed !== null && bytes < lines.length) {
      const frames = passFrames(lines, bytes, followed);
      bytes += frames.bytes;
      lineEnds += frames.lineEnds;
      if (bytes === lines.length) break;
      const end = lineEndFrom(lines, bytes);
      const line = textOf(lines, bytes, end);
      out += turnTo({ body: withoutLineEnd(line) });
      if (followed === null) break;
      timeline.pass(line);
      records.pass(line);
      out += pass(line, 1);
      bytes = end;
      lineEnds++;
    }
    return { bytes, lineEnds, out };
  }

  /** Takes the lines of a stack that come next, all at once: there may be many. */
  function passFrames(lines: Uint8Array, from: number, record: HeldRecord): { bytes: number; lineEnds: number } {
    let at = from;
    let lineEnds = 0;
    while (at < lines.length) {
      const end = lineEndFrom(lines, at);
      if (!record.passesFrame(lines, at, end)) break;
      at = end;
      lineEnds++;
    }
    if (lineEnds > 0) {
      const frames = lines.subarray(from, at);
      timeline.pass(frames);
      records.pass(frames);
      if (start === null) tally.pass(frames, lineEnds);
      else record.lines.push({ frames: frames.slice(), lineEnds });
    }
    return { bytes: at - from, lineEnds };
  }

  function turnTo(next: { readonly record: number } | { readonly body: string }): string {
    if (followed === null) return "";
    return ("body" in next ? followed.goesOnWith(next.body) : followed.line === next.record) ? "" : end();
  }

  function settle(): string {
    if (followed === null || start === null) return "";
    const { lines } = followed;
    const stamp = followed.stamp();
    // Before anything is told: what is told may end the reading, and that settles.
    followed.lines = [];
    start = null;
    const time = stamp === null ? null : clock.read(stamp);
    if (time !== null) {
      timeline.moveTo(time);
      records.complete(time, records.current()?.occurrences ?? []);
    }
    let out = "";
    for (const [n, line] of lines.entries()) {
      if ("frames" in line) {
        tally.pass(line.frames, line.lineEnds);
        continue;
      }
      const { bytes, found } = line;
      if (found === null) {
        passLine(line, time ?? records.current()?.time ?? null);
        continue;
      }
      const timed = time === null ? found.line : { ...found.line, time };
      tell(bytes, timed, found.added);
      if (showsRecords) out += renderer.annotated({ ...timed, ...saidOf(found.line, lines.slice(n + 1)) }, true);
    }
    if (followed?.question === null) followed = null;
    return out;
  }

  function end(): string {
    const out = settle();
    followed = null;
    return out;
  }

  return {
    get isFollowing() {
      return followed !== null;
    },
    get start() {
      return start;
    },
    get lacksTime() {
      return followed?.lacksTime === true;
    },
    begin(place, number, block, state) {
      const { line, begun } = place;
      const known = { line, bytes: begun.bytes, lines: number - line, block, question: null };
      followed = new HeldRecord(known, lacksTime(place, block));
      start = state;
    },
    turnTo,
    count,
    pass,
    take: takeLines,
    settle,
    end,
    state: () => (start === null ? (followed?.state() ?? null) : null),
  };
}

const none: readonly number[] = [];

/** The endpoint and the operation of a held line, its own or those that the lines below it say. */
function saidOf(
  line: AnnotatedLine,
  below: readonly (HeldLine | HeldFrames)[],
): Pick<AnnotatedLine, "endpoint" | "operation"> {
  const { endpoint, operation, findings } = line;
  const code = findings[0]?.code;
  if (endpoint !== null) return { endpoint, operation };
  const said = below.flatMap((held) => {
    if ("frames" in held) return [];
    const { found, answer } = held;
    if (found === null) return answer ?? [];
    return found.line.endpoint !== null && found.line.findings.some((one) => one.code === code) ? found.line : [];
  });
  const [first] = said;
  // Of a list of hosts the line above blames none alone.
  if (first === undefined || said.some((one) => one.endpoint !== first.endpoint)) return { endpoint, operation };
  return { endpoint: first.endpoint, operation: operation ?? first.operation };
}
