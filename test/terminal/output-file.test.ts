import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { writeWhole } from "../../src/terminal/output-file.ts";
import { bundled } from "../bundled.ts";
import { temporaryFolder } from "../program.ts";
import { poll } from "../serve/serving.ts";

test("a file is written with its text, and again with another", async () => {
  const path = join(temporaryFolder(), "night.txt");
  await writeWhole(path, "one\n");
  await writeWhole(path, "二\n");
  expect(readFileSync(path, "utf8")).toBe("二\n");
});

test("a link stays a link, and what it names is replaced", async () => {
  const folder = temporaryFolder();
  const [file, link, dangling] = ["night.txt", "latest.txt", "soon.txt"].map((name) => join(folder, name));
  writeFileSync(file as string, "old\n");
  symlinkSync("night.txt", link as string);
  symlinkSync("new.txt", dangling as string);
  await writeWhole(link as string, "one\n");
  await writeWhole(dangling as string, "two\n");
  expect(readdirSync(folder).sort()).toEqual(["latest.txt", "new.txt", "night.txt", "soon.txt"]);
  expect([link, dangling].map((path) => lstatSync(path as string).isSymbolicLink())).toEqual([true, true]);
  expect(readFileSync(file as string, "utf8")).toBe("one\n");
  expect(readFileSync(join(folder, "new.txt"), "utf8")).toBe("two\n");
});

test.skipIf(process.platform === "win32")("who may read a file stays as it was", async () => {
  const path = join(temporaryFolder(), "night.txt");
  writeFileSync(path, "old\n", { mode: 0o640 });
  chmodSync(path, 0o640);
  await writeWhole(path, "new\n");
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

test.skipIf(process.platform === "win32")("devices and pipes are written into", async () => {
  const pipe = join(temporaryFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  await expect(writeWhole(pipe, "one\n")).rejects.toMatchObject({ message: "nobody reads this pipe" });
  const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
  const long = "a line of a report\n".repeat(20_000);
  const read = text(reader.stdout);
  await poll(
    () =>
      writeWhole(pipe, long).then(
        () => "written",
        (error) => error.message,
      ),
    (seen) => seen === "written",
  );
  expect(await read).toBe(long);
  expect(statSync(pipe).isFIFO()).toBe(true);
  await expect(writeWhole("/dev/full", long)).rejects.toMatchObject({ code: "output" });
  await writeWhole("/dev/null", long);
  for (const device of ["/dev/full", "/dev/null"]) expect(statSync(device).isCharacterDevice()).toBe(true);
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
