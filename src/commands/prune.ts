import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Pruned } from "../store/store.ts";
import { type Io, write } from "../terminal/io.ts";
import { formatBytes } from "../text/format-bytes.ts";
import { say, type Wording } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import { parseDays } from "./options/days.ts";
import { openForChange, storeOption } from "./options/store.ts";

/** `prune`: removes what was counted long ago; what was read stays known. */
export function createPruneCommand(io: Io): CommandModule {
  return {
    command: "prune",
    describe: "Remove old counts and give their space back",
    builder: (yargs: Argv) =>
      yargs
        .options(pruneOptions)
        .example("$0 prune --keep 90d", "keep today and the 90 days before")
        .example("$0 prune --keep 12w --dry-run", "only say what would go")
        .epilogue(
          "Whole UTC days go: counts, endpoints, operations and sample lines. Occurrences without a time stay, and how far each " +
            "log was read stays known: nothing is counted again.",
        ) as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<PruneArguments>),
  };
}

const pruneOptions = {
  keep: {
    type: "string",
    requiresArg: true,
    demandOption: "say how much to keep: --keep 90d",
    group: "Time:",
    describe: "How many days or weeks before today stay: 90d, 12w",
  },
  "dry-run": { type: "boolean", group: "Output:", describe: "Say what would be removed; remove nothing" },
  store: storeOption,
} as const;

interface PruneArguments {
  readonly keep: string;
  readonly dryRun?: boolean;
  readonly store?: string;
}

const daySeconds = 86_400;

async function run(io: Io, args: PruneArguments): Promise<void> {
  const today = Math.floor(io.now() / 1000 / daySeconds);
  const before = (today - parseDays("--keep", args.keep)) * daySeconds;
  const store = await openForChange(io, args.store);
  try {
    const dryRun = args.dryRun === true;
    await write(io.stdout, `${inLanguage(describe(await store.prune(before, dryRun), before, dryRun), io.lang)}\n`);
  } finally {
    await store.close();
  }
}

function describe({ occurrences, samples, rows, bytes }: Pruned, before: number, dryRun: boolean): Wording {
  const day = new Date(before * 1000).toISOString().slice(0, 10);
  const what = say`${occurrencesOf(occurrences)} from before ${day} (${rowsOf(rows)}, ${samplesOf(samples)})`;
  const [from = "", to = ""] = bytes.map(formatBytes);
  return dryRun
    ? say`would remove ${what} from a store of ${from}`
    : say`removed ${what}; the store had ${from} and has ${to}`;
}

const figure = (n: number): string => n.toLocaleString("en");

const occurrencesOf = (n: number): Wording => (n === 1 ? say`${figure(n)} occurrence` : say`${figure(n)} occurrences`);

const rowsOf = (n: number): Wording => (n === 1 ? say`${figure(n)} row` : say`${figure(n)} rows`);

const samplesOf = (n: number): Wording => (n === 1 ? say`${figure(n)} sample` : say`${figure(n)} samples`);
