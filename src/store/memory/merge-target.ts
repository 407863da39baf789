import type { HeldRow } from "../exported.ts";
import type { MergeTarget } from "../merge/merge-target.ts";
import { samplesPerCode } from "../samples.ts";
import { addSamples, keepFew } from "./samples.ts";
import { addGeneration, addRun, changeCell, type GenerationTable, type RunRow, type Tables } from "./tables.ts";

/** A store in memory that takes over what another one has counted; `started` is a Unix second. */
export function createMergeTarget(tables: Tables, started: number): MergeTarget {
  const tableOf = (id: number) => tables.generations.get(id) as GenerationTable;
  const all = () => [...tables.generations.values()];
  return {
    beginRun: () => addRun(tables, started),
    removeRun(run) {
      tables.runs.delete(run);
    },
    addToRun(run, { bytes, lines, occurrences }) {
      const row = tables.runs.get(run) as RunRow;
      row.bytes += bytes;
      row.lines += lines;
      row.occurrences += occurrences;
      row.finished = started;
    },

    findByUid: (uid) => all().find(({ uids }) => uids.includes(uid))?.id,
    findSameHead: ({ source: { host, name }, head }, replaces) =>
      all()
        .filter((table) => table.replaces === replaces)
        .map(({ generation }) => generation)
        .filter((other) => other.source.host === host && other.source.name === name)
        .filter((other) => other.head.bytes === head.bytes && other.head.hash === head.hash),
    read: (id) => ({ ...tableOf(id).generation, replaces: tableOf(id).replaces }),
    successorsOf(id) {
      const { host, name } = tableOf(id).generation.source;
      return all()
        .filter(({ generation: { source } }) => source.host === host && source.name === name)
        .filter((table) => table.id > id && table.replaces === id)
        .map((table) => table.id);
    },

    insert: (generation, replaces) => addGeneration(tables, toPlain(generation), replaces).id,
    update(id, generation) {
      const table = tableOf(id);
      table.generation = { ...toPlain(generation), id, source: table.generation.source };
    },
    addUid(id, uid) {
      if (!all().some(({ uids }) => uids.includes(uid))) tableOf(id).uids.push(uid);
    },
    fold(removed, into) {
      tableOf(into).uids.push(...tableOf(removed).uids);
      const moved = tables.samples.filter(({ generation }) => generation === removed);
      const stay = new Set(tables.samples.filter(({ generation }) => generation === into).map(lineKey));
      for (const sample of moved) if (!stay.has(lineKey(sample))) sample.generation = into;
      tables.samples = tables.samples.filter(({ generation }) => generation !== removed);
      for (const table of all()) if (table.replaces === removed) table.replaces = into;
      tables.generations.delete(removed);
    },

    heldBy: (id) => [...tableOf(id).cells.values()].map((cell): HeldRow => ({ ...cell, n: cell.n + cell.again })),
    hold(id, rows) {
      for (const row of rows)
        changeCell(tableOf(id), row, (cell) => {
          cell.n = row.n - row.again;
          cell.again = row.again;
        });
    },

    addSamples(id, samples) {
      keepFew(tables, addSamples(tables, id, samples), samplesPerCode);
    },
    addCodes(codes) {
      for (const row of codes) if (!tables.codes.has(row.code)) tables.codes.set(row.code, row);
    },
    addAcks(acks) {
      for (const ack of acks) {
        const own = tables.acks.get(ack.code);
        if (own === undefined || ack.acknowledged > own.acknowledged) tables.acks.set(ack.code, ack);
      }
    },
  };
}

/** A generation without what an export adds to it. */
function toPlain(generation: Parameters<MergeTarget["insert"]>[0]) {
  const { source, head, tail, milestones, checkpoint, unfinished } = generation;
  return { source, head, tail, milestones, checkpoint, unfinished };
}

function lineKey({ code, line }: { readonly code: number; readonly line: number }): string {
  return `${code} ${line}`;
}
