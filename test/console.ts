import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { expect } from "vitest";
import { CLI, EXECUTABLE, FIXTURES, temporaryFolder } from "./program.ts";

/** A command as a page shows it, and what it says that it prints; a line `…` stands for any lines. */
export interface Example {
  readonly command: string;
  readonly expected: string;
}

/** The commands of a `console` block, in order. */
export function examplesOf(block: string): Example[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((example) => {
      const [, command, expected] = /^(.*(?:\\\n.*)*)\n([\s\S]*)$/.exec(example) as unknown as [string, string, string];
      return { command, expected };
    });
}

/** A fresh folder in which a shell finds the program. */
export class Place {
  readonly folder = temporaryFolder();
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv = {}) {
    const home = temporaryFolder();
    const bin = join(home, "bin");
    mkdirSync(bin);
    const program = EXECUTABLE === undefined ? `"${process.execPath}" "${CLI}"` : `"${EXECUTABLE}"`;
    writeFileSync(join(bin, "wsa-annotate"), `#!/bin/sh\nexec ${program} "$@"\n`, { mode: 0o755 });
    const PATH = [bin, dirname(process.execPath), process.env["PATH"]].join(delimiter);
    this.#env = { PATH, HOME: home, XDG_STATE_HOME: home, TZ: "Europe/Berlin", ...env };
  }

  /** Puts the logs there that ship with the project. */
  addFixtures(): void {
    cpSync(FIXTURES, join(this.folder, "fixtures"), { recursive: true });
  }

  /** Installs packages, as far as a program can see. */
  addPackages(packages: Readonly<Record<string, string>>): void {
    mkdirSync(join(this.folder, "node_modules"));
    for (const [name, path] of Object.entries(packages)) symlinkSync(path, join(this.folder, "node_modules", name));
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Runs a command in a shell and expects what the page shows. */
  expectExample({ command, expected }: Example): void {
    const options = { cwd: this.folder, env: this.#env, encoding: "utf8" } as const;
    const { stdout, stderr } = spawnSync("bash", ["-c", command], options);
    expect(`$ ${command}\n${stdout}${stderr}`.replace(/[ \t\r]+$/gm, "")).toMatch(
      toPattern(`$ ${command}\n${expected || "\n"}`),
    );
  }
}

function toPattern(expected: string): RegExp {
  const lines = expected.trimEnd().split("\n");
  const parts = lines.map((line) => (line === "…" ? "[^]*?" : `${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\n`));
  return new RegExp(`^${parts.join("")}$`);
}
