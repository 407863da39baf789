import type { Checkpoint } from "../ledger/checkpoint.ts";
import type { StatusState } from "../line/status-column.ts";
import type { ClockState } from "../line/time/clock.ts";
import type { DateOrderChoice } from "../line/time/date-order.ts";
import type { Source } from "../log/source.ts";
import type { FollowedRecord } from "./held-record.ts";
import { MAX_RECORD_BYTES } from "./record-lines.ts";
import type { RecordsState } from "./records.ts";
import type { TimelineState } from "./timeline.ts";

/** What a reader remembers of the lines before one; plain data. */
export interface ReaderState {
  readonly clock: ClockState;
  readonly timeline: TimelineState;
  readonly status: StatusState;
  readonly records: RecordsState;
  readonly followed: FollowedRecord | null;
}

/** `Checkpoint.reading`: the format of the state (a new number when it changes), and what its times depend on. */
export function readingIn(zone: string, dateOrder: DateOrderChoice = "auto"): string {
  return dateOrder === "auto" ? `6 ${zone}` : `6 ${zone} ${dateOrder}`;
}

/** What a reader begins with in the middle of a log. */
export interface Recalled {
  /** 1-based. */
  readonly line: number;
  /** Null when only the number of the line is known. */
  readonly state: ReaderState | null;
  /** The bytes of the timeline's `unread` ranges. */
  readonly unread: readonly string[];
  /** The bytes behind the last line with a code, as far as a record reaches. */
  readonly behind: string;
}

/** Reads what a reader needs to go on at a checkpoint. */
export async function recall(source: Source, { lines, state }: Checkpoint): Promise<Recalled> {
  const remembered = state as ReaderState | null;
  const log = source.seek?.();
  const unread = remembered?.timeline.unread.map(async ([from, to]) => (await log?.read(from, to - from)) ?? "");
  const { position } = remembered?.timeline ?? { position: 0 };
  const length = Math.min(remembered?.records.bytes ?? 0, MAX_RECORD_BYTES);
  const behind = length === 0 ? "" : ((await log?.read(position - length, length)) ?? "");
  return { line: lines + 1, state: remembered, unread: await Promise.all(unread ?? []), behind };
}
