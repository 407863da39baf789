import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { WsaError } from "../error.ts";
import { ingest } from "../ingest/ingest.ts";
import type { IngestEvent } from "../ingest/ingest-event.ts";
import { reportTo } from "../terminal/ingest-messages.ts";
import { describeIngestion, ingestionRecord } from "../terminal/ingest-summary.ts";
import { type Io, write } from "../terminal/io.ts";
import { createProgressBar } from "../terminal/progress-bar.ts";
import { schemeOf, withoutCredentials } from "../text/address.ts";
import { say } from "../wording.ts";
import { type OtlpArguments, otlpOptions, pushIntervalOf, pushOf } from "./options/otlp.ts";
import { inputsOf, parseReading, type ReadingArguments, readingOptions } from "./options/reading.ts";
import { openForCounting, openIfThere, storeAddressOf } from "./options/store.ts";
import { wouldBeEmpty } from "./options/would-be-empty.ts";

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
        .example('$0 ingest "logs/**/*.log*"', "a pattern, rotated and compressed logs included")
        .example("$0 ingest logs/ --host-from folder", "logs/web-1/app.log: a log of web-1")
        .example(
          "kubectl logs web-1 | $0 ingest - --source web-1",
          "standard input, under a name: again, only what is new",
        )
        .example("$0 ingest nats://broker/LOGS --follow", "a stream of NATS JetStream, as it grows")
        .example('$0 ingest "redis://cache/logs:{host}"', "streams of Redis, a key for each host")
        .epilogue(
          "Below folders and in patterns, hidden and binary files are skipped. gzip, xz and zstd are unpacked, and an archive " +
            "that is broken counts nothing. A log's rotated files are read before it, oldest first. In streams, {host} and " +
            "{source} name a log; ?host= and ?source= take header:NAME or field:NAME, ?text= and ?time= the name of a field. Several workers share a " +
            "stream through a store in PostgreSQL.",
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
  jobs: {
    alias: "j",
    type: "string",
    requiresArg: true,
    group: "Reading:",
    describe: "How many logs to read at once, each on a thread of its own",
    defaultDescription: "one per core",
  },
  ...readingOptions,
  ...otlpOptions,
} as const;

interface IngestArguments extends ReadingArguments, OtlpArguments {
  readonly paths: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly jobs?: string;
}

async function run(io: Io, args: IngestArguments): Promise<void> {
  const { follow, dryRun = false } = args;
  const { signal, now } = io;
  const jobs = jobsOf(io, args);
  const { reading, catalogue } = await parseReading(io, args);
  const push = dryRun ? null : await pushOf(io, args, () => store);
  if (push !== null) refuseShared(storeAddressOf(io, args.store));
  const inputs = inputsOf(io, args.paths, reading, args.encoding);
  const isForReading = dryRun || (follow !== true && (await wouldBeEmpty(io, args.store, inputs)));
  const store = isForReading
    ? await openIfThere(io, args.store)
    : await openForCounting(io, args.store, catalogue, args.durable);
  const bar = createProgressBar(io);
  const report = reportTo(io);
  if (follow === true) push?.repeat(pushIntervalOf(io));
  const onEvent = (event: IngestEvent) => {
    if (event.kind === "progress") bar.draw(event.progress);
    else {
      bar.clear();
      report(event);
    }
  };
  const result = await ingest(inputs, {
    ...reading,
    ...{ store, follow, dryRun, jobs, signal, now, onEvent, env: io.env, windows: io.platform === "win32" },
  }).finally(async () => {
    bar.clear();
    await push?.close();
    await store?.close();
  });
  const path = result.totals.isStored ? withoutCredentials(storeAddressOf(io, args.store)) : null;
  const summary = { ...result, dryRun, store: path };
  if (args.json === true) await write(io.stdout, `${JSON.stringify(ingestionRecord(summary))}\n`);
  else await write(io.stderr, describeIngestion(summary, io.lang));
}

/** Every machine that counts into one store would push the counts of all. */
function refuseShared(address: string): void {
  if (!schemeOf(address, "://").startsWith("postgres")) return;
  throw new WsaError("usage", "--otlp", say`this store has the counts of other machines too`, {
    hint: say`push them from one place: wsa-annotate serve --otlp`,
  });
}

/** Throws a WsaError `usage` for what is no number of threads. */
function jobsOf({ cores }: Io, { jobs = String(cores) }: IngestArguments): number {
  if (/^\d{1,3}$/.test(jobs) && Number(jobs) >= 1 && Number(jobs) <= 256) return Number(jobs);
  throw new WsaError("usage", `--jobs ${jobs}`, say`is no number of threads`, {
    hint: say`give a whole number from 1 to 256`,
  });
}
