import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import protobuf from "protobufjs";
import { onTestFinished } from "vitest";

/** The messages of OTLP for numbers, by the numbers of their fields in opentelemetry-proto. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message Request { repeated ResourceMetrics resourceMetrics = 1; }
  message ResourceMetrics { Resource resource = 1; repeated ScopeMetrics scopeMetrics = 2; }
  message Resource { repeated KeyValue attributes = 1; }
  message ScopeMetrics { Scope scope = 1; repeated Metric metrics = 2; }
  message Scope { string name = 1; string version = 2; }
  message Metric { string name = 1; string description = 2; string unit = 3; Gauge gauge = 5; Sum sum = 7; }
  message Gauge { repeated Point dataPoints = 1; }
  message Sum { repeated Point dataPoints = 1; int32 aggregationTemporality = 2; bool isMonotonic = 3; }
  message Point {
    repeated KeyValue attributes = 7; fixed64 startTimeUnixNano = 2; fixed64 timeUnixNano = 3;
    oneof value { double asDouble = 4; sfixed64 asInt = 6; }
  }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue { oneof value { string stringValue = 1; bool boolValue = 2; int64 intValue = 3; double doubleValue = 4; } }
  message Response { PartialSuccess partialSuccess = 1; }
  message PartialSuccess { int64 rejectedDataPoints = 1; string errorMessage = 2; }
`);

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, string | number>>;
}

interface Point {
  readonly attributes: Record<string, string | number>;
  readonly began: number;
  readonly value: number;
}

/** A request as it was understood. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly resource: Record<string, string | number>;
  /** The points of each metric by its name. */
  readonly points: Readonly<Record<string, readonly Point[]>>;
  /** Name, unit and what else there is to a metric. */
  readonly metrics: readonly { readonly name: string; readonly unit: string; readonly kind: string }[];
}

/** A collector of OpenTelemetry: what it receives, in order. `rejected` points are refused with a message. */
export async function collecting(
  rejected = 0,
): Promise<{ readonly url: string; readonly received: readonly Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    received.push(understood(await buffer(request), request.url ?? "", request.headers));
    const partialSuccess = { rejectedDataPoints: rejected, errorMessage: "too many" };
    const reply = root.lookupType("Response");
    response.setHeader("Content-Type", "application/x-protobuf");
    response.end(reply.encode(reply.fromObject(rejected > 0 ? { partialSuccess } : {})).finish());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

function understood(body: Buffer, path: string, headers: IncomingHttpHeaders): Received {
  const type = root.lookupType("Request");
  // biome-ignore lint/suspicious/noExplicitAny: what a stranger sends
  const request = type.toObject(type.decode(body), { longs: Number, defaults: false }) as any;
  const [{ resource, scopeMetrics }] = request.resourceMetrics;
  const metrics = scopeMetrics[0].metrics;
  return {
    path,
    headers,
    resource: attributesOf(resource.attributes),
    // biome-ignore lint/suspicious/noExplicitAny: as above
    metrics: metrics.map(({ name, unit, sum }: any) => ({ name, unit, kind: kindOf(sum) })),
    points: Object.fromEntries(
      // biome-ignore lint/suspicious/noExplicitAny: as above
      metrics.map(({ name, sum, gauge }: any) => [name, (sum ?? gauge).dataPoints.map(pointOf)]),
    ),
  };
}

function kindOf(sum: { readonly aggregationTemporality?: number; readonly isMonotonic?: boolean } | undefined): string {
  if (sum === undefined) return "gauge";
  return `${sum.isMonotonic ? "counter" : "sum"}, ${sum.aggregationTemporality === 2 ? "cumulative" : "delta"}`;
}

// biome-ignore lint/suspicious/noExplicitAny: as above
const pointOf = ({ attributes = [], startTimeUnixNano, asInt, asDouble }: any): Point => ({
  attributes: attributesOf(attributes),
  began: startTimeUnixNano / 1e9,
  value: asInt ?? asDouble,
});

const attributesOf = (list: readonly Attribute[]): Record<string, string | number> =>
  Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0] as string | number]));
