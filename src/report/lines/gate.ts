import { allOf, filled, say, type Wording } from "../../wording.ts";
import { count } from "../layout/figures.ts";
import type { Report } from "../model/report.ts";

/**
 * A reason for a report to fail: something unusual, or more occurrences than a limit. A `code` of null counts all
 * codes.
 */
export type GateCondition =
  | { readonly kind: "new" | "spike" | "incident" }
  | { readonly kind: "count"; readonly code: number | null; readonly limit: number };

/**
 * Parses `new`, `spike`, `incident`, `10061>100`, `WSAECONNREFUSED>100` or `total>1000`. Returns undefined for anything
 * else.
 */
export function parseCondition(text: string, codeOf: (name: string) => number | undefined): GateCondition | undefined {
  const word = text.trim().toLowerCase();
  if (word === "new" || word === "spike" || word === "incident") return { kind: word };
  const [, what = "", limit = ""] = /^([\w-]+)\s*>\s*(\d{1,15})$/.exec(text.trim()) ?? [];
  if (what.toLowerCase() === "total") return { kind: "count", code: null, limit: Number(limit) };
  const code = what === "" ? undefined : codeOf(what);
  return code === undefined ? undefined : { kind: "count", code, limit: Number(limit) };
}

/** Returns why a report fails, one line per reason, none when it passes. Acknowledged codes are never new. */
export function reasonsToFail(report: Report, conditions: readonly GateCondition[]): Wording[] {
  const reasons = conditions.flatMap((condition) => reasonsFor(report, condition));
  return [...new Map(reasons.map((reason) => [filled(reason), reason])).values()];
}

function reasonsFor({ news, spikes, incidents, codes, totals }: Report, condition: GateCondition): Wording[] {
  switch (condition.kind) {
    case "new":
      return news.map(({ code, name, count: n }) => say`new: ${code} ${name}, ${times(n)}`);
    case "spike":
      return spikes.map(
        ({ code, name, count: n, expected }) =>
          say`spike: ${code} ${name}, ${times(n)} against ${count(Math.round(expected))} expected`,
      );
    case "incident":
      return incidents.map(
        (one) => say`incident: ${allOf(one.codes.map(({ code, name }) => `${code} ${name}`))}, ${times(one.count)}`,
      );
    case "count": {
      const { code, limit } = condition;
      const row = codes.find((one) => one.code === code);
      const n = code === null ? totals.occurrences : (row?.count ?? 0);
      const what = code === null ? say`total` : `${code} ${row?.name ?? ""}`.trim();
      return n > limit ? [say`${what}: ${times(n)}, more than ${count(limit)}`] : [];
    }
  }
}

const times = (n: number): Wording => (n === 1 ? say`${count(n)} occurrence` : say`${count(n)} occurrences`);
