import { randomUUID } from "node:crypto";
import type { Batch } from "./batch.ts";
import { type Counted, Figures } from "./counted.ts";
import type { Counts } from "./counts.ts";
import type { Generation, Resume } from "./generation.ts";
import type { Ledger, LedgerOptions } from "./ledger.ts";
import { formerOf, type Located } from "./lookup.ts";
import { countLineEnds, Decoder, sliceOf } from "./pieces.ts";
import type { Former } from "./previous-generation.ts";
import { occurrencesIn, Sums } from "./sums.ts";
import type { RecordedLine } from "./tally.ts";
import { fingerprintOf, headBytes, Trail, thinOut } from "./trail.ts";

interface Piece {
  readonly bytes: string | Uint8Array;
  readonly lineEnds: number;
  readonly line: RecordedLine | null;
  readonly codes: readonly number[];
}

/** The generation that is continued, as it is stored. */
type Base = Omit<Generation, "source" | "head" | "window" | "resume">;

const none: readonly number[] = [];
const lineFeed = 10;
const nothing: Counts = { minutes: [], endpoints: [], operations: [] };
const maxRows = 10_000;
const maxBytes = 64 << 20;
const liveFlushEveryMs = 1000;

/** The ledger behind `openLedger` and `resumeLedger`. */
export class LogLedger implements Ledger {
  readonly #options: LedgerOptions;
  readonly #now: () => number;
  readonly #trail = new Trail();
  /** Pieces from before it is known which generations to look for; null from then on. */
  #early: Piece[] | null = [];
  #newest = 0;
  /** Candidates whose position is still ahead, nearest first. While there are any, nothing is committed. */
  #candidates: Generation[] = [];
  #base: Base | null = null;
  #contested = false;
  /** The life before, while it is open whether this log is what became of it. */
  #former: Former | null = null;
  /** The log's size where it is known before it is read. */
  readonly #size: number | null;
  /** What was looked up before the log was opened. */
  readonly #looked: Pick<Located, "head" | "beginning"> | null;
  /** The last time that a recorded line told. */
  #time: number | null = null;
  /** Occurrences in finished lines behind the base's position. */
  #fresh = new Sums();
  /** Occurrences in the line that is not finished yet. */
  #open = new Sums();
  /** Occurrences in the lines before the base's position. */
  #before = 0;
  #state: (() => unknown) | null = null;
  #queue: Promise<void> = Promise.resolve();
  #flushed: number;
  #closed = false;
  readonly #counted = new Figures();
  readonly #endpoints = new Decoder();

