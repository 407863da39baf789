import {
  type Block,
  closesBlock,
  fieldOf,
  isBelow,
  isNested,
  isOnlyBelow,
  isOutside,
  mayBeBelow,
  opensBlock,
} from "../line/block.ts";
import { continuesRecord, startsRecord } from "../line/record.ts";
import { MAX_RECORD_BYTES, type RecordLines } from "./record-lines.ts";

/** A record has no more lines than this. */
export const MAX_RECORD_LINES = 200;

/** What the lines above a line show of its record. */
export interface LinesAbove {
  /** The first line of the record, when it is among them, or is the line itself. */
  readonly first: FirstLine | null;
  /** The lines above, nearest first: those of the record, when its first line is one of them. */
  readonly before: readonly string[];
  /** The line above that has the time of the record. */
  readonly stamp: string | null;
  /** How many lines above the first one is that continues nothing, where it is no stamped one; 0 when none is known. */
  readonly head: number;
  /** Whether the line and all above continue whatever record they are in. */
  readonly isSure: boolean;
  /** Whether the record with this first line may be a part of another one that began before those lines. */
  readonly isLower: boolean;
  /** Whether the search came to the end of those lines, so that the record may have begun before them. */
  readonly mayBeEarlier: boolean;
}

/** The first line of a record. */
export interface FirstLine {
  /** Lines, and bytes, from it to the line. */
  readonly lines: number;
  readonly bytes: number;
  readonly isStamped: boolean;
  readonly block: Block | null;
  readonly stamp: string | null;
}

/** Searches the lines above a line for the first one of its record, no further than a record reaches. */
export function findRecord(body: string, lines: RecordLines): LinesAbove {
  const opened = opensBlock(body);
  const isStamp = startsRecord(body);
  const own: FirstLine = { lines: 0, bytes: 0, isStamped: isStamp, block: opened, stamp: null };
  if (isStamp || (opened !== null && !isNested(opened) && !mayBeBelow(opened))) {
    return { first: own, before: none, stamp: null, head: 0, isSure: false, isLower: false, mayBeEarlier: false };
  }
  const before: string[] = [];
  let stamp: string | null = null;
  let isSure = continuesRecord(body);
  let head = 0;
  let mayBeEarlier = lines.bytes < MAX_RECORD_BYTES;
  let first = opened === null ? null : own;
  /** The fields of the list that the line is in. */
  let fields: Set<string | null> | null = null;
  /** Whether that is below another record. */
  let isLower = false;
  lines.backwards((line, bytes) => {
    if (before.length + 1 >= MAX_RECORD_LINES) return stop();
    if (stamp !== null && stamp === before.at(-1)) stamp = dated(line, stamp) ?? stamp;
    const block = first?.block ?? null;
    if (block !== null && !isLower) {
      isLower = first?.lines === before.length && isBelow(line, block);
      if (!isLower && (!isNested(block) || isOutside(line, block) || closesBlock(line, block))) return stop();
      const field = fieldOf(line, block);
      fields ??= new Set([body, ...before].map((one) => fieldOf(one, block)));
      if (!isLower && field !== null && fields.has(field)) return stop();
      fields.add(field);
    }
    const isStamped = startsRecord(line);
    const opens = opensBlock(line);
    const isOpen = opens !== null && isInBlock(opens, before, body);
    if (isOpen || (isStamped && (isSure || isLower))) {
      const found = isStamped ? line : stamp;
      // The lines of a list that is below a stamped line go on with it.
      const lower = isLower && block !== null && isNested(block) ? block : null;
      first = { lines: before.length + 1, bytes, isStamped, block: isOpen ? opens : lower, stamp: found };
      isLower = false;
      if (isStamped || opens === null || !(isNested(opens) || mayBeBelow(opens))) {
        before.push(line);
        return stop();
      }
    }
    before.push(line);
    if (isStamped) stamp ??= line;
    else if (stamp === null && time.test(line) && (!continuesRecord(line) || isLabelledTime(line))) stamp = line;
    if (isSure && !continuesRecord(line)) {
      isSure = false;
      head = tellsOfSuccess.test(line) ? before.length - 1 : before.length;
    }
    return isStamped ? stop() : true;
  });
  if (first?.block != null && !first.isStamped && isOnlyBelow(first.block)) first = null;
  return { first, before: before.slice(0, first?.lines), stamp, head, isSure, isLower, mayBeEarlier };

  function stop(): false {
    mayBeEarlier = false;
    return false;
  }
}

/** Whether a line is in a block, given the lines between it and the first one. */
export function isInBlock(block: Block, between: readonly string[], body: string): boolean {
  if (isOutside(body, block)) return false;
  return !between.some((line) => closesBlock(line, block) || isOutside(line, block));
}

/** Whether a further line of a record has its time, and not that of something it speaks of. */
export function isLabelledTime(line: string): boolean {
  return time.test(line) && labelledTime.test(line);
}

/** A date and a time of day that have a labelled line each, as one stamp; null for other lines. */
function dated(line: string, below: string): string | null {
  const day = labelledDay.exec(line)?.[1];
  const timeOfDay = day === undefined ? undefined : labelledTimeOfDay.exec(below)?.[1];
  return timeOfDay === undefined ? null : `${day} ${timeOfDay}`;
}

const labelledDay = /^\s{0,16}(?:date|datum|fecha|data)\s{0,20}[:=]\s{0,20}(\d[\d/.-]{5,9})\s{0,20}$/i;
const labelledTimeOfDay = /^\s{0,16}(?:time|zeit|uhrzeit|hora|heure|ora)\s{0,20}[:=]\s{0,20}(\d\d?:\d.{0,40})$/i;

const none: readonly string[] = [];
const tellsOfSuccess = /\b(?:connected|listening|started|succe\w*|established|accepted|ready)\b/i;
const time = /\d{1,2}[:.]\d\d[:.]\d\d|\b1[4-9]\d{8}/;
const labelledTime =
  /(?:^|[\s"'<(])(?:@?time(?:stamp|created|generated|written)?|date(?:time)?|datum|zeit|uhrzeit)\b['"]?\s*[:=(>\s]/i;
