import type { Checkpoint } from "../../src/ledger/checkpoint.ts";
import type { Counted } from "../../src/ledger/counted.ts";
import type { Ledger, LedgerOptions } from "../../src/ledger/ledger.ts";
import { openLedger, resumeLedger } from "../../src/ledger/open-ledger.ts";
import type { Store } from "../../src/store/store.ts";
import { everything } from "../store/everything.ts";

/** How a log is cut up on its way to the ledger. */
export interface Cuts {
  /** How many lines without codes are passed at once, again and again. */
  readonly group: number;
  /** There is a flush after this many pieces; 0: none. */
  readonly flushEvery: number;
}

/** The codes of a line, found in the simplest way. */
export function codesOf(line: string): number[] {
  return [...new Set(line.match(/\b10(?:054|061)\b/g)?.map(Number))];
}

/** Reads a whole log into a ledger of its own, as the pipeline would. */
export async function readLog(
  store: Store,
  name: string,
  content: string,
  { group, flushEvery }: Cuts = { group: 3, flushEvery: 0 },
  options: Partial<LedgerOptions> & {
    readonly ended?: boolean;
    /** The process is killed: nobody closes the ledger. */
    readonly left?: boolean;
  } = {},
): Promise<Counted> {
  const run = options.run ?? (await store.begin(1_795_000_000_000));
  const ledger = openLedger({ store, run, source: { host: "here", name }, identity: "content", ...options });
  await feed(ledger, content, { group, flushEvery });
  if (options.left !== true) await ledger.close({ ended: options.ended ?? true });
  return ledger.counted;
}

/** Reads a log on from where it was left. */
export async function resumeLog(store: Store, name: string, content: string, cuts: Cuts): Promise<Counted> {
  const run = await store.begin(1_795_000_000_000);
  const { ledger, start } = await resumeLedger(
    { store, run, source: { host: "here", name }, identity: "content" },
    { size: content.length, read: async (position, length) => content.slice(position, position + length) },
  );
  await feed(ledger, content, cuts, start);
  await ledger.close();
  return ledger.counted;
}

/** Gives a log to a ledger, from a line start on. */
export async function feed(
  ledger: Ledger,
  content: string,
  { group, flushEvery }: Cuts = { group: 3, flushEvery: 0 },
  { position, lines }: Pick<Checkpoint, "position" | "lines"> = { position: 0, lines: 0 },
): Promise<void> {
  let clean: string[] = [];
  let pieces = 0;
  const pass = async () => {
    if (clean.length > 0) ledger.pass(viewOf(clean.join("")), clean.filter((line) => line.endsWith("\n")).length);
    clean = [];
    if (flushEvery > 0 && ++pieces % flushEvery === 0) await ledger.flush();
  };
  for (const [index, bytes] of (content.slice(position).match(/[^\n]*\n|[^\n]+$/g) ?? []).entries()) {
    const found = codesOf(bytes);
    if (found.length === 0 && clean.push(bytes) < group) continue;
    await pass();
    if (found.length > 0)
      ledger.record(
        bytes,
        {
          number: lines + index + 1,
          time: timeOf(bytes),
          operation: "connect",
          endpoint: "db:1433",
          body: bytes.trimEnd(),
        },
        found,
      );
  }
  await pass();
}

/** Every other piece comes as a view of memory that is written over afterwards. */
function viewOf(bytes: string): string | Uint8Array {
  isView = !isView;
  if (!isView) return bytes;
  memory.fill(0x23);
  memory.write(bytes, "latin1");
  return memory.subarray(0, bytes.length);
}

const memory = Buffer.alloc(1 << 16);
let isView = false;

/** What is stored, by code. */
export async function storedCounts(store: Store): Promise<Record<number, number>> {
  return Object.fromEntries((await store.codeTotals(everything)).map(({ code, n }) => [code, n]));
}

function timeOf(line: string): number | null {
  const id = /id=(\d+)/.exec(line)?.[1];
  return id === undefined ? null : 1_795_000_000_000 + Number(id) * 1000;
}
