import { WsaError } from "../error.ts";
import type { Checkpoint } from "../ledger/checkpoint.ts";
import type { Source } from "../log/source.ts";
import { say } from "../wording.ts";
import type { ReaderState } from "./reader-state.ts";
import { MAX_RECORD_BYTES } from "./record-lines.ts";
import type { TimelineState } from "./timeline.ts";

/** What a reader begins with in the middle of a log. */
export interface Recalled {
  /** 1-based. */
  readonly line: number;
  /** Null when only the number of the line is known. */
  readonly state: ReaderState | null;
  /** The bytes of the timeline's `unread` ranges. */
  readonly unread: readonly string[];
  /** The bytes of its `samples` ranges. */
  readonly samples: readonly string[];
  /** The bytes behind the last line with a code, as far as a record reaches. */
  readonly behind: string;
}

/** Reads what a reader needs to go on at a checkpoint. Throws a WsaError where the checkpoint's state is not a reader's. */
export async function recall(source: Source, { lines, position, state }: Checkpoint): Promise<Recalled> {
  const line = lines + 1;
  if (state === null) return { line, state, unread: [], samples: [], behind: "" };
  // A log that begins has no state, and most runs only begin logs: they need not load what checks one.
  const { readerStateFrom } = await import("./state-schema.ts");
  const remembered = readerStateFrom(state);
  const isSequence = typeof source.identity === "object";
  if (remembered === null || !(isSequence || remembered.timeline.position === position)) throw damagedState(source);
  const log = source.seek?.();
  const read = async (from: number, length: number) => (await log?.read(from, length)) ?? "";
  const { timeline, records } = remembered;
  const readAll = (ranges: TimelineState["unread"]) => Promise.all(ranges.map(([from, to]) => read(from, to - from)));
  const unread = await readAll(timeline.unread);
  const samples = await readAll(timeline.samples);
  const length = Math.min(records.bytes, MAX_RECORD_BYTES);
  const behind = length === 0 ? "" : await read(position - length, length);
  return { line, state: remembered, unread, samples, behind };
}

function damagedState({ subject }: Source): WsaError {
  return new WsaError("store", subject, say`what the store remembers of this log is damaged`, {
    hint: say`Bring back a copy of the store, or move it away to begin a new one.`,
  });
}
