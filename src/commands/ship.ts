import { dirname, join } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { openPublisher } from "../ship/open-publisher.ts";
import type { Publisher } from "../ship/publisher.ts";
import { ship } from "../ship/ship.ts";
import { encodingOf } from "../sources/encoding/encoding.ts";
import type { FileOptions } from "../sources/file/file-source.ts";
import { hostFromPath } from "../sources/file/host-from.ts";
import { defaultStoreAddress, openStore } from "../store/open-store.ts";
import { type Io, write } from "../terminal/io.ts";
import { createShipReport } from "../terminal/ship-messages.ts";
import { version } from "../version.ts";
import { hostFromOption, hostOption, sourceOption } from "./options/log-name.ts";
import { inputsOf, maxUnpackedOf, readingOptions } from "./options/reading.ts";

/** `ship`: sends the lines of logs to a broker, each once. */
export function createShipCommand(io: Io): CommandModule {
  return {
    command: "ship <paths..>",
    describe: "Send the lines of logs to a broker, each once",
    builder: (yargs: Argv) =>
      yargs
        .positional("paths", {
          type: "string",
          array: true,
          describe: "Logs, folders, quoted patterns; -: standard input",
        })
        .options(shipOptions)
        .example("$0 ship logs/ --to nats://broker/LOGS --follow", "what is new and what comes, until Ctrl-C")
        .example('$0 ship "logs/**/*.log*" --to nats://broker/LOGS', "what is new, rotated and packed logs included")
        .example(
          '$0 ship app.log --to "nats://broker/LOGS?creds=ship.creds"',
          "with credentials; a certificate to trust is tls_ca=FILE",
        )
        .epilogue(
          "A position moves when the broker has stored the lines before it, and is known by content: a log may be rotated, " +
            "compressed and renamed, shipper and broker killed. What is sent twice has the same Nats-Msg-Id, which is " +
            "Wsa-Generation and Wsa-Offset: brokers drop it, and ingest passes over what it has. What standard input gives is " +
            "a new log in every run.",
        ) as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<ShipArguments>),
  };
}

const shipOptions = {
  to: {
    type: "string",
    requiresArg: true,
    demandOption: true,
    group: "Output:",
    describe: "Stream or subject of NATS's JetStream: nats://HOST/STREAM",
  },
  create: { type: "boolean", group: "Output:", describe: "Make the stream if there is none" },
  follow: readingOptions.follow,
  encoding: readingOptions.encoding,
  "max-decompressed": readingOptions["max-decompressed"],
  positions: {
    type: "string",
    requiresArg: true,
    group: "Store:",
    describe: "File that says how far each log was shipped to this stream",
    defaultDescription: "ship-STREAM.db beside the store",
  },
  source: sourceOption,
  host: hostOption,
  "host-from": hostFromOption,
} as const;

interface ShipArguments {
  readonly paths: readonly string[];
  readonly to: string;
  readonly create?: boolean;
  readonly follow?: boolean;
  readonly encoding: string;
  readonly maxDecompressed?: string;
  readonly positions?: string;
  readonly source?: string;
  readonly host?: string;
  readonly hostFrom?: string;
}

async function run(io: Io, args: ShipArguments): Promise<void> {
  const { paths, to, create = false, follow = false, encoding, source: name } = args;
  const host = args.host ?? io.hostname;
  const fileOptions: FileOptions = {
    ...{ host, hostIsNamed: args.host !== undefined, name },
    hostFrom: args.hostFrom === undefined ? undefined : hostFromPath(args.hostFrom),
    ...{ encoding: encodingOf(encoding), maxUnpackedBytes: maxUnpackedOf(args) },
  };
  const inputs = inputsOf(io, paths, { host, name }, encoding);
  const report = createShipReport(io);
  const publisher = await openPublisher(to, {
    ...{ env: io.env, create, patient: follow, signal: io.signal },
    waits: (error) => report.take({ kind: "broker-away", error }),
  });
  try {
    const positions = await openStore(args.positions ?? positionsOf(io, publisher), {
      codes: [],
      version,
      stop: io.signal,
    });
    const logs = await ship(inputs, {
      ...{ positions, publisher, fileOptions, follow, onEvent: report.take },
      ...{ signal: io.signal, now: io.now, windows: io.platform === "win32" },
    }).finally(() => positions.close());
    await write(io.stderr, report.summary(logs, publisher.subject));
  } finally {
    await publisher.close();
  }
}

/** Beside the user's own store, whatever store is used now. */
function positionsOf({ env, platform, home }: Io, { name }: Publisher): string {
  const { WSA_STORE: _, ...others } = env;
  const file = `ship-${name.replaceAll(/[^\w.-]/g, "_")}.db`;
  return join(dirname(defaultStoreAddress({ env: others, platform, home })), file);
}
