import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { Renderer } from "../annotate/renderer.ts";
import type { Tally } from "../ledger/tally.ts";
import type { Clock } from "../line/time/clock.ts";
import { excerptOf } from "./excerpt.ts";
import { type FollowedRecord, type HeldAnswer, type HeldLine, HeldRecord, lacksTime } from "./held-record.ts";
import type { Holder } from "./holder.ts";
import { lineEndFrom, textOf, withoutLineEnd } from "./line-borders.ts";
import type { Addition } from "./occurrences.ts";
import { operationOfFrame } from "./operation-of-frame.ts";
import { type Answer, answerIn, type Question } from "./question.ts";
import type { ReaderState } from "./reader-state.ts";
import type { Records } from "./records.ts";
import { saidBelow } from "./said-below.ts";
import { isFrame } from "./said-in-record.ts";
import type { Timeline } from "./timeline.ts";

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
    // Once it is counted, only its endpoint can still be added.
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

  /** What a line without a code adds to those before it. */
  function answerOf(body: string, record: HeldRecord): HeldAnswer | null {
    const { question } = record;
    if (question?.readsFrames && question.host === null && isFrame(body)) return answerOfFrame(body, record, question);
    const said = question && answerIn(body, question);
    if (question === null || said === null) return null;
    record.question = "host" in said ? { ...question, host: said.host } : null;
    return "host" in said ? null : completing(question, said);
  }

  /** What a line of a stack adds: the operation, as long as no other line has it. */
  function answerOfFrame(body: string, record: HeldRecord, question: Question): HeldAnswer | null {
    const operation = operationOfFrame(body);
    if (operation === undefined) return null;
    record.question = { ...question, operation, readsFrames: false };
    return operation === null ? null : completing(question, { endpoint: null, operation });
  }

  /** Says what the failures were about that a question asks for. */
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
    const completes = {
      endpoint: endpoint === null ? none : asked.map(({ code }) => code),
      operation: unknown.map(({ code }) => code),
    };
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
    // Before the visitor is called: it may end the reading, and that settles.
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
      if (showsRecords) out += renderer.annotated({ ...timed, ...saidBelow(found.line, lines.slice(n + 1)) }, true);
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
