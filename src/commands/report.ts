import { extname } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { WsaError } from "../error.ts";
import { formats } from "../report/formats/index.ts";
import type { ReportFormat } from "../report/formats/report-format.ts";
import { type GateCondition, parseCondition, reasonsToFail } from "../report/lines/gate.ts";
import { buildReport } from "../report/model/build-report.ts";
import { withStoredNames } from "../report/model/stored-names.ts";
import { timeZoneOf } from "../report/time/time-zone.ts";
import type { Store } from "../store/store.ts";
import { type Io, raise, tell, widthOf, write } from "../terminal/io.ts";
import { writeWhole } from "../terminal/output-file.ts";
import { nearestNames } from "../text/nearest-names.ts";
import { visible } from "../text/visible.ts";
import { anyOf, say, type Wording } from "../wording.ts";
import { catalogueOf, catalogueOption } from "./options/catalogue.ts";
import { type Color, colorOption, useColor } from "./options/color.ts";
import { codeOption, endpointOption, type Limits, operationOption, scopeOf } from "./options/limits.ts";
import { hostOption, sourceOption } from "./options/log-name.ts";
import { sinceOption, untilOption } from "./options/period.ts";
import { openForReading, storeOption } from "./options/store.ts";
import { tzOption } from "./options/time-zone.ts";

/** `report`: what broke, how often, since when, to which endpoint, and what to do first. */
export function createReportCommand(io: Io): CommandModule {
  return {
    command: "report",
    describe: "What broke, how often, since when, towards whom, and what to do",
    builder: (yargs: Argv) =>
      yargs
        .options(reportOptions)
        .example("$0 report --since yesterday", "from the start of yesterday")
        .example("$0 report --since 2026-11-20 --until 2026-11-21", "all of 20 November")
        .example("$0 report --since 24h --code 10061 --endpoint db-2:5432", "one failure and one machine")
        .example("$0 report --since 7d --format markdown", "for an issue or a chat")
        .example("$0 report --since yesterday --until today --output night.html", "one page for a browser")
        .example("$0 report --since 7d --to me@example.com --output week.eml", "a mail")
        .example('$0 report --since 24h --fail-on new --fail-on "10061 > 100"', "exit code 1 and the reasons")
        .epilogue(
          "Counts are kept by the minute and by the logs' own clocks. " +
            "Occurrences without a time are part of a report without --since and --until only.",
        ) as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<ReportArguments>),
  };
}

const knownEndings = formats.flatMap(({ endings }) => endings).join(" ");

const reportOptions = {
  since: sinceOption,
  until: untilOption,
  tz: tzOption,
  code: codeOption,
  endpoint: endpointOption,
  operation: operationOption,
  source: { ...sourceOption, group: "Only:", describe: "Only this log" },
  host: { ...hostOption, group: "Only:", describe: "Only the logs of this machine" },
  format: {
    choices: formats.map(({ name }) => name),
    requiresArg: true,
    group: "Output:",
    describe: "How to write the report",
    defaultDescription: "from the ending of --output, else text",
  },
  output: {
    alias: "o",
    type: "string",
    requiresArg: true,
    group: "Output:",
    describe: `Write to this file, all or nothing; the endings ${knownEndings} choose the format`,
  },
  to: { type: "string", requiresArg: true, group: "Output:", describe: "Whom --format mime writes to" },
  from: { type: "string", requiresArg: true, group: "Output:", describe: "Whom --format mime writes as" },
  "fail-on": {
    type: "string",
    array: true,
    nargs: 1,
    requiresArg: true,
    group: "Gate:",
    describe:
      'Exit with 1 and the reasons: new, spike, incident, "10061 > 100", "WSAETIMEDOUT > 0", "total > 1000". Repeatable',
  },
  color: colorOption,
  catalogue: catalogueOption,
  store: storeOption,
} as const;

interface ReportArguments extends Limits {
  readonly tz?: string;
  readonly format?: string;
  readonly output?: string;
  readonly to?: string;
  readonly from?: string;
  readonly failOn?: readonly string[];
  readonly color: Color;
  readonly catalogue?: string;
  readonly store?: string;
}

async function run(io: Io, args: ReportArguments): Promise<void> {
  const format = formatOf(args);
  const scopeIn = scopeOf(args, timeZoneOf(args.tz), io.now());
  const given = await catalogueOf(args.catalogue);
  const store = await openForReading(io, args.store);
  try {
    const catalogue = await withStoredNames(given, store);
    const scope = scopeIn(catalogue);
    const conditions = (args.failOn ?? []).map((text) => conditionOf(text, catalogue));
    const options = { catalogue, scope, lang: io.lang, nowMs: io.now() };
    const report = await store.snapshot((reader) => buildReport(reader, options));
    const mail = { to: args.to, from: args.from };
    if (args.output === undefined) {
      const color = useColor(io, io.stdout, args.color);
      await write(io.stdout, await format.render(report, { width: widthOf(io.stdout), color, mail }));
    } else {
      await writeWhole(args.output, await format.render(report, { width: 80, color: args.color === "always", mail }));
    }
    if (args.endpoint !== undefined && report.totals.occurrences === 0) await noteUnknown(io, store, args.endpoint);
    await writeReasons(io, reasonsToFail(report, conditions));
  } finally {
    await store.close();
  }
}

/** The given format, else the one of the file's ending; text without one. */
function formatOf({ format, output = "" }: ReportArguments): ReportFormat {
  const ending = extname(output).toLowerCase();
  const found = formats.find(({ name, endings }) =>
    format === undefined ? endings.includes(ending) : name === format,
  );
  if (found !== undefined || ending === "") return found ?? formats[0];
  throw new WsaError("usage", `--output ${output}`, say`no format has the ending ${ending}`, {
    hint: say`use one of ${knownEndings}, or name the format with --format`,
  });
}

function conditionOf(text: string, catalogue: Catalogue): GateCondition {
  const condition = parseCondition(text, (name) => {
    const entry = catalogue.byName(name) ?? catalogue.byCode(Number(name));
    return entry?.code ?? (/^\d{1,10}$/.test(name) ? Number(name) : undefined);
  });
  if (condition !== undefined) return condition;
  throw new WsaError("usage", `--fail-on ${text}`, say`not a condition`, {
    hint: say`give new, spike, incident, or a limit: "10061 > 100", "WSAETIMEDOUT > 0", "total > 1000"`,
  });
}

/** An endpoint is known by its failures alone, so one that none names is no error; but it may be misspelled. */
async function noteUnknown(io: Io, store: Store, endpoint: string): Promise<void> {
  const { endpoints } = await store.choices(MOST_ENDPOINTS);
  if (endpoints.includes(endpoint)) return;
  const near = nearestNames(endpoint, endpoints).map(visible);
  const none = say`report: nothing that was counted names ${visible(endpoint)}`;
  await tell(io, near.length === 0 ? none : say`${none}; did you mean ${anyOf(near)}?`);
}

const MOST_ENDPOINTS = 10_000;

async function writeReasons(io: Io, reasons: readonly Wording[]): Promise<void> {
  if (reasons.length === 0) return;
  raise(io, 1);
  for (const reason of reasons) await tell(io, say`${"report"}: ${reason}`);
}
