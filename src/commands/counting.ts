import type { Catalogue, Entry } from "../catalogue/index.ts";
import { WsaError } from "../error.ts";
import type { Source } from "../sources/index.ts";
import { type Counted, type Ledger, openLedger, type Tally } from "../store/ledger.ts";
import { openStore, type Store } from "../store/open.ts";
import type { CodeRow } from "../store/sqlite.ts";
import { version } from "../version.ts";
import { formatError } from "./errors.ts";
import { type Io, raise, write } from "./io.ts";
import { storePathOf } from "./reading.ts";

const FLUSH_EVERY_MS = 1000;

/** Counts what one command reads: a log at a time, committed every second and at the end. */
export interface Counting {
  /** Begins a log. */
  begin(source: Source): Tally;
  /** Ends it; `ended` is false when reading was broken off. Never rejects: what fails is told and raises the exit code. */
  end(ended: boolean): Promise<void>;
  /** Ends the run and returns what was counted over all logs. */
  close(): Promise<Totals>;
}

/** Figures for the closing message. */
export interface Totals {
  /** Where it was counted; null when it was not. */
  readonly store: string | null;
  readonly occurrences: number;
  readonly codes: number;
  /** Occurrences that an earlier run had counted. */
  readonly already: number;
}

/**
 * Opens the store and begins a run. A store that cannot be used does not stop the log from going by: the failure is
 * told, the exit code raised, and nothing is counted.
 */
export async function openCounting(
  io: Io,
  option: string | false | undefined,
  catalogue: Catalogue,
): Promise<Counting> {
  if (option === false) return countNothing();
  const path = storePathOf(io, option);
  try {
    const store = await openStore(path, { codes: catalogue.entries.map(toCodeRow), version });
    return countInto(io, path, store, await store.begin(io.now()));
  } catch (error) {
    if (!(error instanceof WsaError)) throw error;
    raise(io, 2);
    await write(io.stderr, formatError(error, false));
    return countNothing();
  }
}

function countInto(io: Io, path: string, store: Store, run: number): Counting {
  let ledger: Ledger | null = null;
  let subject = "";
  let timer: NodeJS.Timeout | undefined;
  let told = false;
  const done: Counted[] = [];

  async function attempt(work: () => Promise<void>, last: boolean): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      // What could not be written stays in memory and is tried again; only the end of the log is the end of hope.
      if (last) raise(io, 2);
      if (!told || last) await write(io.stderr, formatError(error, false));
      told = true;
    }
  }

  return {
    begin(source) {
      const { name, identity, live } = source;
      subject = source.subject;
      told = false;
      const current = openLedger({ store, run, source: name, identity, live, now: io.now });
      ledger = current;
      timer = setInterval(() => attempt(() => current.flush(), false), FLUSH_EVERY_MS);
      if (!live) return current;
      return {
        pass: (bytes, lineEnds) => current.pass(bytes, lineEnds),
        record: (bytes, line, codes) => current.record(bytes, { ...line, time: line.time ?? io.now() }, codes),
      };
    },
    async end(ended) {
      clearInterval(timer);
      const current = ledger;
      if (!current) return;
      ledger = null;
      await attempt(() => current.close({ ended }), true);
      done.push(current.counted);
      await tellLosses(io, subject, current.counted);
    },
    async close() {
      await attempt(() => store.finish(run, io.now()), true);
      await store.close();
      const codes = new Set(done.flatMap((counted) => [...counted.codes.keys()]));
      const sum = (figure: "occurrences" | "already") => done.reduce((total, counted) => total + counted[figure], 0);
      return { store: path, occurrences: sum("occurrences"), codes: codes.size, already: sum("already") };
    },
  };
}

async function tellLosses(io: Io, subject: string, { lostBytes, yielded }: Counted): Promise<void> {
  if (lostBytes > 0) {
    await write(
      io.stderr,
      `wsa-annotate: ${subject}: was cut or rewritten since it was last read; ${lostBytes} bytes that were counted are gone\n`,
    );
  }
  if (yielded) {
    await write(
      io.stderr,
      `wsa-annotate: ${subject}: another process counts this log; what it leaves, the next run counts\n`,
    );
  }
}

/** Remembers only what the closing message needs. */
function countNothing(): Counting {
  const codes = new Set<number>();
  let occurrences = 0;
  return {
    begin: () => ({
      pass() {},
      record(_bytes, _line, named) {
        occurrences += named.length;
        for (const code of named) codes.add(code);
      },
    }),
    async end() {},
    close: async () => ({ store: null, occurrences, codes: codes.size, already: 0 }),
  };
}

function toCodeRow({ code, name, category, retryable, title }: Entry): CodeRow {
  return { code, name, category, retryable, title_en: title.en, title_zh: title.zh };
}
