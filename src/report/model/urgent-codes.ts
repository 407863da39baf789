import { isFailure } from "../../catalogue/is-failure.ts";
import type { CodeRow } from "./code-row.ts";
import type { Report } from "./report.ts";

/**
 * Returns the codes to look into first, the same for every format: first those in an incident, a spike or new, then by how
 * often they came. A code that reports no failure is never among them, however often it came.
 */
export function urgentCodes({ codes, incidents, spikes, news }: Report): CodeRow[] {
  const unusual = new Set([
    ...incidents.flatMap((incident) => incident.codes.map(({ code }) => code)),
    ...[...spikes, ...news].map(({ code }) => code),
  ]);
  const advised = codes.filter(({ advice }) => advice !== null).filter(({ code }) => isFailure(code));
  return [
    ...advised.filter(({ code }) => unusual.has(code)),
    ...advised.filter(({ code }) => !unusual.has(code)),
  ].slice(0, MOST_CODES);
}

const MOST_CODES = 5;
