import type { Counts } from "../../ledger/counts.ts";
import { keyOfPlace, toCountRows } from "../count-rows.ts";
import type { HeldRow } from "../exported.ts";
import type { MergeTarget } from "./merge-target.ts";

/**
 * Raises what a generation holds to these rows where they are larger. Occurrences that the generation it replaces holds
 * too stay counted there, and the generations that replace this one are adjusted. Returns how many more occurrences are
 * counted in all of them.
 */
export async function holdLarger(target: MergeTarget, id: number, rows: readonly HeldRow[]): Promise<number> {
  const { replaces, unfinished } = await target.read(id);
  const before = byKey(await target.heldBy(id));
  const there = byKey(replaces === null ? [] : await target.heldBy(replaces));
  const open = openRows(unfinished);
  const larger = [...byKey(rows)].filter(([key, row]) => row.n > (before.get(key)?.n ?? 0));
  const changed: HeldRow[] = [];
  let more = 0;
  for (const [key, row] of new Map([...before, ...larger])) {
    // What an unfinished line has added is taken back from this generation, so it must be counted here.
    const again = Math.min(Math.max(0, row.n - (open.get(key) ?? 0)), there.get(key)?.n ?? 0);
    const old = before.get(key);
    if (old?.n === row.n && old.again === again) continue;
    changed.push({ ...row, again });
    if (row.kind === "counts") more += row.n - again - ((old?.n ?? 0) - (old?.again ?? 0));
  }
  if (changed.length === 0) return more;
  await target.hold(id, changed);
  return more + (await adjustSuccessors(target, id));
}

/** Adjusts the generations that replace one after it has changed; returns the same as `holdLarger`. */
export async function adjustSuccessors(target: MergeTarget, id: number): Promise<number> {
  let more = 0;
  for (const next of await target.successorsOf(id)) more += await holdLarger(target, next, []);
  return more;
}

/** Occurrences that are counted in a generation itself. */
export function countedIn(held: readonly HeldRow[]): number {
  return held.reduce((sum, { kind, n, again }) => (kind === "counts" ? sum + n - again : sum), 0);
}

function byKey(rows: readonly HeldRow[]): Map<string, HeldRow> {
  return new Map(rows.map((row) => [keyOfPlace(row), row]));
}

/** What an unfinished line has added, by key. */
function openRows(unfinished: Counts): Map<string, number> {
  return new Map(toCountRows(unfinished).map((row) => [keyOfPlace(row), row.n]));
}
