/** A figure of a store, with a point for each set of labels. */
export interface Metric {
  /** A counter only grows; what is pruned stays in it. */
  readonly kind: "counter" | "gauge";
  /** Its name in Prometheus. */
  readonly prometheus: string;
  /** Its name and unit in OpenTelemetry. */
  readonly otlp: { readonly name: string; readonly unit: string };
  readonly help: string;
  readonly labels: readonly string[];
  readonly points: readonly MetricPoint[];
}

export interface MetricPoint {
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}
