import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { htmlFormat } from "../../../src/report/formats/html.ts";
import { contentPolicy } from "../../../src/report/html/document.ts";
import { reportBody } from "../../../src/report/html/page.ts";
import { pageScript } from "../../../src/report/html/page-script.ts";
import { markup, prose } from "../../../src/report/layout/markup.ts";
import { sentence } from "../../../src/report/lines/sentence.ts";
import type { Comparison, Report } from "../../../src/report/model/report.ts";
import { fullReport } from "../page-sample.ts";

const render = (report: Report): string => htmlFormat.render(report);

describe("the page", () => {
  const page = render(fullReport());

  test("may use its own style sheet and its own script and nothing else", () => {
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? "";
    const script = /<script>(.*)<\/script>/s.exec(page)?.[1] ?? "";
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    expect(page).toContain(`content="${contentPolicy()}"`);
    expect(contentPolicy()).toBe(
      `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  test("has no other script, no style attribute, no handler and no address to fetch", () => {
    expect(
      page
        .replace(`<script>${pageScript}</script>`, "")
        .match(/<script|\sstyle=|\son\w+=|\ssrc=|\shref="(?!#|data:,)|@import|url\((?!#)|<img|<iframe|<object/gi),
    ).toBeNull();
  });

  test("tells what is new, more, less and sudden before anything else", () => {
    const order = ["Winsock errors, 4.2 times", "10013", "1,022 against 4.6", "41 against 120", "02:10", "Over time"];
    const places = order.map((text) => page.indexOf(text, page.indexOf("<h1>")));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("gives each code its explanation, commands that a click selects, and lines from the logs", () => {
    expect(page.includes("<code>netstat -ano | findstr :PORT</code>")).toBe(true);
    expect(page).toContain("retry 3 of 5 failed with error code 10061");
    expect(page.match(/<details>/g)).toHaveLength(fullReport().codes.length + 3);
  });
});

const quietReport = (change: Partial<Report>): Report => ({
  ...fullReport(),
  news: [],
  spikes: [],
  quiet: [],
  incidents: [],
  ...change,
});

test("empty cards say so, and where the history is too short for spikes, that", () => {
  const body = reportBody(quietReport({ history: { first: null, weeks: 1 } })).toString();
  expect(body).toContain("No code that was not known before");
  expect(body).toContain("Too little history to tell: 1 of 3 weeks");
  expect(body).toContain("No run of errors close in time");
  expect(reportBody(quietReport({})).toString()).toContain("Nothing more often than usual");
});

test.each([
  ["en", "No Winsock errors in this period."],
  ["zh", "本时段没有 Winsock 错误。"],
] as const)("a period without errors is a page that says so in %s", (lang, said) => {
  const totals = { occurrences: 0, codes: 0, sources: 0, first: null, last: null };
  const page = render(
    quietReport({ lang, totals, codes: [], endpoints: [], steps: null, before: null, heatMap: null }),
  );
  expect(page).toContain(`<h1>${said}</h1>`);
  expect(page).not.toContain("<table");
});

test("the list of sections leads to each of them, and to none that is not there", () => {
  for (const report of [fullReport(), { ...fullReport(), incidents: [], endpoints: [], hosts: [], heatMap: null }]) {
    const page = reportBody(report).toString();
    const linked = [...(/<nav class="contents".*?<\/nav>/s.exec(page)?.[0].matchAll(/href="#([\w-]+)"/g) ?? [])];
    const there = [...page.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);
    expect(linked.map(([, id]) => id)).toEqual(there);
  }
});

test("a card has every item, those behind the third folded away", () => {
  const report = fullReport();
  const [one] = report.news;
  const news = one === undefined ? [] : Array.from({ length: 5 }, (_, i) => ({ ...one, code: 10_001 + i }));
  const [quietOne] = report.quiet;
  const quiet = quietOne === undefined ? [] : Array.from({ length: 5 }, (_, i) => ({ ...quietOne, code: 11_001 + i }));
  const page = reportBody({ ...report, news, quiet }).toString();
  for (const { code } of [...news, ...quiet]) expect(page).toContain(`<strong>${code}</strong>`);
  expect(page.match(/<summary class="muted">and 2 more/g)).toHaveLength(2);
});

test("the incident that a month leads with is a link to it", () => {
  const report = fullReport();
  const until = report.extent?.until ?? 0;
  const page = reportBody({ ...report, extent: { since: until - 30 * 86_400, until } }).toString();
  expect(page).toMatch(/<h1><a href="#incidents">20 Nov 02:10–02:40: 1,018 [^<]*<\/a> In all /);
});

const day = 86_400;

test.each<[Partial<Comparison> | null, string, string]>([
  [null, "1,299 Winsock errors", "1,299 个 Winsock 错误"],
  [{ change: 3.12 }, "4.1 times as many as the day before", "是前一天的 4.1 倍"],
  [{ change: 41 }, "42 times as many as the day before", "是前一天的 42 倍"],
  [{ change: 0.35 }, "35 % more than the day before", "比前一天多 35 %"],
  [{ change: -0.4 }, "40 % fewer than the day before", "比前一天少 40 %"],
  [{ change: 0.02 }, "about as many as the day before", "与前一天相近"],
  [{ change: null, occurrences: 0 }, "after none the day before", "前一天没有错误"],
  [{ change: 1, until: 7 * day }, "2.0 times as many as in the period before", "是上一时段的 2.0 倍"],
])("beside %j the head sentence says %s", (beside, en, zh) => {
  const before = beside === null ? null : { since: 0, until: day, occurrences: 312, change: 0, ...beside };
  const said = (lang: "en" | "zh"): string => sentence({ ...fullReport(lang), change: { before, weekBefore: null } });
  expect(said("en")).toContain(`${en},`);
  expect(said("zh")).toContain(`${zh}，`);
});

test("the head sentence blames an endpoint only for most of the most frequent code", () => {
  const report = fullReport();
  const [top, ...others] = report.codes;
  const codes = top === undefined ? [] : [{ ...top, endpoints: [] }, ...others];
  expect(sentence({ ...report, codes })).toMatch(/mostly connection refused \(10061\)\.$/);
});

test.each([
  [[0.3, 0.2], "most often connection refused (10061)", "最多的是连接被拒绝（10061）"],
  [[0.5, 0.2], "mostly connection refused (10061)", "主要是连接被拒绝（10061）"],
  [[1], "all connection refused (10061)", "全部是连接被拒绝（10061）"],
])("with shares of %j the head sentence says %s", (shares, en, zh) => {
  for (const [lang, said] of [
    ["en", en],
    ["zh", zh],
  ] as const) {
    const report = fullReport(lang);
    const codes = report.codes.slice(0, shares.length).map((row, i) => ({ ...row, share: shares[i] ?? 0 }));
    expect(sentence({ ...report, codes })).toContain(said);
  }
});

describe("markup", () => {
  test("is text wherever it is not the template's own", () => {
    expect(markup`<a title="${`"'\`<&>`}">${["\u202e", 1, null, markup`<b>${"<"}</b>`]}</a>`.toString()).toBe(
      '<a title="&#34;&#39;&#96;&#60;&#38;&#62;">\\u202e1<b>&#60;</b></a>',
    );
  });

  test("cannot be forged by an object that looks like it", () => {
    const forged = JSON.parse('{"text":"<b>","toString":"<b>"}');
    expect(() => markup`${forged}`.toString()).toThrow(TypeError);
  });

  test("shows what stands in backquotes as a command, and a lone backquote as it is", () => {
    expect(prose("run `a <b>`, not `").toString()).toBe("run <code>a &#60;b&#62;</code>, not &#96;");
  });
});
