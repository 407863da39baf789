import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { asStored } from "../../src/sources/file/as-stored.ts";
import { findLogs, keyOf } from "../../src/sources/file/find-logs.ts";
import { cutPattern } from "../../src/sources/file/pattern.ts";
import { temporaryFolder } from "../program.ts";

describe("a pattern", () => {
  test.each([
    ["logs\\**\\*.log", "logs/", "**/*.log"],
    ["C:\\Logs\\app-*.log", "C:\\Logs/", "app-*.log"],
    ["C:/Logs/app-*.log", "C:/Logs/", "app-*.log"],
    ["C:app-*.log", "C:", "app-*.log"],
    ["\\\\files01\\logs\\*\\*.log", "\\\\files01\\logs\\", "*/*.log"],
    ["\\\\?\\C:\\Logs\\*.log", "\\\\?\\C:\\Logs/", "*.log"],
    ["\\\\?\\UNC\\files01\\logs\\*.log", "\\\\?\\UNC\\files01/logs/", "*.log"],
    ["C:\\Program Files (x86)\\App\\*.log", "C:\\Program Files (x86)/App/", "*.log"],
    ["*.log", "", "*.log"],
  ])("is cut behind its folders on Windows: %s", (pattern, folder, rest) => {
    expect(cutPattern(pattern, true, (path) => !path.includes("*"))).toEqual({ folder, rest });
  });

  test("is cut before the first folder that is not there", () => {
    expect(cutPattern("/var/log/a\\*b/x*.log", false, (path) => !path.includes("*"))).toEqual({
      folder: "/var/log/",
      rest: "a\\*b/x*.log",
    });
  });

  test("finds logs below folders whose names look like patterns", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "App (x86) [old]/sub"), { recursive: true });
    writeFileSync(join(folder, "App (x86) [old]/sub/app.log"), "");
    for (const [windows, pattern] of [
      [true, "App (x86) [old]\\**\\*.LOG"],
      [false, "App (x86) [old]/**/*.log"],
    ] as const) {
      const { files } = await findLogs([join(folder, pattern)], windows);
      expect(files.map(({ path }) => path)).toEqual([join(folder, "App (x86) [old]/sub/app.log")]);
    }
  });
});

describe("a path as it is stored", () => {
  const stored = (path: string) => asStored(path, "\\", () => "C:\\Logs\\Web-1\\App.log");

  test.each([
    ["web-1\\APP.LOG", "Web-1\\App.log"],
    ["c:\\logs\\web-1\\app.log", "C:\\Logs\\Web-1\\App.log"],
    ["c:/logs/web-1/app.log", "C:/Logs/Web-1/App.log"],
    ["\\\\?\\c:\\logs\\web-1\\app.log", "\\\\?\\C:\\Logs\\Web-1\\App.log"],
    ["\\\\files01\\all\\WEB-1\\app.log", "\\\\files01\\all\\Web-1\\App.log"],
    [".\\APP.log", ".\\App.log"],
    ["WEB-1\\sub\\..\\APP.log", "WEB-1\\sub\\..\\App.log"],
    ["link.log", "link.log"],
  ])("has the names of the disk: %s", (path, expected) => expect(stored(path)).toBe(expected));

  test("keeps links, folders that are named with a separator, and what is not there", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "logs"));
    symlinkSync("logs", join(folder, "link"));
    for (const name of ["logs/", "link", "none.log"]) expect(asStored(`${folder}/${name}`)).toBe(`${folder}/${name}`);
  });
});

test("a file has one key, however many bits the number of its volume has", () => {
  const ino = (7n << 48n) | 5n;
  expect(keyOf({ dev: 0x1234_5678_9abc_def0n, ino })).toBe(keyOf({ dev: 0x9abc_def0n, ino }));
  expect(keyOf({ dev: 1n, ino })).not.toBe(keyOf({ dev: 1n, ino: 5n }));
});
