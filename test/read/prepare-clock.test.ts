import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createClock } from "../../src/line/time/create-clock.ts";
import { prepareClock } from "../../src/read/prepare-clock.ts";
import { openFileSource } from "../../src/sources/file/file-source.ts";
import { temporaryFolder } from "../program.ts";

const now = () => Date.parse("2026-11-22T12:00:00Z");
const first = "05/06/2026 08:30:00 connect";
const dayFirst = "2026-06-05T08:30:00.000Z";
const monthFirst = "2026-05-06T08:30:00.000Z";
const quiet = (bytes: number) => "05/06/2026 08:30:00 all is well\n".repeat(bytes / 32);

/** How the first line of a log is read; `files` are beside it. */
async function readFirst(
  content: string | Buffer,
  { name = "app.log", files = {}, written = "2026-11-20T08:00:00Z" } = {},
) {
  const folder = temporaryFolder();
  for (const [other, text] of Object.entries(files)) writeFileSync(join(folder, other), text as string);
  const path = join(folder, name);
  writeFileSync(path, content, "latin1");
  utimesSync(path, new Date(written), new Date(written));
  const source = openFileSource(path, { host: "here" });
  const clock = createClock({ zone: "UTC", now });
  await prepareClock(source, clock);
  source.close();
  return new Date(clock.read(first) as number).toISOString();
}

describe("a numeric date is read by what the rest of its log shows", () => {
  test("nothing", async () => {
    expect(await readFirst(quiet(3200))).toBe(monthFirst);
  });

  test.each([
    ["in its last lines", `${quiet(900_000)}22/06/2026 08:30:00 x\n${quiet(3200)}`],
    ["in its middle", `${quiet(1_000_000)}${"22/06/2026 08:30:00 x\n".repeat(20_000)}${quiet(1_000_000)}`],
    ["in UTF-16", Buffer.from(`\ufeff${quiet(3200)}22/06/2026 08:30:00 x\n`, "utf16le")],
    ["in an archive", gzipSync(`${quiet(3200)}22/06/2026 08:30:00 x\n`)],
  ])("a day above 12 %s", async (_, content) => {
    expect(await readFirst(content)).toBe(dayFirst);
  });

  test("the date in its name", async () => {
    expect(await readFirst(quiet(3200), { name: "app-20260605.log" })).toBe(dayFirst);
  });

  test("the day of its last change", async () => {
    expect(await readFirst(quiet(3200), { written: "2026-06-05T20:00:00Z" })).toBe(dayFirst);
    expect(await readFirst(quiet(3200), { written: "2026-05-06T20:00:00Z" })).toBe(monthFirst);
  });

  test("its rotated files", async () => {
    expect(await readFirst(quiet(3200), { files: { "app.log.1": "22/04/2026 08:30:00 x\n" } })).toBe(dayFirst);
    expect(await readFirst(quiet(3200), { files: { "app.log.2.gz": gzipSync("22/04/2026 08:30:00 x\n") } })).toBe(
      dayFirst,
    );
    expect(await readFirst(quiet(3200), { files: { "web.log.1": "22/04/2026 08:30:00 x\n" } })).toBe(monthFirst);
  });
});
