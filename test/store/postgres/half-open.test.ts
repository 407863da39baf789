import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openLeases } from "../../../src/store/postgres/leases.ts";
import { openPostgresStore } from "../../../src/store/postgres/postgres-store.ts";
import { PostgresServer } from "../../services/postgres.ts";
import { postgresPrograms } from "../../services/programs.mjs";
import { SilentProxy } from "../../services/silent-proxy.ts";
import { codes } from "../scratch.ts";

describe.runIf(postgresPrograms() !== null)("a connection that the network loses without a word", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.create();
  });
  afterAll(() => server.remove());

  async function throughProxy() {
    const proxy = await SilentProxy.create(server.port);
    onTestFinished(() => proxy.close());
    return { proxy, address: server.address().replace(`:${server.port}`, `:${proxy.port}`) };
  }

  test("is left for another one, as soon as there is one", async () => {
    const { proxy, address } = await throughProxy();
    const store = await openPostgresStore({ address, codes, askAfterMs: 100 });
    expect((await store.codeNames()).length).toBe(codes.length);
    proxy.cut();
    const asked = store.codeNames();
    while (proxy.swallowed === 0) await new Promise((resolve) => setImmediate(resolve));
    proxy.mend();
    expect((await asked).length).toBe(codes.length);
    await store.close();
  });

  test("is kept as long as the server is at work", async () => {
    const store = await openPostgresStore({ address: server.address(), codes, askAfterMs: 50 });
    // Another one holds a table for some of the times that the server is asked.
    const holding = server.ask("BEGIN; LOCK TABLE acks IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(0.5); COMMIT");
    const held = "SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = 'acks'::regclass";
    while ((await server.ask(held)).length === 0);
    const pids =
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'wsa-annotate' AND state = 'active' AND query LIKE '%FROM acks%'";
    const asked = store.acks();
    let before: Record<string, unknown> | undefined;
    while (before === undefined) [before] = await server.ask(pids);
    expect(await asked).toEqual([]);
    await holding;
    expect((await server.ask("SELECT pid FROM pg_stat_activity WHERE pid = $1", [before["pid"]])).length).toBe(1);
    await store.close();
  });

  test("has no leases any more after a while", async () => {
    const { proxy, address } = await throughProxy();
    const leases = openLeases(address, "group", "300ms");
    const others = openLeases(server.address(), "group");
    onTestFinished(() => others.close());
    expect(await leases.claim("a partition")).toBe(true);
    expect(await others.claim("a partition")).toBe(false);
    proxy.cut();
    while (!(await others.claim("a partition")));
    await leases.close();
  });
});
