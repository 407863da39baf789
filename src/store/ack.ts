/** A mark on a code that is known: reports do not call it new until then. */
export interface Ack {
  readonly code: number;
  /** Unix seconds; null: for good. */
  readonly until: number | null;
  readonly note: string;
  /** Unix seconds. */
  readonly acknowledged: number;
}
