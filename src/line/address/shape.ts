import type { Address } from "./address.ts";

/** A way to write an address that always has a mark. */
export interface Shape {
  readonly shape: Address["shape"];
  readonly mark: string;
  /** Kinds of characters that a text with such an address has, the mark's among them. */
  readonly kind: number;
  /** Returns where the address begins that has its mark at `at`; a negative number when it can be none. */
  readonly startOf: (text: string, at: number, from: number) => number;
  /** Sticky. Its last group is the port, the first of the others that took part is the host. */
  readonly pattern: RegExp;
  readonly accepts: ((host: string) => boolean) | null;
  /** Returns the port where the pattern has none. */
  readonly portOf: ((text: string, start: number, end: number) => number | null) | null;
}

/** The digits of a port, as the group of a pattern. */
export const port = "(\\d{1,5})(?![\\w%@]|[.,]\\d|:\\d)";

export function sticky(pattern: string, flags = ""): RegExp {
  return new RegExp(pattern, `${flags}y`);
}
