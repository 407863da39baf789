import type { CodeRow } from "./code-row.ts";
import type { Report } from "./report.ts";

/** Returns the codes with advice, first those in an incident, a spike or new, then by how often they came. */
export function urgentCodes({ codes, incidents, spikes, news }: Report): CodeRow[] {
  const unusual = new Set([
    ...incidents.flatMap((incident) => incident.codes.map(({ code }) => code)),
    ...[...spikes, ...news].map(({ code }) => code),
  ]);
  const advised = codes.filter(({ advice }) => advice !== null);
  return [...advised.filter(({ code }) => unusual.has(code)), ...advised.filter(({ code }) => !unusual.has(code))];
}
