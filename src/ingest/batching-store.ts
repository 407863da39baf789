import type { Batch, Committed } from "../ledger/batch.ts";
import { fingerprintOf, fingerprintOfSequence, headBytes } from "../ledger/fingerprint.ts";
import type { Generations } from "../ledger/generations.ts";
import type { LogKey } from "../ledger/log-key.ts";
import type { LogName } from "../log/log-name.ts";
import { logStem } from "../log/log-name.ts";
import type { Store } from "../store/store.ts";

/** A store whose batches share transactions. */
export interface BatchingStore extends Generations {
  /** Writes the batches that wait. Never rejects: each `commit` rejects by itself. */
  settle(): Promise<void>;
}

interface Waiting {
  readonly batch: Batch;
  readonly stem: string;
  readonly resolve: (committed: Committed | null) => void;
  readonly reject: (error: unknown) => void;
}

const MAX_BATCHES = 100;
const MAX_WAIT_MS = 100;

/**
 * Lets batches wait for others, because a transaction costs as much as a small log. They are written together when there
 * are a hundred, after a tenth of a second, when `settle` is called, and before a lookup that one of them may change: so
 * each lookup has the result that it would have if every batch had been written at once. A `commit` resolves when its
 * batch is on the disk. When the transaction fails nothing of it was written, and the commits of all its batches reject.
 */
export function createBatchingStore(store: Pick<Store, "generationsFor" | "commitAll">): BatchingStore {
  let waiting: Waiting[] = [];
  /** The batches of the one transaction that is being written. */
  let writing: readonly Waiting[] = [];
  let written: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function generationsFor(key: LogKey, source: LogName) {
    if (changes([...writing, ...waiting], key, source)) await settle();
    return await store.generationsFor(key, source);
  }

  function commit(batch: Batch): Promise<Committed | null> {
    return new Promise((resolve, reject) => {
      const stem = logStem(batch.source.name);
      if (waiting.push({ batch, stem, resolve, reject }) >= MAX_BATCHES) settle();
      else timer ??= setTimeout(settle, MAX_WAIT_MS);
    });
  }

  function settle(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batches = waiting;
    waiting = [];
    if (batches.length > 0) written = written.then(() => write(batches));
    return written;
  }

  async function write(batches: readonly Waiting[]): Promise<void> {
    writing = batches;
    try {
      const committed = await store.commitAll(batches.map(({ batch }) => batch));
      for (const [i, { resolve }] of batches.entries()) resolve(committed[i] ?? null);
    } catch (error) {
      for (const { reject } of batches) reject(error);
    }
    writing = [];
  }

  return { generationsFor, commit, settle };
}

/** Whether one of these batches may change what is known about a log. */
function changes(waiting: readonly Waiting[], key: LogKey, { host, name }: LogName): boolean {
  if (waiting.length === 0) return false;
  const stem = logStem(name);
  const [{ hash }, head] = typeof key === "string" ? [fingerprintOf(key), key] : [fingerprintOfSequence(key), ""];
  return waiting.some(({ batch, stem: other }) => {
    if (batch.head.hash === hash) return true;
    if (batch.source.host !== host || other !== stem) return false;
    if (batch.source.name === name) return true;
    // A generation that goes on may have lost the shorter head that it was known by.
    if (batch.generation !== null) return batch.from < headBytes;
    const isShort = batch.head.bytes < Math.min(headBytes, head.length);
    return isShort && fingerprintOf(head.slice(0, batch.head.bytes)).hash === batch.head.hash;
  });
}
