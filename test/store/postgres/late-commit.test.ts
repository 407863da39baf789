import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Batch } from "../../../src/ledger/batch.ts";
import { atBeginning } from "../../../src/ledger/checkpoint.ts";
import { fingerprintOf } from "../../../src/ledger/fingerprint.ts";
import { openPostgresStore } from "../../../src/store/postgres/postgres-store.ts";
import { poll } from "../../serve/serving.ts";
import { LateProxy } from "../../services/late-proxy.ts";
import { PostgresServer } from "../../services/postgres.ts";
import { postgresPrograms } from "../../services/programs.mjs";
import { codes } from "../scratch.ts";

const nothing = { minutes: [], endpoints: [], operations: [] };

function batchOf(run: number, generation: number | null, from: number): Batch {
  return {
    ...{ run, generation, newest: 0, source: { host: "here", name: "app.log" }, from, head: fingerprintOf("app.log") },
    ...{ tail: fingerprintOf("app.log"), milestones: [], replaces: null, unfinished: nothing, samples: [] },
    checkpoint: { ...atBeginning, position: from + 1 },
    counts: { ...nothing, minutes: [{ minute: 60, code: 10054, n: 1 }] },
    ...{ bytes: 1, lines: 1, occurrences: 1, lostBytes: 0 },
  };
}

describe.runIf(postgresPrograms() !== null)("a COMMIT that is under way when its agent is cut off", () => {
  let server: PostgresServer;
  let schemas = 0;
  beforeAll(async () => {
    server = await PostgresServer.create();
  });
  afterAll(() => server.remove());

  async function scene(busyTimeoutMs: number) {
    const schema = `late_${++schemas}`;
    await server.ask(`CREATE SCHEMA ${schema}`);
    const proxy = await LateProxy.create(server.port);
    onTestFinished(() => proxy.close());
    const address = server.address(schema).replace(`:${server.port}`, `:${proxy.port}`);
    const store = await openPostgresStore({ address, codes, busyTimeoutMs });
    onTestFinished(() => store.close());
    const total = async () =>
      Number((await server.ask(`SELECT coalesce(sum(n), 0) AS n FROM ${schema}.counts`))[0]?.["n"]);
    return { schema, proxy, store, total };
  }

  /** Resolves when somebody waits for what the lost connection has locked. */
  const untilWaiting = () =>
    poll(
      () => server.ask("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"),
      (rows) => rows.length > 0,
    );

  describe.each([
    ["of a new log", true],
    ["of a known log", false],
  ])("%s", (_, isNew) => {
    test.each(["arrives", "is lost"] as const)("counts once when it %s while the agent asks again", async (how) => {
      const { proxy, store, total } = await scene(60_000);
      const run = await store.begin(0);
      const first = isNew ? null : await store.commit(batchOf(run, null, 0));
      proxy.loseNext();
      const committing = store.commit(batchOf(run, first?.generation ?? null, isNew ? 0 : 1));
      await poll(
        () => proxy.isUnderWay,
        (isUnderWay) => isUnderWay,
      );
      // The agent has come back, and may decide nothing until the outcome is known.
      await untilWaiting();
      proxy.end(how);
      expect(await committing).not.toBeNull();
      expect(await total()).toBe(isNew ? 1 : 2);
    });

    test("counts once when it arrives after the agent has given up", async () => {
      const { schema, proxy, store, total } = await scene(1);
      const run = await store.begin(0);
      const first = isNew ? null : await store.commit(batchOf(run, null, 0));
      const batch = batchOf(run, first?.generation ?? null, isNew ? 0 : 1);
      proxy.loseNext();
      await expect(store.commit(batch)).rejects.toThrow();
      // It asks again later, and waits; what was under way comes first.
      const again = store.commit(batch);
      await untilWaiting();
      proxy.end("arrives");
      // Somebody was faster: it was itself, and it reads on from there.
      expect(await again).toBeNull();
      expect(await total()).toBe(isNew ? 1 : 2);
      const [row] = await server.ask(
        `SELECT max(position)::int AS position, count(*)::int AS logs FROM ${schema}.generations`,
      );
      expect(row).toEqual({ position: isNew ? 1 : 2, logs: 1 });
    });
  });
});
