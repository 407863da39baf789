/** A value of SQLite as JSON can carry it exactly: integers beyond 2^53 as strings of digits, blobs as `x'…'`. */
export type RowValue = string | number | null;

/** A row of an answer by the names of its columns. */
export type Row = Readonly<Record<string, RowValue>>;

/** When an answer in SQL ends early. */
export interface AskOptions {
  /** Milliseconds after which the question fails; default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** The answer ends after this many rows. */
  readonly maxRows?: number | undefined;
  /** Ends the answer without an error. */
  readonly signal?: AbortSignal | undefined;
}

/** An open store: given to `ingest` and `report`, and asked in SQL. */
export interface StoreHandle {
  /** The path that it was opened with. */
  readonly path: string;
  /**
   * Answers one SELECT over the public tables and views, in a process of its own. Rejects with a WsaError `query` when
   * the SQL is wrong, is no SELECT, or takes too long.
   *
   * @example
   * await store.query("SELECT code, name, n FROM totals ORDER BY n DESC"); // [{ code: 10054, name: "WSAECONNRESET", n: 12 }]
   */
  query(sql: string, options?: AskOptions): Promise<Row[]>;
  /** Idempotent. */
  close(): Promise<void>;
}
