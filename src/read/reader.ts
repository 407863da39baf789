import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import { neverContinues } from "../line/record.ts";
import { createStatusColumn } from "../line/status-column.ts";
import type { Source } from "../log/source.ts";
import type { Finding } from "../recognise/finding.ts";
import { saidByAttempt } from "./attempt-above.ts";
import { createHolder } from "./create-holder.ts";
import { hasEvents } from "./event-parts.ts";
import { lacksTime, openBlockAt } from "./held-record.ts";
import { partOf, splitLineEnd } from "./line-borders.ts";
import type { LineVisitor, LineWindow } from "./line-visitor.ts";
import { createLongLine } from "./long-line.ts";
import type { ReaderState } from "./reader-state.ts";
import type { Recalled } from "./recall.ts";
import { createRecords, type RecordPlace } from "./records.ts";
import { saidInRecord } from "./said-in-record.ts";
import type { Stages } from "./stages.ts";
import { createStatementReader, distinctCodes, type Statement } from "./statement.ts";
import { createTimeline, isDirective } from "./timeline.ts";

/** Reads the lines of a log in order. */
export interface Reader extends LineVisitor {
  /** Takes a time for that of the lines of the next message that have none of their own. */
  beginMessage(stamp: number): void;
  /** Finds what lines that follow a message need of it, their time and record, because it cannot be read again. */
  endMessage(): void;
}

