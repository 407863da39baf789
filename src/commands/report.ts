import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { buildReport } from "../report/build.ts";
import { formats } from "../report/index.ts";
import { catalogueOf, catalogueOption } from "./catalogue.ts";
import { type Io, write } from "./io.ts";
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
  widthOf,
} from "./options.ts";
import { parsePeriod, sinceOption, untilOption } from "./period.ts";
import { openForReading } from "./reading.ts";

/** `report`: what broke, how often, since when, towards whom, and what to do first. */
export function createReportCommand(io: Io): CommandModule {
  return {
    command: "report",
    describe: "What broke, how often, since when, towards whom, and what to do",
    builder: (yargs: Argv) =>
      yargs
        .options(reportOptions)
        .example("$0 report --since yesterday", "from the start of yesterday")
        .example("$0 report --since 2026-11-20 --until 2026-11-21", "all of 20 November")
        .example("$0 report --since 7d --format markdown", "for an issue or a chat")
        .epilogue(
          "Counts are kept by the minute and by the logs' own clocks. Endpoints are kept by UTC day: a period shows those of " +
            "every UTC day that it touches, in full. Occurrences without a time are part of a report without --since and --until only.",
        ) as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<ReportArguments>),
  };
}

const reportOptions = {
  since: sinceOption,
  until: untilOption,
  tz: tzOption,
  format: {
    choices: formats.map(({ name }) => name),
    default: "text",
    requiresArg: true,
    group: "Output:",
    describe: "How to write the report",
  },
  lang: langOption,
  color: colorOption,
  catalogue: catalogueOption,
  store: storeOption,
  source: { ...sourceOption, describe: "Only this log" },
  host: { ...hostOption, describe: "Only the logs of this machine" },
} as const;

interface ReportArguments {
  readonly since?: string;
  readonly until?: string;
  readonly tz?: string;
  readonly format: string;
  readonly lang?: "en" | "zh";
  readonly color: Color;
  readonly catalogue?: string;
  readonly store?: string;
  readonly source?: string;
  readonly host?: string;
}

async function run(io: Io, args: ReportArguments): Promise<void> {
  const format = formats.find(({ name }) => name === args.format) ?? formats[0];
  const period = parsePeriod(args, timeZoneOf(args.tz), io.now());
  const scope = { period, source: args.source ?? null, host: args.host ?? null };
  const catalogue = await catalogueOf(args.catalogue);
  const store = await openForReading(io, args.store);
  try {
    const report = await buildReport(store, { catalogue, scope, lang: languageOf(io, args.lang) });
    await write(
      io.stdout,
      format.render(report, { width: widthOf(io.stdout), color: useColor(io, io.stdout, args.color) }),
    );
  } finally {
    await store.close();
  }
}
