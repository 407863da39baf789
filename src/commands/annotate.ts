import { setMaxListeners } from "node:events";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { type StyleName, styles } from "../annotate/index.ts";
import { createPen } from "../annotate/pen.ts";
import { createRenderer, type Renderer } from "../annotate/renderer.ts";
import type { Language } from "../catalogue/entry.ts";
import { type Counting, type LogCount, openCounting, type Totals } from "../ingest/counting.ts";
import { createClock } from "../line/time/create-clock.ts";
import type { Source } from "../log/source.ts";
import { readLog } from "../read/read-log.ts";
import type { Stages } from "../read/stages.ts";
import type { Encoding } from "../sources/encoding/encoding.ts";
import { openFileSource } from "../sources/file/file-source.ts";
import { findLogs, isPattern } from "../sources/file/find-logs.ts";
import { followLogs } from "../sources/follow/follow-logs.ts";
import { formatError } from "../terminal/format-error.ts";
import { type Io, raise, STANDARD_INPUT, write } from "../terminal/io.ts";
import { catalogueOf, catalogueOption } from "./options/catalogue.ts";
import {
  fileOptionsOf,
  findingStages,
  type LogOptions,
  type ReadingArguments,
  readingOptions,
  standardInput,
} from "./options/inputs.ts";
import {
  type Color,
  colorOption,
  hostOption,
  langOption,
  languageOf,
  samplesOption,
  sourceOption,
  storeOption,
  tzOption,
  useColor,
} from "./options/options.ts";
import { timeZoneOf } from "./options/time-zone.ts";

/** `annotate`, the default command: passes logs through and explains every code where it stands. */
export function createAnnotateCommand(io: Io): CommandModule {
  return {
    command: ["annotate [files..]", "$0"],
    describe: "Explain every code in logs where it stands, and count it (the default)",
    builder: (yargs: Argv) =>
      yargs
        .positional("files", { type: "string", array: true, describe: "Logs to read; none or -: standard input" })
        .options(annotateOptions)
        .example("tail -f app.log | $0", "watch a log, explained as it grows")
        .example("$0 app.log --style below", "why and what to do, under each line")
        .example("$0 app.log -o --no-store", "only the lines with a code; count nothing")
        .example("$0 app.log --format json | jq .findings", "one JSON object per line with a code") as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<AnnotateArguments>),
  };
}

const annotateOptions = {
  style: {
    choices: Object.keys(styles) as StyleName[],
    default: "inline" as StyleName,
    requiresArg: true,
    group: "Output:",
    describe: "Explain behind the code, at the end of the line, or in lines below it",
  },
  format: {
    choices: ["text", "json"] as const,
    default: "text" as const,
    requiresArg: true,
    group: "Output:",
    describe: "The log with annotations, or one JSON object per line with findings",
  },
  "only-matching": {
    alias: "o",
    type: "boolean",
    group: "Output:",
    describe: "Leave out the lines without a code",
  },
  lang: langOption,
  color: colorOption,
  ...readingOptions,
  catalogue: catalogueOption,
  tz: tzOption,
  store: storeOption,
  samples: samplesOption,
  source: sourceOption,
  host: hostOption,
} as const;

/** Counts without a word. */
const SILENT: Renderer = { plain: () => "", annotated: () => "" };

interface AnnotateArguments extends ReadingArguments {
  readonly files?: readonly string[];
  readonly style: StyleName;
  readonly format: "text" | "json";
  readonly onlyMatching?: boolean;
  readonly lang?: Language;
  readonly color: Color;
  readonly catalogue?: string;
  readonly tz?: string;
  /** False for `--no-store`. */
  readonly store?: string | false;
  readonly samples: boolean;
}

