import { randomUUID } from "node:crypto";
import { countLineEnds, decode, sliceOf } from "./bytes.ts";
import { headBytes, markOf, mayBeSame, Trail } from "./identity.ts";
import type { Counts, Generation, SourceName, Store } from "./index.ts";
import { occurrencesIn, Sums } from "./tally.ts";

/** What a log is read into, in order and without gaps: every byte of it, from its beginning. */
export interface Tally {
  /**
   * Bytes without occurrences, as a byte string or as they are; `lineEnds` says how many `\n` are in them. An array is
   * looked at during the call only, so it may be a view of memory that is written over afterwards.
   */
  pass(bytes: string | Uint8Array, lineEnds: number): void;
  /** One line with its line end, or a part of one; each of its codes once. */
  record(bytes: string, line: RecordedLine, codes: readonly number[]): void;
}

/** What a line tells beside its codes. */
export interface RecordedLine {
  /** 1-based. */
  readonly number: number;
  /** Unix milliseconds, or null. */
  readonly time: number | null;
  readonly operation: string | null;
  readonly endpoint: string | null;
  /** Byte string without the line end. */
  readonly body: string;
}

/** Counts one log exactly once, however often, under whatever name and by how many processes it is read. */
export interface Ledger extends Tally {
  /** Whether it is time for a flush. */
  readonly due: boolean;
  /** What this ledger has done so far; complete after close. */
  readonly counted: Counted;
  /**
   * Commits what is counted up to the last line end; does nothing while there is nothing new or while it is not known
   * yet what of it is new. Rejects with the store's WsaError: nothing is lost then, the next flush tries again.
   */
  flush(): Promise<void>;
  /**
   * Commits the rest, an unfinished last line included. `ended` is false when reading was broken off: a log that seems
   * too short is then left to the next run instead of being taken for a new one. Rejects as flush does; idempotent.
   */
  close(options?: { readonly ended?: boolean }): Promise<void>;
  /** Ends without committing what is not committed yet, because what was read turned out to be broken. Idempotent. */
  abandon(): Promise<void>;
}

/** Figures for the closing message. */
export interface Counted {
  /** Committed by this ledger; a code may be below zero when an unfinished line turned out not to name it. */
  readonly occurrences: number;
  readonly codes: ReadonlyMap<number, number>;
  readonly lines: number;
  readonly bytes: number;
  /** Occurrences that were met again, and that another run had counted. */
  readonly already: number;
  /** Bytes that another run had counted and that are gone: the log was cut or rewritten, and lines may be missed. */
  readonly lostBytes: number;
  /** Another process counts the same log: the rest is left to it, and to the next run. */
  readonly yielded: boolean;
}

export interface LedgerOptions {
  readonly store: Store;
  /** From `store.begin`. */
  readonly run: number;
  readonly source: SourceName;
  /** `content`: the log is known again by its bytes. `none`: whatever comes is new. */
  readonly identity: "content" | "none";
  /** The log grows while it is read: what there is at a flush is taken for its beginning, be it short. */
  readonly live?: boolean;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** Whether lines are kept as examples. */
  readonly samples?: boolean;
}

/**
 * Opens the ledger of one log.
 *
 * Generations that begin like the log are candidates. When the bytes before a candidate's position are still the same,
 * everything up to there was counted already. The candidate with the longest position that holds is continued. When
 * none holds the log is a new generation, counted from its beginning; if a candidate had the same name, the log was
 * cut or rewritten: what that generation had counted beyond the common head is recorded as lost.
 *
 * When a commit is refused because another process was faster, what it has counted is dropped here if the two positions
 * are the same or its position is still ahead. Otherwise the range cannot be split: the ledger yields.
 */
export function openLedger(options: LedgerOptions): Ledger {
  return new LogLedger(options);
}

interface Piece {
  readonly bytes: string | Uint8Array;
  readonly lineEnds: number;
  readonly line: RecordedLine | null;
  readonly codes: readonly number[];
}

/** The generation that is continued, as it is stored. */
type Base = Pick<Generation, "id" | "position" | "unfinished">;

const nothing: Counts = { minutes: [], endpoints: [], operations: [] };
const maxRows = 10_000;
const maxBytes = 64 << 20;
const liveFlushEveryMs = 1000;