  constructor(
    options: LedgerOptions,
    located: Located | null = null,
    looked: Pick<Located, "head" | "beginning"> | null = null,
  ) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#flushed = this.#now();
    this.#size = located?.size ?? null;
    this.#looked = looked;
    if (options.identity === "none" || located !== null) this.#early = null;
    if (located === null) return;
    this.#newest = located.beginning.newest;
    this.#base = located.base;
    this.#time = located.base?.time ?? null;
    this.#former = located.former;
    this.#trail.resume(located.head, located.base?.position ?? 0, located.recent);
    this.#before = located.base?.resume?.occurrences ?? 0;
    this.#counted.already = this.#before;
  }

  follow(state: () => unknown): void {
    this.#state = state;
  }

  pass(bytes: string | Uint8Array, lineEnds: number): void {
    this.#push(bytes, lineEnds, null, none);
  }

  record(bytes: string, line: RecordedLine, codes: readonly number[]): void {
    this.#push(bytes, bytes.charCodeAt(bytes.length - 1) === lineFeed ? 1 : 0, line, codes);
  }

  get due(): boolean {
    if (this.#counted.yielded || this.#candidates.length > 0) return false;
    if (this.#early !== null && this.#trail.head.length >= headBytes) return true;
    const isLate = this.#options.live === true && this.#now() - this.#flushed >= liveFlushEveryMs;
    if (this.#early !== null) return isLate && this.#early.length > 0;
    const waiting = this.#trail.lineStart - (this.#base?.position ?? 0);
    return this.#fresh.rows >= maxRows || waiting >= maxBytes || (isLate && waiting > 0);
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

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #push(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): void {
    if (bytes.length === 0 || this.#counted.yielded) return;
    const wasShort = this.#trail.head.length < headBytes;
    this.#trail.see(bytes);
    if (this.#early === null && this.#candidates.length === 0) this.#follow(bytes, lineEnds, line, codes);
    else if (this.#early === null) this.#take({ bytes, lineEnds, line, codes });
    else this.#early.push({ bytes: sliceOf(bytes), lineEnds, line, codes });
    // At once, so that no more than this chunk waits; when it fails, the next flush tries again and reports.
    if (this.#early !== null && wasShort && this.#trail.head.length >= headBytes)
      this.#enqueue(() => this.#lookUp()).catch(() => undefined);
  }

  /** Counts a piece; one that reaches over a candidate's position is split there. */
  #take(piece: Piece): void {
    let rest = piece;
    for (let next = this.#candidates[0]; next !== undefined; next = this.#candidates[0]) {
      const length = next.position - this.#trail.end;
      if (length >= rest.bytes.length) break;
      if (rest.line !== null) {
        this.#decide(false);
        continue;
      }
      const before = sliceOf(rest.bytes, 0, length);
      const lineEnds = countLineEnds(before);
      this.#follow(before, lineEnds, null, none);
      this.#decideHere();
      rest = { ...rest, bytes: restOf(rest.bytes, length), lineEnds: rest.lineEnds - lineEnds };
    }
    this.#follow(rest.bytes, rest.lineEnds, rest.line, rest.codes);
    this.#decideHere();
  }

  #follow(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): void {
    if (this.#size === null) this.#former?.look(this.#trail, bytes);
    this.#trail.follow(bytes);
    const isWhole = lineEnds > 0 && this.#open.rows === 0;
    if (line !== null) this.#tally(line, codes, isWhole ? this.#fresh : this.#open);
    this.#fresh.lines += lineEnds;
    if (lineEnds === 0 || isWhole) return;
    this.#fresh.add(this.#open);
    this.#open = new Sums();
  }

  /** A long line comes in parts, and a code that several of them name is still one occurrence. */
  #tally(line: RecordedLine, codes: readonly number[], sums: Sums): void {
    const { time, operation, endpoint } = line;
    if (time !== null) this.#time = time;
    const distinct = this.#open.rows === 0 ? codes : codes.filter((code) => !this.#open.has(code));
    const counted = {
      number: line.number,
      minute: time === null ? 0 : Math.floor(time / 60_000) * 60,
      operation,
      endpoint: endpoint === null ? null : this.#endpoints.decode(endpoint),
      body: line.body,
    };
    sums.count(counted, distinct, this.#options.samples !== false);
  }

  #decideHere(): void {
    for (let next = this.#candidates[0]; next?.position === this.#trail.end; next = this.#candidates[0]) {
      this.#decide(this.#trail.endsWith(next.window));
    }
  }

  /** The nearest candidate holds, so all before it was counted by another run, or it is out of the question. */
  #decide(holds: boolean): void {
    const candidate = this.#candidates.shift();
    if (candidate === undefined) return;
    if (!holds) return;
    this.#passOver(this.#fresh);
    this.#fresh = new Sums();
    this.#base = candidate;
    this.#contested = false;
  }

  /** What another run has counted is not counted here. */
  #passOver(sums: Sums): void {
    const met = occurrencesIn(sums.counts().minutes);
    this.#counted.already += met;
    this.#before += met;
  }

  async #lookUp(): Promise<void> {
    if (this.#early === null) return;
    const { store, source } = this.#options;
    const looked = this.#looked?.head === this.#trail.head ? this.#looked.beginning : null;
    const beginning = looked ?? (await store.generationsFor(this.#trail.head, source));
    this.#newest = beginning.newest;
    this.#await(beginning.generations);
    this.#former = formerOf(beginning, this.#trail.head);
    const early = this.#early;
    this.#early = null;
    this.#decideHere();
    for (const piece of early) this.#take(piece);
  }

  #await(generations: readonly Generation[]): void {
    this.#candidates = [...generations].sort((a, b) => a.position - b.position || a.id - b.id);
  }

  async #settle(closing: boolean, ended: boolean): Promise<void> {
    this.#flushed = this.#now();
    if (this.#early !== null) {
      if (this.#early.length === 0) return;
      const isBeginning = this.#trail.head.length >= headBytes || this.#options.live === true || (closing && ended);
      if (!isBeginning) return;
      await this.#lookUp();
    }
    if (this.#candidates.length > 0) {
      if (!(closing && ended)) return;
      while (this.#candidates.length > 0) this.#decide(false);
    }
    if (this.#contested) this.#yield();
    if (!this.#counted.yielded) await this.#commit(closing);
  }

  async #commit(closing: boolean): Promise<void> {
    const { store, run, source } = this.#options;
    const base = this.#base;
    const from = base?.position ?? 0;
    const to = this.#trail.lineStart;
    const taken = base?.unfinished ?? nothing;
    const unfinished = closing ? this.#open.counts() : nothing;
    if (to === from && (!closing || isSameCounts(unfinished, taken))) return;
    const fresh = this.#fresh;
    this.#fresh = new Sums();
    const before = this.#before + occurrencesIn(fresh.counts().minutes);
    const position = { run, generation: base?.id ?? null, newest: this.#newest, source, from, to };
    const resume = this.#resume(before);
    const batch: Batch = { ...position, ...this.#identity(fresh), resume, ...this.#sums(fresh, unfinished, taken) };
    const committed = await store.commit(batch).catch((cause) => {
      this.#putBack(fresh);
      throw cause;
    });
    if (committed === null) return await this.#giveWay(fresh, batch, closing);
    const { totalLines: lines, time, milestones } = batch;
    this.#base = { id: committed.generation, position: to, unfinished, lines, time, milestones };
    this.#before = before;
    this.#counted.add(batch, taken, committed.again);
  }

  readonly #anonymous = randomUUID();

  /** By what the log is known again at its new position. */
  #identity(fresh: Sums) {
    const isKnown = this.#options.identity === "content";
    const trail = this.#trail;
    const milestones = isKnown ? [...trail.milestones(), ...(this.#base?.milestones ?? [])] : [];
    return {
      head: isKnown ? fingerprintOf(trail.head) : { bytes: 0, hash: this.#anonymous },
      window: trail.window(),
      totalLines: (this.#base?.lines ?? 0) + fresh.lines,
      time: this.#options.time?.() ?? this.#time,
      milestones: thinOut(milestones, trail.lineStart),
    };
  }

  #resume(occurrences: number): Resume | null {
    const { identity, reading } = this.#options;
    const state = identity === "content" && reading !== undefined ? (this.#state?.() ?? null) : null;
    return state === null || reading === undefined ? null : { reading, occurrences, state };
  }

  #sums(fresh: Sums, unfinished: Counts, taken: Counts) {
    const counts = fresh.counts();
    const former = this.#base === null ? this.#former : null;
    const size = Math.max(this.#size ?? 0, this.#trail.end);
    return {
      replaces: former?.isReplacedBy(size) ? former.generation.id : null,
      counts,
      unfinished,
      samples: [...fresh.samples(), ...(unfinished === nothing ? [] : this.#open.samples())],
      bytes: this.#trail.lineStart - (this.#base?.position ?? 0),
      lines: fresh.lines,
      occurrences: occurrencesIn(counts.minutes) + occurrencesIn(unfinished.minutes) - occurrencesIn(taken.minutes),
      lostBytes: former?.lostIn(size) ?? 0,
    };
  }

  /** Another process was faster: find out what of ours it has counted. */
  async #giveWay(fresh: Sums, batch: Batch, closing: boolean): Promise<void> {
    if (this.#options.identity === "none") return this.#yield();
    const { generations } = await this.#options.store.generationsFor(this.#trail.head, this.#options.source);
    const id = this.#base?.id;
    const rivals = generations.filter((rival) => (id === undefined ? rival.id > this.#newest : rival.id === id));
    const equal = rivals.find(({ position, window }) => position === batch.to && window.hash === batch.window.hash);
    if (equal !== undefined) {
      this.#passOver(fresh);
      this.#base = equal;
      return await this.#commit(closing);
    }
    this.#putBack(fresh);
    this.#contested = true;
    this.#await(rivals.filter(({ position }) => position > this.#trail.end));
    if (this.#candidates.length === 0 || closing) this.#yield();
  }

  #putBack(fresh: Sums): void {
    fresh.add(this.#fresh);
    this.#fresh = fresh;
  }

  #yield(): void {
    this.#candidates = [];
    this.#fresh = new Sums();
    this.#open = new Sums();
    this.#counted.yielded = true;
  }
}

function isSameCounts(a: Counts, b: Counts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function restOf(bytes: string | Uint8Array, start: number): string | Uint8Array {
  return typeof bytes === "string" ? bytes.slice(start) : bytes.subarray(start);
}
