import type { Generation } from "../../ledger/generation.ts";
import type { Ack } from "../ack.ts";
import type { ExportedSample, HeldRow } from "../exported.ts";
import type { CatalogueRow } from "../store-options.ts";

/** What a store answers at once, or later. */
type Answer<Result> = Result | Promise<Result>;

/** What a merge needs of the store that takes over, inside one transaction. */
export interface MergeTarget {
  /** Begins a run of zero bytes, lines and occurrences. */
  beginRun(): Answer<number>;
  removeRun(run: number): Answer<void>;
  addToRun(
    run: number,
    figures: { readonly bytes: number; readonly lines: number; readonly occurrences: number },
  ): Answer<void>;

  findByUid(uid: string): Answer<number | undefined>;
  /** Generations of the same source that replace this one, or nothing, and have the same head. */
  findSameHead(generation: Generation, replaces: number | null): Answer<readonly Generation[]>;
  read(id: number): Answer<TargetGeneration>;
  /** Younger generations of the same source that replace this one. */
  successorsOf(id: number): Answer<readonly number[]>;

  insert(generation: Generation, replaces: number | null, run: number): Answer<number>;
  /** Overwrites how far a generation was read; `source` and `replaces` stay. */
  update(id: number, generation: Generation, run: number): Answer<void>;
  /** Names a generation; a uid that is known already stays where it is. */
  addUid(id: number, uid: string): Answer<void>;
  /** Moves names, samples and successors of a generation to another one and removes it, its counts included. */
  fold(removed: number, into: number): Answer<void>;

  heldBy(id: number): Answer<readonly HeldRow[]>;
  /** Overwrites rows of a generation. */
  hold(id: number, rows: readonly HeldRow[]): Answer<void>;

  /** Keeps samples, of those with the same code and line the first, and of each code as few as always. */
  addSamples(id: number, samples: readonly ExportedSample[]): Answer<void>;
  /** Names codes that have no name yet. */
  addCodes(codes: readonly CatalogueRow[]): Answer<void>;
  /** Takes over marks on codes; of two on the same code the later one stays. */
  addAcks(acks: readonly Ack[]): Answer<void>;
}

/** A generation of the store that takes over. */
export interface TargetGeneration extends Generation {
  readonly replaces: number | null;
}
