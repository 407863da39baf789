import type { Options } from "yargs";
import { WsaError } from "../../error.ts";
import type { ReadingOptions } from "../../ingest/ingest-options.ts";
import type { DateOrderChoice } from "../../line/time/date-order.ts";
import { machineZone } from "../../report/time/machine-zone.ts";
import { encodingOf } from "../../sources/encoding/encoding.ts";
import { hostFromPath } from "../../sources/file/host-from.ts";
import { unreadable } from "../../sources/file/unreadable.ts";
import type { LogInput } from "../../sources/log-input.ts";
import { createStdinSource } from "../../sources/stdin.ts";
import { type Io, STANDARD_INPUT } from "../../terminal/io.ts";
import { say } from "../../wording.ts";
import { catalogueOf, catalogueOption } from "./catalogue.ts";
import { dateOrderOption } from "./date-order.ts";
import { hostFromOption, hostOption, sourceOption } from "./log-name.ts";
import { durableOption, samplesOption, storeOption } from "./store.ts";
import { tzOption } from "./time-zone.ts";

/** The options of every command that reads logs: how bytes become text, what is recognised, and where it is counted. */
export const readingOptions = {
  follow: { alias: "f", type: "boolean", group: "Reading:", describe: "Go on as the logs grow and are rotated" },
  encoding: {
    type: "string",
    requiresArg: true,
    default: "auto",
    group: "Reading:",
    describe:
      "Encoding of the logs, such as gb18030, shift_jis or 1252; auto: UTF-8, and UTF-16 or UTF-32 where it is sure",
  },
  "max-decompressed": {
    type: "string",
    requiresArg: true,
    group: "Reading:",
    describe: "Refuse archives that hold more than this, such as 200G",
    defaultDescription: "64G, and a thousand times their size",
  },
  strict: { type: "boolean", group: "Recognising:", describe: "Only what the spelling alone proves" },
  "posix-names": {
    type: "boolean",
    group: "Recognising:",
    describe: "Take ECONNRESET and its like for Winsock errors even where the line does not show Windows",
  },
  catalogue: catalogueOption,
  tz: tzOption,
  "date-order": dateOrderOption,
  store: storeOption,
  samples: samplesOption,
  durable: durableOption,
  source: sourceOption,
  host: hostOption,
  "host-from": hostFromOption,
} as const satisfies Record<string, Options>;

/** What `readingOptions` arrive as. */
export interface ReadingArguments {
  readonly follow?: boolean;
  readonly encoding: string;
  readonly maxDecompressed?: string;
  readonly strict?: boolean;
  readonly posixNames?: boolean;
  readonly catalogue?: string;
  readonly tz?: string;
  readonly dateOrder: DateOrderChoice;
  /** False for `--no-store`. */
  readonly store?: string | false;
  readonly samples: boolean;
  readonly durable?: boolean;
  readonly source?: string;
  readonly host?: string;
  readonly hostFrom?: string;
}

/** How logs are read by these arguments; rejects with a WsaError when one makes no sense. */
export async function parseReading(io: Io, args: ReadingArguments) {
  const zone = await zoneOf(args.tz);
  const { encoding, strict, posixNames, samples, dateOrder } = args;
  encodingOf(encoding);
  if (args.hostFrom !== undefined) hostFromPath(args.hostFrom);
  const maxUnpackedBytes = maxUnpackedOf(args);
  const catalogue = await catalogueOf(args.catalogue);
  const entries = args.catalogue === undefined ? undefined : catalogue.entries;
  const reading: ReadingOptions = {
    ...{ host: args.host ?? io.hostname, hostIsNamed: args.host !== undefined, hostFrom: args.hostFrom },
    ...{ name: args.source, encoding, maxUnpackedBytes },
    ...{ strict, posixNames, entries, zone, dateOrder, samples },
  };
  return { reading, catalogue };
}

/** Zones are looked up by a large package, which most runs do without. */
async function zoneOf(tz: string | undefined): Promise<string> {
  return tz === undefined ? machineZone() : (await import("../../report/time/time-zone.ts")).timeZoneOf(tz);
}

/** What there is to read: paths as they are, and standard input, once, for `-`, in this encoding. */
export function inputsOf(
  io: Io,
  paths: readonly string[],
  { host, name }: Pick<ReadingOptions, "host" | "name">,
  encoding: string,
): LogInput[] {
  const fault = paths.includes(STANDARD_INPUT) ? io.stdinFault : null;
  // Nothing of a run that reads it is begun: not the store either.
  if (fault) throw unreadable("standard input", fault);
  const inputs = paths.filter((path, at) => path !== STANDARD_INPUT || paths.indexOf(path) === at);
  return inputs.map((path) =>
    path === STANDARD_INPUT
      ? createStdinSource(io.stdin, { live: io.stdinIsLive, host, name, encoding: encodingOf(encoding) })
      : path,
  );
}

/** The limit of archives in bytes, null for none; throws a WsaError `usage` for what is no size. */
export function maxUnpackedOf({ maxDecompressed }: Pick<ReadingArguments, "maxDecompressed">): number | null {
  return maxDecompressed === undefined ? null : parseSize("--max-decompressed", maxDecompressed);
}

function parseSize(flag: string, text: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?$/i.exec(text) ?? [];
  if (digits !== undefined) return Math.floor(Number(digits) * 1024 ** " kmgt".indexOf((unit || " ").toLowerCase()));
  throw new WsaError("usage", `${flag} ${text}`, say`is no size`, {
    hint: say`give a number of bytes, such as 500M or 20G`,
  });
}
