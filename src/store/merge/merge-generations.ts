import type { ExportedContent, ExportedGeneration } from "../exported.ts";
import type { Questions } from "../questions.ts";
import type { Merged } from "../store.ts";
import { adjustSuccessors, countedIn, holdLarger } from "./hold-larger.ts";
import type { MergeTarget } from "./merge-target.ts";

/** Merges another store, one generation after the other; `write` runs work in a transaction. */
export async function mergeGenerations(
  from: Questions,
  write: <Result>(work: (target: MergeTarget) => Result) => Promise<Result>,
): Promise<Merged> {
  const merging: Merging = { names: new Map(), taken: new Map(), run: null };
  const generations = await from.exportGenerations();
  await write((target) => nameCertain(target, generations, merging));
  let occurrences = 0;
  for (const generation of generations) {
    const content = await from.exportContent(generation.id);
    const merged = await write((target) => mergeOne(target, generation, content, merging));
    name(merging, generation, merged.id);
    merging.run = merged.run;
    occurrences += merged.occurrences;
  }
  const acks = await from.acks();
  await write((target) => target.addAcks(acks));
  return { generations: generations.length, occurrences };
}

/** What the transactions of one merge share. */
interface Merging {
  /** The ids here of the other store's generations. */
  readonly names: Map<number, number>;
  /** The way back: a generation here is one of the other store's, unless several of them have the same origin. */
  readonly taken: Map<number, number>;
  /** The run that the changes belong to; null until there is one. */
  run: number | null;
}

type Naming = Pick<Merging, "names" | "taken">;

function mergeOne(
  target: MergeTarget,
  generation: ExportedGeneration,
  { held, samples }: ExportedContent,
  merging: Merging,
): { readonly id: number; readonly occurrences: number; readonly run: number | null } {
  const same = findHere(target, generation, merging);
  const run = merging.run ?? target.beginRun();
  const before = same.map((id) => target.read(id));
  const id = same[0] ?? target.insert(generation, replacedBy(generation, merging) ?? null, run);
  let occurrences = 0;
  for (const other of same.slice(1)) occurrences += foldInto(target, id, other, merging, run);
  const isFurther = same.length === 0 || updateIfFurther(target, id, generation, run);
  for (const uid of generation.uids) target.addUid(id, uid);
  occurrences += holdLarger(target, id, held);
  target.addSamples(id, samples);
  if (merging.run === null && !isFurther && occurrences === 0 && same.length === 1) {
    target.removeRun(run);
    return { id, occurrences, run: null };
  }
  const after = target.read(id);
  target.addToRun(run, {
    bytes: before.reduce((sum, { checkpoint }) => sum - checkpoint.position, after.checkpoint.position),
    lines: before.reduce((sum, { checkpoint }) => sum - checkpoint.lines, after.checkpoint.lines),
    occurrences,
  });
  return { id, occurrences, run };
}

/**
 * The same generation in this store, oldest first. There can be several: logs that were merged while one of them was
 * shorter than a head, and turn out to be one now that it has grown. A head that has not grown proves nothing new.
 */
function findHere(target: MergeTarget, generation: ExportedGeneration, merging: Naming): number[] {
  const known = findByUids(target, generation.uids);
  const [first] = known;
  if (first !== undefined && generation.head.bytes <= target.read(first).head.bytes) return known;
  const alike = findAlike(target, generation, merging, false);
  return alike === undefined ? known : ascending([...known, alike]);
}

/** Makes one generation of two; returns how many more occurrences are counted. */
function foldInto(target: MergeTarget, id: number, other: number, { names, taken }: Naming, run: number): number {
  const held = target.heldBy(other);
  updateIfFurther(target, id, target.read(other), run);
  target.fold(other, id);
  for (const [foreign, here] of names) if (here === other) names.set(foreign, id);
  taken.delete(other);
  return holdLarger(target, id, held) + adjustSuccessors(target, id) - countedIn(held);
}

/** Names certain matches before anything else, so that they are not taken for generations that are only alike. */
function nameCertain(target: MergeTarget, generations: readonly ExportedGeneration[], merging: Naming): void {
  for (const generation of generations) {
    const [known] = findByUids(target, generation.uids);
    const certain = known ?? findAlike(target, generation, merging, true);
    if (certain !== undefined) name(merging, generation, certain);
  }
}

function name({ names, taken }: Naming, { id }: ExportedGeneration, here: number): void {
  names.set(id, here);
  taken.set(here, id);
}

/** Generations of this store that came from the same counting, oldest first. */
function findByUids(target: MergeTarget, uids: readonly string[]): number[] {
  return ascending(uids.flatMap((uid) => target.findByUid(uid) ?? []));
}

/**
 * The generation of this store that was counted from a log of the same source and with the same head, unless the bytes
 * before the same position differ; it is certain when they are the same. A log that was cut agrees with what it was
 * before, so both must replace the same generation.
 */
function findAlike(
  target: MergeTarget,
  generation: ExportedGeneration,
  merging: Naming,
  isCertain: boolean,
): number | undefined {
  const replaced = replacedBy(generation, merging);
  if (replaced === undefined) return undefined;
  const alike = target.findSameHead(generation, replaced);
  const [there, elsewhere] = [true, false].map((isThere) =>
    ascending(
      alike
        .filter(({ checkpoint }) => (checkpoint.position === generation.checkpoint.position) === isThere)
        .map(({ id }) => id),
    ),
  ) as [number[], number[]];
  const hashes = new Map(alike.map(({ id, tail }) => [id, tail.hash]));
  const same = there.filter((id) => hashes.get(id) === generation.tail.hash);
  const fitting = isCertain ? same : [...same, ...elsewhere];
  return fitting.find((here) => (merging.taken.get(here) ?? generation.id) === generation.id);
}

/** The id here of the generation that one replaces; null when it replaces none, undefined when that has no id yet. */
function replacedBy({ replaces }: ExportedGeneration, { names }: Naming): number | null | undefined {
  return replaces === null ? null : names.get(replaces);
}

/** Takes over how far a generation was read, if that is further; an unfinished line, and its counts, only ever grow. */
function updateIfFurther(
  target: MergeTarget,
  id: number,
  generation: Parameters<MergeTarget["update"]>[1],
  run: number,
): boolean {
  const own = target.read(id);
  const steps = [
    generation.checkpoint.position - own.checkpoint.position,
    generation.head.bytes - own.head.bytes,
    JSON.stringify(generation.unfinished).length - JSON.stringify(own.unfinished).length,
  ];
  const isFurther = (steps.find((step) => step !== 0) ?? 0) > 0;
  if (isFurther) target.update(id, generation, run);
  return isFurther;
}

function ascending(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}
