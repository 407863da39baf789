import { describe, expect, test } from "vitest";
import { parseCatalogueFile } from "../../src/catalogue/catalogue-file.ts";
import { explainTerm } from "../../src/catalogue/explain.ts";
import { extendCatalogue } from "../../src/catalogue/extend.ts";
import { catalogue, entries } from "../../src/catalogue/index.ts";
import { WsaError } from "../../src/error.ts";

const extended = async (json: unknown) =>
  extendCatalogue(
    catalogue,
    await parseCatalogueFile(typeof json === "string" ? json : JSON.stringify(json), "own.json"),
  );

const vendor = { code: 20017, name: "ACME_LICENCE_BUSY", title: { en: "all licences in use", zh: "许可证已用尽" } };

describe("a known code", () => {
  test("takes the file's title and leaves the rest alone", async () => {
    const { title, ...rest } = (await extended([{ code: 10061, title: "the broker is down" }])).byCode(10061) ?? {};
    const { title: _, ...before } = catalogue.byCode(10061) ?? {};
    expect(title).toEqual({ en: "the broker is down", zh: "the broker is down" });
    expect(rest).toEqual(before);
  });

  test("has the file's advice before its own", async () => {
    const own = {
      operations: ["connect"],
      cause: "the nightly restart",
      next: { en: "wait until 02:15", zh: "等到 02:15" },
    };
    const advice = (await extended({ entries: [{ code: 10061, advice: [own] }] })).byCode(10061)?.advice;
    expect(advice?.[0]).toEqual({ ...own, cause: { en: "the nightly restart", zh: "the nightly restart" } });
    expect(advice?.slice(1)).toEqual(catalogue.byCode(10061)?.advice);
  });

  test("is still found by the name that the file replaces", async () => {
    const changed = await extended([{ code: 10061, name: "NOBODY_HOME", aliases: ["DOWN"] }]);
    for (const name of ["NOBODY_HOME", "DOWN", "WSAECONNREFUSED"]) expect(changed.byName(name)?.code).toBe(10061);
  });
});

describe("a new code", () => {
  test.each([
    [true, "yes"],
    [false, "no"],
    ["elsewhere", "elsewhere"],
  ])("may write %j where trying again is %s", async (retryable, value) => {
    expect((await extended([{ ...vendor, retryable }])).byName("acme_licence_busy")?.retryable).toBe(value);
  });

  test("needs a name and a title, and gets the rest", async () => {
    const changed = await extended([vendor]);
    expect(changed.entries).toHaveLength(entries.length + 1);
    expect(changed.byName("acme_licence_busy")).toEqual({
      ...vendor,
      catalogue: "own",
      aliases: [],
      category: "connection",
      retryable: "no",
      severity: "error",
      dotnet: null,
      posix: null,
      libuv: null,
      meaning: vendor.title,
      advice: [],
      related: [],
    });
  });

  test("is explained like the others", async () => {
    const changed = await extended([vendor]);
    for (const term of ["20017", "0x4E31", "ACME_LICENCE_BUSY", "all licences in use", "许可证已用尽"])
      expect(explainTerm(changed, term).readings.map(({ entry }) => entry.code)).toEqual([20017]);
  });
});

test("the catalogue that is extended stays as it was", async () => {
  await extended([vendor, { code: 10061, title: "changed" }]);
  expect(catalogue.byCode(20017)).toBeUndefined();
  expect(catalogue.byCode(10061)?.title.en).not.toBe("changed");
});

test("an empty list changes nothing", async () => {
  expect((await extended("\uFEFF[]")).entries).toEqual(entries);
});

describe("a file is refused with what is wrong and where:", () => {
  test.each([
    ["not JSON", "[{", /^is not JSON: /],
    ["no list", { codes: [] }, /^holds no list of entries$/],
    ["null", null, /^holds no list of entries$/],
    [
      "a code that is no number",
      [vendor, { code: "10054" }],
      /^entries\[1\]\.code: must be a whole number from 1 to 2147483647$/,
    ],
    ["a code that is too large", [{ code: 2 ** 31 }], /^entries\[0\]\.code: must be a whole number/],
    ["a code that is negative", [{ code: -1 }], /^entries\[0\]\.code: must be a whole number/],
    ["no code", [{ title: "a" }], /^entries\[0\]\.code: /],
    ["an unknown field", [{ code: 10054, titel: "a" }], /^entries\[0\]: .*"titel"/],
    ["an unknown category", [{ code: 10054, category: "net" }], /^entries\[0\]\.category: .*"connection"/],
    [
      "an unknown operation",
      [{ code: 10054, advice: [{ operations: ["read"], cause: "a", next: "b" }] }],
      /^entries\[0\]\.advice\[0\]\.operations\[0\]: .*"receive"/,
    ],
    ["one language only", [{ code: 10054, title: { en: "a" } }], /^entries\[0\]\.title: must be a text, or /],
    ["an empty text", [{ code: 10054, title: " " }], /^entries\[0\]\.title: must be a text/],
    ["a name with blanks", [{ ...vendor, name: "A B" }], /^entries\[0\]\.name: a name has letters/],
    ["two mistakes", [{ code: 0 }, { code: 0 }], / \(and 1 more\)$/],
    ["a code listed twice", [{ code: 10054 }, { code: 10054 }], /^code 10054 is listed twice$/],
    [
      "a new code without a title",
      [{ code: 20017, name: "ACME" }],
      /^code 20017 is not in the catalogue, so it needs a name and a title$/,
    ],
    [
      "another code's name",
      [{ ...vendor, name: "wsaetimedout" }],
      /^code 20017: the name wsaetimedout belongs to 10060$/,
    ],
    [
      "a name given twice",
      [vendor, { ...vendor, code: 20018 }],
      /^code 20018: the name ACME_LICENCE_BUSY belongs to 20017$/,
    ],
  ])("%s", async (_what, json, message) => {
    const error = await extended(json).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WsaError);
    expect(error).toMatchObject({ code: "catalogue", subject: "own.json:1", message: expect.stringMatching(message) });
  });
});
