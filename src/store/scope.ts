/** A stretch of time in Unix seconds: [since, until). */
export interface TimeRange {
  readonly since: number;
  readonly until: number;
}

/** A stretch of the logs' own time. */
export interface Period {
  /** Unix seconds at the start of a minute, or null: from the first occurrence on. */
  readonly since: number | null;
  /** Unix seconds at the start of the first minute that no longer counts, or null: up to the last occurrence. */
  readonly until: number | null;
  /** A period without `until` runs at least up to here: now, where `since` was given as an age (`24h`); null elsewhere. */
  readonly horizon: number | null;
  /** IANA name of the time zone of days and hours. */
  readonly zone: string;
}

/** Which counts a question is about. */
export interface Scope {
  /** Occurrences without a time are part of a period that is open at both ends, and of no other. */
  readonly period: Period;
  /** Only the sources with this name, or null. */
  readonly source: string | null;
  /** Only the sources of this machine, or null. */
  readonly host: string | null;
  /** Only these codes; absent: all. */
  readonly onlyCodes?: readonly number[];
  /** Only occurrences that name this endpoint; absent: all. */
  readonly onlyEndpoint?: string;
  /**
   * Only occurrences in this operation; absent: all. Operations and endpoints are counted apart, so beside an endpoint it
   * means that endpoint's occurrences in the minutes in which their code failed in this operation, no more of each minute.
   */
  readonly onlyOperation?: string;
}
