import { join } from "node:path";
import { expect, test } from "vitest";
import { metricsText } from "../../src/metrics/prometheus.ts";
import { ended, run, temporaryFolder } from "../program.ts";
import { memoryStoreOf } from "../report/sample.ts";
import { ask, count, serving } from "../serve/serving.ts";

const RESET = "2026-11-20T08:00:00Z recv failed: WSAECONNRESET (10054)";
const REFUSED = "2026-11-20T09:00:00Z connect failed with error 10061 (WSAECONNREFUSED)";

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads the text format as its specification has it, and nothing that is not in it. */
function parseMetrics(text: string): { types: Map<string, string>; samples: Sample[] } {
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  expect(text.endsWith("\n")).toBe(true);
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const type = /^# TYPE ([a-z_]+) (counter|gauge)$/.exec(line);
    if (type !== null) types.set(type[1] as string, type[2] as string);
    else if (!/^# HELP [a-z_]+ [^\\]+$/.test(line)) samples.push(parseSample(line));
  }
  return { types, samples };
}

function parseSample(line: string): Sample {
  const [, name = "", labels = "", value = ""] = /^([a-z_]+)(?:\{(.*)\})? (\d+)$/.exec(line) ?? [];
  expect(name, line).not.toBe("");
  const pairs = [...labels.matchAll(/([a-z]+)="((?:[^"\\]|\\["\\n])*)"(?:,|$)/g)];
  expect(pairs.map(([all]) => all).join(""), line).toBe(labels);
  const plain = (text: string): string => text.replace(/\\(.)/g, (_, escaped) => (escaped === "n" ? "\n" : escaped));
  return {
    name,
    labels: Object.fromEntries(pairs.map(([, key, text]) => [key, plain(text as string)])),
    value: Number(value),
  };
}

test("the counters are the store's, go on after a restart, and agree with SQL", async () => {
  const store = join(temporaryFolder(), "counts.db");
  await count(store, [RESET, RESET, REFUSED], "app.log");
  const first = await serving(store);
  const total = (samples: Sample[], code: string): number =>
    samples
      .filter(({ name, labels }) => name === "wsa_occurrences_total" && labels["code"] === code)
      .reduce((sum, { value }) => sum + value, 0);

  const answer = await ask(first.port, "/metrics");
  expect(answer.headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  const before = parseMetrics(answer.body);
  expect([...before.types]).toEqual([
    ["wsa_store_up", "gauge"],
    ["wsa_occurrences_total", "counter"],
    ["wsa_last_occurrence_timestamp_seconds", "gauge"],
    ["wsa_runs_total", "counter"],
    ["wsa_read_bytes_total", "counter"],
    ["wsa_read_lines_total", "counter"],
    ["wsa_lost_bytes_total", "counter"],
    ["wsa_messages_set_aside_total", "counter"],
    ["wsa_lost_messages_total", "counter"],
    ["wsa_stream_lag_messages", "gauge"],
    ["wsa_stream_counted_timestamp_seconds", "gauge"],
  ]);
  expect(total(before.samples, "10054")).toBe(2);
  expect(before.samples).toContainEqual({
    name: "wsa_last_occurrence_timestamp_seconds",
    labels: { code: "10061", name: "WSAECONNREFUSED" },
    value: Date.parse("2026-11-20T09:00Z") / 1000,
  });

  const end = ended(first.child);
  first.child.kill("SIGTERM");
  await end;
  await count(store, [RESET], "app-2.log");
  const second = await serving(store);
  const after = parseMetrics((await ask(second.port, "/metrics")).body);
  expect(total(after.samples, "10054")).toBe(3);
  expect(total(after.samples, "10061")).toBe(1);
  const { stdout } = await run(["query", "SELECT sum(n) FROM counts", "--store", store, "--format", "csv"]);
  const all = after.samples.filter(({ name }) => name === "wsa_occurrences_total");
  expect(stdout).toContain(String(all.reduce((sum, { value }) => sum + value, 0)));
});

test("whatever a log is called, the text stays well formed", async () => {
  const name = 'C:\\logs\\"new"\nfile.log{a="b"} 1';
  const store = await memoryStoreOf([{ name, minutes: [{ minute: 60, code: 12345, n: 7 }] }]);
  const { samples } = parseMetrics(await metricsText(store));
  expect(samples).toContainEqual({
    name: "wsa_occurrences_total",
    labels: { code: "12345", name: "", source: name, host: "web-1" },
    value: 7,
  });
});

test("a store that cannot be read is said to be down", async () => {
  const { port } = await serving(join(temporaryFolder(), "none.db"));
  expect(parseMetrics((await ask(port, "/metrics")).body).samples).toEqual([
    { name: "wsa_store_up", labels: {}, value: 0 },
  ]);
});
