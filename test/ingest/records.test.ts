import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "../../src/catalogue/index.ts";
import { toCatalogueRow } from "../../src/ingest/catalogue-row.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { openStore } from "../../src/store/open-store.ts";
import { scratchFolder } from "../store/scratch.ts";

const folder = scratchFolder();
let scenes = 0;

async function read(store: string, ...paths: readonly string[]): Promise<void> {
  const opened = await openStore(store, { codes: catalogue.entries.map(toCatalogueRow) });
  const { failed } = await ingest(paths, { store: opened, host: "here", zone: "UTC", now: () => 0 });
  expect(failed).toEqual([]);
  await opened.close();
}

function dump(store: string): unknown[] {
  const db = new Database(store, { readonly: true });
  const tables = [
    "SELECT minute, code, sum(n) AS n FROM counts GROUP BY minute, code ORDER BY minute, code",
    "SELECT minute, code, endpoint, n FROM endpoints ORDER BY minute, code, endpoint",
    "SELECT minute, code, operation, n FROM operations ORDER BY minute, code, operation",
    "SELECT sum(occurrences) FROM runs",
  ].map((sql) => db.prepare(sql).all());
  db.close();
  return tables;
}

const minute = fc.nat(999).map((n) => new Date(Date.UTC(2026, 10, 3) + 60_000 * n).toISOString().slice(0, 19));
const line = fc.oneof(
  minute.map((time) => `${time} poll failed`),
  minute.map((time) => `${time} socket error 10061`),
  fc.constantFrom(
    "  - connect to db-1:5432 failed: 10061",
    "  - connect to db-2:5432 failed: 10061",
    "Caused by: WSAECONNREFUSED",
    "    at Shop.Save()",
    "",
    "recv failed: WSAECONNRESET",
    "  Not After: 2027-05-01 00:00:00",
    "    server: db-3:5432",
    "<![LOG[WSAETIMEDOUT while reading",
    "from db-4:5432",
    ']LOG]!><time="09:00:01.2500000" date="11-5-2026" component="x">',
  ),
);
const log = fc
  .array(line, { minLength: 5, maxLength: 40 })
  .map((lines) => `${"x".repeat(99)}\n`.repeat(42) + lines.map((text) => `${text}\n`).join(""));
/** Where the log ends when it is read: anywhere, in the middle of lines too. */
const cuts = fc.array(fc.nat(2000), { minLength: 1, maxLength: 6 });

test("a log of records counts the same in whatever pieces it grew, and under whatever name it went on", async () => {
  await fc.assert(
    fc.asyncProperty(log, cuts, fc.nat(5), async (content, places, moved) => {
      const [whole, grown] = [join(folder, `${++scenes}.db`), join(folder, `${++scenes}.db`)];
      let path = join(folder, `${scenes}.log`);
      const borders = [...places.map((at) => Math.min(4200 + at, content.length)), content.length].sort(
        (a, b) => a - b,
      );
      let from = 0;
      for (const [n, to] of borders.entries()) {
        appendFileSync(path, content.slice(from, to), "latin1");
        from = to;
        if (n === moved) {
          renameSync(path, `${path}.1`);
          path = `${path}.1`;
        }
        await read(grown, path);
      }
      const again = join(folder, `${scenes}-again.log`);
      writeFileSync(again, content);
      await read(whole, again);
      expect(dump(grown)).toEqual(dump(whole));
    }),
    { numRuns: 60 },
  );
});

const records = fc
  .array(
    fc.oneof(
      minute.map((time) => `${time} poll failed`),
      minute.map((time) => `${time} socket error 10061`),
      fc.constantFrom("Caused by: WSAECONNREFUSED", "    at Shop.Save()", "  recv failed: WSAECONNRESET", ""),
    ),
    { minLength: 2, maxLength: 30 },
  )
  .map((lines) => lines.map((text) => `${text}\n`));

test("a record that rotation cuts counts once, whether it was read before that or not", async () => {
  await fc.assert(
    fc.asyncProperty(minute, records, fc.nat(30), fc.boolean(), async (time, lines, place, isReadBefore) => {
      const [whole, rotated] = [join(folder, `${++scenes}.db`), join(folder, `${++scenes}.db`)];
      const path = join(folder, `${scenes}.log`);
      const text = [`${time} begin\n`, ...lines];
      const cut = 1 + (place % lines.length);
      writeFileSync(path, text.slice(0, cut).join(""));
      if (isReadBefore) await read(rotated, path);
      renameSync(path, `${path}.1`);
      writeFileSync(path, text.slice(cut).join(""));
      await read(rotated, path, `${path}.1`);
      const again = join(folder, `${scenes}-again.log`);
      writeFileSync(again, text.join(""));
      await read(whole, again);
      expect(dump(rotated)[0]).toEqual(dump(whole)[0]);
    }),
    { numRuns: 60 },
  );
});
