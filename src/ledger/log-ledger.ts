import type { Batch } from "./batch.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Counted } from "./counted.ts";
import type { Counts } from "./counts.ts";
import { Figures } from "./figures.ts";
import type { Ledger, LedgerOptions } from "./ledger.ts";
import type { Lookup } from "./lookup.ts";
import { Decoder } from "./pieces.ts";
import { occurrencesIn, Sums } from "./sums.ts";
import type { RecordedLine } from "./tally.ts";
import type { Counter, Tracker } from "./tracker.ts";

const none: readonly number[] = [];
const lineFeed = 10;
const nothing: Counts = { minutes: [], endpoints: [], operations: [] };
const maxRows = 10_000;
const maxBytes = 64 << 20;
const liveFlushEveryMs = 1000;

/** The ledger behind `openLedger` and its siblings: counts what its tracker hands on, and commits it. */
export class LogLedger implements Ledger, Counter {
  readonly #options: LedgerOptions;
  readonly #now: () => number;
  readonly #tracker: Tracker;
  /** What was looked up before the log was opened. */
  readonly #looked: Pick<Lookup, "head" | "beginning"> | null;
  /** The last time of a recorded line. */
  #time: number | null = null;
  /** Occurrences between the base's position and the tracker's. */
  #fresh = new Sums();
  /** Occurrences behind the tracker's position: in an unfinished line or message. */
  #open = new Sums();
  /** Occurrences before the base's position. */
  #before = 0;
  #state: (() => unknown) | null = null;
  #queue: Promise<void> = Promise.resolve();
  #flushed: number;
  #closed = false;
  readonly #counted = new Figures();
  readonly #endpoints = new Decoder();

