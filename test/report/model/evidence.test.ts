import { expect, test } from "vitest";
import { catalogue } from "../../../src/catalogue/index.ts";
import { formats } from "../../../src/report/formats/index.ts";
import { buildReport } from "../../../src/report/model/build-report.ts";
import type { Report } from "../../../src/report/model/report.ts";
import { type Log, memoryStoreOf, seconds } from "../sample.ts";

const begin = seconds("2026-11-20T02:10Z");

/** A storm of connects for five minutes, and sends that lack buffers, `at` seconds after its beginning. */
function storm(operation: string, at: number, begin = seconds("2026-11-20T02:10Z")): Log {
  const refused = Array.from({ length: 5 }, (_, i) => ({ minute: begin + i * 60, code: 10061, n: 200 }));
  const lacking = { minute: begin + at, code: 10055, n: 4 };
  return {
    name: "app.log",
    minutes: [...refused, lacking],
    operations: [...refused.map((one) => ({ ...one, operation })), { ...lacking, operation: "send" }],
  };
}

async function reportOf(log: Log): Promise<Report> {
  const [since, until] = [seconds("2026-11-20T00:00Z"), seconds("2026-11-21T00:00Z")];
  const period = { since, until, horizon: null, zone: "UTC" };
  const scope = { period, source: null, host: null };
  return buildReport(await memoryStoreOf([log]), { catalogue, scope, lang: "en", nowMs: until * 1000 });
}

const causeOf = ({ codes }: Report) => codes.find(({ code }) => code === 10055)?.advice;

test("10055 on a send during a storm of connects is explained by used-up ports, with the incident", async () => {
  const advice = causeOf(await reportOf(storm("connect", 120)));
  expect(advice?.cause).toContain("ephemeral ports");
  expect(advice?.incident).toEqual({ since: begin, until: begin + 300, code: 10061 });
});

test.each([
  ["at another time", storm("connect", 6 * 3600)],
  ["during an incident of another operation", storm("receive", 120)],
])("it is not %s", async (_, log) => {
  const advice = causeOf(await reportOf(log));
  expect(advice?.cause).not.toContain("ephemeral ports");
  expect(advice?.incident).toBeNull();
});

/** The storm of connects, every night: so nothing unusual. */
function nightly(operation: string, nights: number): Log {
  const logs = Array.from({ length: nights }, (_, i) => storm(operation, 120, begin + (i - nights + 1) * 86_400));
  const steady = { minute: begin - nights * 86_400 - 3600, code: 10054, n: 1 };
  return {
    name: "app.log",
    minutes: [steady, ...logs.flatMap(({ minutes }) => minutes)],
    operations: logs.flatMap(({ operations = [] }) => operations),
  };
}

test("a storm of every night speaks for it too, and is named by its code", async () => {
  const report = await reportOf(nightly("connect", 30));
  expect(report.incidents).toEqual([]);
  expect(causeOf(report)).toMatchObject({ incident: null, beside: 10061, cause: expect.stringContaining("ephemeral") });
  const text = String(await formats[0].render(report, { width: 400, color: false }));
  expect(text).toContain("(at the times of 10061)");
  expect(causeOf(await reportOf(nightly("receive", 30)))).toMatchObject({ beside: null });
});

test("what comes all day speaks for nothing", async () => {
  const log = nightly("connect", 30);
  const all = Array.from({ length: 24 * 60 }, (_, i) => ({
    minute: seconds("2026-11-20T00:00Z") + i * 60,
    code: 10060,
    n: 20,
  }));
  const minutes = [...log.minutes.filter(({ code }) => code !== 10061), ...all];
  const operations = [
    ...(log.operations ?? []).filter(({ code }) => code !== 10061),
    ...all.map((one) => ({ ...one, operation: "connect" })),
  ];
  expect(causeOf(await reportOf({ ...log, minutes, operations }))).toMatchObject({ beside: null });
});

test.each(["text", "markdown", "html", "mime"])("the incident is named in a report as %s", async (name) => {
  const report = await reportOf(storm("connect", 120));
  const text = String(await formats.find((one) => one.name === name)?.render(report, { width: 400, color: false }));
  expect(text.replace(/=\n/g, "").replaceAll("=E2=80=93", "–")).toContain(
    "(during the incident of 10061, 02:10–02:15)",
  );
});

test("JSON has its moments", async () => {
  const report = await reportOf(storm("connect", 120));
  const json = JSON.parse(
    String(await formats.find(({ name }) => name === "json")?.render(report, { width: 80, color: false })),
  );
  const row = json.codes.find(({ code }: { code: number }) => code === 10055);
  expect(row.advice.incident).toMatchObject({ code: 10061, since: expect.stringMatching(/^2026-11-20T02:10/) });
});
