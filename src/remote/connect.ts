import { fromPlainError, type PlainError, toPlainError } from "./plain-error.ts";
import type { Port } from "./port.ts";

/** Functions that one end offers to the other; their parameters and results are plain data. */
export type Methods = Readonly<Record<string, (...parameters: never[]) => unknown>>;

/** What the other end offers. */
export interface Remote<Theirs extends Methods> {
  /**
   * Calls one of its functions. Rejects with what the function threw, a WsaError as a WsaError, and with the port's
   * error when the other end is gone.
   */
  call<Name extends keyof Theirs & string>(
    name: Name,
    ...parameters: Parameters<Theirs[Name]>
  ): Promise<Awaited<ReturnType<Theirs[Name]>>>;
}

type Message =
  | { readonly kind: "request"; readonly id: number; readonly name: string; readonly parameters: readonly unknown[] }
  | { readonly kind: "result"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly error: PlainError };

/** Offers functions over a port, and calls those of the other end. */
export function connect<Theirs extends Methods>(port: Port, ours: Methods = {}): Remote<Theirs> {
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lost: Error | null = null;
  let calls = 0;
  const post = (message: Message) => port.post(message);

  async function answer(id: number, name: string, parameters: readonly unknown[]): Promise<void> {
    try {
      post({ kind: "result", id, value: await ours[name]?.(...(parameters as never[])) });
    } catch (error) {
      post({ kind: "failure", id, error: toPlainError(error) });
    }
  }

  function onMessage(message: Message): void {
    if (message.kind === "request") {
      void answer(message.id, message.name, message.parameters);
      return;
    }
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === "result") call?.resolve(message.value);
    else call?.reject(fromPlainError(message.error));
  }

  function onEnd(cause: Error): void {
    lost ??= cause;
    for (const { reject } of pending.values()) reject(lost);
    pending.clear();
  }

  port.listen((message) => onMessage(message as Message), onEnd);
  return {
    call: (name, ...parameters) =>
      new Promise((resolve, reject) => {
        if (lost !== null) return reject(lost);
        const id = calls++;
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
        post({ kind: "request", id, name, parameters });
      }),
  };
}
