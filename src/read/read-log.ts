import type { Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { Renderer } from "../annotate/renderer.ts";
import type { Start } from "../ledger/ledger.ts";
import type { Tally } from "../ledger/tally.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import { createStatusColumn, type StatusState } from "../line/status-column.ts";
import type { Clock, ClockState } from "../line/time/clock.ts";
import type { Source } from "../log/source.ts";
import { byteListLiterals } from "../recognise/byte-list.ts";
import type { Finding } from "../recognise/finding.ts";
import { recognisers } from "../recognise/forms/index.ts";
import type { Recognise } from "../recognise/recognise.ts";
import type { Literals } from "../sieve/literals.ts";
import type { Sieve } from "../sieve/sieve.ts";
import type { LineVisitor, Window } from "./cutter.ts";
import { readBlocks } from "./read-blocks.ts";
import { splitLines } from "./split-lines.ts";
import { createStatementReader, type Statement } from "./statement.ts";
import { createTimeline, directives, isDirective, type TimelineState } from "./timeline.ts";

/** What the sieve lets through: what may hold a code, and the lines that tell how to read the others. */
export function programLiterals(): Literals {
  return {
    texts: [...recognisers.flatMap((form) => form.literals), ...byteListLiterals, ...directives],
    numbers: recognisers.flatMap((form) => form.numbers ?? []),
  };
}

/** What a log flows through. */
export interface Stages {
  readonly sieve: Sieve;
  readonly recognise: Recognise;
  readonly clock: Clock;
  readonly renderer: Renderer;
  readonly tally: Tally;
}

/** How the reader's state is written down (a new number when that changes), and what its times depend on. */
export function readingIn(zone: string): string {
  return `1 ${zone}`;
}

/**
 * Sends one source through the stages (sieve, recognise, annotate, tally) into the sink, which stays open and is done
 * with what it was given once it calls back. Ends early, behind the last line that arrived, when the signal is aborted.
 * Rejects with the error of the stream that failed.
 *
 * @param start where to begin, when the source has `seek` and the state there is one that this function told the tally.
 */
export async function annotate(
  source: Source,
  stages: Stages,
  sink: Writable,
  signal: AbortSignal,
  start: Start | null = null,
): Promise<void> {
  const reader = createReader(source, stages, start === null ? null : await recall(source, start));
  const blocks = source.blocks?.(start?.position) ?? null;
  if (blocks === null) return await stream(await source.open(), splitLines(stages.sieve, reader), sink, signal);
  await readBlocks(blocks, stages.sieve, reader, { write: (bytes) => write(sink, bytes), signal });
}

async function stream(input: Readable, lines: Transform, sink: Writable, signal: AbortSignal): Promise<void> {
  const stop = () => {
    input.unpipe(lines);
    lines.end();
    lines.once("end", () => input.destroy());
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    await pipeline(input, lines, sink, { end: false });
  } catch (error) {
    if (!signal.aborted || (error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function write(sink: Writable, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** What the reader remembers of the lines before one; plain data. */
interface ReaderState {
  readonly clock: ClockState;
  readonly timeline: TimelineState;
  readonly status: StatusState;
}

/** What a reader begins with in the middle of a log. */
interface Recalled {
  /** 1-based. */
  readonly line: number;
  readonly state: ReaderState;
  /** The bytes of the timeline's `unread` ranges. */
  readonly unread: readonly string[];
}

async function recall(source: Source, start: Start): Promise<Recalled> {
  const state = start.state as ReaderState;
  const log = source.seek?.();
  const unread = state.timeline.unread.map(async ([from, to]) => (await log?.read(from, to - from)) ?? "");
  return { line: start.lines + 1, state, unread: await Promise.all(unread) };
}

/** Reads lines in their order: what each says, when, about whom; tells the tally and renders. */
export function createReader(
  source: Source,
  { recognise, clock, renderer, tally }: Stages,
  before: Recalled | null,
): LineVisitor {
  if (before !== null) clock.restore(before.state.clock);
  const timeline = createTimeline(clock, before && { state: before.state.timeline, unread: before.unread });
  const status = createStatusColumn(before?.state.status);
  const read = createStatementReader(recognise);
  let number = before?.line ?? 1;
  /** The state before the line that is not finished yet; null between lines. */
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
    // The words of a row are those of a request, and tell nothing about the connection.
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

  /** The beginning of a long line tells its time; a code counts once however many windows name it. */
  function window({ bytes, before, first, last, candidate }: Window): string {
    if (first) {
      lineStart = state();
      long = { time: timeline.timeOf(bytes), codes: new Set() };
    } else timeline.skip(bytes.length);
    const [body, lineEnd] = splitLineEnd(bytes);
    if (lineEnd !== "") lineStart = null;
    const findings = candidate ? beyond(before.length, recognise(before + body)) : [];
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

  tally.follow?.(() => (source.isPlain?.() === true ? state() : null));
  return { pass, line, window, release: timeline.release };
}

const LONGEST_EXAMPLE_BYTES = 4096;

/** A line as it may be kept for an example: of a long one what stands around its first finding. */
function excerptOf(line: AnnotatedLine): AnnotatedLine {
  const { body, findings } = line;
  if (body.length <= LONGEST_EXAMPLE_BYTES) return line;
  const start = Math.max(0, (findings[0]?.start ?? 0) - LONGEST_EXAMPLE_BYTES / 2);
  const cut = body.slice(start, start + LONGEST_EXAMPLE_BYTES);
  // No part of a character of several bytes.
  return { ...line, body: cut.replace(/^[\x80-\xbf]{1,3}|[\xc0-\xff][\x80-\xbf]{0,3}$/g, "") };
}

function splitLineEnd(line: string): [body: string, lineEnd: string] {
  const lineEnd = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
  return [line.slice(0, line.length - lineEnd.length), lineEnd];
}

/** The findings that end behind the overlap, moved to where they stand in the window. */
function beyond(overlap: number, findings: readonly Finding[]): Finding[] {
  return findings
    .filter((finding) => finding.end > overlap)
    .map((finding) => ({ ...finding, start: Math.max(0, finding.start - overlap), end: finding.end - overlap }));
}

function distinctCodes(findings: readonly Finding[]): number[] {
  return findings.length === 1 ? [(findings[0] as Finding).code] : [...new Set(findings.map(({ code }) => code))];
}
