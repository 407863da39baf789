import type { Batch } from "../ledger/batch.ts";
import type { Generation } from "../ledger/generation.ts";

/** What a stored position says about sending. */
export interface Sending {
  /** What the messages of this life go by. */
  readonly key: string;
  /** Everything before it is with the broker. */
  readonly sent: number;
  /** Where the messages end that were about to be sent from there; the last one ends at the position. */
  readonly ends: readonly number[];
}

/** A life of a log as it is stored, and what is to be sent of it. */
export interface Life {
  readonly id: number;
  readonly stored: Pick<Batch, "source" | "checkpoint" | "head" | "tail" | "milestones">;
  readonly sending: Sending;
}

const nothing = { minutes: [], endpoints: [], operations: [] };

/** The batch with what is about to be sent. Every line is shipped: what is shared with other logs is only what is empty. */
export function withSending<Some extends Pick<Batch, "checkpoint">>(
  batch: Some,
  sending: Sending,
  reading: string,
): Some {
  return { ...batch, checkpoint: { ...batch.checkpoint, first: 0, reading, state: sending } };
}

/** A batch that moves no position, and says that everything up to there is sent. */
export function sentBatch(run: number, { id, stored, sending }: Life, reading: string): Batch {
  const { position } = stored.checkpoint;
  const batch: Batch = {
    ...stored,
    ...{ run, generation: id, newest: id, from: position, replaces: null },
    ...{ counts: nothing, unfinished: nothing, samples: [], bytes: 0, lines: 0, lostBytes: 0 },
  };
  return withSending(batch, { ...sending, sent: position, ends: [] }, reading);
}

/** The life that a stored generation is; null where it was not shipped as it is read now. */
export function lifeOf(generation: Generation, reading: string): Life | null {
  const { id, checkpoint } = generation;
  const isOurs = checkpoint.reading === reading && checkpoint.state !== null;
  return isOurs ? { id, stored: generation, sending: checkpoint.state as Sending } : null;
}
