/** Rows of occurrences. */
export interface Counts {
  readonly minutes: readonly MinuteCount[];
  readonly endpoints: readonly EndpointCount[];
  readonly operations: readonly OperationCount[];
}

/** Occurrences of a code in a minute; `minute` is the Unix second at its start, UTC, 0 when the time is unknown. */
export interface MinuteCount {
  readonly minute: number;
  readonly code: number;
  readonly n: number;
}

/** Occurrences of a code towards an endpoint on a UTC day; `day` is the Unix second at its start, 0 when unknown. */
export interface EndpointCount {
  readonly day: number;
  readonly code: number;
  readonly endpoint: string;
  readonly n: number;
}

/** Occurrences of a code in an operation (`connect`, `bind`, …) on a UTC day; `day` as in `EndpointCount`. */
export interface OperationCount {
  readonly day: number;
  readonly code: number;
  readonly operation: string;
  readonly n: number;
}
