import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { useColor } from "../../../src/commands/options/color.ts";
import { languageOf } from "../../../src/commands/options/language.ts";
import { timeZoneOf } from "../../../src/report/time/time-zone.ts";
import type { Io } from "../../../src/terminal/io.ts";
import { widthOf } from "../../../src/terminal/io.ts";

type Setting = Pick<Io, "env" | "platform">;
const ioOf = (env: Io["env"]): Io => ({ env, platform: "linux" }) satisfies Setting as Io;
const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 132 });

test.each([
  [{}, "en"],
  [{ LANG: "zh_CN.UTF-8" }, "zh"],
  [{ LANG: "zh-Hans" }, "zh"],
  [{ LANG: "zh" }, "zh"],
  [{ LANG: "zho_XX" }, "en"],
  [{ LANG: "de_DE.UTF-8" }, "en"],
  [{ LC_ALL: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }, "en"],
  [{ LC_ALL: "", LC_MESSAGES: "zh_TW", LANG: "en_US" }, "zh"],
])("the environment %j speaks %s", (env, language) => {
  expect(languageOf(ioOf(env), [])).toBe(language);
});

test("--lang decides over the environment", () => {
  expect(languageOf(ioOf({ LANG: "zh_CN" }), ["report", "--lang", "en"])).toBe("en");
});

test.each([
  ["europe/berlin", "Europe/Berlin"],
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["utc", "UTC"],
  ["+05:30", "+05:30"],
])("--tz %s is the zone %s", (tz, zone) => {
  expect(timeZoneOf(tz)).toBe(zone);
});

test.each(["", "Mars", "Europe", "+5h"])("--tz %j is refused with a hint", (tz) => {
  expect(() => timeZoneOf(tz)).toThrow(
    expect.objectContaining({ code: "usage", hint: expect.stringContaining("UTC") }),
  );
});

test.each([
  ["auto", {}, terminal, true],
  ["auto", {}, new PassThrough(), false],
  ["auto", { NO_COLOR: "1" }, terminal, false],
  ["auto", { NO_COLOR: "" }, terminal, true],
  ["auto", { FORCE_COLOR: "1" }, new PassThrough(), true],
  ["auto", { FORCE_COLOR: "0" }, terminal, false],
  ["auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, terminal, false],
  ["auto", { TERM: "dumb" }, terminal, false],
  ["always", { NO_COLOR: "1" }, new PassThrough(), true],
  ["never", { FORCE_COLOR: "1" }, terminal, false],
] as const)("--color %s with %j", (color, env, output, expected) => {
  expect(useColor(ioOf(env), output, color)).toBe(expected);
});

test("lines may be as wide as the terminal, and 80 columns elsewhere", () => {
  expect([widthOf(terminal), widthOf(new PassThrough())]).toEqual([132, 80]);
});
