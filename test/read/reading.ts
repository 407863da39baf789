import { Readable } from "node:stream";
import type { RecordedLine } from "../../src/ledger/tally.ts";
import type { Source } from "../../src/log/source.ts";
import { readLog } from "../../src/read/read-log.ts";
import { keepingSink, stagesWith } from "./stages.ts";

/** What the tally gets: a row for each count, so that rows of different readings can be compared. */
export interface Reading {
  readonly rows: string[];
  readonly json: Record<string, unknown>[];
  /** Code, time, operation and endpoint of each occurrence, with what later lines added. */
  readonly failures: string[];
  readonly state: unknown;
  /** How far the log is read for good: a record that may go on is read again. */
  readonly done: { readonly position: number; readonly lines: number; readonly rows: number };
}

/** Reads a log, or what of it comes behind a position, in pieces. */
export async function read(
  log: string,
  {
    cuts = [],
    from = null,
    posixNames = false,
  }: {
    cuts?: readonly number[];
    from?: { position: number; lines: number; state: unknown } | null;
    posixNames?: boolean;
  } = {},
): Promise<Reading> {
  const rows: string[] = [];
  const failures: Failure[] = [];
  const done = { position: from?.position ?? 0, lines: from?.lines ?? 0, rows: 0 };
  let stays = false;
  let state = (): unknown => null;
  function passed(bytes: string | Uint8Array, lines: number): void {
    if (!stays) Object.assign(done, { position: done.position + bytes.length, lines: done.lines + lines });
    if (!stays) done.rows = rows.length;
  }
  const stages = stagesWith(
    {
      pass: passed,
      record(bytes, line, codes) {
        rows.push(...rowsOf(line, codes));
        addFailures(failures, line, codes);
        passed(bytes, bytes.endsWith("\n") ? 1 : 0);
      },
      stay() {
        stays = true;
      },
      follow: (states) => {
        state = states;
      },
    },
    "json",
    { posixNames },
  );
  const start = from?.position ?? 0;
  const borders = [...new Set([...cuts.map((cut) => start + (cut % Math.max(1, log.length - start))), log.length])];
  borders.sort((a, b) => a - b);
  const source: Source = {
    name: { host: "here", name: "a.log" },
    subject: "a.log",
    identity: "content",
    live: false,
    isPlain: () => true,
    seek: () => ({ size: log.length, read: async (at, length) => log.slice(at, at + length) }),
    open: async () => {
      const pieces = borders.map((to, n) => log.slice(borders[n - 1] ?? start, to)).filter((piece) => piece !== "");
      return Readable.from(pieces.map((piece) => Buffer.from(piece, "latin1")));
    },
  };
  const sink = keepingSink();
  const checkpoint = from && { ...from, time: null, occurrences: 0, reading: "" };
  await readLog(source, stages, sink, new AbortController().signal, checkpoint);
  const json = sink
    .text()
    .split("\n")
    .filter(Boolean)
    .map((one) => JSON.parse(one));
  return { rows, json, failures: failures.map(textOfFailure), state: JSON.parse(JSON.stringify(state())), done };
}

interface Failure extends Pick<RecordedLine, "time"> {
  readonly code: number;
  readonly endpoint: string | null;
  readonly operation: string | null;
}

function addFailures(failures: Failure[], line: RecordedLine, codes: readonly number[]): void {
  const { time, endpoint, operation, completes } = line;
  const complete = (code: number, said: Partial<Failure>) =>
    Object.assign(failures.findLast((one) => one.code === code) ?? {}, said);
  for (const code of completes?.endpoint ?? []) complete(code, { endpoint });
  for (const code of completes?.operation ?? []) complete(code, { operation });
  failures.push(...codes.map((code) => ({ code, time, endpoint, operation })));
}

function textOfFailure({ code, time, operation, endpoint }: Failure): string {
  return `${code} ${time === null ? null : new Date(time).toISOString()} ${operation} ${endpoint}`;
}

function rowsOf({ time, endpoint, operation, completes }: RecordedLine, codes: readonly number[]): string[] {
  return [
    ...codes.flatMap((code) => [`count ${code} ${time}`, `to ${code} ${endpoint}`, `in ${code} ${operation}`]),
    ...(completes?.endpoint ?? []).map((code) => `to ${code} ${endpoint}`),
    ...(completes?.operation ?? []).map((code) => `in ${code} ${operation}`),
  ];
}
