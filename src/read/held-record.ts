import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import { type Block, closesBlock, endsWithTime, isNested, isOutside, opensBlock } from "../line/block.ts";
import { continuesRecord, startsRecord } from "../line/record.ts";
import { isLabelledTime, MAX_RECORD_LINES } from "./find-record.ts";
import type { Addition } from "./occurrences.ts";
import { MAX_RECORD_BYTES } from "./record-lines.ts";
import type { RecordPlace } from "./records.ts";

/** A line of a record that is held: it is counted once all of the record is known. */
export interface HeldLine {
  /** With its end. */
  readonly bytes: string;
  readonly body: string;
  /** Null for a line without a code. */
  readonly found: { readonly line: AnnotatedLine; readonly added: Addition } | null;
}

/** A record whose lines are held since the first one with a code that left something open, its time or whom it blames. */
export class HeldRecord {
  /** 1-based number of the record's first line. */
  readonly line: number;
  readonly lines: HeldLine[] = [];
  readonly #block: Block | null;
  readonly #lacksTime: boolean;
  #bytes: number;

  /** @param open the block that the line leaves open. */
  constructor(place: RecordPlace, open: Block | null) {
    this.line = place.line;
    this.#block = open;
    this.#lacksTime = lacksTime(place, open);
    this.#bytes = place.begun.bytes;
  }

  /** Whether the record goes on with a line, as far as a record may. */
  goesOnWith(body: string): boolean {
    if (this.lines.length >= MAX_RECORD_LINES || this.#bytes + body.length >= MAX_RECORD_BYTES) return false;
    const block = this.#block;
    if (block === null) return continuesRecord(body);
    if (startsRecord(body) || isOutside(body, block)) return false;
    return isNested(block) || opensBlock(body) !== block;
  }

  /** Takes the next line; returns whether the record ends with it. */
  add(line: HeldLine): boolean {
    this.lines.push(line);
    this.#bytes += line.bytes.length;
    return this.#block !== null && this.lines.length > 1 && closesBlock(line.body, this.#block);
  }

  /** The line with the time of the record, if that was not known before. */
  stamp(): string | null {
    const block = this.#block;
    if (block === null || !this.#lacksTime) return null;
    const behind = this.lines.map(({ body }) => body);
    const last = behind.at(-1);
    if (endsWithTime(block) && last !== undefined && behind.length > 1 && closesBlock(last, block)) return last;
    return behind.find((line, n) => n > 0 && isLabelledTime(line)) ?? null;
  }
}

/** The block that a line with a code is in and does not close. */
export function openBlockAt({ begun }: RecordPlace, body: string): Block | null {
  const { block } = begun;
  return block === null || (begun.bytes > 0 && closesBlock(body, block)) ? null : block;
}

/** Whether the time of a record may be below the line. */
export function lacksTime({ begun, stamp, open }: RecordPlace, block: Block | null): boolean {
  if (block === null || begun.isStamped) return false;
  return endsWithTime(block) || (stamp === null && open?.isTimed !== true);
}
