import type { SourceTotal } from "../../store/questions.ts";
import type { HostRow, SourceRow } from "./code-row.ts";

/** Adds up the sources of all codes: by machine, and by log; most frequent first. */
export function placesOf(totals: readonly SourceTotal[]): {
  readonly hosts: readonly HostRow[];
  readonly sources: readonly SourceRow[];
} {
  const hosts = new Map<string, number>();
  const sources = new Map<string, SourceRow>();
  for (const { host, source, n } of totals) {
    hosts.set(host, (hosts.get(host) ?? 0) + n);
    const key = `${host}\0${source}`;
    sources.set(key, { host, source, count: (sources.get(key)?.count ?? 0) + n });
  }
  const byHost = [...hosts].map(([host, count]) => ({ host, count }));
  return {
    hosts: byHost.sort((a, b) => b.count - a.count || order(a.host, b.host)).slice(0, MOST_ROWS),
    sources: [...sources.values()]
      .sort((a, b) => b.count - a.count || order(a.source, b.source) || order(a.host, b.host))
      .slice(0, MOST_ROWS),
  };
}

const MOST_ROWS = 10;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
