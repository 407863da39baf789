import { readdirSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { below } from "../../src/annotate/below.ts";
import { createPen } from "../../src/annotate/pen.ts";
import { type Catalogue, createCatalogue } from "../../src/catalogue/catalogue.ts";
import type { Entry, Language } from "../../src/catalogue/entry.ts";
import { explainTerm } from "../../src/catalogue/explain.ts";
import { catalogue } from "../../src/catalogue/index.ts";
import { langOption, languageOf } from "../../src/commands/options/language.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { answerText } from "../../src/report/formats/explanation.ts";
import { formats } from "../../src/report/formats/index.ts";
import type { Io } from "../../src/terminal/io.ts";
import { words } from "../../src/words/index.ts";
import type { LanguageWords } from "../../src/words/language-words.ts";
import { fullReport } from "../report/page-sample.ts";

// The list as it is with one more language: a copy of English under another name, its texts in capitals.
vi.mock("../../src/words/index.ts", async (importOriginal) => {
  const { words } = await importOriginal<typeof import("../../src/words/index.ts")>();
  const xx: LanguageWords = { ...inCapitals(words.en), tag: "xx" };
  return { words: { ...words, xx } satisfies Readonly<Record<Language | "xx", LanguageWords>> };
});

// English under that name too, in what is said beside reports.
vi.mock("../../src/wordings/index.ts", async (importOriginal) => {
  const original = await importOriginal<typeof import("../../src/wordings/index.ts")>();
  return { ...original, spokenLanguages: [...original.spokenLanguages, "xx"] };
});

const xx = "xx" as Language;
const ioOf = (LANG: string): Io => ({ env: { LANG }, platform: "linux" }) as unknown as Io;

test("each language is one file, and each file of a language is listed", () => {
  const contracts = /-words\.ts$|^index\.ts$/;
  const files = readdirSync(new URL("../../src/words/", import.meta.url)).filter((name) => !contracts.test(name));
  expect(Object.keys(words).filter((name) => name !== xx)).toEqual(files.map((name) => name.slice(0, -3)).sort());
});

test("another language of the program in the list can be asked for, by name or by the environment", () => {
  expect(langOption.choices).toContain(xx);
  expect(languageOf(ioOf("xx_YY.UTF-8"), [])).toBe(xx);
  expect(languageOf(ioOf("yy_YY.UTF-8"), [])).toBe("en");
});

test.each(formats.map(({ name }) => name))("a report as %s is written in it", async (name) => {
  const format = formats.find((one) => one.name === name);
  const options = { width: 80, color: false };
  const english = await format?.render(fullReport("en"), options);
  const other = await format?.render({ ...fullReport("en"), lang: xx }, options);
  if (name === "csv") expect(other).toBe(english);
  else if (name === "json") expect(other).toBe(english?.replace('"lang": "en"', '"lang": "xx"'));
  else if (name === "html") {
    expect(other).toContain('<html lang="xx">');
    expect(other).toContain("WHAT TO DO FIRST");
  } else expect(other).toMatch(/WHAT TO DO FIRST/);
});

test("an explanation and an annotation are written in it", () => {
  const translated = withTexts(catalogue);
  const readings = explainTerm(translated, "10061");
  const text = answerText({ term: "10061", ...readings }, { catalogue: translated, lang: xx, width: 80, color: false });
  expect(text).toMatch(/^ {2}CATEGORY +CONNECTION$/m);
  expect(text).toContain("XX connection refused");

  const body = "connect failed: WinError 10061";
  const findings = createRecognise({ catalogue: translated.entries })(body);
  const pen = createPen({ catalogue: translated, language: xx, color: false, terminal: false });
  const line = {
    source: "a.log",
    number: 1,
    record: 1,
    body,
    lineEnd: "\n",
    findings,
    time: null,
    operation: null,
    endpoint: null,
  };
  expect(below(line, pen)).toMatch(/\n {4}LIKELY CAUSE: XX /);
});

/** A copy whose texts, and whatever its functions return, are in capitals. */
function inCapitals<Value>(value: Value): Value {
  if (typeof value === "string") return value.toUpperCase() as Value;
  if (typeof value === "function") return ((...given: unknown[]) => String(value(...given)).toUpperCase()) as Value;
  if (Array.isArray(value)) return value.map(inCapitals) as Value;
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, inCapitals(part)])) as Value;
}

/** The catalogue with every text in the third language as well. */
function withTexts({ entries }: Catalogue): Catalogue {
  const reviver = (_: string, part: unknown): unknown =>
    part !== null && typeof part === "object" && "en" in part ? { ...part, xx: `XX ${part.en}` } : part;
  return createCatalogue(JSON.parse(JSON.stringify(entries), reviver) as Entry[]);
}
