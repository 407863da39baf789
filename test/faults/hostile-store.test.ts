import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { resumeFrom, toResumeJson } from "../../src/store/queries/stored-json.ts";
import { commandLine, countIn, linesOf, occurrencesIn, runCommandLine } from "./scene.ts";
import { type GrownLog, goodStore, use, write } from "./spoiled-store.ts";
import { compare, expectNoHarm, isFull, tallyOf } from "./tally.ts";

const LONG = 3_600_000;

const shapes = [
  ...["null", "true", "7", "-1", "1e999", '"text"', "[]", "{}", "[[]]", "[null]", "[7]", '[["1","2"]]', '[[1.5,"x"]]'],
  ...['{"minutes":7}', '{"minutes":[{}],"endpoints":[],"operations":[]}', '{"__proto__":{"minutes":[]}}'],
  ...['{"minutes":[{"minute":0,"code":10061,"n":"many"}],"endpoints":[],"operations":[]}'],
  ...['{"minutes":[{"minute":0,"code":10061,"n":-5}],"endpoints":[],"operations":[]}'],
  ...['{"reading":7,"occurrences":0,"state":null}', '{"reading":"4 UTC","occurrences":-1,"state":null}'],
  ...['{"reading":"4 UTC","occurrences":0,"state":7}', '{"reading":"4 UTC","occurrences":0,"state":{"clock":[]}}'],
  ...['{"reading":"4 UTC","occurrences":0,"state":{"timeline":{"unread":7}},"first":"no"}', "[".repeat(100_000)],
];

test("JSON in the store that is valid and of another shape", { timeout: LONG }, async () => {
  const tally = tallyOf("JSON of another shape in the store");
  const { bytes, ...scene } = await goodStore();
  for (const column of ["resume", "milestones", "unfinished"]) {
    for (const shape of shapes) {
      const change = (db: Database.Database) => db.prepare(`UPDATE generations SET ${column} = ?`).run(shape);
      const isRead = await use(scene, bytes, tally, `${column} ${shape.slice(0, 80)}`, change);
      // Nobody may count on from what he does not understand.
      if (isRead) compare(tally, countIn(scene.store, tally), scene.occurrences);
    }
  }
  expectNoHarm(tally);
});

test("JSON of another shape is a sentence of the program", { timeout: LONG }, async () => {
  const tally = tallyOf("JSON of another shape, told by the program");
  const { bytes, ...scene } = await goodStore();
  for (const column of ["resume", "milestones", "unfinished"]) {
    write(scene.store, bytes);
    const db = new Database(scene.store);
    db.exec(`UPDATE generations SET ${column} = '[7]'`);
    db.close();
    const args = ["ingest", scene.logs, "--store", scene.store];
    const { code, stderr } = await runCommandLine(commandLine(args), { cwd: scene.home, tally });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("the file is damaged") });
    tally.injected++;
  }
  expectNoHarm(tally);
});

test("what a reader remembers is checked by the program", { timeout: LONG }, async () => {
  const tally = tallyOf("a reader's state of another shape, told by the program");
  const { bytes, ...scene } = await goodStore();
  write(scene.store, bytes);
  const db = new Database(scene.store);
  const resume = toResumeJson({ reading: "6 UTC", occurrences: 1500, state: { clock: [] } });
  db.prepare("UPDATE generations SET resume = ? WHERE position > 4096").run(resume);
  db.close();
  const args = ["ingest", scene.logs, "--store", scene.store];
  const { code, stderr } = await runCommandLine(commandLine(args), { cwd: scene.home, tally });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("remembers of this log is damaged") });
  tally.injected++;
  expectNoHarm(tally);
});

test("numbers in the store that no run writes", { timeout: LONG }, async () => {
  const tally = tallyOf("numbers that no run writes");
  const { bytes, ...scene } = await goodStore();
  for (const column of ["head_bytes", "position", "window_bytes", "lines", "time", "replaces", "run_id", "source_id"]) {
    for (const number of ["-1", "0", "1", "4095", "9007199254740993", "-9223372036854775808", "NULL"]) {
      const sql = `PRAGMA foreign_keys = OFF; UPDATE OR IGNORE generations SET ${column} = ${number}`;
      const change = (db: Database.Database) => {
        try {
          db.exec(sql);
        } catch {
          // What the schema refuses nobody can write.
        }
      };
      await use(scene, bytes, tally, `${column} ${number}`, change);
    }
  }
  expectNoHarm(tally);
});

