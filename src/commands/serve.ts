import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { WsaError } from "../error.ts";
import { timeZoneOf } from "../report/time/time-zone.ts";
import type { LivePage } from "../serve/index.ts";
import { openStore } from "../store/open-store.ts";
import { formatError } from "../terminal/format-error.ts";
import { type Io, tell, write } from "../terminal/io.ts";
import { openBrowser } from "../terminal/open-browser.ts";
import { withoutCredentials } from "../text/address.ts";
import { say } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import { catalogueOf, catalogueOption } from "./options/catalogue.ts";
import { scopeOf } from "./options/limits.ts";
import { type OtlpArguments, otlpOptions, pushIntervalOf, pushOf } from "./options/otlp.ts";
import { storeAddressOf, storeOption } from "./options/store.ts";
import { tzOption } from "./options/time-zone.ts";

/** `serve`: the report as a page that stays fresh, for this machine only. */
export function createServeCommand(io: Io): CommandModule {
  return {
    command: "serve",
    describe: "Show the report live in a browser on this machine",
    builder: (yargs: Argv) =>
      yargs
        .options(serveOptions)
        .example("$0 serve --open", "and open the page in the browser")
        .example("$0 serve --port 8080 --store counts.db", "a port and a store of your own")
        .example("$0 serve --otlp-endpoint http://collector:4318", "and push the counts every minute")
        .epilogue(
          "The page is renewed while annotate and ingest write the store. Its filters are in the address: " +
            "/?since=24h&code=10054,10061&source=app.log&host=web-1&endpoint=db:5432&operation=connect&tz=UTC&lang=zh. " +
            "The same filters work at /api/report (JSON), /report.csv, /report.md and /report.html; /metrics is for Prometheus. Only programs on this machine can ask, and only by " +
            "127.0.0.1 or localhost. Ctrl-C ends it.",
        ) as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<ServeArguments>),
  };
}

const DEFAULT_PORT = 7890;

const serveOptions = {
  port: {
    type: "string",
    requiresArg: true,
    group: "Page:",
    describe: "Port on 127.0.0.1; 0: any free one",
    defaultDescription: `${DEFAULT_PORT}, or any free one`,
  },
  "with-logs": {
    type: "boolean",
    default: false,
    group: "Page:",
    describe: "Show the lines around an occurrence, from the files that were counted",
  },
  open: { type: "boolean", default: false, group: "Page:", describe: "Open the page in the browser" },
  tz: tzOption,
  catalogue: catalogueOption,
  store: storeOption,
  ...otlpOptions,
} as const;

interface ServeArguments extends OtlpArguments {
  readonly port?: string;
  readonly open: boolean;
  readonly withLogs: boolean;
  readonly tz?: string;
  readonly catalogue?: string;
  readonly store?: string;
}

async function run(io: Io, args: ServeArguments): Promise<void> {
  const address = storeAddressOf(io, args.store);
  const zone = timeZoneOf(args.tz);
  const catalogue = await catalogueOf(args.catalogue);
  const push = await pushOf(io, args, () => (page.store instanceof WsaError ? null : page.store));
  const { openLivePage } = await import("../serve/index.ts");
  const page = await openOn(portOf(args), (port) =>
    openLivePage({
      port,
      open: () => openStore(address, { readOnly: true, codes: [], busyTimeoutMs: 2000 }),
      withLogs: args.withLogs,
      catalogue,
      lang: io.lang,
      now: io.now,
      scopeOf: (filter, known) =>
        scopeOf({ ...filter, code: [filter.code] }, filter.tz === "" ? zone : timeZoneOf(filter.tz), io.now())(known),
      inLanguage,
      failed: (error) => io.stderr.write(formatError(error, io.lang)),
    }),
  );
  const url = `http://127.0.0.1:${page.port}/`;
  await write(io.stdout, `${url}\n`);
  await tell(io, say`${withoutCredentials(address)}: shown live at ${url}; Ctrl-C ends it`);
  if (args.open) openBrowser(io, url);
  push?.repeat(pushIntervalOf(io));
  await aborted(io.signal);
  await push?.close();
  await page.close();
}

function portOf({ port }: ServeArguments): number | undefined {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    return port === undefined ? undefined : Number(port);
  }
  throw new WsaError("usage", `--port ${port}`, say`not a port`, { hint: say`give a number from 0 to 65535` });
}

/** Opens on the given port and no other; without one, on the usual port or any that is free. */
async function openOn(port: number | undefined, open: (port: number) => Promise<LivePage>): Promise<LivePage> {
  try {
    return await open(port ?? DEFAULT_PORT);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    if (port === undefined) return await open(0);
    const message = code === "EACCES" ? say`this port may not be used` : say`another program uses this port`;
    throw new WsaError("usage", `--port ${port}`, message, {
      hint: say`give another one, or 0 for any free one`,
      cause: error,
    });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
