/** A stretch of time: [since, until). */
export interface TimeRange {
  readonly since: number;
  readonly until: number;
}
