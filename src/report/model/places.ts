import type { SourceTotal } from "../../store/questions.ts";
import type { SourceRow } from "./code-row.ts";
import type { OtherPlaces, Places } from "./place-rows.ts";

/** Adds up the sources of all codes: by machine, and by log. */
export function placesOf(totals: readonly SourceTotal[]): Places {
  const hosts = new Map<string, number>();
  const sources = new Map<string, SourceRow>();
  for (const { host, source, n } of totals) {
    hosts.set(host, (hosts.get(host) ?? 0) + n);
    const key = `${host}\0${source}`;
    sources.set(key, { host, source, count: (sources.get(key)?.count ?? 0) + n });
  }
  const byHost = [...hosts]
    .map(([host, count]) => ({ host, count }))
    .sort((a, b) => b.count - a.count || order(a.host, b.host));
  const bySource = [...sources.values()].sort(
    (a, b) => b.count - a.count || order(a.source, b.source) || order(a.host, b.host),
  );
  return {
    hosts: byHost.slice(0, MOST_ROWS),
    sources: bySource.slice(0, MOST_ROWS),
    otherHosts: together(byHost.slice(MOST_ROWS)),
    otherSources: together(bySource.slice(MOST_ROWS)),
  };
}

function together(rows: readonly { readonly count: number }[]): OtherPlaces | null {
  return rows.length === 0 ? null : { places: rows.length, count: rows.reduce((sum, { count }) => sum + count, 0) };
}

const MOST_ROWS = 10;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
