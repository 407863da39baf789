import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { WsaError } from "../error.ts";
import { trendFormats } from "../report/formats/trend-formats.ts";
import { withStoredNames } from "../report/model/stored-names.ts";
import { buildTrend } from "../report/model/trend.ts";
import type { Bucket } from "../report/time/buckets.ts";
import { parsePeriod } from "../report/time/parse-period.ts";
import { timeZoneOf } from "../report/time/time-zone.ts";
import { type Io, widthOf, write } from "../terminal/io.ts";
import { say } from "../wording.ts";
import { catalogueOf, catalogueOption } from "./options/catalogue.ts";
import { checkCodesFirst, codesOf } from "./options/codes.ts";
import { hostOption, sourceOption } from "./options/log-name.ts";
import { sinceOption, untilOption } from "./options/period.ts";
import { openForReading, storeOption } from "./options/store.ts";
import { tzOption } from "./options/time-zone.ts";

/** `trend`: occurrences over time, one row for each bucket of time, such as an hour or a day. */
export function createTrendCommand(io: Io): CommandModule {
  return {
    command: "trend [codes..]",
    describe: "Occurrences over time, steps without any included",
    builder: (yargs: Argv) =>
      yargs
        .positional("codes", { type: "string", array: true, describe: "Numbers or names; none: all codes together" })
        .options(trendOptions)
        .example("$0 trend 10054 10061 --bucket 1h --since yesterday", "two codes, hour by hour")
        .example("$0 trend WSAECONNRESET --bucket 1d --since 4w --format csv", "a month for a spreadsheet") as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<TrendArguments>),
  };
}

const trendOptions = {
  bucket: {
    type: "string",
    requiresArg: true,
    group: "Time:",
    describe: "Length of a step: 15m, 1h, 6h, 1d, 1w (weeks begin on Mondays)",
    defaultDescription: "what gives at most 48 rows",
  },
  since: sinceOption,
  until: untilOption,
  tz: tzOption,
  format: {
    choices: trendFormats.map(({ name }) => name),
    default: "text",
    requiresArg: true,
    group: "Output:",
    describe: "How to write the trend",
  },
  catalogue: catalogueOption,
  store: storeOption,
  source: { ...sourceOption, describe: "Only this log" },
  host: { ...hostOption, describe: "Only the logs of this machine" },
} as const;

interface TrendArguments {
  readonly codes?: readonly string[];
  readonly bucket?: string;
  readonly since?: string;
  readonly until?: string;
  readonly tz?: string;
  readonly format: string;
  readonly catalogue?: string;
  readonly store?: string;
  readonly source?: string;
  readonly host?: string;
}

async function run(io: Io, args: TrendArguments): Promise<void> {
  const format = trendFormats.find(({ name }) => name === args.format) ?? trendFormats[0];
  const period = parsePeriod(args, timeZoneOf(args.tz), io.now());
  const bucket = args.bucket === undefined ? null : parseBucket(args.bucket);
  const catalogue = await catalogueOf(args.catalogue);
  const scope = { period, source: args.source ?? null, host: args.host ?? null };
  const store = await openForReading(io, args.store).catch(checkCodesFirst(args.codes ?? [], catalogue));
  try {
    const codes = args.codes?.length ? codesOf(args.codes, await withStoredNames(catalogue, store)) : null;
    const trend = await buildTrend(store, { scope, codes, bucket, nowMs: io.now() });
    const options = { width: widthOf(io.stdout), color: false, lang: io.lang };
    await write(io.stdout, format.render(trend, options));
  } finally {
    await store.close();
  }
}

function parseBucket(text: string): Bucket {
  const [, amount, unit = ""] = /^(\d{1,4})([mhdw])$/.exec(text) ?? [];
  const n = Number(amount) * (unit === "h" ? 60 : unit === "w" ? 7 : 1);
  const bucket = unit === "d" || unit === "w" ? { days: n } : { minutes: n };
  if (!(n > 0) || ("minutes" in bucket && 1440 % n !== 0))
    throw new WsaError("usage", `--bucket ${text}`, say`not a length that days can be cut into`, {
      hint: say`give minutes or hours that divide a day, days or weeks: 15m, 1h, 6h, 1d, 1w`,
    });
  return bucket;
}
