import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import { createStatusColumn } from "../line/status-column.ts";
import type { Source } from "../log/source.ts";
import type { Finding } from "../recognise/finding.ts";
import { excerptOf } from "./excerpt.ts";
import type { LineVisitor, LineWindow } from "./line-visitor.ts";
import type { ReaderState, Recalled } from "./reader-state.ts";
import type { Stages } from "./stages.ts";
import { createStatementReader, type Statement } from "./statement.ts";
import { createTimeline, isDirective } from "./timeline.ts";

/** Reads the lines of a log in order. */
export interface Reader extends LineVisitor {
  /** Finds the time for lines without one that follow a message, because the message cannot be read again for it. */
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
  const read = createStatementReader(recognise);
  let number = recalled?.line ?? 1;
  /** The state before the unfinished line; null between lines. */
  let lineStart: ReaderState | null = null;
  let long: { readonly time: number | null; readonly codes: Set<number> } = { time: null, codes: new Set() };

  function pass(lines: Uint8Array, lineEnds: number): string | Uint8Array {
    timeline.pass(lines);
    tally.pass(lines, lineEnds);
    number += lineEnds;
    return renderer.plain(lines);
  }

  function state(): ReaderState {
    return lineStart ?? { clock: clock.state(), timeline: timeline.state(), status: status.state() };
  }

  function line(bytes: string): string {
    const [body, lineEnd] = splitLineEnd(bytes);
    if (lineEnd === "") lineStart = state();
    status.learn(body);
    const place = status.find(body);
    // The words of a row are those of a request, not of the connection.
    const said = place === null ? read(body) : { findings: recognise(body, place), operation: null, endpoint: null };
    if (said.findings.length === 0) return plainLine(bytes, isDirective(body), lineEnd === "" ? 0 : 1);
    const found = annotated(body, lineEnd, said, timeline.timeOf(bytes));
    tally.record(bytes, excerptOf(found), distinctCodes(said.findings));
    number++;
    return renderer.annotated(found, true);
  }

  function plainLine(bytes: string, isForClock: boolean, lineEnds: number): string {
    if (isForClock) timeline.timeOf(bytes);
    else timeline.pass(bytes);
    tally.pass(bytes, lineEnds);
    number += lineEnds;
    return renderer.plain(bytes);
  }

  /** The time of a long line is in its beginning; a code counts once in it, however many windows name it. */
  function window({ bytes, before: overlap, first, last, candidate }: LineWindow): string {
    if (first) {
      lineStart = state();
      long = { time: timeline.timeOf(bytes), codes: new Set() };
    } else timeline.skip(bytes.length);
    const [body, lineEnd] = splitLineEnd(bytes);
    if (lineEnd !== "") lineStart = null;
    const findings = candidate ? beyond(overlap.length, recognise(overlap + body)) : [];
    let out: string;
    if (findings.length === 0) {
      tally.pass(bytes, lineEnd === "" ? 0 : 1);
      out = renderer.plain(bytes);
    } else {
      const operation = operationOf(body, findings);
      const endpoint = endpointOf(body, findings, operation);
      const found = annotated(body, lineEnd, { findings, operation, endpoint }, long.time);
      const codes = distinctCodes(findings).filter((code) => !long.codes.has(code));
      for (const code of codes) long.codes.add(code);
      tally.record(bytes, excerptOf(found), codes);
      out = renderer.annotated(found, false);
    }
    if (last) number++;
    return out;
  }

  function annotated(body: string, lineEnd: string, said: Statement, time: number | null): AnnotatedLine {
    const { findings, operation, endpoint } = said;
    return { source: source.name.name, number, body, lineEnd, findings, time, operation, endpoint };
  }

  const canGoOn = () => typeof source.identity === "object" || source.isPlain?.() === true;
  tally.follow?.(() => (canGoOn() ? state() : null));
  return { pass, line, window, release: timeline.release, endMessage: timeline.settle };
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
