import { filled, type Wording } from "./wording.ts";

/** What went wrong, for the program that asks: closed, so that a switch over it is complete. */
export type WsaErrorCode =
  | "usage"
  | "input"
  | "store"
  | "store-busy"
  | "store-newer"
  | "store-full"
  | "store-gone"
  | "query"
  | "catalogue"
  | "output";

/**
 * The one error that people see: `wsa-annotate: SUBJECT: message`, then the hint.
 * Anything else that is thrown is a bug and shows its stack.
 */
export class WsaError extends Error {
  readonly code: WsaErrorCode;
  /** What the message is about: a path, a flag, a value as it was given. */
  readonly subject: string;
  /** What to do about it, as an imperative sentence; empty when there is nothing to advise. */
  readonly hint: string;
  /** Wording and hint, to be put into other languages. */
  readonly told: { readonly message: Wording; readonly hint: Wording | null };

  constructor(
    code: WsaErrorCode,
    subject: string,
    message: Wording,
    options: { hint?: Wording | null; cause?: unknown } = {},
  ) {
    super(filled(message), options.cause === undefined ? undefined : { cause: options.cause });
    const hint = options.hint ?? null;
    this.name = "WsaError";
    this.code = code;
    this.subject = subject;
    this.hint = hint === null ? "" : filled(hint);
    this.told = { message, hint };
  }
}
