import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { toCatalogueRow } from "../ingest/catalogue-row.ts";
import { openStore } from "../store/open-store.ts";
import { type Io, write } from "../terminal/io.ts";
import { withoutCredentials } from "../text/address.ts";
import { visible } from "../text/visible.ts";
import { version } from "../version.ts";
import { say } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import { catalogueOf } from "./options/catalogue.ts";
import { openForReading, storeAddressOf, storeOption } from "./options/store.ts";

/** `merge`: takes over what other stores have counted. */
export function createMergeCommand(io: Io): CommandModule {
  return {
    command: "merge <stores..>",
    describe: "Take over what other stores have counted, each thing once",
    builder: (yargs: Argv) =>
      yargs
        .positional("stores", { type: "string", array: true, describe: "Stores to read; they stay as they are" })
        .options({ store: { ...storeOption, describe: "SQLite file that the counts go into" } })
        .example("$0 merge web-1.db web-2.db --store all.db", "the stores of two machines in one")
        .epilogue(
          "Of every minute and code of a log the larger count is kept, so stores can be merged in any order and any number of " +
            "times. Logs are the same when they come from the same counting, or have the same host, name and first 4 KiB.",
        ) as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<MergeArguments>),
  };
}

interface MergeArguments {
  readonly stores: readonly string[];
  readonly store?: string;
}

async function run(io: Io, { stores, store }: MergeArguments): Promise<void> {
  const catalogue = await catalogueOf(undefined);
  // Opened before anything is created, so that a name that is wrong leaves nothing behind.
  for (const address of stores) await (await openForReading(io, address)).close();
  const into = await openStore(storeAddressOf(io, store), { codes: catalogue.entries.map(toCatalogueRow), version });
  try {
    for (const address of stores) {
      const from = await openForReading(io, address);
      const { generations, occurrences } = await from
        .snapshot((questions) => into.merge(questions, io.now()))
        .finally(() => from.close());
      const logs = generations === 1 ? say`${generations} log` : say`${generations} logs`;
      const n = occurrences.toLocaleString("en");
      const fresh = occurrences === 1 ? say`${n} new occurrence` : say`${n} new occurrences`;
      const store = visible(withoutCredentials(address));
      await write(io.stdout, `${inLanguage(say`${store}: ${logs}, ${fresh}`, io.lang)}\n`);
    }
  } finally {
    await into.close();
  }
}
