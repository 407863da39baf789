/** A place in a line that looks like an address. */
export interface Address {
  /** As the line spells it, without a final dot; an IPv6 address without its brackets; empty when only a port is named. */
  readonly host: string;
  readonly port: number | null;
  /** Half-open range in the line. */
  readonly start: number;
  readonly end: number;
  /**
   * How it is written. A bare name is an address only where a word before it explains it; a marked one is an address
   * whatever comes before it.
   */
  readonly shape: "arrow" | "url" | "marked" | "pair" | "tuple" | "bare" | "port";
}

/** Whether the caller wants a bare name that begins there. */
export type Wanted = (text: string, start: number) => boolean;
