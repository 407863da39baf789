import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { writeWhole } from "../../src/terminal/output-file.ts";
import { bundled } from "../bundled.ts";
import { temporaryFolder } from "../program.ts";

test("a file is written with its text, and again with another", async () => {
  const path = join(temporaryFolder(), "night.txt");
  await writeWhole(path, "one\n");
  await writeWhole(path, "二\n");
  expect(readFileSync(path, "utf8")).toBe("二\n");
});

const built = await bundled(new URL("../../src/terminal/output-file.ts", import.meta.url));
const hasStrace = spawnSync("strace", ["-V"]).status === 0;
if (!hasStrace) console.log("skipped: killing at each step of writing a file needs strace");

test.skipIf(!hasStrace).each(["write", "fsync", "rename", "close"])(
  "killed at any %s, there is the old file or the whole new one",
  (call) => {
    const folder = temporaryFolder();
    const path = join(folder, "night.txt");
    const script = join(folder, "write.mjs");
    const home = pathToFileURL(built).href;
    writeFileSync(
      script,
      `import { writeWhole } from ${JSON.stringify(home)};\nawait writeWhole(process.argv[2], "new\\n".repeat(100_000));\n`,
    );
    for (let n = 1; n <= MOST_CALLS; n++) {
      writeFileSync(path, "old\n");
      const inject = ["-e", `trace=${call}`, "-e", `inject=${call}:signal=KILL:when=${n}`];
      const { signal, status } = spawnSync("strace", [
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        ...inject,
        process.execPath,
        script,
        path,
      ]);
      const text = readFileSync(path, "utf8");
      expect(["old\n", "new\n".repeat(100_000)]).toContain(text);
      if (signal === null && status === 0) {
        expect(text).toBe("new\n".repeat(100_000));
        return;
      }
    }
    throw new Error(`more than ${MOST_CALLS} calls of ${call}`);
  },
);

const MOST_CALLS = 40;
