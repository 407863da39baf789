import { setTimeout as sleep } from "node:timers/promises";
import { WsaError } from "../error.ts";
import type { Store } from "../store/store.ts";

/** A store that is read while others write it, and that may come late, go away or be replaced. */
export interface Watch {
  /** Changes whenever the store is written, comes, goes or is replaced. */
  readonly version: string;
  /** The store, or why it cannot be read now. */
  readonly store: Store | WsaError;
  /** Ends the watching and closes the store. */
  close(): Promise<void>;
}

/** A store that calls when something has changed is asked by itself no more often: another program's work changes its version too. */
const ASK_EVERY_MS = 5000;

export interface WatchOptions {
  readonly open: () => Promise<Store>;
  /** Receives the new version after every change. */
  readonly changed: (version: string) => void;
  /** Milliseconds until the next look, asked anew each time. */
  readonly pause: () => number;
  /** Receives errors that are bugs; they do not end the watching. */
  readonly failed: (error: unknown) => void;
}

/** Begins to watch a store; resolves after the first look. Rejects when the store's address is wrong. */
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
  #opened: Store | null = null;
  #trouble: WsaError | null = null;
  #listening: { close(): Promise<void> } | null = null;
  #call = new AbortController();

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  get version(): string {
    return `${this.#began}-${this.#number}`;
  }

  get store(): Store | WsaError {
    return this.#trouble ?? (this.#opened as Store);
  }

  async keepLooking(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await sleep(this.#options.pause(), undefined, { signal }).catch(() => undefined);
      await this.#called();
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
    const seen = await this.#ask();
    if (seen === this.#seen) return false;
    this.#seen = seen;
    this.#number++;
    return true;
  }

  /** Resolves when a store that calls has called since the last look, and after a while. */
  async #called(): Promise<void> {
    if (this.#listening === null || this.#trouble !== null) return;
    const signal = AbortSignal.any([this.#closing.signal, this.#call.signal]);
    await sleep(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    this.#call = new AbortController();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#listening?.close();
    await this.#opened?.close();
  }

  /** The store's version, or why it cannot be read. */
  async #ask(): Promise<string> {
    try {
      this.#opened ??= await this.#options.open();
      this.#listening ??= this.#opened.listen?.(() => this.#call.abort()) ?? null;
      const version = await this.#opened.version();
      this.#trouble = null;
      return `version ${version}`;
    } catch (error) {
      if (!(error instanceof WsaError) || error.code === "usage") throw error;
      this.#trouble = error;
      return error.message;
    }
  }
}
