import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import { type Block, closesBlock, endsWithTime, isNested, isOutside, opensBlock } from "../line/block.ts";
import { continuesRecord, startsRecord } from "../line/record.ts";
import { isLabelledTime, MAX_RECORD_LINES } from "./find-record.ts";
import type { Addition } from "./occurrences.ts";
import { type Answer, type Question, questionAfter } from "./question.ts";
import { MAX_RECORD_BYTES } from "./record-lines.ts";
import type { RecordPlace } from "./records.ts";

/** A line of a record that is not counted yet. */
export interface HeldLine {
  /** With its end. */
  readonly bytes: string;
  readonly lineEnds: number;
  readonly body: string;
  /** Null for a line without a code. */
  readonly found: { readonly line: AnnotatedLine; readonly added: Addition } | null;
  /** What a line without a code adds to those before it. */
  readonly answer: HeldAnswer | null;
}

/** Lines of a stack in a row, which are not counted yet. */
export interface HeldFrames {
  readonly frames: Uint8Array;
  readonly lineEnds: number;
}

/** What failures were about, with the codes of those that were counted without it. */
export interface HeldAnswer extends Answer {
  readonly completes: { readonly endpoint: readonly number[]; readonly operation: readonly number[] };
}

/** What is known of a record that is followed, without its lines; plain data. */
export interface FollowedRecord {
  /** 1-based number of its first line. */
  readonly line: number;
  /** Bytes, from its beginning on. */
  readonly bytes: number;
  /** Lines, from its beginning on. */
  readonly lines: number;
  /** The block that is open, or null. */
  readonly block: Block | null;
  readonly question: Question | null;
}

/** A record that is followed from a line with a code on, because that leaves open when or for whom it failed. */
export class HeldRecord {
  /** What is not counted yet. */
  lines: (HeldLine | HeldFrames)[] = [];
  question: Question | null;
  /** Whether the time of the record may still come. */
  readonly lacksTime: boolean;
  readonly #known: FollowedRecord;
  #count: number;
  #isFirst: boolean;
  #bytes: number;

  constructor(known: FollowedRecord, lacksTime: boolean) {
    this.#known = known;
    this.#count = known.lines;
    this.#bytes = known.bytes;
    this.question = known.question;
    this.#isFirst = known.question === null;
    this.lacksTime = lacksTime;
  }

  /** 1-based number of the record's first line. */
  get line(): number {
    return this.#known.line;
  }

  state(): FollowedRecord {
    return { ...this.#known, bytes: this.#bytes, lines: this.#count, question: this.question };
  }

  /** Whether the record goes on with a line, as far as a record may. */
  goesOnWith(body: string): boolean {
    if (!this.#hasRoom(body.length + 1)) return false;
    const { block } = this.#known;
    if (block === null) return continuesRecord(body);
    if (startsRecord(body) || isOutside(body, block)) return false;
    return isNested(block) || opensBlock(body) !== block;
  }

  /** Follows a line of a stack, in bytes, and returns whether it is one: it adds nothing. */
  passesFrame(lines: Uint8Array, start: number, end: number): boolean {
    const { question } = this;
    if (this.#known.block !== null || (question !== null && (question.host !== null || question.readsFrames)))
      return false;
    const length = lines[end - 2] === carriageReturn ? end - start - 1 : end - start;
    if (!isFrameAt(lines, start) || !this.#hasRoom(length)) return false;
    this.#bytes += end - start;
    this.#count++;
    return true;
  }

  #hasRoom(bytes: number): boolean {
    return this.#count < MAX_RECORD_LINES && this.#bytes + bytes < MAX_RECORD_BYTES;
  }

  /** Follows the next line; returns whether the record ends with it. */
  follow(bytes: number, body: string): boolean {
    const { block } = this.#known;
    this.#bytes += bytes;
    this.#count++;
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    return !isFirst && block !== null && closesBlock(body, block);
  }

  /** Takes note of a line with codes. */
  tell(line: AnnotatedLine, added: Addition): void {
    this.question = questionAfter(this.question, line, added);
  }

  /** The line with the time of the record, if that was not known before. */
  stamp(): string | null {
    const { block } = this.#known;
    if (block === null || !this.lacksTime) return null;
    const behind = this.lines.slice(1).flatMap((line) => ("frames" in line ? [] : line.body));
    const last = behind.at(-1);
    if (endsWithTime(block) && last !== undefined && closesBlock(last, block)) return last;
    return behind.find(isLabelledTime) ?? null;
  }
}

const carriageReturn = 13;

/** Whether a line begins with blanks and `at `. */
function isFrameAt(bytes: Uint8Array, start: number): boolean {
  let at = start;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  return at > start && bytes[at] === 0x61 && bytes[at + 1] === 0x74 && bytes[at + 2] === 0x20;
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
