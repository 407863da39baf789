import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { WsaError } from "../error.ts";
import type { Store } from "../store/store.ts";

/** A store that is read while others write it, and that may come late, go away or be replaced. */
export interface Watch {
  /** Another text whenever the store has been written, has come, gone or been replaced. */
  readonly version: string;
  /** The store, or why it cannot be read now. */
  readonly store: Store | WsaError;
  /** Ends the watching and closes the store. */
  close(): Promise<void>;
}

export interface WatchOptions {
  readonly path: string;
  readonly open: () => Promise<Store>;
  /** Told the new version after every change. */
  readonly changed: (version: string) => void;
  /** Milliseconds until the next look, asked anew each time. */
  readonly pause: () => number;
  /** Told about errors that are bugs; they do not end the watching. */
  readonly failed: (error: unknown) => void;
}

/** Begins to watch a store; resolves when it has looked once. */
export async function watchStore(options: WatchOptions): Promise<Watch> {
  const watch = new StoreWatch(options);
  await watch.look();
  void watch.keepLooking();
  return watch;
}

class StoreWatch implements Watch {
  readonly #options: WatchOptions;
  readonly #closing = new AbortController();
  /** Versions of this process differ from those of an earlier one that browsers may remember. */
  readonly #began = Date.now().toString(36);
  #number = 0;
  #seen = "";
  #file = "";
  #store: Store | null = null;
  #trouble: WsaError | null = null;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  get version(): string {
    return `${this.#began}-${this.#number}`;
  }

  get store(): Store | WsaError {
    return this.#trouble ?? (this.#store as Store);
  }

  async keepLooking(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await sleep(this.#options.pause(), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        if (await this.look()) this.#options.changed(this.version);
      } catch (error) {
        this.#options.failed(error);
      }
    }
  }

  /** Whether something has changed since the last look. */
  async look(): Promise<boolean> {
    const seen = await this.#state();
    if (seen === this.#seen) return false;
    this.#seen = seen;
    this.#number++;
    return true;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#store?.close();
  }

  /** A text that differs when the store differs; asking costs no more than a look at shared memory. */
  async #state(): Promise<string> {
    try {
      // A file that was deleted can still be read by whoever has it open, but it is no longer the store.
      const file = await identityOf(this.#options.path);
      if (this.#store === null || file !== this.#file) await this.#become(await this.#options.open(), null);
      this.#file = file;
      const [row] = (await this.#store?.read<{ data_version: number }>("PRAGMA data_version")) ?? [];
      return `${file} ${row?.data_version}`;
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      await this.#become(null, error);
      return error.message;
    }
  }

  async #become(store: Store | null, trouble: WsaError | null): Promise<void> {
    const old = this.#store;
    this.#store = store;
    this.#trouble = trouble;
    await old?.close();
  }
}

async function identityOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? "" : `${found.dev}:${found.ino}`;
}
