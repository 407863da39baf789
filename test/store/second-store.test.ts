import { describe, expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import { storeKinds } from "../../src/store/index.ts";
import { openMemoryStore } from "../../src/store/memory/memory-store.ts";
import { createTables, type Tables } from "../../src/store/memory/tables.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { StoreKind } from "../../src/store/store-kind.ts";
import { say } from "../../src/wording.ts";
import { describeStore } from "./contract.ts";
import { codes } from "./scratch.ts";

/** Another kind of store, whole: what somebody has to write for a database of theirs, and where it is listed. */
const databases = new Map<string, Tables>();
const stubKind: StoreKind = {
  schemes: ["stub", "stubs"],
  async open(address, options) {
    const database = new URL(address).hostname;
    if (options.readOnly === true && !databases.has(database))
      throw new WsaError("store", address, say`there is no such database`, { hint: say`Create it.` });
    databases.set(database, databases.get(database) ?? createTables());
    return openMemoryStore(databases.get(database), options);
  },
};
const kinds = [...storeKinds, stubKind];

let stores = 0;

describe("a second store is one file and one line", () => {
  describeStore(() => {
    const address = `stub://me:secret@store-${++stores}/`;
    return (options) => openStore(address, { codes, ...options }, kinds);
  });

  test("another kind of store is refused by its address, without its password, where it is not listed", async () => {
    await expect(openStore("stub://me:secret@db/", { codes: [] })).rejects.toMatchObject({
      code: "usage",
      subject: "stub://db/",
    });
  });
});

test("no two kinds of stores have the same scheme, and the first has a default address", () => {
  const schemes = storeKinds.flatMap((kind) => kind.schemes);
  expect(new Set(schemes).size).toBe(schemes.length);
  expect(storeKinds[0].defaultAddress).toBeDefined();
});
