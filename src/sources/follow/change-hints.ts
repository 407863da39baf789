import { type FSWatcher, watch } from "node:fs";

/** Wakes those who wait for files to change; a hint may come too often, and missing hints only cost time. */
export interface ChangeHints {
  /** Takes note of changes in this folder, where the system can tell them. */
  watch(folder: string): void;
  /** Resolves at the next hint, after this long, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Starts watching nothing yet. */
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
