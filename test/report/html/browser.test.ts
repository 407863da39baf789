import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { htmlFormat } from "../../../src/report/formats/html.ts";
import type { Report } from "../../../src/report/model/report.ts";
import { visible } from "../../../src/text/visible.ts";
import { temporaryFolder } from "../../program.ts";
import { hasChromium, type Opened, openPage } from "../../serve/chromium.ts";
import { fullReport } from "../page-sample.ts";

const hostile = [
  "<script>alert(1)</script>",
  "</script><svg onload=alert(1)>",
  "</style></title></pre><img src=x onerror=alert(1)><link rel=stylesheet href=//evil.example/x>",
  `"'><a href="javascript:alert(1)" onmouseover='alert(1)'>x</a>`,
  "--><!-- <![CDATA[ `alert(1)` {{7*7}} &lt;b&gt; &#39; &amp;",
  "\x1b[31m\0\u202egnp.exe\u2066 \u0085\u2028\u{e0041} \ud800",
  "x".repeat(3000),
];

describe.runIf(hasChromium)("in a browser", () => {
  test.each(hostile)("what a log wrote is text: %j", async (text) => {
    const { page, trouble } = await open(filledWith(text));
    const [shown, elements] = await page.evaluate<[string[], number]>(
      `[[...document.querySelectorAll("pre")].map((pre) => pre.textContent), document.querySelectorAll("*").length]`,
    );
    expect(new Set(shown)).toEqual(new Set([visible(text)]));
    for (const row of await page.locator("#endpoints th[scope=row]").allTextContents()) expect(row).toBe(visible(text));
    expect(await page.title()).toContain(visible(text).replace(/\s+/g, " ").trim());
    const { page: plain } = await open(filledWith("x"));
    expect(elements).toBe(await plain.evaluate(`document.querySelectorAll("*").length`));
    expect(trouble).toEqual([]);
  });

  test.each([
    ["en", "light"],
    ["en", "dark"],
    ["zh", "light"],
    ["zh", "dark"],
  ] as const)("the page in %s, %s, can be read: contrast, headings, tables, charts", async (lang, colorScheme) => {
    const { page, trouble } = await open(fullReport(lang), { colorScheme });
    await page.evaluate(OPEN_ALL);
    expect(await page.evaluate(LOW_CONTRAST)).toEqual([]);
    expect(await page.evaluate(MISSHAPEN)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  test.each([
    [360, fullReport("en")],
    [360, fullReport("zh")],
    [360, filledWith("x".repeat(3000))],
    [1280, filledWith("x".repeat(3000))],
  ])("at %i px nothing has to be scrolled sideways, whatever is open", async (width, report) => {
    const { page } = await open(report, { viewport: { width, height: 800 } });
    await page.evaluate(OPEN_ALL);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });

  test("on paper nothing stays folded", async () => {
    const { page } = await open(fullReport());
    const shown = `[...document.querySelectorAll("details > :not(summary)")].map((one) => one.checkVisibility())`;
    expect(new Set(await page.evaluate<boolean[]>(shown))).toEqual(new Set([false]));
    await page.emulateMedia({ media: "print" });
    expect(new Set(await page.evaluate<boolean[]>(shown))).toEqual(new Set([true]));
  });

  test("a keyboard reaches every explanation, and one sees where it is", async () => {
    const { page } = await open(fullReport());
    await page.locator("#code-10061 summary").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#code-10061 .explanation").isVisible()).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  });

  test("a click selects the whole command", async () => {
    const { page } = await open(fullReport());
    const command = page.locator("#first-steps code").first();
    await command.click();
    expect(await page.evaluate("getSelection().toString()")).toBe(await command.textContent());
  });
});

/** Everything folded away is shown. */
const OPEN_ALL = `for (const details of document.querySelectorAll("details")) details.open = true`;

/** Texts that stand out from their background by less than 4.5:1 (WCAG AA). */
const LOW_CONTRAST = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => channels(color).slice(0, 3).map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const found = [];
  for (const element of document.querySelectorAll("body *:not(title):not(desc)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "")) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(element.closest("svg") ? style.fill : style.color), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (!(ratio >= 4.5)) found.push(element.tagName + "." + element.getAttribute("class") + " " + ratio.toFixed(2));
  }
  return [...new Set(found)];
})()`;

/** What a screen reader would stumble over. */
const MISSHAPEN = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const levels = all("h1,h2,h3,h4").map((heading) => Number(heading.tagName[1]));
  const ids = all("[id]").map(({ id }) => id);
  return [
    ...["header", "main", "footer", "h1"].filter((name) => all(name).length !== 1),
    ...levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1).map((level) => "skips to h" + level),
    ...all("th:not([scope])").map(() => "th without scope"),
    ...all("table").filter((table) => !table.querySelector("th[scope]")).map(() => "table without headers"),
    ...all("body > * svg").filter((svg) => svg.closest("[aria-hidden]") === null && svg.parentElement.closest("svg") === null)
      .filter((svg) => !["img", "group"].includes(svg.getAttribute("role")) || !svg.firstElementChild.textContent.trim()).map((svg) => "chart without a text: " + svg.outerHTML.slice(0, 60)),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => "twice: " + id),
    ...all("a").filter((a) => !ids.includes(a.hash.slice(1))).map((a) => "leads nowhere: " + a.hash),
    ...all("html:not([lang])"),
  ];
})()`;

function open(report: Report, options: Parameters<typeof openPage>[1] = {}): Promise<Opened> {
  const path = join(temporaryFolder(), "report.html");
  writeFileSync(path, htmlFormat.render(report));
  return openPage(pathToFileURL(path).href, options);
}

/** A report in which everything that comes from a log is this text. */
function filledWith(text: string): Report {
  const fromLogs = new Set(["source", "host", "endpoint", "text"]);
  const filled = JSON.parse(JSON.stringify(fullReport()), (key, value) =>
    fromLogs.has(key) && typeof value === "string" ? text : value,
  );
  return { ...filled, source: text, host: text };
}
