import { type FSWatcher, watch } from "node:fs";

/** Shortens the waiting for changes of files. Hints may come too often, and a missing one only costs time. */
export interface ChangeHints {
  /** Watches a folder, where the system can do that. */
  watch(folder: string): void;
  /** Resolves at the next hint, after this long, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Watches nothing yet. */
export function createChangeHints(): ChangeHints {
  const watchers = new Map<string, FSWatcher | null>();
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const go of [...waiting]) go();
  };
  return {
    watch(folder) {
      if (!watchers.has(folder)) watchers.set(folder, tryToWatch(folder, wake));
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          signal.removeEventListener("abort", go);
          resolve();
        };
        const timer = setTimeout(go, ms);
        waiting.add(go);
        signal.addEventListener("abort", go);
      }),
    close() {
      for (const watcher of watchers.values()) watcher?.close();
      wake();
    },
  };
}

function tryToWatch(folder: string, wake: () => void): FSWatcher | null {
  try {
    return watch(folder, wake).on("error", () => undefined);
  } catch {
    return null;
  }
}
