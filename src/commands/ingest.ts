import { setMaxListeners } from "node:events";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { WsaError } from "../error.ts";
import { type Counting, openCounting } from "../ingest/counting.ts";
import { createIngestion, type Ingestion } from "../ingest/ingestion.ts";
import { knownFiles } from "../ingest/known-files.ts";
import { readInTeam } from "../ingest/worker-pool.ts";
import { createClock } from "../line/time/create-clock.ts";
import type { FileHint } from "../log/file-hint.ts";
import type { Stages } from "../read/stages.ts";
import { followLogs } from "../sources/follow/follow-logs.ts";
import { formatError } from "../terminal/format-error.ts";
import { describeIngestion, ingestionRecord } from "../terminal/ingest-summary.ts";
import { type Io, STANDARD_INPUT, write } from "../terminal/io.ts";
import { showProgress } from "../terminal/progress.ts";
import { catalogueOf, catalogueOption } from "./options/catalogue.ts";
import {
  fileOptionsOf,
  findingStages,
  type LogOptions,
  type ReadingArguments,
  readingOptions,
  standardInput,
} from "./options/inputs.ts";
import { hostOption, samplesOption, sourceOption, storeOption, tzOption } from "./options/options.ts";
import { timeZoneOf } from "./options/time-zone.ts";

/** `ingest`: counts what is new in logs, folders and patterns, and nothing twice. */
export function createIngestCommand(io: Io): CommandModule {
  return {
    command: "ingest <paths..>",
    describe: "Count what is new in logs, folders of logs and patterns",
    builder: (yargs: Argv) =>
      yargs
        .positional("paths", {
          type: "string",
          array: true,
          describe: "Logs, folders, quoted patterns; -: standard input",
        })
        .options(ingestOptions)
        .example("$0 ingest logs/", "every log below a folder; run again, only what is new")
        .example("$0 ingest 'logs/**/*.log*'", "a pattern, rotated and compressed logs included")
        .example("zcat old.gz | $0 ingest - --source app.log", "standard input, as a part of a known log")
        .epilogue(
          "Below folders and in patterns, hidden and binary files are skipped. gzip, xz and zstd are unpacked, and an archive " +
            "that is broken counts nothing. A log's rotated files are read before it, oldest first.",
        ) as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<IngestArguments>),
  };
}

const ingestOptions = {
  "dry-run": {
    type: "boolean",
    group: "Output:",
    describe: "Say what would be read and what not; read and count nothing",
  },
  json: { type: "boolean", group: "Output:", describe: "Write one JSON object about what was done" },
  samples: samplesOption,
  jobs: {
    alias: "j",
    type: "number",
    requiresArg: true,
    group: "Reading:",
    describe: "Read so many logs at once, each on a thread of its own",
    defaultDescription: "one per core",
  },
  ...readingOptions,
  catalogue: catalogueOption,
  tz: tzOption,
  store: storeOption,
  source: sourceOption,
  host: hostOption,
} as const;

/** What `ingest` is asked for, as plain data. */
export interface IngestArguments extends ReadingArguments {
  readonly paths: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly samples: boolean;
  readonly jobs?: number;
  readonly catalogue?: string;
  readonly tz?: string;
  /** False for `--no-store`. */
  readonly store?: string | false;
}

async function run(io: Io, args: IngestArguments): Promise<void> {
  const { ingestion, counting, options } = await openIngestion(io, args, {
    count: async ({ catalogue, zone }) =>
      await openCounting(io, args.dryRun === true ? false : args.store, catalogue, { samples: args.samples, zone }),
    known: (options) => knownFiles(io, args, options),
    jobs: jobsOf(io, args),
  });
  const progress = args.follow === true ? null : showProgress(io, ingestion.progress);
  try {
    await ingestAll(io, args, options, ingestion);
  } finally {
    progress?.stop();
  }
  const totals = await counting.close();
  const done = { ...ingestion.done, totals, dryRun: args.dryRun === true, interrupted: io.signal.aborted };
  if (args.json === true) await write(io.stdout, `${JSON.stringify(ingestionRecord(done))}\n`);
  else await write(io.stderr, describeIngestion(done));
}

/** Everything that reading by these arguments takes, for the main thread and for those of its team. */
export async function openIngestion(
  io: Io,
  args: IngestArguments,
  how: {
    readonly count: (what: { readonly catalogue: Catalogue; readonly zone: string }) => Promise<Counting>;
    readonly known: (options: LogOptions) => Promise<ReadonlyMap<string, FileHint>>;
    /** How many logs are read at once. */
    readonly jobs: number;
  },
): Promise<{ readonly ingestion: Ingestion; readonly counting: Counting; readonly options: LogOptions }> {
  const zone = timeZoneOf(args.tz);
  const options = fileOptionsOf(io, args);
  const catalogue = await catalogueOf(args.catalogue);
  const counting = await how.count({ catalogue, zone });
  // A main thread whose team reads has no need of them.
  let finding: ReturnType<typeof findingStages> | undefined;
  const stages = (): Omit<Stages, "tally"> => {
    finding ??= findingStages(args, catalogue);
    return {
      ...finding,
      clock: createClock({ zone, now: io.now }),
      renderer: { plain: () => "", annotated: () => "" },
    };
  };
  const known = await how.known(options);
  const { jobs } = how;
  const ingestion = createIngestion(io, {
    options,
    stages,
    counting,
    known,
    dryRun: args.dryRun === true,
    team: jobs < 2 ? null : (lists, here) => readInTeam(io, lists, { ...here, jobs, args, counting: counting.into }),
  });
  return { ingestion, counting, options };
}

/** Throws a WsaError `usage` for what is no number of threads. */
function jobsOf({ cores }: Io, { jobs = cores, dryRun }: IngestArguments): number {
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) {
    throw new WsaError("usage", `--jobs ${jobs}`, "is no number of threads", {
      hint: "give a whole number from 1 to 256",
    });
  }
  return dryRun === true ? 1 : jobs;
}

async function ingestAll(
  io: Io,
  { paths, follow }: IngestArguments,
  options: LogOptions,
  ingestion: Ingestion,
): Promise<void> {
  const files = paths.filter((path) => path !== STANDARD_INPUT);
  const stdin = () =>
    files.length < paths.length && !io.signal.aborted
      ? ingestion.source(standardInput(io, options, options.encoding))
      : null;
  if (follow !== true) {
    await ingestion.files(files);
    await stdin();
    return;
  }
  setMaxListeners(0, io.signal);
  const reading = stdin();
  if (files.length > 0) {
    await followLogs(files, {
      windows: io.platform === "win32",
      options,
      signal: io.signal,
      visit: (source) => ingestion.source(source),
      fail: (error) => write(io.stderr, formatError(error, false)),
    });
  }
  await reading;
}
