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

/** One thing that a term can mean. */
export interface Reading {
  readonly how: ReadAs;
  readonly entry: Entry;
  /** The number is a Win32 error of the whole system first: outside a socket call it says nothing about networking. */
  readonly win32First: boolean;
}

/** Makes a reading. */
export const reading = (how: ReadAs, entry: Entry): Reading => ({ how, entry, win32First: entry.code < FIRST_WINSOCK });

// WSABASEERR: below it, Winsock returns the system's own codes.
const FIRST_WINSOCK = 10000;
