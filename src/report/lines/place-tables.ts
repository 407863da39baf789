import { words } from "../../words/index.ts";
import { count } from "../layout/figures.ts";
import type { OtherPlaces } from "../model/place-rows.ts";
import type { Report } from "../model/report.ts";

/** A table of occurrences by machine or by log. */
export interface PlaceTable {
  /** Identifies its section in a page. */
  readonly id: "hosts" | "sources";
  readonly title: string;
  readonly rows: readonly {
    /** Null for all others together. */
    readonly host: string | null;
    readonly source?: string;
    readonly label: string;
    readonly count: number;
  }[];
}

/** Returns what each format shows of machines and logs: nothing where there is one alone, which the head names already. */
export function placeTables({ hosts, sources, otherHosts, otherSources, lang }: Report): PlaceTable[] {
  const say = words[lang].report;
  const several = hosts.length > 1;
  const rest = (others: OtherPlaces | null) =>
    others === null ? [] : [{ host: null, label: say.more(count(others.places)), count: others.count }];
  const byHost = hosts.map((row) => ({ ...row, label: row.host }));
  const bySource = sources.map((row) => ({ ...row, label: several ? `${row.source} (${row.host})` : row.source }));
  const tables: PlaceTable[] = [
    { id: "hosts", title: say.hostsTitle, rows: [...byHost, ...rest(otherHosts)] },
    { id: "sources", title: say.sourcesTitle, rows: [...bySource, ...rest(otherSources)] },
  ];
  return tables.filter(({ rows }) => rows.length > 1);
}
