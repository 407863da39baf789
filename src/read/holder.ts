import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { Block } from "../line/block.ts";
import type { FollowedRecord } from "./held-record.ts";
import type { Addition } from "./occurrences.ts";
import type { ReaderState } from "./reader-state.ts";
import type { RecordPlace } from "./records.ts";

/**
 * Follows a record behind a code that leaves open when or for whom something failed. Its lines are held back from the
 * tally, and from the output where that shows records, until it ends or `settle` is called; then it is followed on, and
 * the facts of further lines are added to what was counted. All other output goes out at once.
 */
export interface Holder {
  /** Whether a record is followed. */
  readonly isFollowing: boolean;
  /** The reader's state before the first line that is held back; null when none is. */
  readonly start: ReaderState | null;
  /** Whether it is unknown when the record was that is held back. */
  readonly lacksTime: boolean;
  /** Begins to hold a record, with the line of this number in it, which leaves `block` open. */
  begin(place: RecordPlace, number: number, block: Block | null, start: ReaderState): void;
  /** Ends the record that is followed, if the next line is in another one: one that begins with line `record`, or has this body. */
  turnTo(next: { readonly record: number } | { readonly body: string }): string;
  /** Counts a line with codes, now or later; returns what goes out. */
  count(bytes: string, line: AnnotatedLine, added: Addition): string;
  /** Lets a line without a code go by to the tally, now or later. */
  pass(bytes: string, lineEnds: number): string;
  /** Takes those of the lines that are in the record; returns how many bytes and lines they have, and what goes out. */
  take(lines: Uint8Array): { readonly bytes: number; readonly lineEnds: number; readonly out: string };
  /** Counts what is held back, with what is known; returns what goes out. */
  settle(): string;
  /** Settles, and ends the record. */
  end(): string;
  /** The record that is followed and counted. */
  state(): FollowedRecord | null;
}
