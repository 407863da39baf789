import type { Generations } from "../ledger/generations.ts";

/** A way into a store that shows when a batch was handed to it. */
export interface WatchedStore extends Generations {
  /** Resolves at the next `commit`, which need not be written by then. */
  nextCommit(): Promise<void>;
}

/** Watches the commits that go through the returned store. */
export function watchCommits(store: Generations): WatchedStore {
  let wake = () => {};
  return {
    generationsFor: store.generationsFor,
    commit(batch) {
      const committed = store.commit(batch);
      wake();
      return committed;
    },
    nextCommit: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
}
