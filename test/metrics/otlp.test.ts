import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMetrics } from "../../src/metrics/index.ts";
import { ended, FIXTURES, run, start, temporaryFolder } from "../program.ts";
import { memoryStoreOf } from "../report/sample.ts";
import { count, poll, serving } from "../serve/serving.ts";
import { collecting, type Received } from "./collector.ts";

const LOG = join(FIXTURES, "service.log");
const REFUSED = "2026-11-20T09:00:00Z connect failed with error 10061 (WSAECONNREFUSED)";

const occurrencesOf = ({ points }: Received, code = 10061): number =>
  (points["wsa.occurrences"] ?? [])
    .filter(({ attributes }) => attributes["code"] === code)
    .reduce((sum, { value }) => sum + value, 0);

test("what ingest has counted arrives at a collector, by code, name, source and host", async () => {
  const [home, { url, received }] = [temporaryFolder(), await collecting()];
  const env = {
    OTEL_EXPORTER_OTLP_HEADERS: "x-tenant=ops,authorization=Basic%20abc",
    OTEL_RESOURCE_ATTRIBUTES: "site=lab",
  };
  const args = ["ingest", LOG, "--source", "app", "--host", "web-1", "--otlp-endpoint", url];
  expect(await run(args, { home, env })).toMatchObject({ code: 0 });
  const [first] = received as [Received];
  expect(received).toHaveLength(1);
  expect(first.path).toBe("/v1/metrics");
  expect(first.headers).toMatchObject({
    "content-type": "application/x-protobuf",
    "x-tenant": "ops",
    authorization: "Basic abc",
  });
  expect(first.resource).toMatchObject({ "service.name": "wsa-annotate", "host.name": hostname(), site: "lab" });
  expect(first.points["wsa.occurrences"]).toContainEqual(
    expect.objectContaining({
      attributes: { code: 10061, name: "WSAECONNREFUSED", source: "app", host: "web-1" },
      value: 180,
    }),
  );
  expect(first.metrics).toContainEqual({ name: "wsa.occurrences", unit: "{occurrence}", kind: "counter, cumulative" });
  const { stdout } = await run(["query", "SELECT sum(n), min(started) FROM counts, runs", "--format", "csv"], { home });
  const [all, began] = (stdout.split("\r\n")[1] ?? "").split(",").map(Number);
  const points = first.points["wsa.occurrences"] ?? [];
  expect(points.reduce((sum, { value }) => sum + value, 0)).toBe(all);
  expect(new Set(points.map((point) => point.began))).toEqual(new Set([began]));
});

test("a later run goes on with the same series", async () => {
  const [home, { url, received }] = [temporaryFolder(), await collecting()];
  const log = join(home, "app.log");
  writeFileSync(log, `${REFUSED}\n`);
  const args = ["ingest", log, "--otlp"];
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: `${url}/` };
  await run(args, { home, env });
  appendFileSync(log, `${REFUSED}\n`);
  await run(args, { home, env });
  expect(received.map((each) => occurrencesOf(each))).toEqual([1, 2]);
  const [first, second] = received.map(({ points }) => points["wsa.occurrences"]?.[0]?.began);
  expect(first).toBe(second);
});

test("a collector turns each name into Prometheus' own", async () => {
  const metrics = await readMetrics(await memoryStoreOf([]));
  expect(metrics.length).toBeGreaterThan(4);
  for (const { kind, prometheus, otlp } of metrics) {
    const unit = { By: "bytes", s: "seconds" }[otlp.unit];
    const parts = [otlp.name.replaceAll(".", "_"), ...(unit === undefined ? [] : [unit])];
    expect([...parts, ...(kind === "counter" ? ["total"] : [])].join("_")).toBe(prometheus);
  }
});

test("a run that follows pushes at its beginning and at its end", async () => {
  const [home, { url, received }] = [temporaryFolder(), await collecting()];
  const log = join(home, "app.log");
  writeFileSync(log, `${REFUSED}\n`);
  const env = { OTEL_METRIC_EXPORT_INTERVAL: "600000" };
  const child = start(["ingest", log, "--follow", "--otlp-endpoint", url], { home, env });
  const end = ended(child);
  await poll(
    () => received.length,
    (n) => n === 1,
  );
  await poll(
    async () => (await run(["query", "SELECT sum(n) AS n FROM counts", "--format", "json"], { home })).stdout,
    (rows) => rows.includes('"n":1'),
  );
  child.kill("SIGTERM");
  await end;
  expect(received).toHaveLength(2);
  expect(occurrencesOf(received[1] as Received)).toBe(1);
});

test("serve pushes what others count", async () => {
  const [store, { url, received }] = [join(temporaryFolder(), "counts.db"), await collecting()];
  const env = { OTEL_METRIC_EXPORT_INTERVAL: "20", OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${url}/own/path` };
  await serving(store, ["--port", "0", "--otlp"], { env });
  await count(store, [REFUSED, REFUSED], "app.log");
  await poll(
    () => received.at(-1),
    (each) => each !== undefined && occurrencesOf(each) === 2,
  );
  expect(received.at(-1)?.path).toBe("/own/path");
});

test("a collector that is not there is said once; the counts are kept", async () => {
  const home = temporaryFolder();
  const env = { OTEL_EXPORTER_OTLP_TIMEOUT: "200" };
  const args = ["ingest", LOG, "--otlp-endpoint", "http://user:secret@127.0.0.1:9"];
  const { code, stderr } = await run(args, { home, env });
  expect(code).toBe(2);
  expect(stderr.match(/^wsa-annotate: http:\/\/127\.0\.0\.1:9\/v1\/metrics: .*ECONNREFUSED/gm)).toHaveLength(1);
  expect((await run(["report"], { home })).stdout).toContain("499 occurrences");
});

test("what a collector does not take is said", async () => {
  const { url } = await collecting(3);
  const { code, stderr } = await run(["ingest", LOG, "--otlp-endpoint", url]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/"rejectedDataPoints":3,"errorMessage":"too many"/);
});

test.each([
  [["--otlp-endpoint", "collector:4318"], "no address of a collector"],
  [["--otlp", "--store", "postgres://127.0.0.1:9/counts"], "other machines"],
])("what cannot be meant is refused before anything is read: %j", async (args, message) => {
  const home = temporaryFolder();
  const { code, stderr } = await run(["ingest", LOG, ...args], { home });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(existsSync(join(home, "wsa-annotate"))).toBe(false);
});
