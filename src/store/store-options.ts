/** A code of the catalogue as a store keeps it, for people's SQL. */
export interface CatalogueRow {
  readonly code: number;
  readonly name: string;
  readonly category: string;
  readonly retryable: boolean;
  readonly title_en: string;
  readonly title_zh: string;
  /** `winsock`, or the name of the user's catalogue that it is from. */
  readonly catalogue: string;
}

/** What every kind of store is opened with. */
export interface StoreOptions {
  /** The catalogue; rows of the store that differ are replaced. */
  readonly codes: readonly CatalogueRow[];
  /** Nothing is created or written; a store of an earlier version is brought up to date. */
  readonly readOnly?: boolean;
  /** Whether commits are flushed through the caches of drives too, where the system leaves them out. */
  readonly durable?: boolean | undefined;
  /** How long to wait for other writers before giving up with `store-busy`. */
  readonly busyTimeoutMs?: number;
  /** Once it is aborted, other writers are waited for no longer than five seconds. */
  readonly stop?: AbortSignal | undefined;
  readonly maxSamplesPerCode?: number;
  /** The program's version, which is kept with each run. */
  readonly version?: string;
}
