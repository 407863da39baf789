import type { Counts, EndpointCount, MinuteCount, Sample } from "./index.ts";

/** One line to be counted. */
export interface CountedLine {
  /** Unix seconds at the start of the minute, 0 when unknown. */
  readonly minute: number;
  readonly endpoint: string | null;
  /** Each code once. */
  readonly codes: readonly number[];
}

/** Sums of occurrences in memory: as large as there are different minutes, codes and endpoints, however many lines. */
export class Sums {
  lines = 0;
  readonly codes = new Map<number, number>();
  readonly #minutes = new Map<string, { -readonly [Key in keyof MinuteCount]: MinuteCount[Key] }>();
  readonly #endpoints = new Map<string, { -readonly [Key in keyof EndpointCount]: EndpointCount[Key] }>();
  readonly #samples = new Map<number, Sample[]>();

  count({ minute, endpoint, codes }: CountedLine): void {
    for (const code of codes) {
      this.#addMinute(minute, code, 1);
      if (endpoint !== null) this.#addEndpoint(startOfDay(minute), code, endpoint, 1);
    }
  }

  /** Keeps the first few samples of each code and the latest ones. */
  sample(sample: Sample): void {
    const kept = this.#samples.get(sample.code);
    if (kept === undefined) this.#samples.set(sample.code, [sample]);
    else if (kept.push(sample) > firstSamples + latestSamples) kept.splice(firstSamples, 1);
  }

  add(other: Sums): void {
    const { minutes, endpoints } = other.counts();
    for (const { minute, code, n } of minutes) this.#addMinute(minute, code, n);
    for (const { day, code, endpoint, n } of endpoints) this.#addEndpoint(day, code, endpoint, n);
    for (const sample of other.samples()) this.sample(sample);
    this.lines += other.lines;
  }

  counts(): Counts {
    return { minutes: [...this.#minutes.values()], endpoints: [...this.#endpoints.values()] };
  }

  samples(): readonly Sample[] {
    return [...this.#samples.values()].flat();
  }

  /** How many rows the counts have. */
  get rows(): number {
    return this.#minutes.size + this.#endpoints.size;
  }

  #addMinute(minute: number, code: number, n: number): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + n);
    const key = `${minute} ${code}`;
    const row = this.#minutes.get(key);
    if (row === undefined) this.#minutes.set(key, { minute, code, n });
    else row.n += n;
  }

  #addEndpoint(day: number, code: number, endpoint: string, n: number): void {
    const key = `${day} ${code} ${endpoint}`;
    const row = this.#endpoints.get(key);
    if (row === undefined) this.#endpoints.set(key, { day, code, endpoint, n });
    else row.n += n;
  }
}

/** Occurrences in counts. */
export function occurrencesIn({ minutes }: Counts): number {
  return minutes.reduce((sum, { n }) => sum + n, 0);
}

const firstSamples = 5;
const latestSamples = 15;
const daySeconds = 86_400;

function startOfDay(minute: number): number {
  return minute - (((minute % daySeconds) + daySeconds) % daySeconds);
}
