import type { Catalogue } from "../catalogue/catalogue.ts";
import { catalogue as shipped } from "../catalogue/index.ts";
import { toCatalogueRow } from "../ingest/catalogue-row.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { version } from "../version.ts";
import { withStore } from "./handles.ts";
import type { AskOptions, Row, StoreHandle } from "./store-handle.ts";

/** How a store is opened. */
export interface OpenOptions {
  /** Create, migrate and write nothing; default false. */
  readonly readOnly?: boolean | undefined;
  /** Names and titles for the table `codes`; default: the catalogue that ships with the package. */
  readonly catalogue?: Catalogue | undefined;
}

/**
 * Opens the SQLite file with the counts and, unless it is only to be read, creates it where there is none. Rejects with
 * a WsaError: `store`, `store-busy`, or `store-newer` for the file of a later version.
 *
 * @example
 * const store = await openStore("counts.db");
 * const rows = await store.query("SELECT day, name, n FROM daily WHERE code = 10061");
 * await store.close();
 */
export async function openHandle(path: string, options: OpenOptions = {}): Promise<StoreHandle> {
  const { readOnly = false, catalogue = shipped } = options;
  const codes = readOnly ? [] : catalogue.entries.map(toCatalogueRow);
  const store = await openStore(path, { codes, readOnly, version });
  const query = (sql: string, limits: AskOptions = {}) => ask(store, sql, limits);
  return withStore({ path, query, close: () => store.close() }, store);
}

async function ask(store: Store, sql: string, limits: AskOptions): Promise<Row[]> {
  const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
  const rows: Row[] = [];
  for await (const page of store.query(sql, given)) {
    for (const row of page.rows)
      rows.push(Object.fromEntries(page.columns.map((column, at) => [column, row[at] ?? null])));
  }
  return rows;
}
