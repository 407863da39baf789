import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Batch } from "../../../src/ledger/batch.ts";
import { atBeginning } from "../../../src/ledger/checkpoint.ts";
import { fingerprintOf } from "../../../src/ledger/fingerprint.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { CuttingProxy } from "../../services/cutting-proxy.ts";
import { PostgresServer } from "../../services/postgres.ts";
import { postgresPrograms } from "../../services/programs.mjs";
import { codes } from "../scratch.ts";

const isThere = postgresPrograms() !== null;
const nothing = { minutes: [], endpoints: [], operations: [] };
const batches = 40;

/** Commits batches of one occurrence each, one after the other. */
async function count(store: Store, name: string): Promise<void> {
  const run = await store.begin(0);
  let generation: number | null = null;
  for (let from = 0; from < batches; from++) {
    const batch: Batch = {
      ...{ run, generation, newest: 0, source: { host: "here", name }, from, head: fingerprintOf(name) },
      ...{ tail: fingerprintOf(name), milestones: [], replaces: null, unfinished: nothing, samples: [] },
      checkpoint: { ...atBeginning, position: from + 1 },
      counts: { ...nothing, minutes: [{ minute: 60 * (from % 3), code: 10054, n: 1 }] },
      ...{ bytes: 1, lines: 1, occurrences: 1, lostBytes: 0 },
    };
    const committed = await store.commit(batch);
    // Nobody else counts these logs: a refusal would be a batch of ours that was not recognised.
    if (committed === null) throw new Error(`${name} was refused at ${from}`);
    generation = committed.generation;
  }
}

describe.runIf(isThere)("agents of one server count exactly", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.create();
  });
  afterAll(() => server.remove());

  test.each([
    ["connections are cut", async () => void (await server.ask(cut).catch(() => undefined))],
    [
      "the server is killed and started again",
      async () => {
        await server.kill();
        await server.start();
      },
    ],
  ])("while %s", async (name, disturb) => {
    const schema = `agents_${name.length}`;
    await server.ask(`CREATE SCHEMA ${schema}`);
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(server.address(schema), { codes })));
    let isCounting = true;
    const counted = Promise.all(stores.map((store, index) => count(store, `${index}.log`))).finally(() => {
      isCounting = false;
    });
    const disturbed = (async () => {
      for (let times = 0; times < 5 && isCounting; times++) await disturb();
    })();
    await Promise.all([counted, disturbed]);
    const [store] = stores as [Store];
    expect(await store.runTotals()).toMatchObject({ bytes: 4 * batches, occurrences: 4 * batches });
    expect((await store.occurrencesBySource()).map(({ n }) => n)).toEqual([batches, batches, batches, batches]);
    await Promise.all(stores.map((one) => one.close()));
  });

  test("while every second answer to a COMMIT is lost", async () => {
    await server.ask("CREATE SCHEMA unanswered");
    const proxy = await CuttingProxy.create(server.port);
    const address = server.address("unanswered").replace(`:${server.port}/`, `:${proxy.port}/`);
    const stores = await Promise.all([1, 2].map(() => openStore(address, { codes })));
    await Promise.all(stores.map((store, index) => count(store, `${index}.log`)));
    expect(proxy.cuts).toBeGreaterThan(batches / 2);
    const [store] = stores as [Store];
    expect(await store.runTotals()).toMatchObject({ bytes: 2 * batches, occurrences: 2 * batches });
    expect((await store.occurrencesBySource()).map(({ n }) => n)).toEqual([batches, batches]);
    await Promise.all(stores.map((one) => one.close()));
    await proxy.close();
  });
});

const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wsa-annotate'";
