import type { StoreOptions } from "../store-options.ts";

/** What a store in PostgreSQL is opened with. */
export interface PostgresOptions extends StoreOptions {
  /** `postgres://…`; it may hold a password. */
  readonly address: string;
  /** After so many milliseconds without an answer it is looked whether the server is at work; half a minute by default. */
  readonly askAfterMs?: number;
}
