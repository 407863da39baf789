import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { CLI, FIXTURES, run, temporaryFolder } from "./program.ts";

const README = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");

/** A command as the README shows it, and what it says that it prints; a line `…` stands for any lines. */
interface Example {
  readonly command: string;
  readonly expected: string;
}

/** The commands of all `console` blocks, in order. */
function examples(): Example[] {
  const blocks = [...README.matchAll(/^```console\n(.*?)^```$/gms)].map((match) => match[1] as string);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((example) => {
        const [, command, expected] = /^(.*(?:\\\n.*)*)\n([\s\S]*)$/.exec(example) as unknown as [
          string,
          string,
          string,
        ];
        return { command, expected };
      }),
  );
}

function toPattern(expected: string): RegExp {
  const lines = expected.trimEnd().split("\n");
  const parts = lines.map((line) => (line === "…" ? "[^]*?" : `${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\n`));
  return new RegExp(`^${parts.join("")}$`);
}

describe("the README", () => {
  test("shows what its commands print, run one after the other in a fresh place", (context) => {
    if (process.platform === "win32") return context.skip("its examples are written for a POSIX shell");
    const home = temporaryFolder();
    const bin = join(home, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "wsa-annotate"), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`, { mode: 0o755 });
    cpSync(FIXTURES, join(home, "fixtures"), { recursive: true });
    const env = {
      PATH: [bin, process.env["PATH"]].join(delimiter),
      HOME: home,
      XDG_STATE_HOME: home,
      TZ: "Europe/Berlin",
    };
    expect(examples().length).toBeGreaterThan(5);
    for (const { command, expected } of examples()) {
      const { stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: home, env, encoding: "utf8" });
      expect(`$ ${command}\n${stdout}${stderr}`.replace(/[ \t\r]+$/gm, "")).toMatch(
        toPattern(`$ ${command}\n${expected || "\n"}`),
      );
    }
  });

  test("names every command, and no option that --help does not have", async () => {
    const { stdout } = await run(["--help"]);
    const [, list = ""] = /^Commands:$(.*?)^$/ms.exec(stdout) ?? [];
    const commands = [...list.matchAll(/^ {2}(\w+)/gm)].map((match) => match[1] as string);
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((command) => !new RegExp(`\`wsa-annotate \\[?${command}\\b`).test(README))).toEqual([]);
    const helps = await Promise.all(commands.map(async (command) => (await run([command, "--help"])).stdout));
    const options = helps.flatMap((help) =>
      [...help.matchAll(/(?<=^ +(?:-\w, )?)--[a-z-]+/gm)].map(([option]) => option),
    );
    const named = [...README.matchAll(/(?<=`)--[a-z-]+/g)].map(([option]) => option);
    expect(named.length).toBeGreaterThan(20);
    expect(
      named.filter((option) => !options.includes(option) && !options.includes(option.replace("--no-", "--"))),
    ).toEqual([]);
  });

  test("fits on few pages", () => {
    expect(README.trimEnd().split("\n").length).toBeLessThan(250);
  });
});
