import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), "utf8").replaceAll("\r\n", "\n");

const ENGLISH = read("README.md");
const CHINESE = read("README.zh-CN.md");

const FENCED = /^```(\w*)\n(.*?)^```$/gms;
const INDENTED = /^ {4}.*$/gm;

/** What is neither in a fenced nor in an indented block. */
const prose = (readme: string): string => readme.replace(FENCED, "").replace(INDENTED, "");

/** The level of each heading, in order. */
const headings = (readme: string): number[] =>
  [...prose(readme).matchAll(/^(#+) /gm)].map(([, marks = ""]) => marks.length);

/** In the Chinese README, a command may ask for Chinese output. */
const inAnyLanguage = (command: string): string => command.replaceAll(" --lang zh", "");

/** The indented lines that run npm or the program. */
const indentedCommands = (readme: string): string[] =>
  [...readme.replace(FENCED, "").matchAll(INDENTED)]
    .map(([line]) => inAnyLanguage(line.trim()))
    .filter((line) => /\b(?:npm|wsa-annotate) /.test(line));

/** The fenced blocks, in order: of a console its commands, of a program all but its comments. */
function fencedBlocks(readme: string): { language: string; lines: string[] }[] {
  return [...readme.matchAll(FENCED)].map(([, language = "", block = ""]) => {
    if (language === "console")
      return {
        language,
        lines: [...block.matchAll(/^\$ .*(?:\\\n.*)*$/gm)].map(([command]) => inAnyLanguage(command)),
      };
    const isComment = (line: string): boolean => line.trimStart().startsWith("//");
    return { language, lines: block.split("\n").filter((line) => !(language === "js" && isComment(line))) };
  });
}

/** Each table by its rows: the code that a row begins with, or nothing where it begins with words. */
function tables(readme: string): string[][][] {
  return [...prose(readme).matchAll(/(?:^\|.*\n)+/gm)].map(([table]) =>
    table
      .trimEnd()
      .split("\n")
      .map((row) => row.slice(1).trim().split(" | ")[0] as string)
      .map((cell) => (cell.startsWith("`") ? (cell.match(/`[^`]+`/g) ?? []) : [])),
  );
}

/** The options that are named in backticks, each once. */
function options(readme: string): string[] {
  const code = [...prose(readme).matchAll(/`[^`]+`/g)].map(([span]) => span);
  return [...new Set(code.flatMap((span) => span.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []))].sort();
}

describe("the Chinese README", () => {
  test("has the sections of the English one", () => {
    expect(headings(ENGLISH).length).toBeGreaterThan(10);
    expect(headings(CHINESE)).toEqual(headings(ENGLISH));
  });

  test("has its commands and programs", () => {
    expect(indentedCommands(ENGLISH).length).toBeGreaterThan(1);
    expect(indentedCommands(CHINESE)).toEqual(indentedCommands(ENGLISH));
    expect(new Set(fencedBlocks(ENGLISH).map(({ language }) => language))).toEqual(new Set(["console", "js"]));
    expect(fencedBlocks(CHINESE)).toEqual(fencedBlocks(ENGLISH));
  });

  test("has the rows of its tables", () => {
    expect(tables(ENGLISH).flat(2).length).toBeGreaterThan(15);
    expect(tables(CHINESE)).toEqual(tables(ENGLISH));
  });

  test("names its options", () => {
    expect(options(ENGLISH).length).toBeGreaterThan(20);
    expect(options(CHINESE)).toEqual(options(ENGLISH));
  });
});
