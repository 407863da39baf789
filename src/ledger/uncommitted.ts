import { Decoder } from "./pieces.ts";
import { occurrencesIn, Sums } from "./sums.ts";
import type { RecordedLine } from "./tally.ts";
import type { Counter } from "./tracker.ts";

/** What is counted and not committed yet. */
export class Uncommitted implements Counter {
  /** The last time of a recorded line, Unix milliseconds. */
  time: number | null = null;
  /** Between the base's position and the tracker's. */
  fresh = new Sums();
  /** Behind the tracker's position: in an unfinished line or message. */
  open = new Sums();
  readonly #keepSamples: boolean;
  readonly #onPassOver: (occurrences: number) => void;
  readonly #endpoints = new Decoder();

  constructor(
    keepSamples: boolean,
    /** Called with the number of occurrences that another run had counted. */
    onPassOver: (occurrences: number) => void,
  ) {
    this.#keepSamples = keepSamples;
    this.#onPassOver = onPassOver;
  }

  count(lineEnds: number, line: RecordedLine | null, codes: readonly number[], isComplete: boolean): void {
    const isWhole = isComplete && this.open.isEmpty;
    const sums = isWhole ? this.fresh : this.open;
    if (line !== null) this.#countLine(line, codes, sums);
    sums.lines += lineEnds;
    if (!isComplete || isWhole) return;
    this.fresh.add(this.open);
    this.open = new Sums();
  }

  passOver(elsewhere: boolean, sums: Sums = this.take()): void {
    this.#onPassOver(occurrencesIn(sums.counts().minutes));
    if (elsewhere) this.fresh.lines = sums.lines;
  }

  /** Hands out what is fresh. */
  take(): Sums {
    const { fresh } = this;
    this.fresh = new Sums();
    return fresh;
  }

  /** Takes back what was handed out, because it was not committed. */
  putBack(fresh: Sums): void {
    fresh.add(this.fresh);
    this.fresh = fresh;
  }

  drop(): void {
    this.fresh = new Sums();
    this.open = new Sums();
  }

  #countLine(line: RecordedLine, codes: readonly number[], sums: Sums): void {
    const { number, time, operation, endpoint, body, completes } = line;
    if (time !== null) this.time = time;
    const minute = time === null ? 0 : Math.floor(time / 60_000) * 60;
    const decoded = endpoint === null ? null : this.#endpoints.decode(endpoint);
    sums.count({ number, minute, operation, endpoint: decoded, body }, codes, this.#keepSamples);
    if (completes === undefined) return;
    if (decoded !== null) sums.addEndpoint(minute, decoded, completes.endpoint);
    if (operation !== null) sums.addOperation(minute, operation, completes.operation);
  }
}
