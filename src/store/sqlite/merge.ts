import { logStem } from "../../log/log-name.ts";
import type { Merged, Reader } from "../store.ts";
import type { Connection } from "./connection.ts";
import { type HeldRow, heldBy, holdLarger, holdNext, idsInSelectHeld, selectHeld } from "./held.ts";
import { keepFew } from "./samples.ts";
import { prepared } from "./statements.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** A generation of the other store with all that belongs to it. */
interface Foreign {
  readonly generation: Row;
  readonly uids: readonly string[];
  readonly held: readonly HeldRow[];
  readonly samples: readonly Row[];
}

/** What the transactions of one merge know of each other. */
interface Merging {
  readonly started: number;
  readonly version: string;
  /** What the other store's generations are called here. */
  readonly names: Map<number, number>;
  /** The same the other way round: a generation here stands for one of them, unless both have the same origin. */
  readonly taken: Map<number, number>;
  /** The run that the changes belong to; null until there is one. */
  run: number | null;
}

type Naming = Pick<Merging, "names" | "taken">;

/** Merges another store, a generation at a time; `write` runs work in a transaction. */
export async function mergeFrom(
  from: Reader,
  { started, version }: { readonly started: number; readonly version: string },
  write: <Result>(work: (db: Connection) => Result) => Promise<Result>,
): Promise<Merged> {
  const merging: Merging = { started, version, names: new Map(), taken: new Map(), run: null };
  const generations = await from.read<Row>(
    "SELECT g.*, host, name FROM generations AS g JOIN sources AS s ON s.id = g.source_id ORDER BY g.id",
  );
  const uids = await readUids(from);
  await write((db) => nameCertain(db, generations, uids, merging));
  let occurrences = 0;
  for (const generation of generations) {
    const foreign = await readForeign(from, generation, uids.get(Number(generation["id"])) ?? []);
    const merged = await write((db) => mergeOne(db, foreign, merging));
    name(merging, generation, merged.id);
    merging.run = merged.run;
    occurrences += merged.occurrences;
  }
  const acks = await from.read<Row>("SELECT * FROM acks");
  await write((db) => takeAcks(db, acks));
  return { generations: generations.length, occurrences };
}

async function readUids(from: Reader): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await from.read<{ id: number; uids: string }>(
    "SELECT generation_id AS id, group_concat(uid) AS uids FROM identities GROUP BY generation_id",
  );
  return new Map(rows.map(({ id, uids }) => [id, uids.split(",")]));
}

async function readForeign(from: Reader, generation: Row, uids: readonly string[]): Promise<Foreign> {
  const { id = null } = generation;
  const held = await from.read<HeldRow>(selectHeld, Array(idsInSelectHeld).fill(id));
  const samples = await from.read<Row>("SELECT * FROM samples WHERE generation_id = ? ORDER BY id", [id]);
  return { generation, uids, held, samples };
}

function mergeOne(db: Connection, { generation, uids, held, samples }: Foreign, merging: Merging) {
  const same = findHere(db, generation, uids, merging);
  const run = merging.run ?? beginRun(db, merging);
  const before = same.map((id) => figuresOf(db, id));
  const id = same[0] ?? insertGeneration(db, generation, merging, run);
  let occurrences = 0;
  for (const other of same.slice(1)) occurrences += foldInto(db, id, other, merging, run);
  const isFurther = same.length === 0 || updateGeneration(db, id, generation, run);
  for (const uid of uids) db.prepare("INSERT OR IGNORE INTO identities VALUES (?, ?)").run(uid, id);
  occurrences += holdLarger(db, id, held);
  takeSamples(db, id, samples);
  if (merging.run === null && !isFurther && occurrences === 0 && same.length === 1) {
    db.prepare("DELETE FROM runs WHERE id = ?").run(run);
    return { id, occurrences, run: null };
  }
  const after = figuresOf(db, id);
  db.prepare(
    "UPDATE runs SET bytes = bytes + ?, lines = lines + ?, occurrences = occurrences + ?, finished = started WHERE id = ?",
  ).run(
    before.reduce((sum, { position }) => sum - position, after.position),
    before.reduce((sum, { lines }) => sum - lines, after.lines),
    occurrences,
    run,
  );
  return { id, occurrences, run };
}

/**
 * What is the same generation in this store, oldest first. There can be several: logs that were merged while one of them
 * was shorter than a head, and turn out to be one now that it has grown. A head that has not grown proves nothing new.
 */
