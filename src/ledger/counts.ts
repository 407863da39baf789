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

/** Occurrences of a code towards an endpoint in a minute; `minute` as in `MinuteCount`. */
export interface EndpointCount {
  readonly minute: number;
  readonly code: number;
  readonly endpoint: string;
  readonly n: number;
}

/** Occurrences of a code in an operation (`connect`, `bind`, …) in a minute; `minute` as in `MinuteCount`. */
export interface OperationCount {
  readonly minute: number;
  readonly code: number;
  readonly operation: string;
  readonly n: number;
}
