// What a store has counted, as figures for other systems: Prometheus fetches them (prometheus.ts), or they are pushed to
// an OpenTelemetry collector (push.ts, otlp.ts). To add a figure, write it below with its name in both; the tests ask
// that a collector makes the one of the other.

import type { Questions } from "../store/questions.ts";
import type { Metric } from "./metric.ts";

/** Every figure of a store, as it is now. */
export async function readMetrics(store: Questions): Promise<readonly Metric[]> {
  const { runs, bytes, lines, lostBytes, setAside, lostMessages } = await store.runTotals();
  const occurrences = await store.occurrencesBySource();
  const last = await store.lastOccurrences();
  const lags = await store.lags();
  return [
    {
      kind: "counter",
      prometheus: "wsa_occurrences_total",
      otlp: { name: "wsa.occurrences", unit: "{occurrence}" },
      help: "Lines that name a Winsock error code, each line and code once.",
      labels: ["code", "name", "source", "host"],
      points: occurrences.map(({ n, ...labels }) => ({ labels, value: n })),
    },
    {
      kind: "gauge",
      prometheus: "wsa_last_occurrence_timestamp_seconds",
      otlp: { name: "wsa.last_occurrence.timestamp", unit: "s" },
      help: "The latest minute, by the logs' own clocks, in which a line named the code.",
      labels: ["code", "name"],
      points: last.map(({ minute, ...labels }) => ({ labels, value: minute })),
    },
    {
      kind: "counter",
      prometheus: "wsa_runs_total",
      otlp: { name: "wsa.runs", unit: "{run}" },
      help: "Runs that counted something.",
      ...alone(runs),
    },
    {
      kind: "counter",
      prometheus: "wsa_read_bytes_total",
      otlp: { name: "wsa.read", unit: "By" },
      help: "Bytes of logs, counted for the first time.",
      ...alone(bytes),
    },
    {
      kind: "counter",
      prometheus: "wsa_read_lines_total",
      otlp: { name: "wsa.read_lines", unit: "{line}" },
      help: "Lines of logs, counted for the first time.",
      ...alone(lines),
    },
    {
      kind: "counter",
      prometheus: "wsa_lost_bytes_total",
      otlp: { name: "wsa.lost", unit: "By" },
      help: "Bytes that were counted and then cut off or rewritten, so that lines may have been missed.",
      ...alone(lostBytes),
    },
    {
      kind: "counter",
      prometheus: "wsa_messages_set_aside_total",
      otlp: { name: "wsa.messages_set_aside", unit: "{message}" },
      help: "Messages of brokers that could not be read.",
      ...alone(setAside),
    },
    {
      kind: "counter",
      prometheus: "wsa_lost_messages_total",
      otlp: { name: "wsa.lost_messages", unit: "{message}" },
      help: "Messages that their brokers had removed before they were read.",
      ...alone(lostMessages),
    },
    {
      kind: "gauge",
      prometheus: "wsa_stream_lag_messages",
      otlp: { name: "wsa.stream.lag_messages", unit: "{message}" },
      help: "Messages of a stream's partition that were not counted yet when it was counted last.",
      labels: ["partition"],
      points: lags.map(({ partition, messages }) => ({ labels: { partition }, value: messages })),
    },
    {
      kind: "gauge",
      prometheus: "wsa_stream_counted_timestamp_seconds",
      otlp: { name: "wsa.stream.counted.timestamp", unit: "s" },
      help: "When a stream's partition was counted last.",
      labels: ["partition"],
      points: lags.map(({ partition, at }) => ({ labels: { partition }, value: at })),
    },
  ];
}

const alone = (value: number) => ({ labels: [], points: [{ labels: {}, value }] });
