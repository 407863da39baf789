import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";
import { PostgresServer } from "../../services/postgres.ts";
import { postgresPrograms } from "../../services/programs.mjs";
import { describeStore } from "../contract.ts";
import { codes } from "../scratch.ts";

const isThere = postgresPrograms() !== null;
let server: PostgresServer;
let schemas = 0;

beforeAll(async () => {
  if (isThere) server = await PostgresServer.create();
});
afterAll(async () => {
  if (isThere) await server.remove();
});

describe.runIf(isThere)("a store in PostgreSQL keeps the contract of stores", () => {
  describeStore(() => {
    const schema = `store_${++schemas}`;
    const made = server.ask(`CREATE SCHEMA ${schema}`);
    return async (options) => {
      await made;
      return await openStore(server.address(schema), { codes, ...options });
    };
  });
});

test.runIf(isThere)("questions of one snapshot may be asked at once, and nobody is warned", async () => {
  const warnings: Error[] = [];
  const take = (warning: Error) => warnings.push(warning);
  process.on("warning", take);
  onTestFinished(() => void process.off("warning", take));
  const store = await openStore(server.address(), { codes });
  const answers = await store.snapshot((questions) =>
    Promise.all([questions.acks(), questions.lags(), questions.acks()]),
  );
  await store.close();
  await new Promise((resolve) => setImmediate(resolve));
  expect(answers).toEqual([[], [], []]);
  expect(warnings).toEqual([]);
});
