import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "../../src/catalogue/index.ts";
import { toCatalogueRow } from "../../src/ingest/catalogue-row.ts";
import { ingest as ingestLogs } from "../../src/ingest/ingest.ts";
import type { IngestEvent } from "../../src/ingest/ingest-event.ts";
import type { DateOrderChoice } from "../../src/line/time/date-order.ts";
import { timeFormats } from "../../src/line/time/formats/index.ts";
import { w3cSamples } from "../../src/line/time/w3c.ts";
import { openStore } from "../../src/store/open-store.ts";
import { scratchFolder } from "../store/scratch.ts";

const folder = scratchFolder();
const now = () => Date.parse("2026-11-22T12:00Z");
let scenes = 0;

interface ReadingHow {
  readonly tz?: string | undefined;
  readonly dateOrder?: DateOrderChoice | undefined;
}

/** A store, and what reads a log into it in this process; resolves to how many bytes were passed over. */
function reading() {
  const store = join(folder, `${++scenes}.db`);
  const ingest = async (path: string, { tz = "Europe/Berlin", dateOrder }: ReadingHow = {}) => {
    const opened = await openStore(store, { codes: catalogue.entries.map(toCatalogueRow) });
    let known = 0;
    const onEvent = (event: IngestEvent) => {
      if (event.kind === "progress") known = event.progress.known;
      else expect(["log-read", "bytes-lost"]).toContain(event.kind);
    };
    const { totals } = await ingestLogs([path], {
      store: opened,
      host: "here",
      name: "app.log",
      zone: tz,
      dateOrder,
      now,
      onEvent,
    });
    await opened.close();
    return { known, already: totals.already };
  };
  return { store, ingest };
}

const tables = {
  counts: "SELECT minute, code, n FROM counts ORDER BY minute, code",
  endpoints: "SELECT minute, code, endpoint, n FROM endpoints ORDER BY minute, code, endpoint",
  operations: "SELECT minute, code, operation, n FROM operations ORDER BY minute, code, operation",
  runs: "SELECT sum(bytes), sum(lines), sum(occurrences), sum(lost_bytes) FROM runs",
  log: "SELECT position, lines, head_hash, window_hash FROM generations",
};
const samples = {
  samples: "SELECT code, line, minute, opening, operation, endpoint, text FROM samples ORDER BY id",
  milestones: "SELECT milestones, time FROM generations",
};

function dump(store: string, queries: Readonly<Record<string, string>>): Record<string, unknown> {
  const db = new Database(store, { readonly: true });
  const rows = Object.entries(queries).map(([name, sql]) => [name, db.prepare(sql).all()]);
  db.close();
  return Object.fromEntries(rows);
}

function forgetStates(store: string): void {
  const db = new Database(store);
  db.exec("UPDATE generations SET resume = NULL");
  db.close();
}

/** Lines that every format tells its own time in, with a code or without, and what lies between them. */
const texts = [
  "connect to db.example:5432 failed: WSAECONNREFUSED (10061)",
  "recv failed with error 10054",
  "all is well",
  "all is well",
];
const told = [...Object.values(timeFormats.placed), ...Object.values(timeFormats.keyed)]
  .flatMap((format) => format.samples)
  .concat(w3cSamples)
  .flatMap(([lines]) => lines.split("\n"));
const second = fc.integer({ min: 0, max: 86_399 }).map((n) => new Date(n * 1000).toISOString().slice(11, 19));
const text = fc.constantFrom(...texts);
const line = fc.oneof(
  fc.tuple(second, text).map((parts) => parts.join(" ")),
  fc.tuple(fc.constantFrom(...told), text).map((parts) => parts.join(" ")),
  fc
    .tuple(fc.constantFrom("22/11/2026", "05/06/2026", "06/05/2026", "Nov 21", "2026-11-20"), second, text)
    .map((parts) => parts.join(" ")),
  fc
    .tuple(second, fc.constantFrom("10061", "10054", "0", "200"))
    .map(([time, code]) => `2026-11-19 ${time} /x ${code}`),
  text.map((words) => `    at frame: ${words}`),
  fc.constantFrom(
    "#Software: Microsoft Internet Information Services 10.0",
    "#Date: 2026-11-21 08:00:00",
    "#Fields: date time cs-uri sc-win32-status",
    "#Fields: time c-ip sc-status",
    "#Fields: date\ttime\tsc-win32-status",
  ),
);
const filler = fc.oneof(
  { weight: 16, arbitrary: fc.constant("") },
  fc.integer({ min: 1, max: 150 }).map((n) => `${"z".repeat(1023)}\n`.repeat(n)),
  fc.integer({ min: 1, max: 80 }).map((n) => `2026-11-18 ${"07:00:00 quiet\n2026-11-18 ".repeat(n * 20)}07:01:00\n`),
  { weight: 2, arbitrary: fc.constantFrom("", "10:00:00 ").map((time) => `${time}${"y ".repeat(140_000)}10054\n`) },
);
const log = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\n", "\r\n"), filler), { minLength: 10, maxLength: 40 })
  .map((lines) => "x".repeat(63).concat("\n").repeat(66) + lines.flat().join(""));
const cuts = fc.array(fc.tuple(fc.noBias(fc.nat(9999)), fc.constantFrom(0, 0, -1, -9, -40, 5, 20)), {
  minLength: 1,
  maxLength: 5,
});

