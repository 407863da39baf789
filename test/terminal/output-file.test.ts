import { execFileSync, spawn } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, test, vi } from "vitest";
import { writeWhole } from "../../src/terminal/output-file.ts";
import { temporaryFolder } from "../program.ts";
import { poll } from "../serve/serving.ts";

const refusing = vi.hoisted(() => ({ separator: "", times: 0 }));

/** As Windows does, whose folders are separated by `\`. */
vi.mock("node:path", async (original) => {
  const path = await original<typeof import("node:path")>();
  return {
    ...path,
    get sep() {
      return refusing.separator || path.sep;
    },
  };
});
vi.mock("node:fs/promises", async (original) => {
  const files = await original<typeof import("node:fs/promises")>();
  const rename: typeof files.rename = async (from, to) => {
    if (refusing.times-- > 0) throw Object.assign(new Error("EPERM"), { code: "EPERM" });
    await files.rename(from, to);
  };
  return { ...files, rename };
});
afterEach(() => {
  refusing.separator = "";
  refusing.times = 0;
});

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

test("a file that Windows holds for a moment is replaced as soon as it is free", async () => {
  const path = join(temporaryFolder(), "night.txt");
  writeFileSync(path, "old\n");
  refusing.separator = "\\";
  refusing.times = 2;
  await writeWhole(path, "new\n");
  expect(readFileSync(path, "utf8")).toBe("new\n");
});

test.each([
  ["\\", "is read-only, or another program has it open"],
  ["/", "may not be written"],
])("one that is held for good stays as it is, where folders are separated by %s", async (separator, message) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "night.txt"), "old\n");
  refusing.separator = separator;
  refusing.times = Number.POSITIVE_INFINITY;
  await expect(writeWhole(join(folder, "night.txt"), "new\n")).rejects.toMatchObject({ code: "output", message });
  expect(readdirSync(folder)).toEqual(["night.txt"]);
  expect(readFileSync(join(folder, "night.txt"), "utf8")).toBe("old\n");
});