  constructor(
    options: LedgerOptions,
    createTracker: (counter: Counter) => Tracker,
    looked: Pick<Lookup, "head" | "beginning"> | null = null,
  ) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#flushed = this.#now();
    this.#looked = looked;
    this.#tracker = createTracker(this);
    const checkpoint = this.#tracker.base?.checkpoint;
    this.#time = checkpoint?.time ?? null;
    this.#before = checkpoint?.occurrences ?? 0;
    this.#counted.already = this.#before;
  }

  follow(state: () => unknown): void {
    this.#state = state;
  }

  pass(bytes: string | Uint8Array, lineEnds: number): void {
    this.#take(bytes, lineEnds, null, none);
  }

  record(bytes: string, line: RecordedLine, codes: readonly number[]): void {
    this.#take(bytes, bytes.charCodeAt(bytes.length - 1) === lineFeed ? 1 : 0, line, codes);
  }

  reached(offset: number): void {
    if (!this.#counted.yielded) this.#tracker.reached(offset);
  }

  get due(): boolean {
    const { state, bytes } = this.#tracker;
    if (this.#counted.yielded || state === "comparing") return false;
    const isLate = this.#options.live === true && this.#now() - this.#flushed >= liveFlushEveryMs;
    if (state === "beginning") return this.#tracker.canBegin(isLate);
    return this.#fresh.rows >= maxRows || bytes >= maxBytes || (isLate && bytes > 0);
  }

  get counted(): Counted {
    return this.#counted;
  }

  flush(): Promise<void> {
    return this.#enqueue(() => this.#settle(false, false));
  }

  close({ ended = true }: { readonly ended?: boolean } = {}): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#closed) return;
      await this.#settle(true, ended);
      this.#closed = true;
    });
  }

  abandon(): Promise<void> {
    return this.#enqueue(async () => {
      this.#closed = true;
    });
  }

  count(lineEnds: number, line: RecordedLine | null, codes: readonly number[], isComplete: boolean): void {
    const isWhole = isComplete && this.#open.isEmpty;
    const sums = isWhole ? this.#fresh : this.#open;
    if (line !== null) this.#countLine(line, codes, sums);
    sums.lines += lineEnds;
    if (!isComplete || isWhole) return;
    this.#fresh.add(this.#open);
    this.#open = new Sums();
  }

  passOver(): void {
    this.#passOver(this.#fresh);
    this.#fresh = new Sums();
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): void {
    if (bytes.length === 0 || this.#counted.yielded) return;
    // At once, so that no more than this chunk waits; when it fails, the next flush tries again and reports.
    if (this.#tracker.take(bytes, lineEnds, line, codes)) this.#enqueue(() => this.#lookUp()).catch(() => undefined);
  }

  #countLine(line: RecordedLine, codes: readonly number[], sums: Sums): void {
    const { number, time, operation, endpoint, body } = line;
    if (time !== null) this.#time = time;
    const minute = time === null ? 0 : Math.floor(time / 60_000) * 60;
    const decoded = endpoint === null ? null : this.#endpoints.decode(endpoint);
    sums.count({ number, minute, operation, endpoint: decoded, body }, codes, this.#options.samples !== false);
  }

  #passOver(sums: Sums): void {
    const known = occurrencesIn(sums.counts().minutes);
    this.#counted.already += known;
    this.#before += known;
  }

  async #lookUp(): Promise<void> {
    const tracker = this.#tracker;
    if (tracker.state !== "beginning") return;
    const { store, source } = this.#options;
    const looked = this.#looked?.head === tracker.key ? this.#looked.beginning : null;
    tracker.begin(looked ?? (await store.generationsFor(tracker.key, source)));
  }

  async #settle(closing: boolean, ended: boolean): Promise<void> {
    this.#flushed = this.#now();
    const tracker = this.#tracker;
    if (tracker.state === "beginning") {
      if (!tracker.canBegin(this.#options.live === true || (closing && ended))) return;
      await this.#lookUp();
    }
    if (tracker.state === "comparing" && closing && ended) tracker.end();
    if (tracker.state === "comparing") return;
    if (tracker.state === "lost") this.#yield();
    if (!this.#counted.yielded) await this.#commit(closing);
  }

  async #commit(closing: boolean): Promise<void> {
    const { store, run, source } = this.#options;
    const tracker = this.#tracker;
    const from = tracker.base?.checkpoint.position ?? 0;
    const taken = tracker.base?.unfinished ?? nothing;
    const hasUnfinished = closing && typeof tracker.key === "string";
    const unfinished = hasUnfinished ? this.#open.counts() : nothing;
    if (tracker.position === from && (!closing || isSameCounts(unfinished, taken))) return;
    const fresh = this.#fresh;
    this.#fresh = new Sums();
    const counts = fresh.counts();
    const batch: Batch = {
      run,
      generation: tracker.base?.id ?? null,
      source,
      from,
      checkpoint: this.#checkpoint(fresh),
      ...tracker.identify(),
      counts,
      unfinished,
      samples: [...fresh.samples(), ...(hasUnfinished ? this.#open.samples() : [])],
      bytes: tracker.bytes,
      lines: fresh.lines,
      occurrences: occurrencesIn(counts.minutes) + occurrencesIn(unfinished.minutes) - occurrencesIn(taken.minutes),
    };
    const committed = await store.commit(batch).catch((cause) => {
      this.#putBack(fresh);
      throw cause;
    });
    if (committed === null) return await this.#giveWay(fresh, batch, closing);
    tracker.committed(committed.generation, batch);
    this.#before = batch.checkpoint.occurrences;
    this.#counted.add(batch, taken, committed.again);
  }

  #checkpoint(fresh: Sums): Checkpoint {
    const { identity, reading = "", time } = this.#options;
    const { position, base } = this.#tracker;
    const state = identity === "none" || reading === "" ? null : (this.#state?.() ?? null);
    return {
      position,
      lines: (base?.checkpoint.lines ?? 0) + fresh.lines,
      time: time?.() ?? this.#time,
      occurrences: this.#before + occurrencesIn(fresh.counts().minutes),
      reading: state === null ? "" : reading,
      state,
    };
  }

  /** Another process was faster: finds out what it has counted of the batch and of what came since. */
  async #giveWay(fresh: Sums, batch: Batch, closing: boolean): Promise<void> {
    const { store, source } = this.#options;
    const tracker = this.#tracker;
    if (tracker.giveWay(await store.generationsFor(tracker.key, source), batch)) {
      this.#passOver(fresh);
      return await this.#commit(closing);
    }
    this.#putBack(fresh);
    if (tracker.state === "lost" || closing) this.#yield();
  }

  #putBack(fresh: Sums): void {
    fresh.add(this.#fresh);
    this.#fresh = fresh;
  }

  #yield(): void {
    this.#tracker.end();
    this.#fresh = new Sums();
    this.#open = new Sums();
    this.#counted.yielded = true;
  }
}

function isSameCounts(a: Counts, b: Counts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
