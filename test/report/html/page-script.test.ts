import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { htmlFormat } from "../../../src/report/formats/html.ts";
import { temporaryFolder } from "../../program.ts";
import { hasChromium, openPage } from "../../serve/chromium.ts";
import { fullReport } from "../page-sample.ts";

async function open(options: Parameters<typeof openPage>[1] = {}) {
  const path = join(temporaryFolder(), "report.html");
  writeFileSync(path, htmlFormat.render(fullReport()));
  return await openPage(pathToFileURL(path).href, options);
}

describe.runIf(hasChromium)("a report in a file", () => {
  test("sorts its tables, by mouse and keyboard, and says how", async () => {
    const { page, trouble } = await open();
    const codes = () => page.locator(".codes > tbody > tr.figures strong").allTextContents();
    const header = page.locator(".codes > thead th", { hasText: "count" });
    expect(await header.getAttribute("aria-sort")).toBeNull();
    await header.getByRole("button").click();
    expect(await header.getAttribute("aria-sort")).toBe("descending");
    expect((await codes())[0]).toBe("10061");
    await header.getByRole("button").press("Enter");
    expect(await header.getAttribute("aria-sort")).toBe("ascending");
    expect((await codes()).at(-1)).toBe("10061");
    await page.locator(".codes > thead th").first().getByRole("button").press("Space");
    expect(await codes()).toEqual(["10013", "10054", "10055", "10060", "10061", "11001", "12345"]);
    expect(await page.locator("#codes [aria-sort]").count()).toBe(1);
    expect(await page.locator("#code-10061 + tbody .figures strong").textContent()).toBe("11001");
    expect(trouble).toEqual([]);
  });

  test("searches the lines", async () => {
    const { page } = await open();
    await page.getByRole("searchbox", { name: "Search the lines" }).fill("no such words");
    expect(await page.locator(".codes > tbody:visible").count()).toBe(0);
    await page.getByRole("searchbox").fill("");
    expect(await page.locator(".codes > tbody:visible").count()).toBe(7);
    const [text = ""] = await page.locator("#code-10061 pre").allTextContents();
    await page.getByRole("searchbox").fill(text.toUpperCase());
    expect(await page.locator("#code-10061 pre").first().isVisible()).toBe(true);
  });

  test("copies a command", async () => {
    const { page, trouble } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    const command = await page.locator(".steps code").first().textContent();
    const button = page.locator(".steps .copy").first();
    expect(await button.getAttribute("aria-label")).toBe(`Copy: ${command}`);
    await button.focus();
    await page.keyboard.press("Enter");
    await page.locator(".steps .copy", { hasText: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(command);
    expect(trouble).toEqual([]);
  });

  test("tells the values of a bar, and has no link that leads nowhere", async () => {
    const { page } = await open();
    await page.locator("svg.stacked .pointed").nth(2).hover();
    expect(await page.locator(".readout").textContent()).toMatch(/^02:00 · 10061 WSAECONNREFUSED: 918 · /);
    await page.locator("svg.stacked").press("Enter");
    const targets = await page.evaluate<string[]>(
      `[...document.querySelectorAll("a")].map((a) => a.getAttribute("href"))`,
    );
    expect(new Set(targets.map((target) => target[0]))).toEqual(new Set(["#"]));
  });

  test("is whole where scripts are off, without controls that would do nothing", async () => {
    const { page, trouble } = await open({ javaScriptEnabled: false });
    expect(await page.locator("button, input, output").count()).toBe(0);
    expect(await page.locator(".codes > tbody").count()).toBe(7);
    expect(await page.locator("svg.stacked .pointed title").count()).toBe(24);
    expect(trouble).toEqual([]);
  });

  test("runs its own script and no other", async () => {
    const { page, trouble } = await open();
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement("script"), { textContent: "document.title = 1" }))`,
    );
    expect(await page.title()).not.toBe("1");
    expect(trouble.join()).toContain("Content Security Policy");
  });
});
