import type { Advice, Entry, Operation } from "./entry.ts";

/** What a log line may tell about the other end and the program, to be filled into a next step. */
export interface Place {
  readonly host?: string;
  readonly port?: string | number;
  readonly pid?: string | number;
}

/**
 * The advice for what the program was doing: that of the operation first, then that of any operation.
 * All of it when the operation is null, or when the entry has nothing for it.
 */
export function adviceFor(entry: Entry, operation: Operation | null): readonly Advice[] {
  if (operation === null) return entry.advice;
  const own = entry.advice.filter((advice) => advice.operations.includes(operation));
  const general = entry.advice.filter((advice) => advice.operations.length === 0);
  const fitting = [...own, ...general];
  return fitting.length === 0 ? entry.advice : fitting;
}

/**
 * Fills the placeholders `HOST`, `PORT` and `PID` of a next step. Those that the place does not name stay, and so do
 * those whose value is more than a plain name or number: logs are written by strangers, and next steps get pasted.
 */
export function fillIn(text: string, place: Place): string {
  return text.replace(PLACEHOLDER, (word) => {
    const value = String((word === "HOST" ? place.host : word === "PORT" ? place.port : place.pid) ?? "");
    return PLAIN.test(value) ? value : word;
  });
}

// Whole words: a letter, digit, hyphen or underscore beside it makes it part of another name (SO_HOST, PORT-RANGE).
const PLACEHOLDER = /(?<![\w-])(?:HOST|PORT|PID)(?![\w-])/g;

// Names and addresses, with an IPv6 zone perhaps; no leading hyphen, which would be an option.
const PLAIN = /^[\w:][\w.:-]*(?:%\w+)?$/;
