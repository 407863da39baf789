import { WsaError } from "../../error.ts";
import { withoutCredentials } from "../../text/address.ts";
import { say } from "../../wording.ts";
import type { CatalogueRow } from "../store-options.ts";
import type { Connection, Database } from "./database.ts";
import type { PostgresOptions } from "./postgres-options.ts";
import { migrations } from "./schema.ts";

/** Creates the tables, or brings them up to date, and writes the catalogue where it differs. */
export async function prepareSchema(server: Database, { address, codes, readOnly }: PostgresOptions): Promise<void> {
  const subject = withoutCredentials(address);
  const version = await server.use(schemaVersion);
  if (version > migrations.length)
    throw new WsaError("store-newer", subject, say`this store was written by a newer version of wsa-annotate`, {
      hint: say`Update wsa-annotate, or name another store with --store; this one was left alone.`,
    });
  if (readOnly === true && version === 0)
    throw new WsaError("store", subject, say`there is no store here yet`, {
      hint: say`Count some logs first: wsa-annotate ingest LOG…, or name another store with --store.`,
    });
  if (version < migrations.length) await server.write(migrate);
  if (readOnly !== true) await writeCodes(server, codes);
}

/** Lets one program at a time migrate the store, begin generations and merge; held until the transaction ends. */
export async function lockStore(db: Connection): Promise<void> {
  await db.rows("SELECT pg_advisory_xact_lock(hashtext('wsa-annotate'), hashtext(current_schema()))");
}

async function migrate(db: Connection): Promise<void> {
  await lockStore(db);
  const version = await schemaVersion(db);
  if (version === 0)
    await db.rows("CREATE TABLE wsa_annotate (schema_version integer NOT NULL, last_generation bigint NOT NULL)");
  if (version === 0) await db.rows("INSERT INTO wsa_annotate VALUES (0, 0)");
  for (const step of migrations.slice(version)) await db.rows(step);
  await db.rows("UPDATE wsa_annotate SET schema_version = $1", [migrations.length]);
}

async function schemaVersion(db: Connection): Promise<number> {
  // Not to_regclass: after a wait for the lock it does not know yet what somebody else has created.
  const found = await db.rows(
    "SELECT 1 FROM pg_catalog.pg_class WHERE relname = 'wsa_annotate' AND relnamespace = current_schema()::regnamespace",
  );
  if (found.length === 0) return 0;
  const [row] = await db.rows<{ version: number }>("SELECT max(schema_version) AS version FROM wsa_annotate");
  return row?.version ?? 0;
}

async function writeCodes(server: Database, codes: readonly CatalogueRow[]): Promise<void> {
  if (codes.length === 0) return;
  const rows = [...codes].sort((a, b) => a.code - b.code);
  await server.write((db) =>
    db.rows(
      `INSERT INTO codes
       SELECT * FROM (
         SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::text[])
         EXCEPT SELECT code, name, category, retryable, title_en, title_zh, catalogue FROM codes
       ) AS changed ORDER BY 1
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, category = excluded.category,
         retryable = excluded.retryable, title_en = excluded.title_en, title_zh = excluded.title_zh,
         catalogue = excluded.catalogue`,
      [
        rows.map(({ code }) => code),
        rows.map(({ name }) => name),
        rows.map(({ category }) => category),
        rows.map(({ retryable }) => Number(retryable)),
        rows.map(({ title_en }) => title_en),
        rows.map(({ title_zh }) => title_zh),
        rows.map(({ catalogue }) => catalogue),
      ],
    ),
  );
}
