import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { helpPageOf } from "../../src/commands/help-page.ts";
import { commands } from "../../src/commands/index.ts";
import { manPage } from "../../src/commands/man-page.ts";
import { silentIo } from "../silent-io.ts";

const page = await manPage("1.2.3");

test("the manual page has every command, and every option with its meaning", async () => {
  const shown = page
    .replace(/^(?!\.)(.+)\n(?!\.)/gm, "$1 ")
    .replaceAll("\\-", "-")
    .replace(/\\\(aq/g, "'")
    .replace(/\\\(dq/g, '"')
    .replace(/\\\(ga/g, "`");
  for (const load of Object.values(commands)) {
    const { usage, groups, examples } = helpPageOf((await load())(silentIo()));
    expect(shown).toContain(`\n.SS ${usage}\n`);
    for (const { head, describe } of [...groups.values()].flat())
      expect(shown).toContain(`\n.B ${head.trim()}\n${describe}`);
    for (const [line] of examples)
      expect(shown).toContain(line.replaceAll("$0", "wsa-annotate").replaceAll("\\", "\\e"));
  }
});

const CHECKERS: Readonly<Record<string, readonly string[]>> = {
  mandoc: ["-T", "lint"],
  groff: ["-man", "-Tutf8", "-ww", "-z"],
};

test.each(Object.keys(CHECKERS).filter(isInstalled))("%s has nothing to complain about", (program) => {
  const { stdout, stderr, status } = spawnSync(program, CHECKERS[program], { input: page, encoding: "utf8" });
  expect(`${stdout}${stderr}`).toBe("");
  expect(status).toBe(0);
});

function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}
