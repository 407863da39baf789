import { WsaError } from "../../error.ts";
import type { Batch } from "../../ledger/batch.ts";
import { say } from "../../wording.ts";
import { mergeGenerations } from "../merge/merge-generations.ts";
import { samplesPerCode } from "../samples.ts";
import type { Store } from "../store.ts";
import type { StoreOptions } from "../store-options.ts";
import { readBeginning } from "./beginning.ts";
import { createMergeTarget } from "./merge-target.ts";
import { pruneBefore } from "./prune.ts";
import { createQuestions } from "./questions.ts";
import { keepFew } from "./samples.ts";
import { createTables, type Tables } from "./tables.ts";
import { type BegunRun, writeBatch } from "./write-batch.ts";

/** Opens a store that lives in these tables, for tests and for counts that nobody keeps. */
export function openMemoryStore(
  tables: Tables = createTables(),
  options: Partial<StoreOptions> & { readonly address?: string } = {},
): Store {
  const { address = "memory:", codes = [], readOnly = false, maxSamplesPerCode = samplesPerCode } = options;
  const runs: BegunRun[] = [];
  const runOf = ({ run }: Batch): BegunRun => {
    const begun = runs[run];
    if (begun === undefined) throw new Error(`run ${run} was never begun`);
    return begun;
  };

  function write<Result>(work: () => Result): Result {
    if (readOnly) throw new WsaError("store", address, say`it was opened for reading only`);
    const result = work();
    tables.changes++;
    return result;
  }

  if (!readOnly) for (const row of codes) tables.codes.set(row.code, row);

  return {
    ...createQuestions(tables),

    async begin(started) {
      return runs.push({ started: toSeconds(started), id: null }) - 1;
    },

    async generationsFor(key, source) {
      return structuredClone(readBeginning(tables, key, source));
    },

    async commit(batch) {
      const [committed = null] = await this.commitAll([batch]);
      return committed;
    },

    async commitAll(batches) {
      return write(() => {
        const begun = batches.map(runOf);
        const committed = structuredClone(batches).map((batch, index) =>
          writeBatch(tables, batch, begun[index] as BegunRun),
        );
        const sampled = batches.filter((_, index) => committed[index] !== null).flatMap(({ samples }) => samples);
        keepFew(tables, new Set(sampled.map(({ code }) => code)), maxSamplesPerCode);
        return committed;
      });
    },

    async finish(run, finished) {
      const row = tables.runs.get(runs[run]?.id ?? 0);
      if (row === undefined) return;
      write(() => {
        row.finished = toSeconds(finished);
      });
    },

    async fileHints(host) {
      return [...(tables.files.get(host)?.values() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1));
    },

    async rememberFiles(host, files) {
      write(() => {
        const known = tables.files.get(host) ?? new Map();
        tables.files.set(host, known);
        for (const file of files) known.set(file.path, file);
      });
    },

    async merge(from, started) {
      return await mergeGenerations(from, async (work) =>
        write(() => work(createMergeTarget(tables, toSeconds(started)))),
      );
    },

    async prune(before, dryRun) {
      return write(() => pruneBefore(tables, before, dryRun));
    },

    async acknowledge(acks) {
      write(() => {
        for (const ack of acks) tables.acks.set(ack.code, ack);
      });
    },

    async withdraw(codes) {
      return write(() => codes.filter((code) => tables.acks.delete(code)));
    },

    async snapshot(work) {
      return await work(createQuestions(structuredClone(tables)));
    },

    async version() {
      return String(tables.changes);
    },

    // biome-ignore lint/correctness/useYield: it has no answer.
    async *query() {
      throw new WsaError("query", "query", say`a store in memory does not speak SQL`, {
        hint: say`Use a SQLite store.`,
      });
    },

    async close() {},
  };
}

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
