import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { watchStore } from "../../../src/serve/watch.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { poll } from "../../serve/serving.ts";
import { PostgresServer } from "../../services/postgres.ts";
import { postgresPrograms } from "../../services/programs.mjs";
import { codes } from "../scratch.ts";

const known = { code: 10061, until: null, note: "", acknowledged: 0 };

describe.runIf(postgresPrograms() !== null)("a store in PostgreSQL", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.create();
  });
  afterAll(() => server.remove());

  async function opened(schema: string) {
    await server.ask(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    const store = await openStore(server.address(schema), { codes });
    onTestFinished(() => store.close());
    return store;
  }

  test("calls those that listen when others have committed, and only those of its schema", async () => {
    const [writer, reader, other] = [await opened("told"), await opened("told"), await opened("untold")];
    const calls = { reader: 0, other: 0 };
    const listening = [reader.listen?.(() => calls.reader++), other.listen?.(() => calls.other++)];
    onTestFinished(async () => {
      for (const one of listening) await one?.close();
    });
    const count = (than: number) =>
      poll(
        () => calls.reader,
        (n) => n > than,
      );
    await count(0);
    await poll(
      () => calls.other,
      (n) => n > 0,
    );
    const before = { ...calls };
    await writer.acknowledge([known]);
    await writer.acknowledge([known]);
    // What is said last within a second is said too, when the store is closed at the latest.
    await writer.close();
    await count(before.reader);
    expect(calls.other).toBe(before.other);
  });

  test("calls again after its connection was cut", async () => {
    const reader = await opened("cut");
    let calls = 0;
    const listening = reader.listen?.(() => calls++);
    onTestFinished(async () => listening?.close());
    const called = (than: number) =>
      poll(
        () => calls,
        (n) => n > than,
      );
    await called(0);
    const before = calls;
    await server.ask(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wsa-annotate page'",
    );
    await called(before);
  });

  test("is a new version for who watches it once others have committed", async () => {
    const [writer, reader] = [await opened("watched"), await opened("watched")];
    let changes = 0;
    const watch = await watchStore({
      ...{ open: async () => reader, changed: () => changes++, pause: () => 1 },
      failed(error) {
        throw error;
      },
    });
    onTestFinished(() => watch.close());
    const before = watch.version;
    await writer.acknowledge([known]);
    await poll(
      () => changes,
      (n) => n > 0,
    );
    expect(watch.version).not.toBe(before);
  });
});
