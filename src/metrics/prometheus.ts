import { Counter, Gauge, Registry } from "prom-client";
import { WsaError } from "../error.ts";
import type { Questions } from "../store/questions.ts";
import { readMetrics } from "./index.ts";

/** The content type of `metricsText`. */
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * What the store has counted, in Prometheus' text format. The counters are read from the store, so they go on where they
 * were after a restart; when there is no store to read, `wsa_store_up` is 0 and alone.
 */
export async function metricsText(store: Questions | WsaError): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const up = new Gauge({ name: "wsa_store_up", help: "1 when the store can be read, else 0.", registers });
  if (store instanceof WsaError) return await registry.metrics();
  up.set(1);
  for (const { kind, prometheus: name, help, labels: labelNames, points } of await readMetrics(store)) {
    const metric = new (kind === "counter" ? Counter : Gauge)({ name, help, labelNames, registers });
    for (const { labels, value } of points) metric.inc(labels, value);
  }
  return await registry.metrics();
}
