import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";
import { hasChromium, openPage } from "./chromium.ts";
import { count, serving } from "./serving.ts";

const LINES = [
  "2026-11-20T08:00:00Z recv from 10.0.0.7:9000 failed: WSAECONNRESET (10054)",
  "2026-11-20T08:30:00Z recv from 10.0.0.7:9000 failed: WSAECONNRESET (10054)",
  "2026-11-20T09:00:00Z connect to db-2:5432 failed with error 10061 (WSAECONNREFUSED)",
  "2026-11-20T09:01:00Z bind to 0.0.0.0:80 failed with error 10013 (WSAEACCES)",
];

async function open(lines: readonly string[] = LINES, source = "app.log") {
  const store = join(temporaryFolder(), "counts.db");
  await count(store, lines, source);
  await run(["annotate", "--store", store, "--source", "web.log", "--host", "web-2"], {
    input: `${LINES[2]}\n${LINES[2]?.replace("09:00", "10:00")}\n`,
  });
  const { url } = await serving(store, ["--port", "0", "--tz", "UTC"]);
  return { url, store, ...(await openPage(url)) };
}

const filtersOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

test.runIf(hasChromium)("a click leads from what to which to where, and the way back is the back button", async () => {
  const { page, url, trouble } = await open();
  const codes = () => page.locator("#codes tbody > tr.figures strong").allTextContents();
  await page.locator("#code-10061 .figures th a").click();
  await page.waitForURL((at) => at.searchParams.get("code") === "10061");
  expect(await codes()).toEqual(["10061"]);
  expect(await page.locator("#code-10061 details").getAttribute("open")).toBe("");

  await page.getByRole("link", { name: "web.log (web-2)" }).first().click();
  await page.waitForURL((at) => at.searchParams.get("source") === "web.log");
  expect(filtersOf(page.url())).toEqual({ code: "10061", source: "web.log", host: "web-2" });
  expect(await page.locator(".totals").textContent()).toContain("2 occurrences");
  await page.goBack();
  await page.waitForURL((at) => at.searchParams.get("source") === null);
  expect(await page.locator(".totals").textContent()).toContain("3 occurrences");
  await page.goBack();
  await page.waitForURL(url);
  expect((await codes()).sort()).toEqual(["10013", "10054", "10061"]);
  expect(trouble).toEqual([]);
});

test.runIf(hasChromium)("an endpoint, an operation and a bar filter, by keyboard too", async () => {
  const { page, url } = await open();
  await page.locator("#endpoints").getByRole("link", { name: "10.0.0.7:9000" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((at) => at.searchParams.get("endpoint") === "10.0.0.7:9000");
  expect(await page.locator(".totals").textContent()).toContain("2 occurrences");

  await page.goto(`${url}?code=10013`);
  await page.locator(".aside").getByRole("link", { name: "bind" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((at) => at.searchParams.get("operation") === "bind");
  expect(await page.locator(".totals").textContent()).toContain("1 occurrence ");

  await page.goto(url);
  await page.locator("#endpoints tr", { hasText: "db-2:5432" }).locator("td.bar svg").click();
  await page.waitForURL((at) => at.searchParams.get("endpoint") === "db-2:5432");
  expect(filtersOf(page.url())).toEqual({ endpoint: "db-2:5432", code: "10061" });
});

test.runIf(hasChromium)("each filter that is set is shown and can be taken away alone", async () => {
  const { page, url } = await open();
  await page.goto(`${url}?code=10061,10054&operation=connect&host=web-2`);
  const shown = page.getByRole("list", { name: "Shown are only" }).getByRole("listitem");
  expect(await shown.count()).toBe(4);
  await page.getByRole("link", { name: "Take away Code: 10061" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((at) => at.searchParams.get("code") === "10054");
  expect(filtersOf(page.url())).toEqual({ code: "10054", operation: "connect", host: "web-2" });
  for (const name of ["Code: 10054", "Operation: connect", "Host: web-2"]) {
    await page.getByRole("link", { name: `Take away ${name}` }).click();
    await page.getByRole("link", { name: `Take away ${name}` }).waitFor({ state: "detached" });
  }
  expect(page.url()).toBe(url);
});

test.runIf(hasChromium)("what a log wrote stays one value in every link", async () => {
  const hostile = `"><svg onload=alert(1)>&code=1#%22'\`.log`;
  const { page, url, trouble } = await open(LINES, hostile);
  await page.goto(`${url}?code=10054`);
  await page.locator(".aside").getByRole("link", { name: "onload" }).click();
  await page.waitForURL((at) => at.searchParams.get("source") !== null);
  expect(filtersOf(page.url())).toMatchObject({ code: "10054", source: hostile });
  expect(await page.locator(".totals").textContent()).toContain("2 occurrences");
  const schemes = `[...new Set([...document.querySelectorAll("a[href]")].map((a) => a.protocol ?? new URL(a.href.baseVal, location).protocol))]`;
  expect(await page.evaluate(schemes)).toEqual(["http:"]);
  await page.getByRole("link", { name: "Take away Source" }).click();
  await page.waitForURL((at) => at.searchParams.get("source") === null);
  expect(trouble).toEqual([]);
});
