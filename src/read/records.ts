import type { Operation } from "../catalogue/entry.ts";
import { type Block, closesBlock, fieldOf, isBelow, opensBlock } from "../line/block.ts";
import { continuesRecord, startsRecord } from "../line/record.ts";
import { type FirstLine, findRecord, isInBlock, MAX_RECORD_LINES } from "./find-record.ts";
import type { Addition, Occurrence } from "./occurrences.ts";
import { addOccurrences } from "./occurrences.ts";
import { createRecordLines, MAX_RECORD_BYTES } from "./record-lines.ts";

/** A record with a code in it; plain data. */
export interface OpenRecord {
  /** 1-based number of its first line. */
  readonly line: number;
  /** Bytes from its beginning to the end of its last line with a code. */
  readonly bytes: number;
  /** Whether lines that continue a record may continue this one. */
  readonly isStamped: boolean;
  /** The kind of block that is open, or null. */
  readonly block: Block | null;
  /** Unix milliseconds, or null. */
  readonly time: number | null;
  /** Whether that is the time of a line that a record begins with, and not one that a line speaks of. */
  readonly isTimed: boolean;
  /** The beginning of its last line with a code. */
  readonly head: string;
  /** The names of fields that have a code. */
  readonly fields: readonly string[];
  /** What its lines blame, the first one that blames something. */
  readonly endpoint: string | null;
  readonly occurrences: readonly Occurrence[];
}

/** What is remembered of the records of a log between two lines; plain data. */
export interface RecordsState {
  readonly open: OpenRecord | null;
  /** Bytes of lines behind the last line with a code. */
  readonly bytes: number;
}

/** Where a line with a code is. */
export interface RecordPlace {
  /** 1-based number of the line that the record begins with. */
  readonly line: number;
  /** The record that the line goes on with; null when the line is the first one of its record with a code. */
  readonly open: OpenRecord | null;
  /** The record above a line without a stamp that seems to go on with it: its facts are those of the line too. */
  readonly lender: OpenRecord | null;
  /** The lines of the record between the last one with a code, or its beginning, and this one; nearest first. */
  readonly before: readonly string[];
  /** The time of the record before, where nothing in between has a time that counts. */
  readonly time: number | null;
  /** The line before that has the time of this one: a line of a stack has none of its own. */
  readonly stamp: string | null;
  readonly isContinuing: boolean;
  /** What is known of the record but for what this line adds. */
  readonly begun: Pick<OpenRecord, "bytes" | "isStamped" | "block">;
}

/** Knows which lines with a code belong together, although the lines between them are read only when there is a need. */
export interface Records {
  pass(lines: string | Uint8Array): void;
  release(): void;
  /** Returns where a line (without its end) is; `number` is its own. */
  placeOf(body: string, number: number): RecordPlace;
  /** The line right above the next one, if it has no code. */
  lineAbove(): string | null;
  /** Adds the codes of a line at its place; returns which of them count. */
  add(
    place: RecordPlace,
    line: { readonly body: string; readonly length: number; readonly time: number | null },
    codes: readonly number[],
    said: { readonly endpoint: string | null; readonly operation: Operation | null },
  ): Addition;
  /**
   * Keeps what the lines that went by mean for the next one, and none of them, because they cannot be read again.
   * `number` is that of the next line, `timeOf` reads the time of a line.
   */
  settle(number: number, timeOf: (line: string) => number | null): void;
  /** The record with the last code. */
  current(): OpenRecord | null;
  /** Adds the facts of the lines below its last code; null for a time that stays. */
  complete(time: number | null, occurrences: readonly Occurrence[]): void;
  /** Ends the record before: what comes next belongs to none. */
  end(): void;
  state(): RecordsState;
}

