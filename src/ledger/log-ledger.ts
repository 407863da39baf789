import type { MessageMark } from "../log/message.ts";
import type { Batch } from "./batch.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { elsewhere } from "./copied.ts";
import type { Counted } from "./counted.ts";
import type { Counts } from "./counts.ts";
import { Figures } from "./figures.ts";
import { headBytes } from "./fingerprint.ts";
import { longestFirst } from "./generation.ts";
import type { Ledger, LedgerOptions } from "./ledger.ts";
import type { LogKey } from "./log-key.ts";
import { type Decision, type Lookup, lookUp, withoutOthers } from "./lookup.ts";
import { occurrencesIn, type Sums } from "./sums.ts";
import type { RecordedLine } from "./tally.ts";
import type { Counter, Tracker } from "./tracker.ts";
import { Uncommitted } from "./uncommitted.ts";

const none: readonly number[] = [];
const lineFeed = 10;
const nothing: Counts = { minutes: [], endpoints: [], operations: [] };
const maxRows = 10_000;
const maxBytes = 64 << 20;
const liveFlushEveryMs = 1000;
const lineBytes = 1 << 16;

/** The ledger behind `openLedger` and its siblings: counts what its tracker hands on, and commits it. */
export class LogLedger implements Ledger {
  readonly #options: LedgerOptions;
  readonly #now: () => number;
  readonly #tracker: Tracker;
  /** What was looked up before the log was opened. */
  readonly #looked: Lookup | null;
  readonly #uncommitted: Uncommitted;
  /** Occurrences before the base's position. */
  #before = 0;
  #state: (() => unknown) | null = null;
  #queue: Promise<void> = Promise.resolve();
  #flushed: number;
  #closed = false;
  /** Whether the rest is left to another process. */
  #isYielded = false;
  /** Up to where that one had counted when it was looked up last, with lines behind that. */
  #leftAt: number | null = null;
  readonly #counted = new Figures();

  constructor(options: LedgerOptions, createTracker: (counter: Counter) => Tracker, looked: Lookup | null = null) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#flushed = this.#now();
    this.#looked = looked;
    const uncommitted = new Uncommitted(options.samples !== false, (occurrences) => {
      this.#counted.already += occurrences;
      this.#before += occurrences;
    });
    this.#uncommitted = uncommitted;
    this.#tracker = createTracker(uncommitted);
    const checkpoint = this.#tracker.base?.checkpoint;
    uncommitted.time = checkpoint?.time ?? null;
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

  stay(): void {
    this.#tracker.stay();
  }

