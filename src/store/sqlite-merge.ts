import { logStem } from "./identity.ts";
import type { Merged, Reader } from "./index.ts";
import type { Connection } from "./sqlite.ts";
import { keepFew } from "./sqlite-samples.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** A generation of the other store with all that belongs to it. */
interface Foreign {
  readonly generation: Row;
  readonly uids: readonly string[];
  /** Rows by table, without their generation. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** What the transactions of one merge know of each other. */
interface Merging {
  readonly started: number;
  readonly version: string;
  /** What the other store's generations are called here. */
  readonly names: Map<number, number>;
  /** The run that the changes belong to; null until there is one. */
  run: number | null;
}

/** Merges another store, a generation at a time; `write` runs work in a transaction. */
export async function mergeFrom(
  from: Reader,
  { started, version }: { readonly started: number; readonly version: string },
  write: <Result>(work: (db: Connection) => Result) => Promise<Result>,
): Promise<Merged> {
  const merging: Merging = { started, version, names: new Map(), run: null };
  const generations = await from.read<Row>(
    "SELECT g.*, host, name FROM generations AS g JOIN sources AS s ON s.id = g.source_id ORDER BY g.id",
  );
  let occurrences = 0;
  for (const generation of generations) {
    const foreign = await readForeign(from, generation);
    const merged = await write((db) => mergeOne(db, foreign, merging));
    merging.names.set(Number(generation["id"]), merged.id);
    merging.run = merged.run;
    occurrences += merged.occurrences;
  }
  const acks = await from.read<Row>("SELECT * FROM acks");
  await write((db) => takeAcks(db, acks));
  return { generations: generations.length, occurrences };
}

/** The larger n of each row is the sum of two stores that have counted the same log. */
const summed = ["counts", "endpoints", "operations", "again"];

async function readForeign(from: Reader, generation: Row): Promise<Foreign> {
  const id = Number(generation["id"]);
  const rows = new Map<string, readonly Row[]>();
  for (const table of [...summed, "samples"]) {
    const found = await from.read<Row>(`SELECT * FROM ${table} WHERE generation_id = ?`, [id]);
    rows.set(
      table,
      found.map(({ id: _, generation_id: __, ...row }) => row),
    );
  }
  const uids = await from.read<{ uid: string }>("SELECT uid FROM identities WHERE generation_id = ?", [id]);
  return { generation, uids: uids.map(({ uid }) => uid), rows };
}

function mergeOne(db: Connection, foreign: Foreign, merging: Merging) {
  const known = findHere(db, foreign, merging);
  const run = merging.run ?? beginRun(db, merging);
  const before = known === null ? { id: null, position: 0, lines: 0 } : figuresOf(db, known);
  const counted = known === null ? 0 : totalOf(db, known);
  const id = known ?? insertGeneration(db, foreign.generation, merging, run);
  const isFurther = known === null || Number(foreign.generation["position"]) > before.position;
  if (known !== null && isFurther) updateGeneration(db, known, foreign.generation, run);
  for (const uid of foreign.uids) db.prepare("INSERT OR IGNORE INTO identities VALUES (?, ?)").run(uid, id);
  for (const table of summed) takeLarger(db, table, id, foreign.rows.get(table) ?? []);
  takeSamples(db, id, foreign.rows.get("samples") ?? []);
  const occurrences = totalOf(db, id) - counted;
  const after = figuresOf(db, id);
  if (merging.run === null && !isFurther && occurrences === 0) {
    db.prepare("DELETE FROM runs WHERE id = ?").run(run);
    return { id, occurrences, run: null };
  }
  db.prepare(
    "UPDATE runs SET bytes = bytes + ?, lines = lines + ?, occurrences = occurrences + ?, finished = started WHERE id = ?",
  ).run(after.position - before.position, after.lines - before.lines, occurrences, run);
  return { id, occurrences, run };
}

/**
 * The same generation in this store: one that came from the same counting, else one that was counted from a log of the
 * same source and with the same head, unless the bytes before the same position differ.
 */
function findHere(db: Connection, { generation, uids }: Foreign, { names }: Merging): number | null {
  const byUid = db.prepare<[string], number>("SELECT generation_id FROM identities WHERE uid = ?").pluck();
  for (const uid of uids) {
    const id = byUid.get(uid);
    if (id !== undefined) return id;
  }
  const alike = db
    .prepare<[Row], number>(
      `SELECT g.id FROM generations AS g JOIN sources AS s ON s.id = g.source_id
       WHERE host = @host AND name = @name AND head_bytes = @head_bytes AND head_hash = @head_hash
       AND (position <> @position OR window_hash = @window_hash)
       ORDER BY position <> @position, g.id`,
    )
    .pluck()
    .all(generation);
  const taken = new Set(names.values());
  return alike.find((id) => !taken.has(id)) ?? null;
}

const columns = [
  "head_bytes",
  "head_hash",
  "position",
  "window_bytes",
  "window_hash",
  "unfinished",
  "lines",
  "time",
  "milestones",
  "resume",
];

/** The columns of a generation; a store that an older version has written has no `resume`. */
function columnsOf(generation: Row): Row {
  return { resume: null, ...generation };
}

function insertGeneration(db: Connection, generation: Row, { names }: Merging, run: number): number {
  const { host, name, replaces } = generation;
  const add = db.prepare("INSERT INTO sources (host, name, stem) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  add.run(host, name, logStem(String(name)));
  const insert = db.prepare(
    `INSERT INTO generations (${columns.join(", ")}, replaces, run_id, source_id)
     SELECT ${columns.map((column) => `@${column}`).join(", ")}, @replaced, @run, id FROM sources
     WHERE host = @host AND name = @name`,
  );
  const replaced = replaces === null ? null : (names.get(Number(replaces)) ?? null);
  return Number(insert.run({ ...columnsOf(generation), replaced, run }).lastInsertRowid);
}

function updateGeneration(db: Connection, id: number, generation: Row, run: number): void {
  const set = columns.map((column) => `${column} = @${column}`).join(", ");
  db.prepare(`UPDATE generations SET ${set}, run_id = @run WHERE id = @here`).run({
    ...columnsOf(generation),
    run,
    here: id,
  });
}

function takeLarger(db: Connection, table: string, id: number, rows: readonly Row[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  const insert = db.prepare(
    `INSERT INTO ${table} (generation_id, ${names.join(", ")}) VALUES (@here, ${names.map((name) => `@${name}`).join(", ")})
     ON CONFLICT DO UPDATE SET n = max(n, excluded.n)`,
  );
  for (const row of rows) insert.run({ ...row, here: id });
}

const samplesPerCode = 20;

function takeSamples(db: Connection, id: number, rows: readonly Row[]): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO samples (generation_id, code, line, minute, opening, operation, endpoint, text)
     VALUES (@here, @code, @line, @minute, @opening, @operation, @endpoint, @text)`,
  );
  const fresh = rows.filter((row) => insert.run({ ...row, here: id }).changes > 0);
  keepFew(db, new Set(fresh.map(({ code }) => Number(code))), samplesPerCode);
}

/** Of two marks on the same code the later one holds. */
function takeAcks(db: Connection, acks: readonly Row[]): void {
  const insert = db.prepare(
    `INSERT INTO acks (code, until, note, acknowledged) VALUES (@code, @until, @note, @acknowledged)
     ON CONFLICT DO UPDATE SET until = excluded.until, note = excluded.note, acknowledged = excluded.acknowledged
     WHERE excluded.acknowledged > acks.acknowledged`,
  );
  for (const ack of acks) insert.run(ack);
}

function beginRun(db: Connection, { started, version }: Merging): number {
  const insert = db.prepare(
    "INSERT INTO runs (started, bytes, lines, occurrences, lost_bytes, version) VALUES (?, 0, 0, 0, 0, ?)",
  );
  return Number(insert.run(started, version).lastInsertRowid);
}

function figuresOf(db: Connection, id: number): { readonly position: number; readonly lines: number } {
  const row = db.prepare<[number], { position: number; lines: number }>(
    "SELECT position, lines FROM generations WHERE id = ?",
  );
  return row.get(id) ?? { position: 0, lines: 0 };
}

function totalOf(db: Connection, id: number): number {
  return Number(db.prepare("SELECT total(n) FROM counts WHERE generation_id = ?").pluck().get(id));
}
