import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import type { StoreKind } from "../store-kind.ts";
import { openMemoryStore } from "./memory-store.ts";
import { createTables, type Tables } from "./tables.ts";

/** Stores that live as long as the process; equal addresses are the same store. */
export const memoryKind: StoreKind = {
  schemes: ["memory"],
  async open(address, options) {
    const known = stores.get(address);
    if (known === undefined && options.readOnly === true)
      throw new WsaError("store", address, say`there is no store here yet`, {
        hint: say`It lives in one process only.`,
      });
    const tables = known ?? createTables();
    stores.set(address, tables);
    return openMemoryStore(tables, { ...options, address });
  },
};

const stores = new Map<string, Tables>();
