import type { Generation } from "../../ledger/generation.ts";
import type { Ack } from "../ack.ts";
import type { ExportedSample, HeldRow } from "../exported.ts";

/** What a merge needs of the store that takes over, inside one transaction. */
export interface MergeTarget {
  /** Begins a run of zero bytes, lines and occurrences. */
  beginRun(): number;
  removeRun(run: number): void;
  addToRun(
    run: number,
    figures: { readonly bytes: number; readonly lines: number; readonly occurrences: number },
  ): void;

  findByUid(uid: string): number | undefined;
  /** Generations of the same source that replace this one, or nothing, and have the same head. */
  findSameHead(generation: Generation, replaces: number | null): readonly Generation[];
  read(id: number): TargetGeneration;
  /** Younger generations of the same source that replace this one. */
  successorsOf(id: number): readonly number[];

  insert(generation: Generation, replaces: number | null, run: number): number;
  /** Overwrites how far a generation was read; `source` and `replaces` stay. */
  update(id: number, generation: Generation, run: number): void;
  /** Names a generation; a uid that is known already stays where it is. */
  addUid(id: number, uid: string): void;
  /** Moves names, samples and successors of a generation to another one and removes it, its counts included. */
  fold(removed: number, into: number): void;

  heldBy(id: number): readonly HeldRow[];
  /** Overwrites one row of a generation. */
  hold(id: number, row: HeldRow): void;

  /** Keeps samples, of those with the same code and line the first, and of each code as few as always. */
  addSamples(id: number, samples: readonly ExportedSample[]): void;
  /** Takes over marks on codes; of two on the same code the later one stays. */
  addAcks(acks: readonly Ack[]): void;
}

/** A generation of the store that takes over. */
export interface TargetGeneration extends Generation {
  readonly replaces: number | null;
}
