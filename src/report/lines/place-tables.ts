import { words } from "../../words/index.ts";
import type { Report } from "../model/report.ts";

/** A table of occurrences by machine or by log. */
export interface PlaceTable {
  /** Identifies its section in a page. */
  readonly id: "hosts" | "sources";
  readonly title: string;
  readonly rows: readonly {
    readonly host: string;
    readonly source?: string;
    readonly label: string;
    readonly count: number;
  }[];
}

/** Returns what each format shows of machines and logs: nothing where there is one alone, which the head names already. */
export function placeTables({ hosts, sources, lang }: Report): PlaceTable[] {
  const say = words[lang].report;
  const several = hosts.length > 1;
  const tables: PlaceTable[] = [
    { id: "hosts", title: say.hostsTitle, rows: hosts.map((row) => ({ ...row, label: row.host })) },
    {
      id: "sources",
      title: say.sourcesTitle,
      rows: sources.map((row) => ({ ...row, label: several ? `${row.source} (${row.host})` : row.source })),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 1);
}
