import type { Remote } from "../remote/connect.ts";
import type { Store } from "../store/store.ts";

/** What counting needs of a store. */
export type CountingStore = Pick<Store, "generationsFor" | "commitAll" | "rememberFiles" | "finish">;

/** What the main thread offers to worker threads. */
export type StoreMethods = Pick<CountingStore, "generationsFor" | "commitAll" | "rememberFiles">;

/** The store of the main thread, as a worker thread uses it. Only the main thread ends the run. */
export function remoteStore(main: Remote<StoreMethods>): CountingStore {
  return {
    generationsFor: (head, source) => main.call("generationsFor", head, source),
    commitAll: (batches) => main.call("commitAll", batches),
    rememberFiles: (host, files) => main.call("rememberFiles", host, files),
    finish: async () => undefined,
  };
}

/** The functions for worker threads, from a store in this one. */
export function storeMethods(store: CountingStore): StoreMethods {
  return {
    generationsFor: (head, source) => store.generationsFor(head, source),
    commitAll: (batches) => store.commitAll(batches),
    rememberFiles: (host, files) => store.rememberFiles(host, files),
  };
}
