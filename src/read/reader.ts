import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import { neverContinues } from "../line/record.ts";
import { createStatusColumn } from "../line/status-column.ts";
import type { Source } from "../log/source.ts";
import type { Finding } from "../recognise/finding.ts";
import { type EventPart, eventParts, hasEvents } from "./event-parts.ts";
import { excerptOf } from "./excerpt.ts";
import { lacksTime, openBlockAt } from "./held-record.ts";
import { createHolder } from "./holder.ts";
import { partOf } from "./line-borders.ts";
import type { LineVisitor, LineWindow } from "./line-visitor.ts";
import type { ReaderState, Recalled } from "./reader-state.ts";
import { createRecords, type RecordPlace } from "./records.ts";
import { saidInRecord } from "./said-in-record.ts";
import type { Stages } from "./stages.ts";
import { createStatementReader, type Statement } from "./statement.ts";
import { createTimeline, isDirective } from "./timeline.ts";

/** Reads the lines of a log in order. */
export interface Reader extends LineVisitor {
  /** Finds what lines that follow a message need of it, their time and record, because it cannot be read again. */
  endMessage(): void;
}

/** Creates a reader that finds the codes of each line, its time and what it is about, records them and renders the line. */
export function createReader(
  source: Source,
  { recognise, clock, renderer, tally }: Omit<Stages, "sieve">,
  recalled: Recalled | null,
): Reader {
  const before = recalled?.state ?? null;
  const timeline = createTimeline(clock, before && { state: before.timeline, unread: recalled?.unread ?? [] });
  const status = createStatusColumn(before?.status);
  const records = createRecords(before && { state: before.records, unread: recalled?.behind ?? "" });
  const read = createStatementReader(recognise);
  const holder = createHolder({ tally, renderer, clock, timeline, records, before: before?.followed ?? null });
  let number = recalled?.line ?? 1;
  /** The state before the unfinished line; null between lines. */
  let lineStart: ReaderState | null = null;
  /** The event that the long line is in, or the line. */
  let long: LongEvent = { time: null, isTimed: true, codes: new Set() };

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
    // The words of a row are those of a request, not of the connection.
    const said = place === null ? read(body) : { findings: recognise(body, place), operation: null, endpoint: null };
    if (said.findings.length === 0) return plainLine(bytes, isDirective(body), lineEnd === "" ? 0 : 1);
    if (place === null && hasEvents(body)) {
      return window({ bytes, before: "", first: true, last: true, candidate: true }, true);
    }
    const record = records.placeOf(body, number);
    const out = holder.turnTo({ record: record.line });
    const inRecord = saidInRecord(said, record);
    if (!holder.isFollowing && lineEnd !== "") holdFrom(record, body, inRecord, next);
    const time = timeline.timeOf(bytes, record);
    const found = annotated(body, lineEnd, inRecord, time, record.line);
    const added = records.add(record, { body, length: bytes.length, time }, distinctCodes(said.findings), found);
    number++;
    return out + holder.count(bytes, found, added);
  }

  function holdFrom(place: RecordPlace, body: string, { endpoint }: Statement, next: number): void {
    const { block, isStamped } = place.begun;
    if (block === null && (endpoint !== null || !isStamped || neverContinues(next))) return;
    const open = openBlockAt(place, body);
    if (block !== null && (open === null || (endpoint !== null && !lacksTime(place, open)))) return;
    holder.begin(place, number, open, state());
  }

  function plainLine(bytes: string, isForClock: boolean, lineEnds: number): string {
    if (isForClock) timeline.timeOf(bytes);
    else timeline.pass(bytes);
    records.pass(bytes);
    number += lineEnds;
    return holder.pass(bytes, lineEnds) + renderer.plain(bytes);
  }

  /**
   * The time of a long line is in its beginning, and a code counts once in it, however many windows name it; where it has
   * several events, that is so for each of them.
   */
  function window(piece: LineWindow, isWhole = false): string {
    const held = holder.end();
    return held + visitWindow(piece, isWhole);
  }

  function visitWindow({ bytes, before: overlap, first, last, candidate }: LineWindow, isWhole: boolean): string {
    if (first) {
      lineStart = state();
      long = { time: timeline.timeOf(bytes), isTimed: true, codes: new Set() };
    } else timeline.skip(bytes.length);
    const lineEnd = splitLineEnd(bytes)[1];
    if (lineEnd !== "") lineStart = null;
    const found: AnnotatedLine[] = [];
    for (const part of eventParts(bytes, overlap, first)) {
      if (part.isNew) long = { time: null, isTimed: false, codes: new Set() };
      if (!long.isTimed) {
        const time = clock.read(part.before + part.bytes);
        long = { ...long, time, isTimed: time !== null };
      }
      const one = visitPart(part, candidate);
      if (one !== null) found.push(one);
    }
    if (last) records.end();
    const out = found.length === 0 ? renderer.plain(bytes) : shown(bytes, found, isWhole);
    if (last) number++;
    return out;
  }

  /** Counts a part of a line by itself; its findings have their places in it. */
  function visitPart({ bytes, before: overlap }: EventPart, candidate: boolean): AnnotatedLine | null {
    const [body, lineEnd] = splitLineEnd(bytes);
    const findings = candidate ? beyond(overlap.length, recognise(overlap + body)) : [];
    if (findings.length === 0) {
      tally.pass(bytes, lineEnd === "" ? 0 : 1);
      return null;
    }
    const operation = operationOf(body, findings);
    const endpoint = endpointOf(body, findings, operation);
    const found = annotated(body, lineEnd, { findings, operation, endpoint }, long.time, number);
    const codes = distinctCodes(findings).filter((code) => !long.codes.has(code));
    for (const code of codes) long.codes.add(code);
    tally.record(bytes, excerptOf(found), codes);
    return found;
  }

  /** One output for each part, or for the line as a whole. */
  function shown(bytes: string, found: readonly AnnotatedLine[], isWhole: boolean): string {
    if (renderer.showsRecords === true) return found.map((one) => renderer.annotated(one, isWhole)).join("");
    const [body, lineEnd] = splitLineEnd(bytes);
    let from = 0;
    const findings = found.flatMap((one) => {
      from = body.indexOf(one.body, from);
      return one.findings.map((finding) => ({ ...finding, start: finding.start + from, end: finding.end + from }));
    });
    return renderer.annotated({ ...(found[0] as AnnotatedLine), body, lineEnd, findings }, isWhole);
  }

  function annotated(
    body: string,
    lineEnd: string,
    said: Statement,
    time: number | null,
    record: number,
  ): AnnotatedLine {
    const { findings, operation, endpoint } = said;
    return { source: source.name.name, number, record, body, lineEnd, findings, time, operation, endpoint };
  }

  function release(): void {
    timeline.release();
    records.release();
  }

  function endMessage(): void {
    timeline.settle();
    records.settle(number, clock.read);
  }

  const canGoOn = () => typeof source.identity === "object" || source.isPlain?.() === true;
  tally.follow?.(() => (canGoOn() ? state() : null));
  return { pass, line, window, waits: () => holder.start !== null, settle, release, endMessage };
}

interface LongEvent {
  readonly time: number | null;
  readonly isTimed: boolean;
  readonly codes: Set<number>;
}

function splitLineEnd(line: string): [body: string, lineEnd: string] {
  const lineEnd = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
  return [line.slice(0, line.length - lineEnd.length), lineEnd];
}

/** The findings that end behind the overlap, with their places in the window. */
function beyond(overlap: number, findings: readonly Finding[]): Finding[] {
  return findings
    .filter((finding) => finding.end > overlap)
    .map((finding) => ({ ...finding, start: Math.max(0, finding.start - overlap), end: finding.end - overlap }));
}

function distinctCodes(findings: readonly Finding[]): number[] {
  return findings.length === 1 ? [(findings[0] as Finding).code] : [...new Set(findings.map(({ code }) => code))];
}
