import type { Operation } from "../catalogue/entry.ts";
import { endpointParts } from "../line/address/endpoint-parts.ts";

/** A failure that a record reports: a code and whom it blames. */
export interface Occurrence {
  readonly code: number;
  /** As the line spells it: a byte string; null as long as no line of the record names one. */
  readonly endpoint: string | null;
  readonly operation: Operation | null;
}

/** What one more line adds to the occurrences of its record. */
export interface Addition {
  /** Codes of new occurrences. */
  readonly codes: readonly number[];
  /** Codes of occurrences that were counted without an endpoint, or without an operation, and have one now. */
  readonly endpoint: readonly number[];
  readonly operation: readonly number[];
  readonly occurrences: readonly Occurrence[];
}

/**
 * Adds the codes of a line (each once) to those of its record. A line without an endpoint joins what its record blames;
 * one with another endpoint than those before is another failure.
 */
export function addOccurrences(
  known: readonly Occurrence[],
  codes: readonly number[],
  said: Omit<Occurrence, "code">,
): Addition {
  if (known.length === 0) {
    return { codes, endpoint: none, operation: none, occurrences: codes.map((code) => occurrenceOf(code, said)) };
  }
  const occurrences = [...known];
  const added = { codes: [] as number[], endpoint: [] as number[], operation: [] as number[] };
  for (const code of codes) {
    const at = placeOf(occurrences, code, said.endpoint);
    const one = occurrences[at];
    if (one === undefined) {
      occurrences.push(occurrenceOf(code, said));
      added.codes.push(code);
      continue;
    }
    if (one.endpoint === null && said.endpoint !== null) added.endpoint.push(code);
    if (one.operation === null && said.operation !== null) added.operation.push(code);
    occurrences[at] = {
      code,
      endpoint: one.endpoint ?? said.endpoint,
      operation: one.operation ?? said.operation,
    };
  }
  return { ...added, occurrences };
}

const none: readonly number[] = [];

function occurrenceOf(code: number, { endpoint, operation }: Omit<Occurrence, "code">): Occurrence {
  return { code, endpoint, operation };
}

/** The index of the occurrence that a line names again, or -1. */
function placeOf(occurrences: readonly Occurrence[], code: number, endpoint: string | null): number {
  const place = occurrences.findIndex(
    (one) => one.code === code && (endpoint === null || (one.endpoint !== null && isSame(one.endpoint, endpoint))),
  );
  return place >= 0 ? place : occurrences.findIndex((one) => one.code === code && one.endpoint === null);
}

/** Whether two spellings may be one endpoint: a line often leaves the port out. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [endpointParts(one), endpointParts(other)];
  return a.host !== undefined && a.host === b.host && (a.port === undefined || b.port === undefined);
}
