import type { StatusState } from "../line/status-column.ts";
import type { ClockState } from "../line/time/clock.ts";
import type { DateOrderChoice } from "../line/time/date-order.ts";
import type { FollowedRecord } from "./held-record.ts";
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
