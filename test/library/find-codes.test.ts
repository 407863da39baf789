import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotateText, catalogue, createCatalogue, explain, type FoundCode, findCodes } from "../../src/browser.ts";

const places = (text: string, found: readonly FoundCode[]) =>
  found.map(({ code, start, end }) => [code, text.slice(start, end)]);

describe("findCodes", () => {
  test("finds a sentence in Chinese", () => {
    expect(findCodes("远程主机强迫关闭了一个现有的连接")).toEqual([
      {
        code: 10054,
        name: "WSAECONNRESET",
        form: "message",
        confidence: "certain",
        text: "远程主机强迫关闭了一个现有的连接",
        start: 0,
        end: 16,
      },
    ]);
  });

  test.each([
    ["behind Chinese", "连接失败：[WinError 10061]"],
    ["behind characters of two units", "😀😀 [WinError 10061]"],
    ["behind half a character of two units", "\ud83d [WinError 10061]"],
    ["in a line of its own", "nothing here\r\n错误\n[WinError 10061]\r\n"],
    ["in the bytes of a journal", '{"MESSAGE":[101,114,114,111,114,32,49,48,48,54,49]} [WinError 10061]'],
  ])("says where a code is %s", (_where, text) => {
    expect(places(text, findCodes(text)).at(-1)).toEqual([10061, "10061"]);
  });

  test("judges each line by itself", () => {
    expect(findCodes("error:\n10061\n")).toEqual([]);
    expect(findCodes("error: 10061\n")).toHaveLength(1);
  });

  test("knows the column of a status", () => {
    const log = "#Fields: time sc-win32-status sc-bytes\n10:00 10054 10060\n";
    expect(places(log, findCodes(log))).toEqual([[10054, "10054"]]);
  });

  test("keeps what is certain, takes POSIX names, and leaves out what the catalogue does not have", () => {
    const text = "error 10061, ECONNRESET, WSAETIMEDOUT";
    const codesOf = (options: Parameters<typeof findCodes>[1]) => findCodes(text, options).map(({ code }) => code);
    expect(codesOf({})).toEqual([10061, 10060]);
    expect(codesOf({ strict: true })).toEqual([10060]);
    expect(codesOf({ posixNames: true })).toEqual([10061, 10054, 10060]);
    const small = createCatalogue(catalogue.entries.filter(({ code }) => code === 10061));
    expect(codesOf({ catalogue: small })).toEqual([10061]);
  });

  test("gives the text between its offsets, in order, whatever the text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\n", "\r\n", "[WinError 10061]", "WSAECONNRESET", "连接超时", "😀", " error 10054 "),
    );
    let found = 0;
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const one of findCodes(text)) {
          expect(one.text).toBe(text.slice(one.start, one.end));
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(one.text).not.toContain("\n");
          if (one.form === "macro") expect(one.text).toBe(one.name);
          last = one.end;
          found++;
        }
      }),
    );
    expect(found).toBeGreaterThan(50);
  });
});

describe("annotateText", () => {
  test("explains codes where they are, in English and Chinese", () => {
    expect(annotateText("a\r\nconnect failed: [WinError 10061]\r\nb")).toBe(
      "a\r\nconnect failed: [WinError 10061 «WSAECONNREFUSED: connection refused»]\r\nb",
    );
    expect(annotateText("WSAECONNRESET", { lang: "zh", style: "suffix" })).toMatch(
      /^WSAECONNRESET «10054：连接被对端重置；.+»$/,
    );
    expect(annotateText("WSAECONNRESET", { style: "below" }).split("\n")).toHaveLength(4);
  });

  test("returns a text without codes as it is", () => {
    for (const text of ["", "\n", "\ud83d no code \r\r\n", "没有"]) expect(annotateText(text)).toBe(text);
  });

  test("explains with a catalogue of one's own", () => {
    const [refused] = catalogue.entries.filter(({ code }) => code === 10061);
    const own = createCatalogue([
      ...catalogue.entries,
      { ...(refused as NonNullable<typeof refused>), title: { en: "the broker restarts", zh: "代理正在重启" } },
    ]);
    expect(annotateText("error 10061", { catalogue: own })).toContain("the broker restarts");
  });
});

describe("explain", () => {
  test("reads numbers, names, messages and words", () => {
    for (const term of [
      "10061",
      "0x8007274D",
      "WSAECONNREFUSED",
      "ECONNREFUSED",
      "[WinError 10061]",
      "由于目标计算机积极拒绝，无法连接。",
    ])
      expect(explain(term).readings[0]?.entry.code).toBe(10061);
  });

  test("suggests names for a term that it does not know", () => {
    expect(explain("WSAECONRESET")).toEqual({ readings: [], suggestions: ["WSAECONNRESET", "WSAENETRESET"] });
  });
});
