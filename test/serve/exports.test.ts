import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";
import { hasChromium, openPage } from "./chromium.ts";
import { count, serving } from "./serving.ts";

const LINES = [
  "2026-11-20T08:00:00Z recv from 10.0.0.7:9000 failed: WSAECONNRESET (10054)",
  "2026-11-20T23:30:00Z connect to db-2:5432 failed with error 10061 (WSAECONNREFUSED)",
];

async function open() {
  const store = join(temporaryFolder(), "counts.db");
  await count(store, LINES, "app.log");
  const { url } = await serving(store, ["--port", "0", "--tz", "UTC"]);
  return { url, store, ...(await openPage(`${url}?code=10061`)) };
}

test.runIf(hasChromium).each([
  ["JSON", "report.json", "json"],
  ["CSV", "report.csv", "csv"],
  ["Markdown", "report.md", "markdown"],
  ["HTML", "report.html", "html"],
])("what is seen can be had as %s, as report writes it", async (title, name, format) => {
  const { page, store } = await open();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: title, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  const { stdout } = await run(["report", "--store", store, "--tz", "UTC", "--code", "10061", "--format", format]);
  expect(readFileSync(await download.path(), "utf8")).toBe(stdout);
});

test.runIf(hasChromium)("the page changes its language and its time zone, and keeps its filters", async () => {
  const { page, trouble } = await open();
  await page.getByRole("link", { name: "中文" }).click();
  await page.waitForURL((at) => at.searchParams.get("lang") === "zh");
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  await page.getByRole("combobox", { name: "时区" }).fill("Asia/Shanghai");
  await page.keyboard.press("Enter");
  await page.waitForURL((at) => at.searchParams.get("tz") === "Asia/Shanghai");
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    code: "10061",
    tz: "Asia/Shanghai",
    lang: "zh",
  });
  expect(await page.locator(".scope").textContent()).toContain("2026-11-21 07:30");
  expect(await page.locator("#codes tbody > tr.figures strong").allTextContents()).toEqual(["10061"]);
  expect(trouble).toEqual([]);
});

test.runIf(hasChromium)("a time zone and a language that nobody has are told and ignored", async () => {
  const { page, url } = await open();
  await page.goto(`${url}?lang=toString`);
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.goto(`${url}?tz=Mars/Base`);
  expect(await page.locator("#report").textContent()).toContain("Mars/Base");
});
