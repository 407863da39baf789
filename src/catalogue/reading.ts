import type { Entry } from "./entry.ts";

/** How a term was read. */
export type ReadAs =
  | "decimal"
  | "negative decimal"
  | "hexadecimal"
  | "HRESULT"
  | "NTSTATUS"
  | "libuv number"
  | "macro name"
  | "POSIX name"
  | "libuv name"
  | "getaddrinfo name"
  | ".NET name"
  | "message"
  | "words";

/** One meaning of a term. */
export interface Reading {
  readonly how: ReadAs;
  readonly entry: Entry;
  /** Whether the number is a general Win32 error, which concerns sockets only when a socket call returned it. */
  readonly win32First: boolean;
}

/** Makes a reading. */
export const reading = (how: ReadAs, entry: Entry): Reading => ({ how, entry, win32First: entry.code < FIRST_WINSOCK });

// WSABASEERR. Below it, Winsock returns the system's own codes.
const FIRST_WINSOCK = 10000;
