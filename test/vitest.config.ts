import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    pool: "forks",
    testTimeout: 60_000,
    globalSetup: "./build.ts",
    reporters: ["default", fileURLToPath(new URL("closing-line.ts", import.meta.url))],
  },
});
