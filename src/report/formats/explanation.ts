import pc from "picocolors";
import { categoryColors } from "../../annotate/category-colors.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Advice, Entry, Language } from "../../catalogue/entry.ts";
import type { Reading } from "../../catalogue/reading.ts";
import { vendorPageOf } from "../../catalogue/vendor-page.ts";
import { stringWidth } from "../../text/string-width.ts";
import { visible } from "../../text/visible.ts";
import type { ExplanationWords } from "../../words/explanation-words.ts";
import { words } from "../../words/index.ts";
import { jsonText } from "../layout/json-text.ts";
import { pad, wrap } from "../layout/wrap.ts";
import { adviceGroups, spellingFieldsOf, spellingListOf } from "./entry-parts.ts";
import type { RenderOptions } from "./report-format.ts";

/** What an explanation needs beside the entries. */
export interface ExplanationOptions extends RenderOptions {
  readonly catalogue: Catalogue;
  readonly lang: Language;
}

/** A term and what it can be read as, best first. */
export interface ExplainedTerm {
  readonly term: string;
  readonly readings: readonly Reading[];
  readonly suggestions: readonly string[];
}

/**
 * Writes all readings of a term for a person: in full, or a line each when they are many, because words may fit a dozen
 * codes.
 */
export function answerText({ readings }: ExplainedTerm, options: ExplanationOptions): string {
  if (readings.length > MOST_IN_FULL)
    return `${explanationList(
      readings.map(({ entry }) => entry),
      options,
    )}\n${words[options.lang].explanation.more}\n`;
  return readings.map((reading) => explanationText(reading, readings.length > 1, options)).join("\n");
}

/** Writes each reading in four lines: what it is, what it means, what to do first, and the vendor's page. */
export function shortText({ readings }: ExplainedTerm, options: ExplanationOptions): string {
  const { lang, width } = options;
  return readings
    .map(({ entry }) => {
      const [first] = entry.advice;
      const lines = [
        heading(entry, options),
        ...wrap(visible(firstSentence(entry.meaning[lang])), width - INDENT.length).map((line) => INDENT + line),
        ...(first === undefined ? [] : bullet("→", first.next[lang], INDENT.length, width)),
        ...linkOf(entry).flat(),
      ];
      return `${lines.join("\n")}\n`;
    })
    .join("\n");
}

/** Writes a line for each entry: number, name and title. */
export function explanationList(entries: readonly Entry[], { lang, color }: ExplanationOptions): string {
  const colors = pc.createColors(color);
  return entries
    .map(({ code, name, category, title }) => {
      const head = `${String(code).padStart(5)}  ${pad(visible(name), 26)}`;
      return `${colors[categoryColors[category]](head)}  ${visible(title[lang])}\n`;
    })
    .join("");
}

/**
 * For programs: `{"version":1,"terms":[{"term","readings":[…],"suggestions"}]}`. A reading is an entry in all
 * languages, with its spellings.
 */
export function answersJson(answers: readonly ExplainedTerm[]): string {
  const terms = answers.map(({ term, readings, suggestions }) => ({
    term,
    readings: readings.map(({ how, entry, win32First }) => ({ readAs: how, win32First, ...withSpellings(entry) })),
    suggestions,
  }));
  return `${jsonText({ version: 1, terms }, 2)}\n`;
}

/** For programs: `{"version":1,"codes":[…]}`, ascending by code. */
export function entriesJson(entries: readonly Entry[]): string {
  return `${jsonText({ version: 1, codes: entries.map(withSpellings) }, 2)}\n`;
}

const MOST_IN_FULL = 3;

/** Up to the first full stop, or the colon in place of one. */
function firstSentence(text: string): string {
  const [sentence] = /^.*?(?:[.:](?=\s)|[。：])/su.exec(text) ?? [text];
  return sentence.replace(/:$/, ".").replace(/：$/, "。");
}

/** The vendor's page on a line of its own: a broken link cannot be followed. */
function linkOf({ code }: Entry): string[][] {
  const link = vendorPageOf(code);
  return link === null ? [] : [[INDENT + link]];
}

function withSpellings(entry: Entry): object {
  const { code, name, ...rest } = entry;
  return { code, name, spellings: spellingFieldsOf(entry), page: vendorPageOf(code), ...rest };
}

function explanationText(reading: Reading, ambiguous: boolean, options: ExplanationOptions): string {
  const { entry } = reading;
  const { width, lang } = options;
  const say = words[lang].explanation;
  const groups = adviceGroups(entry.advice, say).map(({ title, advice }) => [
    INDENT + title,
    ...advice.flatMap((one) => adviceLines(one, options)),
  ]);
  const sections = [
    [heading(entry, options), ...facts(reading, ambiguous, say, width)],
    wrap(visible(entry.meaning[lang]), width - INDENT.length).map((line) => INDENT + line),
    ...groups,
    ...(entry.related.length === 0 ? [] : [related(entry, say, options)]),
    ...linkOf(entry),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const INDENT = "  ";

function heading(entry: Entry, { lang, color }: ExplanationOptions): string {
  const colors = pc.createColors(color);
  const name = colors[categoryColors[entry.category]](`${entry.code}  ${visible(entry.name)}`);
  return colors.bold(`${name}  ${visible(entry.title[lang])}`);
}

function facts(
  { how, entry, win32First }: Reading,
  ambiguous: boolean,
  say: ExplanationWords,
  width: number,
): string[] {
  const rows: (readonly [label: string, values: readonly string[]])[] = [
    [say.readAs, ambiguous || how !== "decimal" ? [say.readings[how]] : []],
    [say.note, win32First ? [say.win32First] : []],
    [say.spellings, spellingListOf(entry)],
    [say.aliases, entry.aliases],
    [say.category, [say.categories[entry.category]]],
    [say.severity, [say.severities[entry.severity]]],
    [say.retry, [say.retryable[entry.retryable]]],
  ];
  const label = Math.max(...rows.map(([name]) => stringWidth(name))) + 2;
  return rows.flatMap(([name, values]) =>
    fill(values.map(visible), width - INDENT.length - label)
      .flatMap((line) => wrap(line, width - INDENT.length - label))
      .map((line, i) => INDENT + pad(i === 0 ? name : "", label) + line),
  );
}

/** Puts as many values on a line as fit, each whole. */
function fill(values: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const value of values) {
    const longer = `${lines.at(-1)} · ${value}`;
    if (lines.length > 0 && stringWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(value);
  }
  return lines;
}

function adviceLines({ cause, next }: Advice, { lang, width }: ExplanationOptions): string[] {
  return [...bullet("•", cause[lang], 4, width), ...bullet("→", next[lang], 6, width)];
}

function related(entry: Entry, say: ExplanationWords, { catalogue, lang, width }: ExplanationOptions): string[] {
  const lines = entry.related.flatMap(({ code, note }) => [
    `    • ${[code, catalogue.byCode(code)?.name].join(" ").trimEnd()}`,
    ...wrap(visible(note[lang]), width - 6).map((line) => `      ${line}`),
  ]);
  return [`${INDENT}${say.related}`, ...lines];
}

function bullet(sign: string, text: string, indent: number, width: number): string[] {
  const margin = " ".repeat(indent);
  return wrap(visible(text), width - indent - 2).map((line, i) => `${margin}${i === 0 ? `${sign} ` : "  "}${line}`);
}
