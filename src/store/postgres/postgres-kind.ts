import type { StoreKind } from "../store-kind.ts";

/** Stores in PostgreSQL, by their URLs; what a URL leaves out comes from PGHOST, PGPASSFILE and their like. */
export const postgresKind: StoreKind = {
  schemes: ["postgres", "postgresql"],
  async open(address, options) {
    const { openPostgresStore } = await import("./postgres-store.ts");
    return await openPostgresStore({ ...options, address });
  },
};