async function run(io: Io, args: AnnotateArguments): Promise<void> {
  const zone = timeZoneOf(args.tz);
  const catalogue = await catalogueOf(args.catalogue);
  const language = languageOf(io, args.lang);
  const options = fileOptionsOf(io, args);
  const stages = {
    ...findingStages(args, catalogue),
    renderer: createRenderer({
      pen: createPen({
        catalogue,
        language,
        color: useColor(io, io.stdout, args.color),
        terminal: io.stdout.isTTY === true,
      }),
      style: args.style,
      format: args.format,
      onlyMatching: args.onlyMatching === true,
    }),
  };
  const counting = await openCounting(io, args.store, catalogue, { samples: args.samples, zone });
  if (readsTerminal(io, args)) await write(io.stderr, "wsa-annotate: reading from the terminal; --help tells more\n");
  const one = (open: () => Source, signal: AbortSignal, shown = true) => {
    const clock = createClock({ zone, now: io.now });
    const renderer = shown ? stages.renderer : SILENT;
    return annotateOne(io, { open, stages: { ...stages, renderer, clock }, counting, signal });
  };
  if (args.follow === true) await followAll(io, args, options, one);
  else {
    for (const open of await sourcesOf(io, args, options)) {
      if (io.signal.aborted || (await one(open, io.signal)) === "unwanted") break;
    }
  }
  const totals = await counting.close();
  if (io.signal.aborted || io.stderr.isTTY) await write(io.stderr, closingMessage(totals));
}

type Outcome = "read" | "failed" | "unwanted";

interface Annotating {
  readonly open: () => Source;
  readonly stages: Omit<Stages, "tally">;
  readonly counting: Counting;
  readonly signal: AbortSignal;
}

/** Follows until it is interrupted, or nobody reads the output any more. */
async function followAll(
  io: Io,
  args: AnnotateArguments,
  options: LogOptions,
  one: (open: () => Source, signal: AbortSignal, shown?: boolean) => Promise<Outcome>,
): Promise<void> {
  const unwanted = new AbortController();
  const signal = AbortSignal.any([io.signal, unwanted.signal]);
  setMaxListeners(0, io.stdout, signal);
  const visit = async (open: () => Source, shown: boolean) => {
    if ((await one(open, signal, shown)) === "unwanted") unwanted.abort();
  };
  const files = (args.files ?? []).filter((file) => file !== STANDARD_INPUT);
  const reading =
    files.length < (args.files?.length || 1) ? visit(() => standardInput(io, options, passing(options)), true) : null;
  if (files.length > 0) {
    await followLogs(files, {
      windows: io.platform === "win32",
      options,
      signal,
      visit: (source, past) => visit(() => source, !past),
      fail: (error) => write(io.stderr, formatError(error, false)),
    });
  }
  await reading;
}

/** Annotates one source and reports its failure; `unwanted` when nobody reads the output any more. */
async function annotateOne(io: Io, how: Annotating): Promise<Outcome> {
  const { open, stages, counting, signal } = how;
  let log: LogCount | null = null;
  let read = false;
  try {
    const source = open();
    log = counting.begin(source);
    await readLog(source, { ...stages, tally: log.tally }, io.stdout, signal);
    read = true;
    return "read";
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === "EPIPE") return "unwanted";
    if (syscall === "write") throw error;
    raise(io, 2);
    await write(io.stderr, formatError(error, false));
    return "failed";
  } finally {
    await log?.end(read && !signal.aborted);
  }
}

function closingMessage({ store, occurrences, codes, already }: Totals): string {
  const what = `${occurrences} occurrence${occurrences === 1 ? "" : "s"} of ${codes.size} code${codes.size === 1 ? "" : "s"}`;
  if (store === null) return `wsa-annotate: ${what} found, not counted\n`;
  const known = already > 0 ? `, ${already} more were counted before` : "";
  return `wsa-annotate: ${what} counted in ${store}${known}\n`;
}

function readsTerminal(io: Io, args: AnnotateArguments): boolean {
  return io.stdin.isTTY === true && io.stderr.isTTY === true && !args.files?.length;
}

/** What opens each source in turn; a pattern is opened into the files that match it. */
async function sourcesOf(io: Io, args: AnnotateArguments, options: LogOptions): Promise<(() => Source)[]> {
  const sources: (() => Source)[] = [];
  for (const input of args.files?.length ? args.files : [STANDARD_INPUT]) {
    if (input === STANDARD_INPUT) sources.push(() => standardInput(io, options, passing(options)));
    else if (!(await isPattern(input, io.platform === "win32"))) sources.push(() => openFileSource(input, options));
    else {
      const { files, failures } = await findLogs([input], io.platform === "win32");
      for (const { path } of files) sources.push(() => openFileSource(path, options));
      for (const failure of failures) sources.push(() => refuse(failure));
    }
  }
  return sources;
}

/** Standard input passes through as it is, unless its encoding is named. */
function passing({ encoding }: LogOptions): Encoding {
  return encoding === "auto" ? "bytes" : encoding;
}

function refuse(failure: Error): never {
  throw failure;
}
