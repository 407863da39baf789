import { adviceFor, fillIn } from "../../catalogue/advice.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Advice, Entry, Language, Operation } from "../../catalogue/entry.ts";
import { endpointParts } from "../../line/address/endpoint-parts.ts";
import type { TimeRange } from "../../store/scope.ts";
import type { FoundIncident } from "../detect/incidents.ts";
import type { CodeExplanation } from "./code-row.ts";

/** What the log shows about a code that is to be explained. */
export interface Shown {
  readonly catalogue: Catalogue;
  readonly lang: Language;
  /** The operations that failed, the most frequent first. */
  readonly failed: readonly Operation[];
  readonly endpoint: string | null;
  readonly companion: Companion | null;
}

/** An incident of another code that speaks for a cause. */
export interface Companion extends TimeRange {
  readonly code: number;
  readonly operation: Operation;
}

/** Explains a code with the causes that the log speaks for first. */
export function explainCode(entry: Entry, { catalogue, lang, failed, endpoint, companion }: Shown): CodeExplanation {
  const place = endpointParts(endpoint);
  const seen = { ...place, incidentOf: companion?.operation ?? null };
  const operations = failed.length === 0 ? [null] : failed;
  const advice = new Set<Advice>(operations.flatMap((operation) => adviceFor(entry, operation, seen)));
  return {
    meaning: entry.meaning[lang],
    advice: [...advice].map(({ operations, cause, next, evidence, source = null }) => ({
      operations,
      cause: cause[lang],
      next: fillIn(next[lang], place),
      source,
      incident: evidence?.incidentOf === undefined || companion === null ? null : rangeOf(companion),
    })),
    related: entry.related.map(({ code, note }) => ({
      code,
      name: catalogue.byCode(code)?.name ?? String(code),
      note: note[lang],
    })),
  };
}

const rangeOf = ({ since, until, code }: Companion) => ({ since, until, code });

/**
 * Returns the incident that speaks for one of an entry's causes: at least half of the code's occurrences fall into it, and
 * in another of its codes mostly the operation failed that the cause asks for. `countIn` counts the code in a range,
 * `operationOf` names the most frequent operation of any code.
 */
export function companionOf(
  { code, advice }: Entry,
  n: number,
  incidents: readonly FoundIncident[],
  countIn: (range: TimeRange) => number,
  operationOf: (code: number) => Operation | null,
): Companion | null {
  const operation = advice.find(({ evidence }) => evidence?.incidentOf !== undefined)?.evidence?.incidentOf;
  if (operation === undefined) return null;
  for (const { since, until, codes } of incidents) {
    const other = codes.find((one) => one.code !== code && operationOf(one.code) === operation);
    if (other !== undefined && countIn({ since, until }) * 2 >= n) return { since, until, code: other.code, operation };
  }
  return null;
}
