import type { Sample } from "./batch.ts";
import type { Counts, EndpointCount, MinuteCount, OperationCount } from "./counts.ts";
import { decode, detached } from "./pieces.ts";

/** One line to be counted. */
export interface CountedLine {
  /** 1-based. */
  readonly number: number;
  /** Unix seconds at the start of the minute, 0 when unknown. */
  readonly minute: number;
  readonly operation: string | null;
  readonly endpoint: string | null;
  /** Byte string without the line end. */
  readonly body: string;
}

/** Sums of occurrences in memory: one row for each minute, code and endpoint, however many lines there are. */
export class Sums {
  lines = 0;
  readonly #codes = new Map<number, CodeSums>();
  /** Rows in the order in which they first came. */
  readonly #minutes: Writable<MinuteCount>[] = [];
  readonly #endpoints: Writable<EndpointCount>[] = [];
  readonly #operations: Writable<OperationCount>[] = [];

  /** Counts each of these codes once in a line; with `keep` the line may become a sample of them. */
  count(line: CountedLine, codes: readonly number[], keep: boolean): void {
    const { minute, operation, endpoint } = line;
    for (const code of codes) {
      const sums = this.#sumsOf(code);
      this.#addMinute(sums, minute, 1);
      if (endpoint !== null) this.#addEndpoint(sums, minute, endpoint, 1);
      if (operation !== null) this.#addOperation(sums, minute, operation, 1);
      if (keep) sums.samples.add(line);
    }
  }

  /** Adds an endpoint to occurrences that were counted without one. */
  addEndpoint(minute: number, endpoint: string, codes: readonly number[]): void {
    for (const code of codes) this.#addEndpoint(this.#sumsOf(code), minute, endpoint, 1);
  }

  /** Adds an operation to occurrences that were counted without one. */
  addOperation(minute: number, operation: string, codes: readonly number[]): void {
    for (const code of codes) this.#addOperation(this.#sumsOf(code), minute, operation, 1);
  }

  get isEmpty(): boolean {
    return this.rows === 0 && this.lines === 0;
  }

  add(other: Sums): void {
    for (const { minute, code, n } of other.#minutes) this.#addMinute(this.#sumsOf(code), minute, n);
    for (const { minute, code, endpoint, n } of other.#endpoints)
      this.#addEndpoint(this.#sumsOf(code), minute, endpoint, n);
    for (const { minute, code, operation, n } of other.#operations)
      this.#addOperation(this.#sumsOf(code), minute, operation, n);
    for (const { code, samples } of other.#codes.values())
      for (const line of samples.lines()) this.#sumsOf(code).samples.add(line);
    this.lines += other.lines;
  }

  counts(): Counts {
    return { minutes: [...this.#minutes], endpoints: [...this.#endpoints], operations: [...this.#operations] };
  }

  /** Samples by code, in the order of their lines. */
  samples(): readonly Sample[] {
    return [...this.#codes.values()].flatMap(({ code, samples }) =>
      samples.lines().map(({ number, minute, operation, endpoint, body }) => {
        return { code, line: number, minute, operation, endpoint, text: decode(body) };
      }),
    );
  }

  /** The number of rows in the counts. */
  get rows(): number {
    return this.#minutes.length + this.#endpoints.length + this.#operations.length;
  }

  #sumsOf(code: number): CodeSums {
    const known = this.#codes.get(code);
    if (known !== undefined) return known;
    const sums = new CodeSums(code);
    this.#codes.set(code, sums);
    return sums;
  }

  #addMinute({ code, minutes }: CodeSums, minute: number, n: number): void {
    const known = minutes.at(minute);
    if (known !== undefined) known.n += n;
    else this.#minutes.push(minutes.open({ minute, code, n }));
  }

  #addEndpoint({ code, endpoints }: CodeSums, minute: number, endpoint: string, n: number): void {
    const rows = endpoints.get(endpoint);
    const known = rows?.at(minute);
    if (known !== undefined) {
      known.n += n;
      return;
    }
    const own = detached(endpoint);
    this.#endpoints.push((rows ?? entryOf(endpoints, own)).open({ minute, code, endpoint: own, n }));
  }

  #addOperation({ code, operations }: CodeSums, minute: number, operation: string, n: number): void {
    const rows = entryOf(operations, operation);
    const known = rows.at(minute);
    if (known !== undefined) known.n += n;
    else this.#operations.push(rows.open({ minute, code, operation, n }));
  }
}

/** Returns the number of occurrences in rows of counts. */
export function occurrencesIn(minutes: readonly MinuteCount[]): number {
  return minutes.reduce((sum, { n }) => sum + n, 0);
}

/** A line is an opening when its code did not occur for longer than this before its minute. */
export const quietSeconds = 300;

type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** The rows of one code. */
class CodeSums {
  readonly code: number;
  readonly samples = new Samples();
  readonly minutes = new MinuteRows<Writable<MinuteCount>>();
  readonly endpoints = new Map<string, MinuteRows<Writable<EndpointCount>>>();
  readonly operations = new Map<string, MinuteRows<Writable<OperationCount>>>();

  constructor(code: number) {
    this.code = code;
  }
}

/** Rows by minute. Most lines belong to the same minute as the one before, and most endpoints to one minute. */
class MinuteRows<Row extends { readonly minute: number }> {
  #rows: Map<number, Row> | null = null;
  #last: Row | undefined;

  at(minute: number): Row | undefined {
    if (this.#last?.minute === minute) return this.#last;
    const row = this.#rows?.get(minute);
    if (row !== undefined) this.#last = row;
    return row;
  }

  open(row: Row): Row {
    if (this.#last !== undefined) {
      this.#rows ??= new Map([[this.#last.minute, this.#last]]);
      this.#rows.set(row.minute, row);
    }
    this.#last = row;
    return row;
  }
}

function entryOf<Row extends { readonly minute: number }>(
  entries: Map<string, MinuteRows<Row>>,
  key: string,
): MinuteRows<Row> {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const rows = new MinuteRows<Row>();
  entries.set(key, rows);
  return rows;
}

const firstSamples = 5;
const latestSamples = 15;
const openings = 200;

/** Keeps the first few lines of one code, the latest ones, and the latest openings. */
class Samples {
  readonly #first: CountedLine[] = [];
  /** A ring: a new one is written over the oldest. */
  readonly #latest: CountedLine[] = [];
  #oldest = 0;
  readonly #openings: CountedLine[] = [];
  #minute = Number.NEGATIVE_INFINITY;

  add(line: CountedLine): void {
    if (this.#first.length < firstSamples) this.#first.push(line);
    else if (this.#latest.length < latestSamples) this.#latest.push(line);
    else {
      this.#latest[this.#oldest] = line;
      this.#oldest = (this.#oldest + 1) % latestSamples;
    }
    if (line.minute > this.#minute + quietSeconds && this.#openings.push(line) > openings) this.#openings.shift();
    if (line.minute > this.#minute) this.#minute = line.minute;
  }

  /** In the order of the log. */
  lines(): CountedLine[] {
    const latest = [...this.#latest.slice(this.#oldest), ...this.#latest.slice(0, this.#oldest)];
    return [...new Set([...this.#openings, ...this.#first, ...latest])].sort((a, b) => a.number - b.number);
  }
}
