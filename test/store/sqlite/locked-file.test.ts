import { join } from "node:path";
import { expect, test } from "vitest";
import { StoreFile } from "../../../src/store/sqlite/store-file.ts";
import { codes, scratchFolder } from "../scratch.ts";

const path = join(scratchFolder(), "store.db");

/** As Windows answers while another program lets nobody open a file. */
function lockedFor(times: number): () => string {
  let tries = 0;
  return () => {
    if (tries++ < times) throw Object.assign(new Error("EBUSY: resource busy or locked"), { code: "EBUSY" });
    return "opened";
  };
}

test("a file that another program locks for a moment is waited for", async () => {
  const file = new StoreFile({ path, codes });
  expect(await file.use(lockedFor(2))).toBe("opened");
  file.close();
});

test("and one that stays locked is no bug", async () => {
  const file = new StoreFile({ path, codes, busyTimeoutMs: 1 });
  const message = "another program keeps it locked";
  await expect(file.use(lockedFor(Number.POSITIVE_INFINITY))).rejects.toMatchObject({ code: "store-busy", message });
  file.close();
});
