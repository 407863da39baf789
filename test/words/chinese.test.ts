import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Language } from "../../src/catalogue/entry.ts";
import { entries } from "../../src/catalogue/index.ts";
import { wordings } from "../../src/wordings/index.ts";
import { words } from "../../src/words/index.ts";
import { glossary } from "./glossary.ts";
import { leavesOf } from "./leaves.ts";

const said = Object.entries(wordings.zh);
const textsIn = (lang: Language) =>
  leavesOf({
    ...words[lang],
    titles: entries.map(({ title }) => title[lang]),
    said: said.map(([en, zh]) => (lang === "en" ? en : zh)),
  });
const english = textsIn("en");
const chinese = textsIn("zh");
const catalogue = leavesOf(entries.map(({ title, meaning, advice, related }) => ({ title, meaning, advice, related })));
const readme = readFileSync(new URL("../../README.zh-CN.md", import.meta.url), "utf8");

/** Everything that is written in Chinese, by its place. */
const written = new Map([
  ...chinese,
  ...[...catalogue].filter(([place]) => place.endsWith(".zh")),
  ...readme.split("\n").map((line, i): [string, string] => [`README.zh-CN.md:${i + 1}`, line]),
]);

test.each(glossary)("$en is $zh everywhere, and nothing else", ({ en, zh, never }) => {
  const named = [...english].filter(([, text]) => en.test(text));
  expect(named).not.toEqual([]);
  expect(
    named.map(([place]) => `${place}: ${chinese.get(place)}`).filter((line) => !line.includes(zh) && !en.test(line)),
  ).toEqual([]);
  expect([...written].filter(([, text]) => never?.test(text))).toEqual([]);
});

test("a term that is written in two ways is noticed", () => {
  const spike = glossary.find(({ zh }) => zh === "突增");
  expect(spike?.never?.test("10061 激增")).toBe(true);
});

test("Chinese sentences have full-width punctuation, and a blank before and after Latin words", () => {
  const wrong = [...chinese].filter(([, text]) => isHalfWidth(text) || isTight(text));
  expect(wrong).toEqual([]);
  expect(isHalfWidth("连接 (connect)") && isHalfWidth("错误, 重试") && isTight("共3次")).toBe(true);
});

const isHalfWidth = (text: string): boolean => /\p{Script=Han}\s*[,;:!?()]|[()]\s*\p{Script=Han}/u.test(text);
const isTight = (text: string): boolean => /\p{Script=Han}[a-z\d]|[a-z\d]\p{Script=Han}/iu.test(text);
