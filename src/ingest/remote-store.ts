import type { MessagePort } from "node:worker_threads";
import { WsaError, type WsaErrorCode } from "../error.ts";
import type { Store } from "../store/store.ts";

/** What reading logs needs of a store. */
export type CountingStore = Pick<
  Store,
  "generationsFor" | "commit" | "commitAll" | "rememberFiles" | "finish" | "close"
>;

/** A question that a thread puts to the store of the main one; questions and answers are plain data. */
export interface Ask {
  readonly kind: "ask";
  readonly id: number;
  readonly method: "generationsFor" | "commit" | "commitAll" | "rememberFiles";
  readonly parameters: readonly unknown[];
}

/** What became of it. */
export interface Answer {
  readonly kind: "answer";
  readonly id: number;
  readonly value?: unknown;
  /** A WsaError loses its class on the way. */
  readonly error?: {
    readonly code: WsaErrorCode;
    readonly subject: string;
    readonly message: string;
    readonly hint: string;
  };
}

/** The store as another thread sees it: the one who asks for an end of the run or of the store is not answered for. */
export function askStore(port: MessagePort): CountingStore & { take(answer: Answer): void } {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let asked = 0;

  function ask<Result>(method: Ask["method"], ...parameters: readonly unknown[]): Promise<Result> {
    return new Promise((resolve, reject) => {
      const id = asked++;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      port.postMessage({ kind: "ask", id, method, parameters } satisfies Ask);
    });
  }

  return {
    generationsFor: (key, source) => ask("generationsFor", key, source),
    commit: (batch) => ask("commit", batch),
    commitAll: (batches) => ask("commitAll", batches),
    rememberFiles: (host, files) => ask("rememberFiles", host, files),
    finish: async () => undefined,
    close: async () => undefined,
    take({ id, value, error }) {
      const one = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) one?.resolve(value);
      else one?.reject(new WsaError(error.code, error.subject, error.message, { hint: error.hint }));
    },
  };
}

/** Answers a thread; what is no WsaError is a bug and rejects. */
export async function answerFor(store: CountingStore, { id, method, parameters }: Ask): Promise<Answer> {
  try {
    const work = store[method] as (...parameters: readonly unknown[]) => Promise<unknown>;
    return { kind: "answer", id, value: await work.apply(store, [...parameters]) };
  } catch (error) {
    if (!(error instanceof WsaError)) throw error;
    const { code, subject, message, hint } = error;
    return { kind: "answer", id, error: { code, subject, message, hint } };
  }
}
