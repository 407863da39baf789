import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import * as browser from "../../src/browser.ts";

/** The built entry, as a bundler for web pages takes it. */
const ENTRY = fileURLToPath(new URL("../../dist/browser.js", import.meta.url));

/** What a page has, and nothing of Node. */
const page = createContext({ TextEncoder, TextDecoder });
let library: typeof browser;

beforeAll(async () => {
  const bundle = await rolldown({ input: ENTRY, platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", name: "library" });
  library = runInContext(`${output[0].code}; library`, page) as typeof browser;
});

describe("the entry for browsers", () => {
  test("runs where there is nothing of Node", () => {
    expect(runInContext("[typeof Buffer, typeof process, typeof require].join()", page)).toBe(
      "undefined,undefined,undefined",
    );
    expect(Object.keys(library).sort()).toEqual(Object.keys(browser).sort());
  });

  test("finds, annotates and explains as in Node", () => {
    const text =
      '错误 😀 [WinError 10061] connect to db-2:5432\r\n远程主机强迫关闭了一个现有的连接。\n{"e":"WSAETIMEDOUT"}\n';
    expect(library.findCodes(text)).toEqual(browser.findCodes(text));
    expect(library.findCodes(text)).toHaveLength(3);
    for (const style of ["inline", "suffix", "below"] as const) {
      expect(library.annotateText(text, { style, lang: "zh" })).toBe(browser.annotateText(text, { style, lang: "zh" }));
    }
    expect(library.explain("0x8007274D")).toEqual(browser.explain("0x8007274D"));
    expect(library.catalogue.byCode(10054)).toEqual(browser.catalogue.byCode(10054));
  });
});
