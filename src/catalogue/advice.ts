import type { Advice, Entry, Operation } from "./entry.ts";

/** Values from a log line for the placeholders of a next step. */
export interface Place {
  readonly host?: string;
  readonly port?: string | number;
  readonly pid?: string | number;
}

/** What a log shows beside a code that speaks for one of its causes, see `Evidence`. */
export interface Seen {
  readonly port?: string | number;
  readonly incidentOf?: Operation | null;
}

/**
 * Returns the advice that the log speaks for first, then that for the operation, then that for any operation. Returns all
 * advice when the operation is null, or when the entry has none for it.
 */
export function adviceFor(entry: Entry, operation: Operation | null, seen: Seen = {}): readonly Advice[] {
  const own = entry.advice.filter((advice) => operation !== null && advice.operations.includes(operation));
  const general = entry.advice.filter((advice) => advice.operations.length === 0);
  const fitting = operation === null || own.length + general.length === 0 ? entry.advice : [...own, ...general];
  const proven = entry.advice.filter((advice) => isProven(advice, operation, seen));
  return [...new Set([...proven, ...fitting])];
}

/** A port proves a cause of its own operations only, an incident any. */
function isProven({ evidence, operations }: Advice, operation: Operation | null, seen: Seen): boolean {
  if (evidence?.incidentOf !== undefined && evidence.incidentOf === seen.incidentOf) return true;
  return (
    (operation === null || operations.includes(operation)) && evidence?.ports?.includes(Number(seen.port)) === true
  );
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