/** Creates a reader that finds the codes of each line, its time and what it is about, records them and renders the line. */
export function createReader(
  source: Pick<Source, "name" | "identity" | "isPlain">,
  { recognise, clock, renderer, tally, leave }: Omit<Stages, "sieve">,
  recalled: Recalled | null,
): Reader {
  const before = recalled?.state ?? null;
  const { unread = [], samples = [] } = recalled ?? {};
  const timeline = createTimeline(clock, before && { state: before.timeline, unread, samples });
  const status = createStatusColumn(before?.status);
  const records = createRecords(before && { state: before.records, unread: recalled?.behind ?? "" });
  const read = createStatementReader(recognise);
  const holder = createHolder({ tally, renderer, clock, timeline, records, before: before?.followed ?? null });
  let number = recalled?.line ?? 1;
  /** The state before the unfinished line; null between lines. */
  let lineStart: ReaderState | null = null;
  const long = createLongLine({
    ...{ recognise, clock, renderer, tally, timeline },
    ...(leave && { leave }),
    annotated,
  });

  function pass(lines: Uint8Array, lineEnds: number): string | Uint8Array {
    number += lineEnds;
    if (holder.isFollowing) return passHeld(lines, lineEnds);
    passBy(lines, lineEnds);
    return renderer.plain(lines);
  }

  function passBy(lines: string | Uint8Array, lineEnds: number): void {
    timeline.pass(lines);
    records.pass(lines);
    tally.pass(lines, lineEnds);
  }

  function passHeld(lines: Uint8Array, lineEnds: number): string | Uint8Array {
    const taken = holder.take(lines);
    if (taken.bytes < lines.length) passBy(partOf(lines, taken.bytes, lines.length), lineEnds - taken.lineEnds);
    return taken.out === "" ? renderer.plain(lines) : taken.out;
  }

  function state(): ReaderState {
    return (
      lineStart ??
      holder.start ?? {
        clock: clock.state(),
        timeline: timeline.state(),
        status: status.state(),
        records: records.state(),
        followed: holder.state(),
      }
    );
  }

  function line(bytes: string, next = -1): string {
    const [body, lineEnd] = splitLineEnd(bytes);
    if (lineEnd === "") {
      // What it will be decides whether the record goes on.
      const out = settle(true);
      lineStart = state();
      return out + holder.turnTo({ body }) + visitLine(bytes, body, lineEnd, next);
    }
    const out = holder.turnTo({ body });
    return out + visitLine(bytes, body, lineEnd, next);
  }

  function settle(isEnd: boolean): string {
    if (isEnd && holder.start !== null && holder.lacksTime) {
      // Its minute would be wrong for good.
      lineStart = holder.start;
      tally.stay?.();
    }
    return holder.settle();
  }

  function visitLine(bytes: string, body: string, lineEnd: string, next: number): string {
    status.learn(body);
    const place = status.find(body);
    const said = withColumns(body, place === null ? read(body) : saidInRow(body, place));
    if (said.findings.length === 0) return plainLine(bytes, isDirective(body), lineEnd === "" ? 0 : 1);
    if (place === null && hasEvents(body)) {
      return window({ bytes, before: "", behind: "", first: true, last: true, candidate: true }, true);
    }
    const record = records.placeOf(body, number);
    const out = holder.turnTo({ record: record.line });
    const inRecord = saidByAttempt(saidInRecord(said, record), body, records.lineAbove);
    if (!holder.isFollowing && lineEnd !== "") holdFrom(record, body, inRecord, next);
    const time = timeline.timeOf(bytes, record);
    const found = annotated(body, lineEnd, inRecord, time, record.line);
    const added = records.add(record, { body, length: bytes.length, time }, distinctCodes(said.findings), found);
    number++;
    return out + holder.count(bytes, found, added);
  }

  /** The words of a row are those of a request, not of the connection. */
  function saidInRow(body: string, place: Parameters<typeof recognise>[1]): Statement {
    return { findings: recognise(body, place), operation: null, endpoint: null };
  }

  function withColumns(body: string, said: Statement): Statement {
    const { findings, operation, endpoint } = said;
    if (findings.length === 0 || endpoint !== null) return said;
    const facts = status.factsOf(body, (findings[0] as Finding).code);
    return { findings, operation: operation ?? facts.operation, endpoint: facts.endpoint };
  }

  function holdFrom(place: RecordPlace, body: string, { endpoint, operation }: Statement, next: number): void {
    const { block } = place.begun;
    const isWhole = endpoint !== null && operation !== null;
    if (block === null && (isWhole || neverContinues(next))) return;
    const open = openBlockAt(place, body);
    if (block !== null && (open === null || (isWhole && !lacksTime(place, open)))) return;
    holder.begin(place, number, open, state());
  }

  function plainLine(bytes: string, isForClock: boolean, lineEnds: number): string {
    if (isForClock) timeline.timeOf(bytes);
    else timeline.pass(bytes);
    records.pass(bytes);
    number += lineEnds;
    return holder.pass(bytes, lineEnds) + renderer.plain(bytes);
  }

  function window(piece: LineWindow, isWhole = false): string {
    const held = holder.end();
    if (piece.first) lineStart = state();
    if (piece.bytes.endsWith("\n")) lineStart = null;
    const out = long.visit(piece, isWhole);
    if (piece.last) {
      records.end();
      number++;
    }
    return held + out;
  }

  function annotated(
    body: string,
    lineEnd: string,
    said: Statement,
    time: number | null,
    record = number,
  ): AnnotatedLine {
    const { findings, operation, endpoint } = said;
    // A record may have begun in the file before.
    return {
      source: source.name.name,
      number,
      record: Math.max(1, record),
      body,
      lineEnd,
      findings,
      time,
      operation,
      endpoint,
    };
  }

  function release(): void {
    timeline.release();
    records.release();
  }

  function endMessage(): void {
    timeline.settle();
    records.settle(number, clock.read);
  }

  const { identity } = source;
  /** A message that counts by itself needs nothing of those before. */
  const isBroker = typeof identity === "object" && identity.isNumbered !== true;
  const canGoOn = () => isBroker || source.isPlain?.() === true;
  tally.follow?.(() => (canGoOn() ? state() : null));
  return {
    pass,
    line,
    window,
    waits: () => holder.start !== null,
    settle,
    release,
    beginMessage: timeline.moveTo,
    endMessage,
  };
}
