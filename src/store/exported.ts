import type { Generation } from "../ledger/generation.ts";
import type { CountKind } from "./count-rows.ts";

/** A generation as another store takes it over. */
export interface ExportedGeneration extends Generation {
  /** The generation that this one replaces, or null. */
  readonly replaces: number | null;
  /** Names that no other counting has; a generation that was merged has those of all its origins. */
  readonly uids: readonly string[];
}

/** What was counted in a generation. */
export interface ExportedContent {
  readonly held: readonly HeldRow[];
  /** In the order in which they were kept. */
  readonly samples: readonly ExportedSample[];
}

/** What a generation's log holds in one minute. */
export interface HeldRow {
  readonly kind: CountKind;
  /** Unix seconds, 0 when unknown; see also `isWholeDay`. */
  readonly minute: number;
  readonly code: number;
  /** Endpoint or operation; "" for counts. */
  readonly subject: string;
  /** Occurrences in the log. */
  readonly n: number;
  /** How many of them are counted in the generation that this one replaces. */
  readonly again: number;
}

/** A line that is kept as an example. */
export interface ExportedSample {
  readonly code: number;
  readonly line: number;
  readonly minute: number;
  /** Whether its code had not been met for five minutes. */
  readonly opening: boolean;
  readonly operation: string | null;
  readonly endpoint: string | null;
  readonly text: string;
}
