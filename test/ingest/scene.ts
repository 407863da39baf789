import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { IngestEvent } from "../../src/ingest/ingest-event.ts";
import type { IngestOptions } from "../../src/ingest/ingest-options.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../program.ts";
import { codes } from "../store/scratch.ts";

/** A folder for logs, a real store, and what an ingestion into it reports. */
export async function scene() {
  const folder = join(temporaryFolder(), "logs");
  mkdirSync(folder);
  const store = await openSqliteStore({ path: join(folder, "..", "x.db"), codes });
  onTestFinished(() => store.close());
  const events: IngestEvent[] = [];
  const options: IngestOptions = {
    ...{ host: "here", zone: "UTC", store },
    onEvent: (event) => events.push(event),
  };
  return {
    ...{ folder, store, events, options },
    path: (name: string) => join(folder, name),
    /** The events but for those of the progress, which come with the time. */
    happened: () => events.filter(({ kind }) => kind !== "progress"),
  };
}

/** A store with some methods replaced. */
export function storeWith(store: Store, methods: Partial<Store>): Store {
  return new Proxy(store, {
    get: (target, name: keyof Store) => methods[name] ?? (target[name] as (() => unknown) | undefined)?.bind(target),
  });
}
