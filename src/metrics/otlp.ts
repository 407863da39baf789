import { type HrTime, ValueType } from "@opentelemetry/api";
import { millisToHrTime } from "@opentelemetry/core";
import { envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import {
  AggregationTemporality,
  DataPointType,
  type MetricData,
  type ResourceMetrics,
} from "@opentelemetry/sdk-metrics";
import type { Metric } from "./metric.ts";

/** Where figures come from. */
export interface Origin {
  readonly host: string;
  readonly version: string;
}

/**
 * Figures as OpenTelemetry has them. They count from the store's beginning, so a new run goes on with the series of the
 * one before. OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES name the origin otherwise.
 */
export function resourceMetricsOf(
  metrics: readonly Metric[],
  { host, version }: Origin,
  [began, now]: readonly [began: number, now: number],
): ResourceMetrics {
  const own = { "service.name": "wsa-annotate", "service.version": version, "service.instance.id": host };
  const { attributes = {} } = envDetector.detect();
  const during = { startTime: millisToHrTime(began), endTime: millisToHrTime(now) };
  return {
    resource: resourceFromAttributes({ ...own, "host.name": host, ...attributes }),
    scopeMetrics: [
      {
        scope: { name: "wsa-annotate", version },
        metrics: metrics.filter(({ points }) => points.length > 0).map((metric) => dataOf(metric, during)),
      },
    ],
  };
}

function dataOf({ kind, otlp, help, points }: Metric, during: { startTime: HrTime; endTime: HrTime }): MetricData {
  const data = {
    descriptor: { ...otlp, description: help, valueType: ValueType.INT },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPoints: points.map(({ labels, value }) => ({ ...during, attributes: { ...labels }, value })),
  };
  return kind === "counter"
    ? { ...data, dataPointType: DataPointType.SUM, isMonotonic: true }
    : { ...data, dataPointType: DataPointType.GAUGE };
}