/** Where a log is cut: at the border of lines, or so many bytes beside it. */
function bordersOf(content: string, places: readonly (readonly [number, number])[]): number[] {
  const starts = [...content.matchAll(/(?:^|\n)(?=[^xz]|$)/g)].map(({ index }) => index + 1);
  const borders = places.map(([place, beside]) => (starts[place % starts.length] ?? 0) + beside);
  return [...borders.map((at) => Math.max(0, Math.min(content.length, at))).sort((a, b) => a - b), content.length];
}

// Said, because a proof that comes with a later run leaves the times of what was counted before as they are.
const order = fc.constantFrom<DateOrderChoice>("dmy", "mdy");

test("a log that grew between runs is counted as if it had been read at once, and as if it had been read again", async () => {
  let passedOver = 0;
  const property = fc.asyncProperty(log, cuts, order, async (content, places, dateOrder) => {
    const path = join(folder, `${++scenes}.log`);
    const [whole, again, on] = [reading(), reading(), reading()];
    let from = 0;
    writeFileSync(path, "");
    for (const to of bordersOf(content, places)) {
      appendFileSync(path, content.slice(from, to), "latin1");
      from = to;
      forgetStatesOf(again.store);
      const reread = await again.ingest(path, { dateOrder });
      const resumed = await on.ingest(path, { dateOrder });
      expect(reread.known).toBe(0);
      expect(resumed.already).toBe(reread.already);
      passedOver += resumed.known;
      expect(dump(on.store, { ...tables, ...samples })).toEqual(dump(again.store, { ...tables, ...samples }));
    }
    await whole.ingest(path, { dateOrder });
    expect(dump(on.store, tables)).toEqual(dump(whole.store, tables));
  });
  await fc.assert(property, { numRuns: 50 });
  expect(passedOver).toBeGreaterThan(0);
});

test("a proof of the order of dates that a later run finds holds from there on, and no count changes", async () => {
  const path = join(folder, `${++scenes}.log`);
  const quiet = "05/06/2026 07:00:00 all is well\n".repeat(200);
  const [on, whole] = [reading(), reading()];
  writeFileSync(path, `${quiet}05/06/2026 08:00:00 recv failed with error 10054\n`);
  await on.ingest(path);
  appendFileSync(path, "22/06/2026 08:00:00 all is well\n05/07/2026 08:00:00 recv failed with error 10054\n");
  await on.ingest(path);
  await whole.ingest(path);
  const minutes = "SELECT datetime(minute, 'unixepoch') AS at, n FROM counts ORDER BY minute";
  const total = "SELECT sum(n) FROM counts";
  expect(dump(on.store, { minutes })).toEqual({
    minutes: [
      { at: "2026-05-06 06:00:00", n: 1 },
      { at: "2026-07-05 06:00:00", n: 1 },
    ],
  });
  expect(dump(whole.store, { minutes })).toEqual({
    minutes: [
      { at: "2026-06-05 06:00:00", n: 1 },
      { at: "2026-07-05 06:00:00", n: 1 },
    ],
  });
  expect(dump(on.store, { total })).toEqual(dump(whole.store, { total }));
});

function forgetStatesOf(store: string): void {
  try {
    forgetStates(store);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `2026-11-22 08:30:00 id=${from + n} recv failed: 10054\n`).join("");

/** What happens to a log of 200 lines and to its store before it goes on for 10 more. */
interface Change {
  readonly change?: (path: string, store: string) => void;
  readonly moved?: boolean;
  readonly tz?: string;
  /** Whether its beginning is not read again. */
  readonly isPassedOver: boolean;
  readonly occurrences?: number;
}

test.each<[string, Change]>([
  ["as it is", { isPassedOver: true }],
  ["under another name", { moved: true, isPassedOver: true }],
  ["in another time zone", { tz: "Asia/Tokyo", isPassedOver: false }],
  ["with its state gone", { change: (_, store) => forgetStates(store), isPassedOver: false }],
  [
    "in UTF-16",
    {
      change: (path) => appendFileSync(path, Buffer.from("recv failed: 10054\r\n", "utf16le")),
      isPassedOver: true,
      occurrences: 211,
    },
  ],
  [
    "with another beginning, as another log",
    { change: (path) => writeFileSync(path, `other\n${lines(0, 200)}`), isPassedOver: false, occurrences: 410 },
  ],
  [
    "with other bytes before its end",
    {
      change: (path) => writeFileSync(path, `${lines(0, 199)}${"-".repeat(50)}\n`),
      isPassedOver: false,
      occurrences: 209,
    },
  ],
])("a log goes on %s", async (_, { change, moved = false, tz, isPassedOver, occurrences = 210 }) => {
  const { store, ingest } = reading();
  // Alone in its folder: what replaces a log in place is another one where the log lives on in another file.
  const path = join(scratchFolder(), "app.log");
  writeFileSync(path, lines(0, 200));
  await ingest(path);
  change?.(path, store);
  const name = moved ? `${path}.1` : path;
  if (moved) renameSync(path, name);
  appendFileSync(name, lines(200, 210));
  const { known } = await ingest(name, { tz });
  expect(known > 0).toBe(isPassedOver);
  expect(dump(store, { sum: "SELECT sum(n) AS n FROM counts" })).toEqual({ sum: [{ n: occurrences }] });
});

test("a log that was turned from UTF-16 is read from its beginning", async () => {
  const { store, ingest } = reading();
  const path = join(folder, `${++scenes}.log`);
  for (const [from, to] of [
    [0, 200],
    [200, 210],
  ] as const) {
    appendFileSync(path, Buffer.from(lines(from, to), "utf16le"));
    expect((await ingest(path)).known).toBe(0);
  }
  expect(dump(store, { sum: "SELECT sum(n) AS n FROM counts" })).toEqual({ sum: [{ n: 210 }] });
});
