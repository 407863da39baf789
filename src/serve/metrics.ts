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
  for (const { n, ...labels } of await store.read<OccurrencesRow>(occurrencesSql)) occurrences.inc(labels, n);

  const last = new Gauge({ ...lastMetric, registers });
  for (const { second, ...labels } of await store.read<LastRow>(lastSql)) last.set(labels, second);

  const [runs = {}] = await store.read<Record<string, number>>(runsSql);
  for (const [column, help] of runMetrics)
    new Counter({ name: `wsa_${column}_total`, help, registers }).inc(runs[column] ?? 0);
  return await registry.metrics();
}

interface OccurrencesRow {
  readonly code: number;
  readonly name: string;
  readonly source: string;
  readonly host: string;
  readonly n: number;
}

interface LastRow {
  readonly code: number;
  readonly name: string;
  readonly second: number;
}

const occurrencesMetric = {
  name: "wsa_occurrences_total",
  help: "Lines that name a Winsock error code, each line and code once.",
  labelNames: ["code", "name", "source", "host"],
} as const satisfies MetricConfiguration<string>;

const occurrencesSql = `
  SELECT counts.code AS code, coalesce(codes.name, '') AS name, sources.name AS source, sources.host AS host, sum(n) AS n
  FROM counts
  JOIN generations ON generations.id = generation_id
  JOIN sources ON sources.id = source_id
  LEFT JOIN codes ON codes.code = counts.code
  GROUP BY counts.code, sources.id
  ORDER BY counts.code, sources.name, sources.host`;

const lastMetric = {
  name: "wsa_last_occurrence_timestamp_seconds",
  help: "The latest minute, by the logs' own clocks, in which a line named the code.",
  labelNames: ["code", "name"],
} as const satisfies MetricConfiguration<string>;

const lastSql = `
  SELECT counts.code AS code, coalesce(codes.name, '') AS name, max(minute) AS second
  FROM counts LEFT JOIN codes ON codes.code = counts.code
  WHERE minute > 0
  GROUP BY counts.code
  ORDER BY counts.code`;

const runMetrics = [
  ["runs", "Runs that counted something."],
  ["read_bytes", "Bytes of logs, counted for the first time."],
  ["read_lines", "Lines of logs, counted for the first time."],
  ["lost_bytes", "Bytes that were counted and then cut off or rewritten, so that lines may have been missed."],
] as const;

const runsSql = `
  SELECT count(*) AS runs, coalesce(sum(bytes), 0) AS read_bytes, coalesce(sum(lines), 0) AS read_lines,
    coalesce(sum(lost_bytes), 0) AS lost_bytes
  FROM runs`;
