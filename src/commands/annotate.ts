import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { type StyleName, styles } from "../annotate/index.ts";
import { createPen } from "../annotate/pen.ts";
import { createRenderer } from "../annotate/renderer.ts";
import { createClock } from "../line/index.ts";
import { annotate, type Stages } from "../pipeline.ts";
import { recognisers } from "../recognise/index.ts";
import { createRecognise } from "../recognise/recognise.ts";
import { createSieve } from "../sieve/index.ts";
import { createFileSource, createStdinSource, type Source } from "../sources/index.ts";
import { catalogueOf, catalogueOption } from "./catalogue.ts";
import { openCounting, type Totals } from "./counting.ts";
import { formatError } from "./errors.ts";
import { type Io, raise, STANDARD_INPUT, write } from "./io.ts";
import {
  type Color,
  colorOption,
  hostOption,
  langOption,
  languageOf,
  sourceOption,
  storeOption,
  timeZoneOf,
  tzOption,
  useColor,
} from "./options.ts";

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
  strict: { type: "boolean", group: "Recognising:", describe: "Only what the spelling alone proves" },
  "posix-names": {
    type: "boolean",
    group: "Recognising:",
    describe: "Take ECONNRESET and its like for Winsock errors even where the line does not show Windows",
  },
  catalogue: catalogueOption,
  tz: tzOption,
  store: storeOption,
  source: sourceOption,
  host: hostOption,
} as const;

interface AnnotateArguments {
  readonly files?: readonly string[];
  readonly style: StyleName;
  readonly format: "text" | "json";
  readonly onlyMatching?: boolean;
  readonly lang?: "en" | "zh";
  readonly color: Color;
  readonly strict?: boolean;
  readonly posixNames?: boolean;
  readonly catalogue?: string;
  readonly tz?: string;
  /** False for `--no-store`. */
  readonly store?: string | false;
  readonly source?: string;
  readonly host?: string;
}

async function run(io: Io, args: AnnotateArguments): Promise<void> {
  const zone = timeZoneOf(args.tz);
  const catalogue = await catalogueOf(args.catalogue);
  const language = languageOf(io, args.lang);
  const stages = {
    sieve: createSieve(recognisers.flatMap(({ fingerprints }) => fingerprints)),
    recognise: createRecognise({
      strict: args.strict === true,
      posixNames: args.posixNames === true,
      catalogue: catalogue.entries,
    }),
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
  const counting = await openCounting(io, args.store, catalogue);
  if (readsTerminal(io, args)) await write(io.stderr, "wsa-annotate: reading from the terminal; --help tells more\n");
  for (const source of sourcesOf(io, args)) {
    if (io.signal.aborted) break;
    const clock = createClock({ zone, now: io.now });
    const log = counting.begin(source);
    const outcome = await annotateOne(io, source, { ...stages, clock, tally: log.tally });
    await log.end(outcome === "read" && !io.signal.aborted);
    if (outcome === "unwanted") break;
  }
  const totals = await counting.close();
  if (io.signal.aborted || io.stderr.isTTY) await write(io.stderr, closingMessage(totals));
}

/** Annotates one source and reports its failure; `unwanted` when nobody reads the output any more. */
async function annotateOne(io: Io, source: Source, stages: Stages): Promise<"read" | "failed" | "unwanted"> {
  try {
    await annotate(source, stages, io.stdout, io.signal);
    return "read";
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === "EPIPE") return "unwanted";
    if (syscall === "write") throw error;
    raise(io, 2);
    await write(io.stderr, formatError(error, false));
    return "failed";
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

function sourcesOf(io: Io, args: AnnotateArguments): Source[] {
  const host = args.host ?? io.hostname;
  const files = args.files?.length ? args.files : [STANDARD_INPUT];
  return files.map((file) =>
    file === STANDARD_INPUT
      ? createStdinSource(io.stdin, io.stdinIsLive, host, args.source)
      : createFileSource(file, host, args.source),
  );
}
