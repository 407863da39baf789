import type { Severity } from "../../catalogue/entry.ts";
import type { CodeRow } from "./code-row.ts";
import type { Report } from "./report.ts";

/**
 * Returns the codes to look into first, the same for every format: first those in an incident, a spike or new, the more
 * severe before the others, then by how often they came. A code that reports no failure is never among them.
 */
export function urgentCodes({ codes, incidents, spikes, news }: Report): CodeRow[] {
  const unusual = new Set([
    ...incidents.flatMap((incident) => incident.codes.map(({ code }) => code)),
    ...[...spikes, ...news].map(({ code }) => code),
  ]);
  const rank = ({ code, severity }: CodeRow): number =>
    (unusual.has(code) ? 0 : ORDER.length) + ORDER.indexOf(severity ?? "error");
  return codes
    .filter(({ advice, severity }) => advice !== null && severity !== "info")
    .toSorted((a, b) => rank(a) - rank(b) || b.count - a.count)
    .slice(0, MOST_CODES);
}

const ORDER: readonly Severity[] = ["critical", "error", "warning", "info"];

const MOST_CODES = 5;
