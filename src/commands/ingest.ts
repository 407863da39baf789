import { setMaxListeners } from "node:events";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { createClock } from "../line/index.ts";
import type { Stages } from "../pipeline.ts";
import { followLogs } from "../sources/index.ts";
import { catalogueOf, catalogueOption } from "./catalogue.ts";
import { openCounting } from "./counting.ts";
import { formatError } from "./errors.ts";
import { describeIngestion, ingestionRecord } from "./ingest-summary.ts";
import { createIngestion, type Ingestion } from "./ingestion.ts";
import {
  fileOptionsOf,
  findingStages,
  type LogOptions,
  type ReadingArguments,
  readingOptions,
  standardInput,
} from "./inputs.ts";
import { type Io, STANDARD_INPUT, write } from "./io.ts";
import { knownFiles } from "./known-files.ts";
import { hostOption, samplesOption, sourceOption, storeOption, tzOption } from "./options.ts";
import { showProgress } from "./progress.ts";
import { timeZoneOf } from "./time-zone.ts";

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
  ...readingOptions,
  catalogue: catalogueOption,
  tz: tzOption,
  store: storeOption,
  source: sourceOption,
  host: hostOption,
} as const;

interface IngestArguments extends ReadingArguments {
  readonly paths: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly samples: boolean;
  readonly catalogue?: string;
  readonly tz?: string;
  /** False for `--no-store`. */
  readonly store?: string | false;
}

async function run(io: Io, args: IngestArguments): Promise<void> {
  const zone = timeZoneOf(args.tz);
  const options = fileOptionsOf(io, args);
  const catalogue = await catalogueOf(args.catalogue);
  const dryRun = args.dryRun === true;
  const counting = await openCounting(io, dryRun ? false : args.store, catalogue, { samples: args.samples, zone });
  const finding = findingStages(args, catalogue);
  const stages = (): Omit<Stages, "tally"> => ({
    ...finding,
    clock: createClock({ zone, now: io.now }),
    renderer: { plain: () => "", annotated: () => "" },
  });
  const known = await knownFiles(io, args, options);
  const ingestion = createIngestion(io, { options, stages, counting, known, dryRun });
  const progress = args.follow === true ? null : showProgress(io, ingestion.progress);
  try {
    await ingestAll(io, args, options, ingestion);
  } finally {
    progress?.stop();
  }
  const totals = await counting.close();
  const done = { ...ingestion.done, totals, dryRun, interrupted: io.signal.aborted };
  if (args.json === true) await write(io.stdout, `${JSON.stringify(ingestionRecord(done))}\n`);
  else await write(io.stderr, describeIngestion(done));
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
