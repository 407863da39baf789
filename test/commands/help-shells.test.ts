import { expect, test } from "vitest";
import { helpPageOf } from "../../src/commands/help-page.ts";
import { overviewOf } from "../../src/commands/help-text.ts";
import { commands } from "../../src/commands/index.ts";
import type { Io } from "../../src/terminal/io.ts";

const pages = await Promise.all(
  Object.values(commands).map(async (load) => helpPageOf((await load())({ cores: 1, platform: "win32" } as Io))),
);
// Each of its examples is for one shell.
const others = pages.filter(({ usage }) => !usage.startsWith("completion"));
const lines = [overviewOf([]), ...others].flatMap(({ examples }) => examples.map(([line]) => line));

test.each(lines)("%s is the same in sh, cmd and PowerShell", (line) => {
  const quoted = [...line.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text);
  const bare = line.replace(/^\$0|(?<= )\$0/g, "").replaceAll(/"[^"]*"/g, "");
  // PowerShell 5 writes UTF-16 behind `>`, and makes lists of what has commas.
  expect(bare).toMatch(/^(?:[\w\s./:*|-]|(?<=\w)@)*$/);
  for (const text of quoted) {
    expect(text).not.toMatch(/[$`%!\\]/);
    // A .cmd gets from PowerShell in quotes only what has a space in it.
    if (/[<>|&^()]/.test(text)) expect(text).toContain(" ");
  }
});
