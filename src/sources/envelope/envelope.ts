/** What a shipper has put around a line, or around the lines of one event. */
export interface WrappedText {
  readonly text: string;
  /** Unix milliseconds, or null where the shipper names none. */
  readonly time: number | null;
  readonly host: string | null;
  /** The name of the log. */
  readonly name: string | null;
}

/** How one shipper wraps lines into JSON. */
export interface Envelope {
  /** Values as the shipper writes them, with the entries in each; some of it is left out. */
  readonly samples: readonly (readonly [value: unknown, entries: readonly WrappedText[]])[];
  /** The entries in a value; null when it is no envelope of this kind. */
  open(value: unknown): readonly WrappedText[] | null;
}
