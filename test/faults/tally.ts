import { appendFileSync } from "node:fs";
import { afterAll, expect } from "vitest";

/** What came of the faults of a kind; all but `injected` must be zero. */
export interface Tally {
  readonly fault: string;
  injected: number;
  /** Occurrences. */
  lost: number;
  doubled: number;
  /** Stores, outputs and logs that were not whole afterwards, and ends with a stack in place of a sentence. */
  corrupted: number;
  /** Programs that did not end in time. */
  hung: number;
}

/** Whether every point of every fault is tried; otherwise a few of each. */
export const isFull = process.env["WSA_FAULTS"] === "full";

const tallies: Tally[] = [];

// In the file that imports this, behind its last test.
afterAll(printTable);

/** Begins the count of a kind of fault. */
export function tallyOf(fault: string): Tally {
  const tally = { fault, injected: 0, lost: 0, doubled: 0, corrupted: 0, hung: 0 };
  tallies.push(tally);
  return tally;
}

/** Fails unless the fault was injected and did no harm. */
export function expectNoHarm(tally: Tally): void {
  expect(tally.injected).toBeGreaterThan(0);
  expect(tally).toMatchObject({ lost: 0, doubled: 0, corrupted: 0, hung: 0 });
}

/** Adds a count of occurrences that should be another. */
export function compare(tally: Tally, counted: number, right: number): void {
  tally.lost += Math.max(0, right - counted);
  tally.doubled += Math.max(0, counted - right);
}

/** So many of 1 to `last`, one at random of each equal stretch; all of them in a full run. */
export function pointsOf(last: number, atLeast: number): number[] {
  const few = Math.max(atLeast, Number(process.env["WSA_FAULTS_POINTS"] ?? 0));
  if (isFull || last <= few) return Array.from({ length: last }, (_, at) => at + 1);
  return Array.from({ length: few }, (_, at) => Math.min(last, 1 + Math.floor(((at + random()) * last) / few)));
}

/**
 * Printed with the table: the same seed takes the same points. A bounded run always takes the same ones, so that what
 * fails in it has changed; a full one takes others each time.
 */
export const seed: number = Number(process.env["WSA_SEED"] ?? (isFull ? Date.now() % 2 ** 30 : 1));
let state = seed;

/** 0 to 1, the same for the same `WSA_SEED`. */
export function random(): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return state / 2 ** 32;
}

function printTable(): void {
  if (tallies.length === 0) return;
  const file = process.env["WSA_FAULTS_TABLE"];
  const rows = tallies.map(({ fault, ...figures }) => [fault, ...Object.values(figures)].join("\t"));
  if (file !== undefined) appendFileSync(file, rows.map((row) => `${row}\n`).join(""));
  else console.log([`fault, injected, lost, doubled, corrupted, hung (WSA_SEED=${seed})`, ...rows].join("\n"));
}
