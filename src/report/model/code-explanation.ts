import { adviceFor, fillIn } from "../../catalogue/advice.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Advice, Entry, Language, Operation } from "../../catalogue/entry.ts";
import { endpointParts } from "../../line/address/endpoint-parts.ts";
import type { TimeRange } from "../../store/scope.ts";
import type { FoundIncident } from "../detect/incidents.ts";
import type { Series } from "../time/series.ts";
import type { CodeExplanation, RowAdvice } from "./code-row.ts";

/** What the log shows about a code that is to be explained. */
export interface Shown {
  readonly catalogue: Catalogue;
  readonly lang: Language;
  /** The operations that failed, the most frequent first. */
  readonly failed: readonly Operation[];
  readonly endpoint: string | null;
  readonly companion: Companion | null;
}

/** Another code that speaks for a cause: by an incident, or by coming at the same times again and again. */
export interface Companion {
  readonly code: number;
  readonly operation: Operation;
  /** Null where no incident is. */
  readonly incident: TimeRange | null;
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
      ...(evidence?.incidentOf === undefined ? spokenFor(null) : spokenFor(companion)),
    })),
    related: entry.related.map(({ code, note }) => ({
      code,
      name: catalogue.byCode(code)?.name ?? String(code),
      note: note[lang],
    })),
  };
}

function spokenFor(companion: Companion | null): Pick<RowAdvice, "incident" | "beside"> {
  if (companion === null) return { incident: null, beside: null };
  const { code, incident } = companion;
  return incident === null ? { incident, beside: code } : { incident: { ...incident, code }, beside: null };
}

/** What companions are looked for in. */
export interface Company {
  readonly incidents: readonly FoundIncident[];
  readonly series: readonly Series[];
  readonly extent: TimeRange;
  /** Names the most frequent operation of any code. */
  readonly operationOf: (code: number) => Operation | null;
}

/**
 * Returns the code that speaks for one of an entry's causes: mostly the operation failed in it that the cause asks for, and
 * at least half of the entry's occurrences fall into an incident of it or, without one, into its storms.
 */
export function companionOf({ code, advice }: Entry, company: Company): Companion | null {
  const { incidents, series, extent, operationOf } = company;
  const operation = advice.find(({ evidence }) => evidence?.incidentOf !== undefined)?.evidence?.incidentOf;
  const own = series.find((one) => one.code === code);
  if (operation === undefined || own === undefined) return null;
  const isOther = (one: number): boolean => one !== code && operationOf(one) === operation;
  const n = own.sum(extent.since, extent.until);
  for (const { since, until, codes } of incidents) {
    const other = codes.find((one) => isOther(one.code));
    if (other !== undefined && own.sum(since, until) * 2 >= n)
      return { code: other.code, operation, incident: { since, until } };
  }
  const other = series.find((one) => isOther(one.code) && isStormBeside(one, own, extent));
  return other === undefined ? null : { code: other.code, operation, incident: null };
}

/** Whether a code comes in storms, and another one mostly in these. */
function isStormBeside(storm: Series, other: Series, { since, until }: TimeRange): boolean {
  let lasts = 0;
  storm.each(since, until, (_start, _n, seconds) => {
    lasts += seconds;
  });
  if (lasts > (until - since) * RARE) return false;
  const cells = other.cells(since, until);
  const total = cells.reduce((sum, { n }) => sum + n, 0);
  const beside = cells.filter(({ start, seconds }) => {
    // Sums begin and end where cells do: around an hour, that is where it does itself.
    const around = seconds === 60 ? AROUND : 0;
    return storm.sum(start - around, start + seconds + around) >= LEAST_COUNT;
  });
  return total > 0 && beside.reduce((sum, { n }) => sum + n, 0) * 2 >= total;
}

/** The part of a period that storms may last: what is always there speaks for nothing. */
const RARE = 0.1;
/** Occurrences that make a storm of the minutes around one, and the seconds before and after it. */
const LEAST_COUNT = 10;
const AROUND = 120;
