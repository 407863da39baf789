import type { Renderer } from "../annotate/renderer.ts";
import type { Tally } from "../ledger/tally.ts";
import type { Clock } from "../line/time/clock.ts";
import type { Recognise } from "../recognise/recognise.ts";
import type { Sieve } from "../sieve/sieve.ts";

/** What a log flows through. */
export interface Stages {
  readonly sieve: Sieve;
  readonly recognise: Recognise;
  readonly clock: Clock;
  readonly renderer: Renderer;
  readonly tally: Tally;
  /** Sees all bytes as they are read, bytes or a byte string, which are on loan; it must be quick. */
  readonly look?: (bytes: Uint8Array | string) => void;
  /** Takes the length of a part of a line that is not searched, because more codes than any line has are before it. */
  readonly leave?: (bytes: number) => void;
}
