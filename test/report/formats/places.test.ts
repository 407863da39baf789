import { expect, test } from "vitest";
import { formats } from "../../../src/report/formats/index.ts";
import { placesOf } from "../../../src/report/model/places.ts";
import { fullReport } from "../page-sample.ts";

const options = { width: 100, color: false };

test.each(formats.filter(({ name }) => name !== "csv").map((format) => [format.name, format] as const))(
  "%s has a table of hosts and one of sources",
  async (name, format) => {
    const text = await format.render(fullReport(), options);
    const plain = text.replace(/=\r?\n/g, "").replace(/<[^>]*>/g, " ");
    for (const shown of name === "json"
      ? [`"host": "web-2"`, `"hosts": [`, `"sources": [`]
      : ["Hosts", "Sources", "orders.log (web-2)"])
      expect(plain).toContain(shown);
  },
);

test("a report on one host and one source has neither", async () => {
  const { hosts, sources, ...report } = fullReport();
  const alone = { ...report, hosts: hosts.slice(0, 1), sources: sources.slice(0, 1) };
  for (const { name, render } of formats.filter(({ name }) => name === "text" || name === "markdown"))
    expect(await render(alone, options), name).not.toMatch(/^(?:## )?(?:Hosts|Sources)$/m);
});

test("what is behind the tenth is told together, so that the counts add up", async () => {
  const rows = Array.from({ length: 13 }, (_, i) => ({ code: 1, host: `web-${i}`, source: "x", n: 100 - i }));
  const places = placesOf(rows);
  expect(places.otherHosts).toEqual({ places: 3, count: 90 + 89 + 88 });
  expect(places.otherSources).toEqual(places.otherHosts);
  for (const { name, render } of formats.filter(({ name }) => name !== "csv" && name !== "json")) {
    const text = await render({ ...fullReport(), ...places }, { width: 100, color: false });
    expect(text, name).toMatch(/and 3 more/);
    expect(text, name).toMatch(/267/);
  }
});

test("hosts and sources are the sums over all codes", () => {
  const row = (code: number, host: string, source: string, n: number) => ({ code, host, source, n });
  expect(placesOf([row(1, "a", "x", 3), row(1, "b", "x", 4), row(2, "a", "x", 2), row(2, "a", "y", 1)])).toEqual({
    hosts: [
      { host: "a", count: 6 },
      { host: "b", count: 4 },
    ],
    sources: [
      { host: "a", source: "x", count: 5 },
      { host: "b", source: "x", count: 4 },
      { host: "a", source: "y", count: 1 },
    ],
    otherHosts: null,
    otherSources: null,
  });
});
