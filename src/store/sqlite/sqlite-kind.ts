import type { StoreKind } from "../store-kind.ts";
import { defaultPath } from "./default-path.ts";
import { toPath } from "./to-path.ts";

/** Stores in SQLite files, by their paths or `file:` URLs. */
export const sqliteKind: StoreKind = {
  schemes: ["", "file"],
  async open(address, options) {
    const path = toPath(address);
    const { openSqliteStore } = await import("./sqlite-store.ts");
    return await openSqliteStore({ ...options, path });
  },
  defaultAddress: defaultPath,
};
