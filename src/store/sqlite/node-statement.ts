/** What is used of a statement of `node:sqlite`. */
export interface Prepared {
  /** The part of the SQL that it was made of. */
  readonly sourceSQL: string;
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { readonly changes: number; readonly lastInsertRowid: number };
  iterate(...values: unknown[]): IterableIterator<unknown>;
  columns(): readonly { readonly name: string }[];
  setReturnArrays(enabled: boolean): void;
  setReadBigInts(enabled: boolean): void;
  setAllowUnknownNamedParameters(enabled: boolean): void;
}

interface Step {
  readonly opcode: string;
  readonly p1: number;
  readonly p2: number;
}

interface SqliteError extends Error {
  readonly code?: unknown;
  readonly errcode?: unknown;
}

interface Preparing {
  prepare(sql: string): Prepared;
}

/** A statement of `node:sqlite` with the calls of better-sqlite3. */
export class NodeStatement {
  readonly #db: Preparing;
  readonly #statement: Prepared;
  #isPlucked = false;

  constructor(db: Preparing, sql: string) {
    if (sql.replace(NOTHING, "") === "") throw new RangeError("The supplied SQL string contains no statements");
    this.#db = db;
    this.#statement = db.prepare(sql);
    const rest = sql.slice(this.#statement.sourceSQL.length);
    if (rest.replace(NOTHING, "") !== "")
      throw new RangeError("The supplied SQL string contains more than one statement");
    this.#statement.setAllowUnknownNamedParameters(true);
  }

  /** Whether it has rows to return. */
  get reader(): boolean {
    return this.columns().length > 0;
  }

  /** By the rule of https://sqlite.org/c3ref/stmt_readonly.html, which goes by the program that a statement becomes. */
  get readonly(): boolean {
    return !this.#program.some(({ opcode, p2 }) => WRITING.has(opcode) || (opcode === "Transaction" && p2 !== 0));
  }

  columns(): readonly { readonly name: string }[] {
    return this.#statement.columns();
  }

  pluck(): this {
    this.#statement.setReturnArrays(true);
    this.#isPlucked = true;
    return this;
  }

  raw(): this {
    this.#statement.setReturnArrays(true);
    return this;
  }

  safeIntegers(): this {
    this.#statement.setReadBigInts(true);
    return this;
  }

  get(...values: unknown[]): unknown {
    const row = namingErrors(() => this.#statement.get(...values));
    return row === undefined ? undefined : this.#shape(row);
  }

  all(...values: unknown[]): unknown[] {
    const rows = namingErrors(() => this.#statement.all(...values));
    return this.#isPlucked ? rows.map((row) => this.#shape(row)) : rows;
  }

  run(...values: unknown[]): { readonly changes: number; readonly lastInsertRowid: number } {
    return namingErrors(() => this.#statement.run(...values));
  }

  *iterate(...values: unknown[]): Generator<unknown, void> {
    // Node takes a value that is not given for NULL.
    if (this.#program.some(({ opcode, p1 }) => opcode === "Variable" && p1 > values.length))
      throw new RangeError("Too few parameter values were provided");
    const rows = namingErrors(() => this.#statement.iterate(...values));
    for (;;) {
      const { done, value } = namingErrors(() => rows.next());
      if (done === true) return;
      yield this.#shape(value);
    }
  }

  /** What SQLite makes of it: https://sqlite.org/opcode.html */
  get #program(): readonly Step[] {
    const sql = this.#statement.sourceSQL.replace(NOTHING, "");
    return this.#db.prepare(/^explain\b/i.test(sql) ? sql : `EXPLAIN ${sql}`).all() as Step[];
  }

  #shape(row: unknown): unknown {
    return this.#isPlucked ? (row as unknown[])[0] : row;
  }
}

/** Gives SQLite's errors the names that better-sqlite3 gives them. */
export function namingErrors<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, nameOf(error as SqliteError)) : error;
  }
}

function nameOf(error: SqliteError): { readonly code?: string } {
  // The upper bits have the details of it.
  if (typeof error.errcode === "number") return { code: `SQLITE_${NAMES[error.errcode & 0xff] ?? "ERROR"}` };
  // An integer that no number of JavaScript is: we write none.
  return error.code === "ERR_OUT_OF_RANGE" ? { code: "SQLITE_MISMATCH" } : {};
}

/** Comments, spaces and semicolons at the beginning. */
const NOTHING = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$)|;)+/;

const WRITING = new Set(["Vacuum", "JournalMode", "Checkpoint"]);

/** By their numbers, https://sqlite.org/rescode.html */
const NAMES = (
  "OK ERROR INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL CANTOPEN PROTOCOL " +
  "EMPTY SCHEMA TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH FORMAT RANGE NOTADB"
).split(" ");
