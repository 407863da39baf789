import { expect, test } from "vitest";
import { buildReport } from "../../../src/report/model/build-report.ts";
import type { Report } from "../../../src/report/model/report.ts";
import type { Scope } from "../../../src/store/scope.ts";
import { catalogue, type Log, memoryStoreOf, seconds } from "../sample.ts";

const HOUR = 3600;
const friday = seconds("2026-11-20T00:00Z");
const weeks = 5;

/** Resets in every hour of five weeks; refusals on the last day alone, all towards one endpoint. */
const service: Log = {
  name: "app.log",
  minutes: [
    ...Array.from({ length: (weeks * 7 + 1) * 24 }, (_, i) => ({
      minute: friday + (i - weeks * 7 * 24) * HOUR,
      code: 10054,
      n: 3,
    })),
    { minute: friday + 9 * HOUR, code: 10061, n: 40 },
  ],
  endpoints: [{ day: friday, code: 10061, endpoint: "db-2:5432", n: 40 }],
};

async function reportOf(logs: readonly Log[], limit: Partial<Scope>, since: number | null = friday): Promise<Report> {
  const period = { since, until: since === null ? null : friday + 24 * HOUR, horizon: null, zone: "UTC" };
  const scope = { period, source: null, host: null, ...limit };
  return buildReport(await memoryStoreOf(logs), { catalogue, scope, lang: "en", nowMs: (friday + 86_400) * 1000 });
}

test.each([
  ["a code", { onlyCodes: [10061] }, 10061],
  ["a code that has always come", { onlyCodes: [10054] }, 10054],
  ["an endpoint", { onlyEndpoint: "db-2:5432" }, 10061],
])("a limit to %s leaves the history of its logs as long as it is", async (_, limit, code) => {
  const whole = await reportOf([service], {});
  const part = await reportOf([service], limit);
  expect(whole.history).toMatchObject({ first: friday - weeks * 7 * 86_400, weeks });
  expect(part.history).toEqual(whole.history);
  expect(part.change.before).not.toBeNull();
  for (const kind of ["news", "spikes", "quiet"] as const)
    expect(part[kind]).toEqual(whole[kind].filter((one) => one.code === code));
});

test("a limit to a machine has the history of that machine", async () => {
  const young: Log = { host: "new-1", name: "app.log", minutes: [{ minute: friday + HOUR, code: 10054, n: 1 }] };
  const { history } = await reportOf([service, young], { host: "new-1" });
  expect(history).toMatchObject({ first: friday + HOUR, weeks: 0 });
});
