import { expect, test } from "vitest";
import { helpPageOf } from "../../src/commands/help-page.ts";
import { general, helpText, overviewOf } from "../../src/commands/help-text.ts";
import { commands } from "../../src/commands/index.ts";
import { stringWidth } from "../../src/text/string-width.ts";
import { say } from "../../src/wording.ts";
import { inLanguage, wordings } from "../../src/wordings/index.ts";
import { silentIo } from "../silent-io.ts";
import { templatesInSource, templatesOf } from "./in-source.ts";

const ofCommands = await Promise.all(
  Object.values(commands).map(async (create) => helpPageOf((await create())(silentIo()))),
);
const pages = [overviewOf(ofCommands), ...ofCommands];

/** The sentences of the help, which stand with the options that they describe. */
const ofHelp = pages.flatMap(({ describe, epilogue, groups, examples }) => [
  ...[describe, epilogue, ...groups.keys(), ...examples.map(([, meaning]) => meaning)],
  ...[...general, ...[...groups.values()].flat()].flatMap((entry) => [entry.describe, entry.otherwise]),
]);

/** Values that are the same in every language: names of formats, numbers, placeholders alone. */
const isSameEverywhere = (text: string): boolean =>
  /^(?:\s*|[a-z]+|\d+)$/.test(text.replace(/\{\d\}/g, "")) && text !== "total";

/** What is looked up without being written as a wording: subjects of errors, and reasons to skip a file. */
const LOOKED_UP = [
  "command line",
  "output",
  "hidden",
  "binary",
  "a link to a folder",
  "a pipe, socket or device",
  "Options",
];

const needed = [...new Set([...ofHelp, ...templatesInSource(), ...LOOKED_UP])].filter(
  (text) => LOOKED_UP.includes(text) || !isSameEverywhere(text),
);

test.each(Object.keys(wordings) as (keyof typeof wordings)[])("%s has a sentence for each that is said", (lang) => {
  expect(needed.length).toBeGreaterThan(250);
  expect(needed.filter((text) => wordings[lang][text] === undefined)).toEqual([]);
  expect(Object.keys(wordings[lang]).filter((text) => !needed.includes(text))).toEqual([]);
});

test.each(Object.entries(wordings))("what %s has is filled in with the same values", (_, sentences) => {
  const holes = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();
  expect(Object.entries(sentences).filter(([en, other]) => `${holes(en)}` !== `${holes(other)}`)).toEqual([]);
});

test("a wording that is not in the list is noticed", () => {
  const source = 'say`no @{`x@{"}"}`} in @{say`a @{1}`}`; fixed("Examples")'.replaceAll("@", "$");
  expect(templatesOf(source)).toEqual(["no {1} in {2}", "a {1}", "Examples"]);
});

test("values are filled in as they are, wordings in their own language", () => {
  expect(inLanguage(say`known: ${"{1} log"}`, "zh")).toBe("已知的有：{1} log");
  expect(inLanguage(say`  skipped: ${say`${3} files`}`, "zh")).toBe("  跳过：3 个文件");
  expect(inLanguage(say`  skipped: ${say`${3} files`}`, "en")).toBe("  skipped: 3 files");
});

test.each(pages.map((page) => [page.usage, page] as const))("the help of %s is Chinese, in 80 columns", (_, page) => {
  const text = helpText(page, "zh", 80);
  expect(text).toContain("选项：");
  for (const line of text.split("\n").filter((one) => /\p{Script=Han}/u.test(one)))
    expect(stringWidth(line), line).toBeLessThanOrEqual(80);
});

test.each(["en", "zh"] as const)("text of others stays text in %s, whatever it is called and contains", (lang) => {
  for (const name of ["constructor", "__proto__", "toString"]) {
    expect(inLanguage(name, lang)).toBe(name);
    expect(inLanguage({ template: name, values: [] }, lang)).toBe(name);
  }
  const hostile = "\x1b[2J\n\u202ex";
  expect(inLanguage(say`${hostile} or ${hostile}`, lang)).not.toMatch(/[\x1b\n\u202e]/);
  expect(inLanguage(hostile, lang)).toBe("\\x1b[2J\\n\\u202ex");
});