function findHere(db: Connection, generation: Row, uids: readonly string[], { names, taken }: Merging): number[] {
  const known = findByUid(db, uids);
  const [first] = known;
  if (first !== undefined && Number(generation["head_bytes"]) <= figuresOf(db, first).head_bytes) return known;
  const alike = findAlike(db, generation, { names, taken }, false);
  return alike === undefined ? known : [...new Set([...known, alike])].sort((a, b) => a - b);
}

/** Makes one generation of two; returns how many more occurrences are counted. */
function foldInto(db: Connection, id: number, other: number, { names, taken }: Merging, run: number): number {
  const held = heldBy(db, other);
  const row = db.prepare<[number], Row>("SELECT * FROM generations WHERE id = ?").get(other) as Row;
  updateGeneration(db, id, row, run);
  db.prepare("UPDATE identities SET generation_id = ? WHERE generation_id = ?").run(id, other);
  db.prepare("UPDATE OR IGNORE samples SET generation_id = ? WHERE generation_id = ?").run(id, other);
  db.prepare("UPDATE generations SET replaces = ? WHERE replaces = ?").run(id, other);
  const counted = Number(db.prepare("SELECT total(n) FROM counts WHERE generation_id = ?").pluck().get(other));
  for (const table of ["counts", "endpoints", "operations", "again", "samples"])
    db.prepare(`DELETE FROM ${table} WHERE generation_id = ?`).run(other);
  db.prepare("DELETE FROM generations WHERE id = ?").run(other);
  for (const [foreign, here] of names) if (here === other) names.set(foreign, id);
  taken.delete(other);
  return holdLarger(db, id, held) + holdNext(db, id) - counted;
}

/** Names what is certain before anything else, so that it is not taken for a generation that is only alike. */
function nameCertain(
  db: Connection,
  generations: readonly Row[],
  uids: ReadonlyMap<number, readonly string[]>,
  merging: Naming,
): void {
  for (const generation of generations) {
    const known = findByUid(db, uids.get(Number(generation["id"])) ?? []);
    const certain = known[0] ?? findAlike(db, generation, merging, true);
    if (certain !== undefined) name(merging, generation, certain);
  }
}

function name({ names, taken }: Naming, generation: Row, here: number): void {
  names.set(Number(generation["id"]), here);
  taken.set(here, Number(generation["id"]));
}

/** Generations of this store that came from the same counting, oldest first. */
function findByUid(db: Connection, uids: readonly string[]): number[] {
  const find = prepared<[string], number>(db, "SELECT generation_id FROM identities WHERE uid = ?").pluck();
  const found = uids.flatMap((uid) => find.get(uid) ?? []);
  return [...new Set(found)].sort((a, b) => a - b);
}

/**
 * The generation of this store that was counted from a log of the same source and with the same head, unless the bytes
 * before the same position differ; it is certain when they are the same. What a log that was cut still holds agrees
 * with what it was before, so a generation is only like one that replaces the same as it does.
 */
function findAlike(db: Connection, generation: Row, { names, taken }: Naming, isCertain: boolean): number | undefined {
  const { id, replaces } = generation;
  const replaced = replaces === null ? null : names.get(Number(replaces));
  if (replaced === undefined) return undefined;
  const alike = prepared<[Row], number>(
    db,
    `SELECT g.id FROM generations AS g JOIN sources AS s ON s.id = g.source_id
       WHERE host = @host AND name = @name AND head_bytes = @head_bytes AND head_hash = @head_hash
       AND replaces IS @replaced AND (position = @position) >= @certain
       AND (position <> @position OR window_hash = @window_hash)
       ORDER BY position <> @position, g.id`,
  )
    .pluck()
    .all({ ...generation, replaced, certain: Number(isCertain) });
  return alike.find((here) => (taken.get(here) ?? id) === id);
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

/** Takes over how far a generation was read, if that is further. The last line, and what it counts, only ever grows. */
function updateGeneration(db: Connection, id: number, generation: Row, run: number): boolean {
  const set = columns.map((column) => `${column} = @${column}`).join(", ");
  const update = db.prepare(
    `UPDATE generations SET ${set}, run_id = @run WHERE id = @here
     AND (position, head_bytes, length(unfinished)) < (@position, @head_bytes, length(@unfinished))`,
  );
  return update.run({ ...columnsOf(generation), run, here: id }).changes > 0;
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

interface Figures {
  readonly position: number;
  readonly lines: number;
  readonly head_bytes: number;
}

function figuresOf(db: Connection, id: number): Figures {
  const find = prepared<[number], Figures>(db, "SELECT position, lines, head_bytes FROM generations WHERE id = ?");
  return find.get(id) as Figures;
}