/** @param before the state of another, with the bytes behind the last line with a code, as far as a record reaches. */
export function createRecords(
  before: { readonly state: RecordsState; readonly unread: string } | null = null,
): Records {
  let open = before?.state.open ?? null;
  const lines = createRecordLines(before?.state.bytes ?? 0, before?.unread ?? "");

  function placeOf(body: string, number: number): RecordPlace {
    const { first, before, stamp, head, isSure, isLower, mayBeEarlier } = findRecord(body, lines);
    if (first?.isStamped === true && first.lines === 0) return begunBy(first, number, before);
    const isContinuing = continuesRecord(body);
    if (open !== null && mayBeEarlier) {
      const bytes = open.bytes + lines.bytes;
      const isBehind = lines.bytes === 0 && isBelowLine(open.head, body);
      const isIn =
        ((isSure || isLower || isBehind) && open.isStamped) ||
        (open.block !== null && isInBlock(open.block, before, body) && !hasAgain(open, [body, ...before]));
      if (isIn && number - open.line < MAX_RECORD_LINES && bytes < MAX_RECORD_BYTES) {
        const begun = { bytes, isStamped: open.isStamped, block: open.block };
        return { line: open.line, open, lender: open, before, time: open.time, stamp, isContinuing: true, begun };
      }
    }
    if (first !== null) return begunBy(first, number, before);
    const time = mayBeEarlier && stamp === null && open?.isTimed === true ? open.time : null;
    const lender = isSure && isContinuing && mayBeEarlier && open?.block === null && !open.isStamped ? open : null;
    const lent = lender === null ? before.slice(0, head) : before;
    return { line: number, open: null, lender, before: lent, time, stamp, isContinuing, begun: unstamped };
  }

  return {
    pass: lines.pass,
    release: lines.release,
    placeOf,
    add(place, { body, length, time }, codes, said) {
      const added = addOccurrences(place.open?.occurrences ?? [], codes, said);
      const { isStamped, block, bytes } = place.begun;
      const isClosed = block !== null && bytes > 0 && closesBlock(body, block);
      open = {
        line: place.line,
        bytes: bytes + length,
        isStamped: isStamped && !isClosed,
        head: body.slice(0, 64),
        fields: block === null ? none : fieldsWith(place.open?.fields ?? none, fieldOf(body, block)),
        block: isClosed ? null : block,
        time,
        isTimed: isStamped || place.time !== null || (place.stamp !== null && startsRecord(place.stamp)),
        endpoint: place.open?.endpoint ?? said.endpoint,
        occurrences: added.occurrences,
      };
      lines.clear();
      return added;
    },
    lineAbove() {
      let above: string | null = null;
      lines.backwards((line) => {
        above = line;
        return false;
      });
      return above;
    },
    settle(number, timeOf) {
      if (lines.bytes === 0) return;
      const { line, open: known, stamp, begun } = placeOf("\t", number);
      const time = known?.time ?? (stamp === null ? null : timeOf(stamp));
      const { occurrences, endpoint } = known ?? { occurrences: [], endpoint: null };
      open =
        begun.bytes === 0
          ? null
          : {
              line,
              ...begun,
              head: "",
              fields: known?.fields ?? none,
              time,
              isTimed: begun.isStamped,
              endpoint,
              occurrences,
            };
      lines.clear();
    },
    current: () => open,
    complete(time, occurrences) {
      if (open === null) return;
      const endpoint = open.endpoint ?? occurrences.find((one) => one.endpoint !== null)?.endpoint ?? null;
      open = { ...open, occurrences, endpoint, ...(time !== null && { time, isTimed: true }) };
    },
    end() {
      open = null;
      lines.clear();
    },
    state: () => ({ open, bytes: lines.bytes }),
  };
}

/** The place of a line, whose record begins with this one, a number of lines above. */
function begunBy(
  { lines, bytes, isStamped, block, stamp }: FirstLine,
  number: number,
  before: readonly string[],
): RecordPlace {
  const begun = { bytes, isStamped, block };
  return { line: number - lines, open: null, lender: null, before, time: null, stamp, isContinuing: lines > 0, begun };
}

/** Whether one of the lines has a field of a list that had it before: that is the next list. */
function hasAgain({ block, fields }: OpenRecord, lines: readonly string[]): boolean {
  if (block === null || fields.length === 0) return false;
  return lines.some((line) => fields.includes(fieldOf(line, block) ?? ""));
}

function fieldsWith(fields: readonly string[], field: string | null): readonly string[] {
  return field === null ? fields : [...fields, field];
}

/** Whether a line begins a block that is a part of the record of the line right above it. */
function isBelowLine(above: string, body: string): boolean {
  const block = opensBlock(body);
  return block !== null && isBelow(above, block);
}

const none: readonly string[] = [];
const unstamped = { bytes: 0, isStamped: false, block: null };
