import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { defaultStoreAddress, openStore } from "../../src/store/open-store.ts";
import { toPath } from "../../src/store/sqlite/to-path.ts";
import { scratchFolder } from "./scratch.ts";

const folder = scratchFolder();

test.each([
  [{ WSA_STORE: "/data/my.db", XDG_STATE_HOME: "/state" }, "linux", "/data/my.db"],
  [{ XDG_STATE_HOME: "/state" }, "linux", join("/state", "wsa-annotate", "wsa-annotate.db")],
  [
    { WSA_STORE: "", XDG_STATE_HOME: "" },
    "darwin",
    join("/home/me", ".local", "state", "wsa-annotate", "wsa-annotate.db"),
  ],
  [{ LOCALAPPDATA: "/local", XDG_STATE_HOME: "/state" }, "win32", join("/local", "wsa-annotate", "wsa-annotate.db")],
  [{}, "win32", join("/home/me", "AppData", "Local", "wsa-annotate", "wsa-annotate.db")],
])("with %o on %s the store is %s", (env, platform, path) => {
  expect(defaultStoreAddress({ env, platform, home: "/home/me" })).toBe(path);
});

test("a path and a file: URL open the same SQLite store", async () => {
  const path = join(folder, "a b", "store.db");
  const address = pathToFileURL(path).href;
  expect(toPath(address)).toBe(resolve(path));
  const store = await openStore(path, { codes: [] });
  await store.acknowledge([{ code: 10054, until: null, note: "", acknowledged: 0 }]);
  await store.close();
  const same = await openStore(address, { codes: [], readOnly: true });
  expect(await same.acks()).toHaveLength(1);
  await same.close();
});

test.each(["mysql://me:secret@db/counts", "https://db/x", "file://elsewhere/x"])("%s is no store", async (address) => {
  const opening = openStore(address, { codes: [] });
  await expect(opening).rejects.toMatchObject({
    name: "WsaError",
    code: "usage",
    subject: expect.not.stringContaining("secret"),
  });
});
