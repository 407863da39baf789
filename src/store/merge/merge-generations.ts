import type { Generation } from "../../ledger/generation.ts";
import { joinRuns, type MessageRun, messagesIn } from "../../ledger/message-runs.ts";
import type { ExportedContent, ExportedGeneration } from "../exported.ts";
import type { Questions } from "../questions.ts";
import type { Merged } from "../store.ts";
import { adjustSuccessors, countedIn, holdLarger } from "./hold-larger.ts";
import type { MergeTarget } from "./merge-target.ts";

/** Merges another store, one generation after the other; `write` runs work in a transaction. */
export async function mergeGenerations(
  from: Questions,
  write: <Result>(work: (target: MergeTarget) => Promise<Result>) => Promise<Result>,
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
  const [codes, acks] = [await from.codeNames(), await from.acks()];
  await write(async (target) => {
    await target.addCodes(codes);
    await target.addAcks(acks);
  });
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

async function mergeOne(
  target: MergeTarget,
  generation: ExportedGeneration,
  { held, samples }: ExportedContent,
  merging: Merging,
): Promise<{ readonly id: number; readonly occurrences: number; readonly run: number | null }> {
  const same = await findHere(target, generation, merging);
  const run = merging.run ?? (await target.beginRun());
  const before = await Promise.all(same.map((id) => target.read(id)));
  const id = same[0] ?? (await target.insert(generation, replacedBy(generation, merging) ?? null, run));
  let occurrences = 0;
  for (const other of same.slice(1)) occurrences += await foldInto(target, id, other, merging, run);
  const isFurther = same.length === 0 || (await updateIfFurther(target, id, generation, run));
  for (const uid of generation.uids) await target.addUid(id, uid);
  occurrences += await holdLarger(target, id, held);
  await target.addSamples(id, samples);
  if (merging.run === null && !isFurther && occurrences === 0 && same.length === 1) {
    await target.removeRun(run);
    return { id, occurrences, run: null };
  }
  const after = await target.read(id);
  await target.addToRun(run, {
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
async function findHere(target: MergeTarget, generation: ExportedGeneration, merging: Naming): Promise<number[]> {
  const known = await findByUids(target, generation.uids);
  const [first] = known;
  if (first !== undefined && generation.head.bytes <= (await target.read(first)).head.bytes) return known;
  const alike = await findAlike(target, generation, merging, false);
  return alike === undefined ? known : ascending([...known, alike]);
}

/** Makes one generation of two; returns how many more occurrences are counted. */
async function foldInto(
  target: MergeTarget,
  id: number,
  other: number,
  { names, taken }: Naming,
  run: number,
): Promise<number> {
  const held = await target.heldBy(other);
  await updateIfFurther(target, id, await target.read(other), run);
  await target.fold(other, id);
  for (const [foreign, here] of names) if (here === other) names.set(foreign, id);
  taken.delete(other);
  return (await holdLarger(target, id, held)) + (await adjustSuccessors(target, id)) - countedIn(held);
}

/** Names certain matches before anything else, so that they are not taken for generations that are only alike. */
async function nameCertain(
  target: MergeTarget,
  generations: readonly ExportedGeneration[],
  merging: Naming,
): Promise<void> {
  for (const generation of generations) {
    const [known] = await findByUids(target, generation.uids);
    const certain = known ?? (await findAlike(target, generation, merging, true));
    if (certain !== undefined) name(merging, generation, certain);
  }
}

function name({ names, taken }: Naming, { id }: ExportedGeneration, here: number): void {
  names.set(id, here);
  taken.set(here, id);
}

/** Generations of this store that came from the same counting, oldest first. */
async function findByUids(target: MergeTarget, uids: readonly string[]): Promise<number[]> {
  const found = await Promise.all(uids.map((uid) => target.findByUid(uid)));
  return ascending(found.flatMap((id) => id ?? []));
}

/**
 * The generation of this store that was counted from a log of the same source and with the same head, unless the bytes
 * before the same position differ; it is certain when they are the same. A log that was cut agrees with what it was
 * before, so both must replace the same generation.
 */
async function findAlike(
  target: MergeTarget,
  generation: ExportedGeneration,
  merging: Naming,
  isCertain: boolean,
): Promise<number | undefined> {
  const replaced = replacedBy(generation, merging);
  if (replaced === undefined) return undefined;
  const alike = await target.findSameHead(generation, replaced);
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
async function updateIfFurther(
  target: MergeTarget,
  id: number,
  generation: Parameters<MergeTarget["update"]>[1],
  run: number,
): Promise<boolean> {
  const own = await target.read(id);
  const { messages } = generation.checkpoint;
  if (messages !== undefined) return await updateMessages(target, own, generation, messages, run);
  const steps = [
    generation.checkpoint.position - own.checkpoint.position,
    generation.head.bytes - own.head.bytes,
    JSON.stringify(generation.unfinished).length - JSON.stringify(own.unfinished).length,
  ];
  const isFurther = (steps.find((step) => step !== 0) ?? 0) > 0;
  if (isFurther) await target.update(id, generation, run);
  return isFurther;
}

/** Takes over which messages are counted, where each counts by itself. */
async function updateMessages(
  target: MergeTarget,
  own: Generation,
  generation: Generation,
  messages: readonly MessageRun[],
  run: number,
): Promise<boolean> {
  const all = joinRuns([...(own.checkpoint.messages ?? []), ...messages]);
  const position = messagesIn(all);
  if (position <= own.checkpoint.position) return false;
  await target.update(
    own.id,
    { ...generation, checkpoint: { ...generation.checkpoint, messages: all, position } },
    run,
  );
  return true;
}

function ascending(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}