class LogLedger implements Ledger {
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
  #gap = 0;
  /** Occurrences in finished lines behind the base's position. */
  #fresh = new Sums();
  /** Occurrences in the line that is not finished yet. */
  #open = new Sums();
  #queue: Promise<void> = Promise.resolve();
  #flushed: number;
  #closed = false;
  readonly #counted = {
    occurrences: 0,
    codes: new Map<number, number>(),
    lines: 0,
    bytes: 0,
    already: 0,
    lostBytes: 0,
    yielded: false,
  };

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#flushed = this.#now();
    if (options.identity === "none") this.#early = null;
  }

  pass(bytes: string | Uint8Array, lineEnds: number): void {
    this.#push({ bytes, lineEnds, line: null, codes: [] });
  }

  record(bytes: string, line: RecordedLine, codes: readonly number[]): void {
    this.#push({ bytes, lineEnds: bytes.endsWith("\n") ? 1 : 0, line, codes });
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

  #push(piece: Piece): void {
    if (piece.bytes.length === 0 || this.#counted.yielded) return;
    const wasShort = this.#trail.head.length < headBytes;
    this.#trail.see(piece.bytes);
    if (this.#early === null) this.#take(piece);
    else this.#early.push({ ...piece, bytes: sliceOf(piece.bytes) });
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
      this.#follow({ ...rest, bytes: before, lineEnds });
      this.#decideHere();
      rest = { ...rest, bytes: restOf(rest.bytes, length), lineEnds: rest.lineEnds - lineEnds };
    }
    this.#follow(rest);
    this.#decideHere();
  }

  #follow({ bytes, lineEnds, line, codes }: Piece): void {
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
    const minute = line.time === null ? 0 : Math.floor(line.time / 60_000) * 60;
    const distinct = this.#open.rows === 0 ? codes : codes.filter((code) => !this.#open.codes.has(code));
    const endpoint = line.endpoint === null ? null : decode(line.endpoint);
    const { number, operation, body } = line;
    sums.count({ minute, operation, endpoint, codes: distinct });
    if (this.#options.samples === false || distinct.length === 0) return;
    const text = decode(body);
    for (const code of distinct) sums.sample({ code, line: number, minute, operation, endpoint, text });
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
    if (holds) {
      this.#counted.already += occurrencesIn(this.#fresh.counts());
      this.#fresh = new Sums();
      this.#base = candidate;
      this.#contested = false;
    } else if (isSameSource(candidate.source, this.#options.source)) {
      this.#gap = Math.max(this.#gap, candidate.position - candidate.head.bytes);
    }
  }

  async #lookUp(): Promise<void> {
    if (this.#early === null) return;
    const { generations, newest } = await this.#options.store.generationsFor(this.#trail.head);
    this.#newest = newest;
    this.#await(generations.filter((generation) => mayBeSame(generation, this.#options.source)));
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
    const { store, run, source, identity } = this.#options;
    const base = this.#base;
    const from = base?.position ?? 0;
    const to = this.#trail.lineStart;
    const taken = base?.unfinished ?? nothing;
    const unfinished = closing ? this.#open.counts() : nothing;
    if (to === from && (!closing || isSameCounts(unfinished, taken))) return;
    const fresh = this.#fresh;
    this.#fresh = new Sums();
    const batch = {
      run,
      generation: base?.id ?? null,
      newest: this.#newest,
      source,
      from,
      to,
      head: identity === "content" ? markOf(this.#trail.head) : { bytes: 0, hash: this.#anonymous },
      window: this.#trail.window(),
      counts: fresh.counts(),
      unfinished,
      samples: [...fresh.samples(), ...(closing ? this.#open.samples() : [])],
      bytes: to - from,
      lines: fresh.lines,
      occurrences: occurrencesIn(fresh.counts()) + occurrencesIn(unfinished) - occurrencesIn(taken),
      lostBytes: base === null ? this.#gap : 0,
    };
    let id: number | null;
    try {
      id = await store.commit(batch);
    } catch (cause) {
      this.#putBack(fresh);
      throw cause;
    }
    if (id === null) return await this.#giveWay(fresh, batch, closing);
    this.#base = { id, position: to, unfinished };
    this.#sum(batch, taken);
  }

  readonly #anonymous = randomUUID();

  #sum(
    batch: { counts: Counts; unfinished: Counts; bytes: number; lines: number; occurrences: number; lostBytes: number },
    taken: Counts,
  ): void {
    const counted = this.#counted;
    counted.occurrences += batch.occurrences;
    counted.bytes += batch.bytes;
    counted.lines += batch.lines;
    counted.lostBytes += batch.lostBytes;
    counted.already += occurrencesIn(taken);
    for (const [counts, sign] of [
      [batch.counts, 1],
      [batch.unfinished, 1],
      [taken, -1],
    ] as const) {
      for (const { code, n } of counts.minutes) counted.codes.set(code, (counted.codes.get(code) ?? 0) + sign * n);
    }
  }

  /** Another process was faster: find out what of ours it has counted. */
  async #giveWay(fresh: Sums, batch: { to: number; window: { hash: string } }, closing: boolean): Promise<void> {
    if (this.#options.identity === "none") return this.#yield();
    const { generations } = await this.#options.store.generationsFor(this.#trail.head);
    const id = this.#base?.id;
    const rivals = generations.filter((rival) => (id === undefined ? rival.id > this.#newest : rival.id === id));
    const equal = rivals.find(({ position, window }) => position === batch.to && window.hash === batch.window.hash);
    if (equal !== undefined) {
      this.#counted.already += occurrencesIn(fresh.counts());
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

function isSameSource(a: SourceName, b: SourceName): boolean {
  return a.host === b.host && a.name === b.name;
}

function isSameCounts(a: Counts, b: Counts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function restOf(bytes: string | Uint8Array, start: number): string | Uint8Array {
  return typeof bytes === "string" ? bytes.slice(start) : bytes.subarray(start);
}
