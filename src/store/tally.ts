import type { Counts, EndpointCount, MinuteCount, OperationCount, Sample } from "./index.ts";

/** One line to be counted. */
export interface CountedLine {
  /** Unix seconds at the start of the minute, 0 when unknown. */
  readonly minute: number;
  readonly operation: string | null;
  readonly endpoint: string | null;
  /** Each code once. */
  readonly codes: readonly number[];
}

/** Sums of occurrences in memory: as large as there are different minutes, codes and endpoints, however many lines. */
export class Sums {
  lines = 0;
  readonly codes = new Map<number, number>();
  readonly #minutes = new Map<string, Writable<MinuteCount>>();
  readonly #endpoints = new Map<string, Writable<EndpointCount>>();
  readonly #operations = new Map<string, Writable<OperationCount>>();
  readonly #samples = new Map<number, { kept: Sample[]; openings: Sample[]; minute: number }>();

  count({ minute, operation, endpoint, codes }: CountedLine): void {
    const day = startOfDay(minute);
    for (const code of codes) {
      this.#addMinute({ minute, code, n: 1 });
      if (endpoint !== null) this.#addEndpoint({ day, code, endpoint, n: 1 });
      if (operation !== null) this.#addOperation({ day, code, operation, n: 1 });
    }
  }

  /** Keeps the first few samples of each code, the latest ones, and the latest of those that follow a quiet time. */
  sample(sample: Sample): void {
    const { code, minute } = sample;
    const known = this.#samples.get(code);
    if (known === undefined) {
      this.#samples.set(code, { kept: [sample], openings: [sample], minute });
      return;
    }
    if (known.kept.push(sample) > firstSamples + latestSamples) known.kept.splice(firstSamples, 1);
    if (minute > known.minute + quietSeconds && known.openings.push(sample) > openings) known.openings.shift();
    known.minute = Math.max(minute, known.minute);
  }

  add(other: Sums): void {
    const { minutes, endpoints, operations } = other.counts();
    for (const row of minutes) this.#addMinute(row);
    for (const row of endpoints) this.#addEndpoint(row);
    for (const row of operations) this.#addOperation(row);
    for (const sample of other.samples()) this.sample(sample);
    this.lines += other.lines;
  }

  counts(): Counts {
    return {
      minutes: [...this.#minutes.values()],
      endpoints: [...this.#endpoints.values()],
      operations: [...this.#operations.values()],
    };
  }

  /** In the order of their lines, for each code. */
  samples(): readonly Sample[] {
    return [...this.#samples.values()].flatMap(({ kept, openings }) =>
      [...new Set([...openings, ...kept])].sort((a, b) => a.line - b.line),
    );
  }

  /** How many rows the counts have. */
  get rows(): number {
    return this.#minutes.size + this.#endpoints.size + this.#operations.size;
  }

  #addMinute(row: MinuteCount): void {
    this.codes.set(row.code, (this.codes.get(row.code) ?? 0) + row.n);
    add(this.#minutes, `${row.minute} ${row.code}`, row);
  }

  #addEndpoint(row: EndpointCount): void {
    add(this.#endpoints, `${row.day} ${row.code} ${row.endpoint}`, row);
  }

  #addOperation(row: OperationCount): void {
    add(this.#operations, `${row.day} ${row.code} ${row.operation}`, row);
  }
}

/** Occurrences in rows of counts. */
export function occurrencesIn(minutes: readonly MinuteCount[]): number {
  return minutes.reduce((sum, { n }) => sum + n, 0);
}

/** A line is an opening when its code was not met for longer than this before its minute. */
export const quietSeconds = 300;

type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

function add<Row extends { readonly n: number }>(rows: Map<string, Writable<Row>>, key: string, row: Row): void {
  const known = rows.get(key);
  if (known === undefined) rows.set(key, { ...row });
  else known.n += row.n;
}

const firstSamples = 5;
const latestSamples = 15;
const openings = 200;
const daySeconds = 86_400;

function startOfDay(minute: number): number {
  return minute - (((minute % daySeconds) + daySeconds) % daySeconds);
}
