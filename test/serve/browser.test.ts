import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { start, temporaryFolder } from "../program.ts";
import { hasChromium, openPage } from "./chromium.ts";
import { count, poll, serving } from "./serving.ts";

const RESET = "2026-11-20T08:00:00Z recv from 10.0.0.7:9000 failed: WSAECONNRESET (10054)";
const NOT_FOUND = "2026-11-20T08:30:00Z getaddrinfo for mail.example failed: WSAHOST_NOT_FOUND (11001)";
const REFUSED = "2026-11-20T09:00:00Z connect to db-2:5432 failed with error 10061 (WSAECONNREFUSED)";

const newStore = (): string => join(temporaryFolder(), "counts.db");

test.runIf(hasChromium)("a new finding appears on the open page, which stays where its reader is", async () => {
  const store = newStore();
  await count(store, [RESET], "old.log");
  const { url } = await serving(store);
  const { page, trouble } = await openPage(url);
  await page.getByText("Live", { exact: true }).waitFor();
  for (const summary of ["#code-10054 summary", "footer summary"]) await page.locator(summary).click();
  await page.evaluate("window.scrollTo(0, 300)");
  const top = await page.evaluate<number>("window.scrollY");
  expect(await page.locator("#report").textContent()).not.toContain("db-2:5432");

  const live = start(["--store", store, "--source", "live.log"]);
  onTestFinished(() => {
    live.kill("SIGKILL");
  });
  live.stdout.resume();
  live.stdin.write(`${NOT_FOUND}\n`);
  await page.locator("#report", { hasText: "WSAHOST_NOT_FOUND" }).waitFor();
  const began = performance.now();
  live.stdin.write(`${REFUSED}\n`);
  await page.locator("#report", { hasText: "db-2:5432" }).waitFor();
  console.log(
    `a line was on the page ${Math.round(performance.now() - began)} ms after a running annotate was given it`,
  );
  expect(await page.locator("#code-10054 details[open], footer details[open]").count()).toBe(2);
  expect(await page.locator("#report details[open]").count()).toBe(2);
  expect(await page.evaluate<number>("window.scrollY")).toBe(top);
  expect(trouble).toEqual([]);
});

test.runIf(hasChromium)("filters go into the URL, survive a reload, and can be taken away", async () => {
  const store = newStore();
  await count(store, [RESET, REFUSED], "app.log");
  const { url } = await serving(store);
  const { page, trouble } = await openPage(url);
  await page.getByRole("combobox", { name: "Code" }).fill("10054");
  await page.getByRole("combobox", { name: "Since" }).fill("2026-11-20");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(`${url}?since=2026-11-20&code=10054`);
  const look = async () => ({
    code: await page.getByRole("combobox", { name: "Code" }).inputValue(),
    since: await page.getByRole("combobox", { name: "Since" }).inputValue(),
    shows: await page.locator("#report").textContent(),
  });
  const expected = { code: "10054", since: "2026-11-20", shows: expect.not.stringContaining("db-2:5432") };
  expect(await look()).toEqual(expected);
  await page.reload();
  expect(await look()).toEqual(expected);
  await page.getByRole("link", { name: "Show everything" }).click();
  await page.waitForURL(url);
  expect((await look()).shows).toContain("db-2:5432");
  expect(trouble).toEqual([]);
});

test.runIf(hasChromium)("on a telephone the report comes before the fields, which a tap unfolds", async () => {
  const store = newStore();
  await count(store, [RESET], "app.log");
  const { url } = await serving(store);
  const { page } = await openPage(url, { viewport: { width: 390, height: 800 } });
  const field = page.getByRole("combobox", { name: "Code" });
  expect(await field.isVisible()).toBe(false);
  expect((await page.locator("h1").boundingBox())?.y).toBeLessThan(300);
  await page.locator(".filters summary").click();
  expect(await field.isVisible()).toBe(true);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await page.locator(".filters summary").isVisible()).toBe(false);
});

test.runIf(hasChromium)("what logs, paths and URLs say is text, at first and when it comes later", async () => {
  const hostile = [
    "<script>alert(1)</script>",
    "</script><svg onload=alert(2)>",
    `"'><img src=x onerror=alert(3)>`,
    "\u202e\u0007{{7*7}}`alert(4)`</style><style>*{display:none}",
  ];
  const lines = hostile.map(
    (text) => `2026-11-20T08:00:00Z connect to ${text}:5432 failed: WSAECONNREFUSED (10061) ${text}`,
  );
  const store = newStore();
  await count(store, lines.slice(0, 2), hostile[2] as string);
  const { url } = await serving(store);
  const { page, trouble } = await openPage(`${url}?host=&x=${encodeURIComponent(hostile[1] as string)}`);
  await page.getByText("Live", { exact: true }).waitFor();
  const before = await page.locator("#report").innerHTML();
  await count(store, lines.slice(2), hostile[1] as string);
  await poll(
    () => page.locator("#report").innerHTML(),
    (html) => html !== before,
  );
  for (const details of await page.locator("#report details:not([open]) > summary").all())
    if (await details.isVisible()) await details.click();
  expect(await page.locator("#report").textContent()).toContain("<script>alert(1)</script>");
  expect(await page.locator("#report script, #report img, #report style, #report svg[onload]").count()).toBe(0);
  await page.goto(`${url}?source=${encodeURIComponent(hostile[2] as string)}`);
  expect(await page.getByRole("combobox", { name: "Source" }).inputValue()).toBe(hostile[2]);
  await page.goto(`${url}?code=${encodeURIComponent(hostile[0] as string)}`);
  expect(await page.locator("#report").textContent()).toContain(hostile[0]);
  expect(trouble.filter((each) => !each.includes("400 (Bad Request)"))).toEqual([]);
});

test.runIf(hasChromium)(
  "a page that waits for the store fills when there is one, and says when the server is gone",
  async () => {
    const store = newStore();
    const { url, child } = await serving(store);
    const { page } = await openPage(url);
    await page.getByText("there is no store here yet").waitFor();
    await count(store, [RESET], "app.log");
    await page.locator("#report", { hasText: "WSAECONNRESET" }).waitFor();
    child.kill("SIGTERM");
    await page.getByText("Not connected; trying again").waitFor();
    expect(await page.locator("#report").textContent()).toContain("WSAECONNRESET");
  },
);
