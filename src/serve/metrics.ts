import { Counter, Gauge, type MetricConfiguration, Registry } from "prom-client";
import { WsaError } from "../error.ts";
import type { Store } from "../store/store.ts";

/** The content type of `metricsText`. */
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * What the store has counted, in Prometheus' text format. The counters are read from the store, so they go on where they
 * were after a restart; when there is no store to read, `wsa_store_up` is 0 and alone.
 */
export async function metricsText(store: Store | WsaError): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const up = new Gauge({ name: "wsa_store_up", help: "1 when the store can be read, else 0.", registers });
  if (store instanceof WsaError) return await registry.metrics();
  up.set(1);

  const occurrences = new Counter({ ...occurrencesMetric, registers });
  for (const { n, ...labels } of await store.occurrencesBySource()) occurrences.inc(labels, n);

  const last = new Gauge({ ...lastMetric, registers });
  for (const { minute, ...labels } of await store.lastOccurrences()) last.set(labels, minute);

  const totals = await store.runTotals();
  for (const [figure, name, help] of runMetrics) new Counter({ name, help, registers }).inc(totals[figure]);
  return await registry.metrics();
}

const occurrencesMetric = {
  name: "wsa_occurrences_total",
  help: "Lines that name a Winsock error code, each line and code once.",
  labelNames: ["code", "name", "source", "host"],
} as const satisfies MetricConfiguration<string>;

const lastMetric = {
  name: "wsa_last_occurrence_timestamp_seconds",
  help: "The latest minute, by the logs' own clocks, in which a line named the code.",
  labelNames: ["code", "name"],
} as const satisfies MetricConfiguration<string>;

const runMetrics = [
  ["runs", "wsa_runs_total", "Runs that counted something."],
  ["bytes", "wsa_read_bytes_total", "Bytes of logs, counted for the first time."],
  ["lines", "wsa_read_lines_total", "Lines of logs, counted for the first time."],
  [
    "lostBytes",
    "wsa_lost_bytes_total",
    "Bytes that were counted and then cut off or rewritten, so that lines may have been missed.",
  ],
  ["setAside", "wsa_messages_set_aside_total", "Messages of brokers that could not be read."],
] as const;