  reached(offset: number, time?: number, mark?: MessageMark, size?: number): void {
    if (!this.#isYielded) this.#tracker.reached(offset, time, mark, size);
  }

  isCounted(offset: number, time: number): boolean {
    return this.#tracker.messages?.has(offset, time) === true;
  }

  get due(): boolean {
    const { state, bytes } = this.#tracker;
    if (this.#isYielded || state === "comparing") return false;
    const isLate = this.#options.live === true && this.#now() - this.#flushed >= liveFlushEveryMs;
    if (state === "beginning") return this.#tracker.canBegin(isLate);
    return this.#uncommitted.fresh.rows >= maxRows || bytes >= maxBytes || (isLate && bytes > 0);
  }

  get generation(): number | null {
    return this.#tracker.base?.id ?? null;
  }

  get counted(): Counted {
    return this.#counted;
  }

  flush(): Promise<void> {
    return this.#enqueue(() => this.#settle(false, false));
  }

  close({ ended = true }: { readonly ended?: boolean } = {}): Promise<void> {
    return this.#enqueue(async () => {
      if (!this.#closed) await this.#settle(true, ended);
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

  #take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): void {
    if (bytes.length === 0 || this.#isYielded) return;
    // At once, so that no more than this chunk waits; when it fails, the next flush tries again and reports.
    if (this.#tracker.take(bytes, lineEnds, line, codes)) this.#enqueue(() => this.#lookUp()).catch(() => undefined);
  }

  async #lookUp(): Promise<void> {
    const tracker = this.#tracker;
    if (tracker.state !== "beginning") return;
    const looked = this.#looked?.head === tracker.key ? this.#looked : await this.#lookAtLog();
    tracker.begin(looked ?? (await this.#ask()));
  }

  /** Looks the log itself up, if it can be read anywhere and is still the one that was taken. */
  async #lookAtLog(): Promise<Lookup | null> {
    const { log = null } = this.#options;
    const { key } = this.#tracker;
    if (log === null || typeof key !== "string") return null;
    const looked = await lookUp(log, this.#options);
    return looked.head.startsWith(key) && (await this.#tracker.isIn(log)) ? looked : null;
  }

  /** Asks for a log by its first bytes alone. */
  async #ask(): Promise<Decision> {
    const { store, source } = this.#options;
    const { key } = this.#tracker;
    const beginning = await store.generationsFor(key, source);
    const previous = typeof key === "string" ? await withoutOthers(beginning, key, this.#options) : null;
    const generations = longestFirst(beginning.generations, source);
    return { newest: beginning.newest, generations, previous, size: null, copied: null };
  }

  async #settle(closing: boolean, ended: boolean): Promise<void> {
    if (this.#isYielded) return closing ? undefined : await this.#watch();
    this.#flushed = this.#now();
    const tracker = this.#tracker;
    if (tracker.state === "beginning") {
      if (!tracker.canBegin(this.#options.live === true || (closing && ended))) return;
      await this.#lookUp();
    }
    if (tracker.state === "comparing" && closing && ended) tracker.end(await this.#isPart());
    if (tracker.state === "whole") this.#uncommitted.passOver(false);
    if (tracker.state === "comparing" || tracker.state === "whole") return;
    if (tracker.state === "lost") this.#yield();
    if (!this.#isYielded) await this.#commit(closing);
  }

  /** Whether an archive is a part of a log that reaches beyond its end, met for the first time: only another file shows that. */
  async #isPart(): Promise<boolean> {
    const log = (await this.#options.unpacked?.()) ?? null;
    const looked = log === null ? null : await lookUp(log, this.#options);
    return typeof looked?.copied === "number" && looked.generations[0]?.id === elsewhere;
  }

  async #commit(closing: boolean): Promise<void> {
    const { store, run, source } = this.#options;
    const tracker = this.#tracker;
    const from = tracker.base?.checkpoint.position ?? 0;
    const taken = tracker.base?.unfinished ?? nothing;
    const hasUnfinished = closing && tracker.mayBeUnfinished;
    const unfinished = hasUnfinished ? this.#uncommitted.open.counts() : nothing;
    const isSame = tracker.position === from && tracker.cursor === tracker.base?.checkpoint.cursor;
    if (isSame && (!closing || JSON.stringify(unfinished) === JSON.stringify(taken))) return;
    const fresh = this.#uncommitted.take();
    const counts = fresh.counts();
    const batch: Batch = {
      run,
      generation: tracker.base?.id ?? null,
      source,
      from,
      checkpoint: this.#checkpoint(fresh, unfinished),
      ...tracker.identify(),
      counts,
      unfinished,
      samples: [...fresh.samples(), ...(hasUnfinished ? this.#uncommitted.open.samples() : [])],
      bytes: tracker.bytes,
      lines: fresh.lines,
      ...(tracker.setAside !== undefined && { setAside: tracker.setAside }),
      ...(tracker.lostMessages !== undefined && { lostMessages: tracker.lostMessages }),
      ...(tracker.behind !== undefined && { lag: { messages: tracker.behind, at: Math.floor(this.#now() / 1000) } }),
    };
    const committed = await store.commit(batch).catch((cause) => {
      this.#uncommitted.putBack(fresh);
      throw cause;
    });
    if (committed === null) return await this.#giveWay(fresh, batch, closing);
    tracker.committed(committed.generation, batch);
    this.#options.committed?.(batch.checkpoint.position);
    this.#before = batch.checkpoint.occurrences;
    this.#counted.add(batch, committed);
  }

  #checkpoint(fresh: Sums, unfinished: Counts): Checkpoint {
    const { identity, reading = "", time, file } = this.#options;
    const { position, base, first, rest, messages, cursor } = this.#tracker;
    const state = identity === "none" || reading === "" ? null : (this.#state?.() ?? null);
    return {
      position,
      lines: (base?.checkpoint.lines ?? 0) + fresh.lines,
      time: time?.() ?? this.#uncommitted.time,
      occurrences: this.#before + occurrencesIn(fresh.counts().minutes),
      ...(first !== undefined && { first }),
      ...(messages !== undefined && { messages: messages.list() }),
      ...(cursor !== undefined && { cursor }),
      ...(rest !== undefined && unfinished.minutes.length > 0 && { rest }),
      ...(typeof file === "string" && { file }),
      reading: state === null ? "" : reading,
      state,
    };
  }

  /** Another process was faster: finds out what it has counted of the batch and of what came since. */
  async #giveWay(fresh: Sums, batch: Batch, closing: boolean): Promise<void> {
    const { store, source } = this.#options;
    const tracker = this.#tracker;
    if (await this.#isNew()) {
      this.#uncommitted.putBack(fresh);
      return await this.#commit(closing);
    }
    if (tracker.giveWay(await store.generationsFor(await this.#keyNow(), source), batch)) {
      this.#uncommitted.passOver(false, fresh);
      this.#options.committed?.(batch.checkpoint.position);
      return await this.#commit(closing);
    }
    this.#uncommitted.putBack(fresh);
    if (tracker.state === "lost" || closing) this.#yield();
  }

  /** Whether what was begun since the lookup is another log, which begins alike or has had the name before. */
  async #isNew(): Promise<boolean> {
    const tracker = this.#tracker;
    const looked = tracker.base === null ? await this.#lookAtLog() : null;
    if (looked === null || looked.generations.length > 0) return false;
    tracker.begin(looked);
    return true;
  }

  /** The key of the log as it is by now: another process may have read more of a short one. */
  async #keyNow(): Promise<LogKey> {
    const { key } = this.#tracker;
    if (typeof key !== "string") return key;
    const head = (await this.#options.log?.read(0, headBytes)) ?? "";
    return head.startsWith(key) ? head : key;
  }

  /** Finds out whether the other process still counts what was left to it. */
  async #watch(): Promise<void> {
    const { log = null, abandoned } = this.#options;
    if (log === null || abandoned === undefined || !this.#counted.yielded) return;
    const position = (await lookUp(log, this.#options)).base?.checkpoint.position ?? 0;
    const hasLines = (await log.read(position, lineBytes)).includes("\n");
    if (hasLines && position === this.#leftAt) {
      this.#counted.yielded = false;
      abandoned();
    }
    this.#leftAt = hasLines ? position : null;
  }

  #yield(): void {
    this.#tracker.end(false);
    this.#uncommitted.drop();
    this.#isYielded = this.#counted.yielded = true;
    this.#options.committed?.(null);
  }
}
