import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { temporaryFolder } from "../program.ts";
import { hasChromium, openPage } from "./chromium.ts";
import { count, serving } from "./serving.ts";

const line = (time: string) => `2026-11-20T${time}Z connect to db-2:5432 failed with error 10061 (WSAECONNREFUSED)`;

/** One in each hour of a day, and forty more in one minute of the tenth. */
const LINES = [
  ...Array.from({ length: 24 }, (_, hour) => line(`${String(hour).padStart(2, "0")}:15:00`)),
  ...Array.from({ length: 40 }, () => line("10:20:00")),
];

async function open(query = "?since=2026-11-20&until=2026-11-21") {
  const store = join(temporaryFolder(), "counts.db");
  await count(store, LINES, "app.log");
  const { url } = await serving(store, ["--port", "0", "--tz", "UTC"]);
  return { url, ...(await openPage(`${url}${query}`)) };
}

const step = (page: Page, n: number) => page.locator("svg.stacked .pointed").nth(n);
const filtersOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

test.runIf(hasChromium)(
  "the chart tells its values, unit and step, and a click on a bar shows its span alone",
  async () => {
    const { page, trouble } = await open();
    expect(await page.locator(".unit").textContent()).toContain("occurrences per 30 min");
    await step(page, 20).hover();
    expect(await page.locator(".readout").textContent()).toMatch(
      /^10:00 · 10061 WSAECONNREFUSED: 41 · incident: 10:20 – 10:21, 10061/,
    );
    expect(await page.locator("svg.stacked a").nth(20).getAttribute("aria-label")).toContain("WSAECONNREFUSED: 41");
    await step(page, 20).click();
    await page.waitForURL((at) => at.searchParams.get("since")?.includes("10:00") ?? false);
    expect(filtersOf(page)).toEqual({ since: "2026-11-20T10:00+00:00", until: "2026-11-20T10:30+00:00" });
    expect(await page.locator(".totals").textContent()).toContain("41 occurrences");
    await page.goBack();
    await page.waitForURL((at) => at.searchParams.get("since") === "2026-11-20");
    expect(trouble).toEqual([]);
  },
);

test.runIf(hasChromium)("dragging over bars shows their span", async () => {
  const { page } = await open();
  await page.locator("svg.stacked").scrollIntoViewIfNeeded();
  const [from, to] = [await step(page, 24).boundingBox(), await step(page, 41).boundingBox()];
  await page.mouse.move((from?.x ?? 0) + 3, (from?.y ?? 0) + 60);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 3, (to?.y ?? 0) + 60, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL((at) => at.searchParams.get("since")?.includes("12:00") ?? false);
  expect(filtersOf(page)).toEqual({ since: "2026-11-20T12:00+00:00", until: "2026-11-20T21:00+00:00" });
});

test.runIf(hasChromium)("arrow keys go from bar to bar, shift takes several, and Enter shows them", async () => {
  const { page } = await open();
  await page.locator("svg.stacked").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  expect(await page.locator(".readout").textContent()).toMatch(/^23:00 · /);
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  expect(await page.locator(".readout").textContent()).toBe("22:00 – 23:00");
  await page.keyboard.press("Enter");
  await page.waitForURL((at) => at.searchParams.get("since")?.includes("22:00") ?? false);
  expect(filtersOf(page)).toEqual({ since: "2026-11-20T22:00+00:00", until: "2026-11-20T23:30+00:00" });
});

test.runIf(hasChromium)(
  "the usual periods are links that keep the other filters, and calendars fill the fields",
  async () => {
    const { page, url } = await open("?since=2026-11-20&code=10061");
    const periods = page.getByRole("list", { name: "Period" });
    expect(await periods.getByRole("link").allTextContents()).toEqual(["1 h", "24 h", "7 d", "30 d", "all"]);
    await periods.getByRole("link", { name: "7 d" }).click();
    await page.waitForURL((at) => at.searchParams.get("since") === "7d");
    expect(filtersOf(page)).toEqual({ since: "7d", code: "10061" });
    expect(await periods.locator("[aria-current=true]").textContent()).toBe("7 d");
    await page.goto(`${url}?code=10061`);
    await page.getByLabel("from", { exact: true }).fill("2026-11-20T10:00");
    await page.getByLabel("to", { exact: true }).fill("2026-11-20T11:00");
    await page.keyboard.press("Enter");
    await page.waitForURL((at) => at.searchParams.get("until") !== null);
    expect(filtersOf(page)).toEqual({ since: "2026-11-20 10:00", until: "2026-11-20 11:00", code: "10061" });
    expect(await page.locator(".totals").textContent()).toContain("41 occurrences");
    expect(await page.getByLabel("from", { exact: true }).inputValue()).toBe("2026-11-20T10:00");
  },
);

test.runIf(hasChromium)("a peak that would flatten the rest is cut off, with its number above it", async () => {
  const { page } = await open();
  expect(await page.locator("svg.stacked .peak").allTextContents()).toEqual(["41"]);
  expect(await page.locator("svg.stacked .band").count()).toBe(1);
  await page.goto(page.url().replace("until=2026-11-21", "until=2026-11-20T10:00"));
  expect(await page.locator("svg.stacked .peak").count()).toBe(0);
});
