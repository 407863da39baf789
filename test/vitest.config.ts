import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { build, isStale, workOutLiterals } from "../.build.js";

let built: Promise<void> | undefined;

/** Builds the program when the first file is loaded that names `dist/`: the tests of one room seldom need it. */
const buildOnDemand = {
  name: "build-on-demand",
  async transform(code: string) {
    if (!code.includes("dist/")) return;
    built ??= isStale() ? build() : Promise.resolve();
    await built;
  },
};

/** Rooms that keep nothing between calls, and whose tests replace nothing: their files share a worker. */
const pure = ["test/line/**/*.test.ts", "test/text/**/*.test.ts"];

/** better-sqlite3 is installed for the oldest Node: elsewhere the tests look into stores through what the program loads. */
const isOldest = process.versions.node.startsWith("20.");

/** Programs of Windows, under Wine. */
const windows = ["test/windows/**/*.test.ts"];

export default defineConfig({
  resolve: { alias: isOldest ? {} : { "better-sqlite3": fileURLToPath(new URL("loaded-sqlite.ts", import.meta.url)) } },
  plugins: [buildOnDemand, workOutLiterals()],
  test: {
    // Not this folder: `npm test -- test/line` is looked for below the root.
    root: fileURLToPath(new URL("..", import.meta.url)),
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      { extends: true, test: { name: "rooms", include: ["test/**/*.test.ts"], exclude: [...pure, ...windows] } },
      {
        extends: true,
        test: { name: "windows", include: windows, globalSetup: "test/windows/kit.ts", testTimeout: 300_000 },
      },
    ],
    pool: "forks",
    // Many tests wait for processes: on two cores, one worker would leave half of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", fileURLToPath(new URL("closing-line.ts", import.meta.url))],
  },
});