/** Logs whose readers remember all that one can: columns, and a record that may go on. */
const grown: readonly GrownLog[] = [
  {
    name: "iis.log",
    before: `#Software: Microsoft Internet Information Services 10.0\n#Date: 2026-11-20 08:00:00\n#Fields: date time s-ip cs-uri-stem sc-status sc-win32-status\n${rowsOfIis(100)}`,
    more: rowsOfIis(20),
    occurrences: 120,
  },
  {
    name: "stack.log",
    before: `${linesOf("stack", 0, 100)}2026-11-20T09:00:00Z request failed: socket error 10054\n    at Client.send (client.js:7)\n`,
    more: `    at Client.run (client.js:9)\n${linesOf("stack", 100, 120)}`,
    occurrences: occurrencesIn(linesOf("stack", 0, 120)) + 1,
  },
];

function rowsOfIis(n: number): string {
  return "2026-11-20 08:00:01 10.0.0.5 /index.html 500 10054\n".repeat(n);
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The places of values in JSON. */
function placesIn(value: Json, place: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...place, key]))];
}

/** JSON with the value at a place replaced; without it where the new one is undefined. */
function spoil(value: Json, [key, ...rest]: readonly string[], change: (value: Json) => Json | undefined): Json {
  if (key === undefined) return change(value) ?? null;
  const copy = structuredClone(value) as Record<string, Json>;
  const inner = copy[key] as Json;
  const spoilt = rest.length === 0 ? change(inner) : spoil(inner, rest, change);
  if (spoilt === undefined) delete copy[key];
  else copy[key] = spoilt;
  return copy;
}

/** What no value may become: another kind, or another number. Another text in its place may be as good as the first. */
const changes: readonly ((value: Json) => Json | undefined)[] = [
  () => undefined,
  (value) => [value],
  (value) => [value, value, value],
  (value) => ({ value }),
  (value) => (value === null ? [] : null),
  (value) => (typeof value === "number" ? `${value}` : -1.5),
  () => 1e300,
  (value) => (typeof value === "number" ? -value - 1 : -1),
  (value) => (typeof value === "boolean" ? 0 : true),
];

test("what a reader remembers, with a place spoiled and the right sum", { timeout: LONG }, async () => {
  const tally = tallyOf("a reader's state of another shape, with the right sum");
  const { bytes, ...scene } = await goodStore(grown);
  write(scene.store, bytes);
  const db = new Database(scene.store);
  const rows = db.prepare("SELECT id, resume FROM generations WHERE position > 4096").all() as Row[];
  db.close();
  let read = 0;
  const anyPlace = fc
    .constantFrom(...rows.map(({ id, resume }) => ({ id, resume: { ...resumeFrom(resume) } as unknown as Json })))
    .chain((row) => fc.record({ row: fc.constant(row), place: fc.constantFrom(...placesIn(row.resume)) }));
  await fc.assert(
    fc.asyncProperty(anyPlace, fc.constantFrom(...changes), async ({ row, place }, change) => {
      const resume = spoil(row.resume, place, change);
      const json = toResumeJson(resume as unknown as Parameters<typeof toResumeJson>[0]);
      const put = (db: Database.Database) =>
        db.prepare("UPDATE generations SET resume = ? WHERE id = ?").run(json, row.id);
      const before = { ...tally };
      if (await use(scene, bytes, tally, place.join("."), put)) {
        compare(tally, countIn(scene.store, tally), scene.occurrences);
        read++;
      }
      expect({ ...tally, injected: 0 }).toEqual({ ...before, injected: 0 });
    }),
    { numRuns: isFull ? 5000 : 300, ...(process.env["WSA_SEED"] && { seed: Number(process.env["WSA_SEED"]) }) },
  );
  expect(read).toBeGreaterThan(0);
  expectNoHarm(tally);
});

interface Row {
  readonly id: number;
  readonly resume: string;
}
