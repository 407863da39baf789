import type { Advice, Entry, Operation } from "./entry.ts";

/** Values from a log line for the placeholders of a next step. */
export interface Place {
  readonly host?: string;
  readonly port?: string | number;
  readonly pid?: string | number;
}

/**
 * Returns the advice for an operation first, then that for any operation. Returns all advice when the operation is
 * null, or when the entry has none for it.
 */
export function adviceFor(entry: Entry, operation: Operation | null): readonly Advice[] {
  if (operation === null) return entry.advice;
  const own = entry.advice.filter((advice) => advice.operations.includes(operation));
  const general = entry.advice.filter((advice) => advice.operations.length === 0);
  const fitting = [...own, ...general];
  return fitting.length === 0 ? entry.advice : fitting;
}

/**
 * Fills in the placeholders `HOST`, `PORT` and `PID` of a next step. A placeholder stays when its value is missing or
 * is more than a plain name or number, because anyone can write to a log and next steps get pasted into a shell.
 */
export function fillIn(text: string, place: Place): string {
  return text.replace(PLACEHOLDER, (word) => {
    const value = String((word === "HOST" ? place.host : word === "PORT" ? place.port : place.pid) ?? "");
    return PLAIN.test(value) ? value : word;
  });
}

// Whole words only: beside a letter, digit, hyphen or underscore it is part of another name (SO_HOST, PORT-RANGE).
const PLACEHOLDER = /(?<![\w-])(?:HOST|PORT|PID)(?![\w-])/g;

// Names and addresses, also with an IPv6 zone. A leading hyphen would be an option.
const PLAIN = /^[\w:][\w.:-]*(?:%\w+)?$/;
