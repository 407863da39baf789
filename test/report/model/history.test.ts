import { describe, expect, test } from "vitest";
import { formats } from "../../../src/report/formats/index.ts";
import { reasonsToFail } from "../../../src/report/lines/gate.ts";
import { buildReport } from "../../../src/report/model/build-report.ts";
import type { Report } from "../../../src/report/model/report.ts";
import type { Scope } from "../../../src/store/scope.ts";
import { words } from "../../../src/words/index.ts";
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
  endpoints: [{ minute: friday + 9 * HOUR, code: 10061, endpoint: "db-2:5432", n: 40 }],
};

async function reportOf(logs: readonly Log[], limit: Partial<Scope>, since: number | null = friday): Promise<Report> {
  const period = { since, until: since === null ? null : friday + 24 * HOUR, horizon: null, zone: "UTC" };
  const scope = { period, source: null, host: null, ...limit };
  return buildReport(await memoryStoreOf(logs), { catalogue, scope, lang: "en", nowMs: (friday + 2 * 86_400) * 1000 });
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

describe("the first day", () => {
  const fresh: Log = { ...service, minutes: [{ minute: friday + 9 * HOUR, code: 10061, n: 4000 }] };

  test.each([
    ["a period", friday],
    ["everything", null],
  ])("is no news in %s, and that is said once", async (_, since) => {
    const report = await reportOf([fresh], {}, since);
    expect(report).toMatchObject({ news: [], spikes: [], quiet: [] });
    expect(reasonsToFail(report, [{ kind: "new" }, { kind: "spike" }])).toEqual([]);
    for (const lang of ["en", "zh"] as const)
      for (const format of formats.filter(({ name }) => ["text", "markdown", "html"].includes(name))) {
        const text = (await format.render({ ...report, lang }, { width: 400, color: false })).replace(
          /<style[\s\S]*?<\/style>/,
          "",
        );
        expect(text.split(words[lang].report.firstDay)).toHaveLength(2);
        expect(text).not.toContain(words[lang].report.tooYoung);
        expect(text).not.toContain(words[lang].page.tooEarly(0));
      }
  });

  test("is over for a code that comes a day later", async () => {
    const later: Log = { ...fresh, minutes: [...fresh.minutes, { minute: friday + 34 * HOUR, code: 10054, n: 1 }] };
    const { news } = await reportOf([later], {}, null);
    expect(news.map(({ code }) => code)).toEqual([10054]);
  });
});
