import { WsaError } from "../error.ts";

/** An error as plain data: a WsaError by its fields, any other by its stack. */
export type PlainError = Pick<WsaError, "code" | "subject" | "told"> | { readonly stack: string };

/** Takes an error apart for a message to another thread or process, where it would lose its class. */
export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof WsaError)) return { stack: error instanceof Error ? String(error.stack) : String(error) };
  const { code, subject, told } = error;
  return { code, subject, told };
}

/** Makes the error again. */
export function fromPlainError(plain: PlainError): Error {
  if ("code" in plain) return new WsaError(plain.code, plain.subject, plain.told.message, { hint: plain.told.hint });
  const error = new Error(plain.stack.split("\n", 1)[0]);
  error.stack = plain.stack;
  return error;
}
