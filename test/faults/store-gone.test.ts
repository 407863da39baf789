import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { poll } from "../serve/serving.ts";
import { commandLine, countIn, linesOf, occurrencesIn, runCommandLine, type Scene, sceneOf } from "./scene.ts";
import { compare, expectNoHarm, tallyOf } from "./tally.ts";

const isPosix = process.platform !== "win32";

/** What people do to a store that a program is counting into. */
const deeds: readonly (readonly [name: string, act: (folder: string) => void])[] = [
  ["is removed with its folder", (folder) => rmSync(folder, { recursive: true })],
  ["is moved away with its folder, and an empty one is there", (folder) => moveAway(folder)],
  ["is moved away for a copy", (folder) => moveAway(folder, "x.db")],
];

function moveAway(folder: string, ...kept: readonly string[]): void {
  renameSync(folder, `${folder}.moved`);
  mkdirSync(folder);
  for (const name of kept) cpSync(join(`${folder}.former`, name), join(folder, name));
}

test.skipIf(!isPosix).each(deeds)(
  "a store that %s while logs are followed",
  { timeout: 3_600_000 },
  async (name, act) => {
    const tally = tallyOf(`a store that ${name}`);
    const scene = sceneOf(2);
    const folder = join(scene.home, "kept");
    const store = join(folder, "x.db");
    await runCommandLine(commandLine(["ingest", scene.logs, "--store", store]), { cwd: scene.home, tally });
    cpSync(folder, `${folder}.former`, { recursive: true });
    const { child, said, ended } = follow(scene, store);
    const first = grow(scene, 3000);
    await poll(
      () => (existsSync(store) ? countIn(store, tally) : 0),
      (counted) => counted === scene.occurrences + first,
    );
    act(folder);
    const more = grow(scene, 3100);
    // It ends by itself: what counts into nothing must not look as if it did its work.
    const late = setTimeout(() => {
      tally.hung++;
      child.kill("SIGKILL");
    }, 20_000);
    expect(await ended).toBe(2);
    clearTimeout(late);
    expect(await said).toMatch(/x\.db: it was removed, moved away or replaced while it was in use\n {2}hint: /);
    tally.injected++;
    await runCommandLine(commandLine(["ingest", scene.logs, "--store", store]), { cwd: scene.home, tally });
    compare(tally, countIn(store, tally), scene.occurrences + first + more);
    expectNoHarm(tally);
  },
);

/** Returns how many occurrences came. */
function grow({ logs }: Scene, from: number): number {
  const lines = linesOf("long", from, from + 100);
  appendFileSync(join(logs, "long.log"), lines);
  return occurrencesIn(lines);
}

function follow(
  { home, logs }: Scene,
  store: string,
): { readonly child: ChildProcess; readonly said: Promise<string>; readonly ended: Promise<number | null> } {
  const [command = "", ...args] = commandLine(["ingest", logs, "--follow", "--store", store]);
  const child = spawn(command, args, {
    cwd: home,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, TZ: "UTC" },
  });
  return { child, said: text(child.stderr), ended: once(child, "close").then(([code]) => code as number | null) };
}
