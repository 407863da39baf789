import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import type { Finding } from "../recognise/finding.ts";
import { createEventCutter, type EventPart } from "./event-parts.ts";
import { excerptOf } from "./excerpt.ts";
import { splitLineEnd } from "./line-borders.ts";
import type { LineWindow } from "./line-visitor.ts";
import type { Stages } from "./stages.ts";
import { distinctCodes, type Statement } from "./statement.ts";
import type { Timeline } from "./timeline.ts";

/**
 * Visits lines in windows. The time of a long line is in its beginning, and a code counts once in it, however many
 * windows name it; where it has several events, that is so for each of them.
 */
export interface LongLine {
  /** Counts a window; returns what goes out. `isWhole` when it is all of the line. */
  visit(window: LineWindow, isWhole: boolean): string;
}

interface LongEvent {
  readonly time: number | null;
  readonly isTimed: boolean;
  readonly codes: Set<number>;
  /** Findings so far. */
  readonly found: number;
}

/** A line of a log has a few; one with more is no text, and its codes, each counted once in it, are known by then. */
export const MAX_LINE_FINDINGS = 100_000;

/** Creates a visitor of one long line after another. */
export function createLongLine(
  options: Omit<Stages, "sieve" | "look"> & {
    readonly timeline: Timeline;
    /** Makes a line, or a part of one, of what is known of it. */
    readonly annotated: (body: string, lineEnd: string, said: Statement, time: number | null) => AnnotatedLine;
  },
): LongLine {
  const { recognise, clock, renderer, tally, leave, timeline, annotated } = options;
  /** The event that the line is in, or the line. */
  let event: LongEvent = { time: null, isTimed: true, codes: new Set(), found: 0 };
  let cut = createEventCutter("");

  function visit({ bytes, before, behind, first, candidate }: LineWindow, isWhole: boolean): string {
    if (first) {
      event = { time: timeline.timeOf(bytes), isTimed: true, codes: new Set(), found: 0 };
      cut = createEventCutter(bytes);
    } else {
      timeline.skip(bytes.length);
    }
    const found: AnnotatedLine[] = [];
    for (const part of cut(bytes, before, behind)) {
      if (part.isNew) event = { time: event.time, isTimed: false, codes: new Set(), found: 0 };
      if (!event.isTimed) {
        const time = clock.read(part.before + part.bytes);
        if (time !== null) event = { ...event, time, isTimed: true };
      }
      const one = visitPart(part, candidate);
      if (one !== null) found.push(one);
    }
    return found.length === 0 ? renderer.plain(bytes) : shown(bytes, found, isWhole);
  }

  /** Counts a part of a line by itself; its findings have their places in it. */
  function visitPart({ bytes, before, behind }: EventPart, candidate: boolean): AnnotatedLine | null {
    const [body, lineEnd] = splitLineEnd(bytes);
    const isFull = event.found >= MAX_LINE_FINDINGS;
    if (candidate && isFull) leave?.(bytes.length);
    const isHere = ({ end }: Finding) => end > before.length && end <= before.length + body.length;
    const known = before + body + behind;
    const all = candidate && !isFull ? recognise(known).filter(isHere) : [];
    event = { ...event, found: event.found + all.length };
    if (all.length === 0) {
      tally.pass(bytes, lineEnd === "" ? 0 : 1);
      return null;
    }
    const operation = operationOf(known, all);
    const endpoint = endpointOf(known, all, operation);
    const findings = all.map((finding) => movedBack(finding, before.length));
    const found = annotated(body, lineEnd, { findings, operation, endpoint }, event.time);
    const codes = distinctCodes(findings).filter((code) => !event.codes.has(code));
    for (const code of codes) event.codes.add(code);
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

  return { visit };
}

/** A finding with its place in the window, which it may begin before. */
function movedBack(finding: Finding, overlap: number): Finding {
  return { ...finding, start: Math.max(0, finding.start - overlap), end: finding.end - overlap };
}
