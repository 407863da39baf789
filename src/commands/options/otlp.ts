import type { Options } from "yargs";
import { WsaError } from "../../error.ts";
import type { Push } from "../../metrics/push.ts";
import type { Questions } from "../../store/questions.ts";
import { formatError } from "../../terminal/format-error.ts";
import { type Io, raise } from "../../terminal/io.ts";
import { version } from "../../version.ts";
import { say } from "../../wording.ts";

/** `--otlp` and `--otlp-endpoint`: the counts for an OpenTelemetry collector. */
export const otlpOptions = {
  otlp: {
    type: "boolean",
    group: "OpenTelemetry:",
    describe: "Push the counts over HTTP to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names",
    defaultDescription: "http://localhost:4318",
  },
  "otlp-endpoint": {
    type: "string",
    requiresArg: true,
    group: "OpenTelemetry:",
    describe: "Push them to this collector: http://collector:4318",
  },
} as const satisfies Record<string, Options>;

export interface OtlpArguments {
  readonly otlp?: boolean;
  readonly otlpEndpoint?: string;
}

/** What pushes the counts of a store, where that is asked for. Throws a WsaError `usage` for what is no address. */
export async function pushOf(
  io: Io,
  { otlp = false, otlpEndpoint }: OtlpArguments,
  store: () => Questions | null,
): Promise<Push | null> {
  if (!otlp && otlpEndpoint === undefined) return null;
  const url = urlOf(io, otlpEndpoint);
  const { createPush } = await import("../../metrics/push.ts");
  const failed = (error: WsaError) => {
    raise(io, 2);
    io.stderr.write(formatError(error, io.lang));
  };
  return createPush({ url, store, host: io.hostname, version, now: io.now, failed });
}

/** How often a run that goes on pushes, in milliseconds. */
export function pushIntervalOf({ env }: Io): number {
  const { OTEL_METRIC_EXPORT_INTERVAL: interval = "" } = env;
  return /^[1-9]\d{0,8}$/.test(interval) ? Number(interval) : 60_000;
}

/** An endpoint for all signals is where the path of the metrics begins; one for metrics alone is taken as it is. */
function urlOf({ env }: Io, endpoint: string | undefined): string {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all = "", OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: own = "" } = env;
  if (endpoint !== undefined) return checked(withPath(endpoint), `--otlp-endpoint ${endpoint}`);
  if (own !== "") return checked(own, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");
  if (all !== "") return checked(withPath(all), "OTEL_EXPORTER_OTLP_ENDPOINT");
  return withPath("http://localhost:4318");
}

const PATH = "/v1/metrics";

const withPath = (endpoint: string): string => {
  const base = endpoint.replace(/\/+$/, "");
  return base.endsWith(PATH) ? base : base + PATH;
};

function checked(url: string, subject: string): string {
  if (/^https?:\/\/[^/]/i.test(url) && URL.canParse(url)) return url;
  throw new WsaError("usage", subject, say`no address of a collector`, {
    hint: say`for example: http://localhost:4318`,
  });
}
