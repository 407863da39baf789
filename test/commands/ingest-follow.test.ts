import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { ended, start, temporaryFolder } from "../program.ts";
import { countedIn, logLines } from "./counted.ts";

const polled = { timeout: 20_000, interval: 200 };

describe("following a folder counts each line once", () => {
  test.each<[string, (log: string) => void]>([
    ["renamed", (log) => renameSync(log, `${log}.1`)],
    [
      "copied and cut",
      (log) => {
        cpSync(log, `${log}.1`);
        truncateSync(log);
      },
    ],
    [
      "renamed and compressed",
      (log) => {
        renameSync(log, `${log}.1`);
        writeFileSync(`${log}.1.gz`, gzipSync(readFileSync(`${log}.1`)));
        rmSync(`${log}.1`);
      },
    ],
  ])("when its log is %s", async (_, rotate) => {
    const home = temporaryFolder();
    const logs = join(home, "logs");
    const [log, store] = [join(logs, "a.log"), join(home, "x.db")];
    mkdirSync(logs);
    writeFileSync(log, logLines(0, 3));
    const child = start(["ingest", "-f", logs, "--store", store], { home });
    const end = ended(child);
    await expect.poll(() => countedIn(store).catch(() => 0), polled).toBe(3);
    appendFileSync(log, logLines(3, 5));
    rotate(log);
    appendFileSync(log, logLines(5, 6));
    await expect.poll(() => countedIn(store), polled).toBe(6);
    writeFileSync(join(logs, "later.log"), logLines(6, 8));
    appendFileSync(log, logLines(8, 9).trimEnd());
    await expect.poll(() => countedIn(store), polled).toBe(8);
    child.kill("SIGINT");
    const { code, stderr } = await end;
    expect(code, stderr).toBe(130);
    expect(await countedIn(store)).toBe(9);
  });
});

test("a log is known while it is followed, so that a page can show its lines", async () => {
  const home = temporaryFolder();
  const [log, store] = [join(home, "a.log"), join(home, "x.db")];
  writeFileSync(log, logLines(0, 3));
  const child = start(["ingest", "-f", log, "--store", store], { home });
  const end = ended(child);
  await expect.poll(() => countedIn(store).catch(() => 0), polled).toBe(3);
  const db = new Database(store, { readonly: true });
  expect(db.prepare("SELECT path, mtime FROM files").all()).toEqual([{ path: log, mtime: "" }]);
  db.close();
  child.kill("SIGINT");
  await end;
});

test("annotate -f shows a line at once, of a file that did not exist too", async () => {
  const home = temporaryFolder();
  const child = start(["-f", "later.log", "--no-store"], { home });
  await once(child.stderr, "data");
  writeFileSync(join(home, "later.log"), "recv failed: 10054\n");
  const [first] = await once(child.stdout, "data");
  expect(String(first)).toMatch(/^recv failed: 10054 «WSAECONNRESET/);
  child.kill("SIGINT");
  expect((await ended(child)).code).toBe(130);
});

test("annotate -f counts what came within a second of the rotation of a log that has just begun", async () => {
  const home = temporaryFolder();
  const [log, store] = [join(home, "app.log"), join(home, "x.db")];
  writeFileSync(log, logLines(0, 2));
  const child = start(["-f", log, "--store", store], { home });
  const end = ended(child);
  let shown = "";
  child.stdout.on("data", (bytes) => {
    shown += bytes;
  });
  await expect.poll(() => shown, polled).toContain("id=1 ");
  renameSync(log, `${log}.1`);
  writeFileSync(log, logLines(2, 4));
  await expect.poll(() => shown, polled).toContain("id=3 ");
  child.kill("SIGINT");
  const { code, stderr } = await end;
  expect(code, stderr).toBe(130);
  expect(stderr).not.toContain("another process");
  expect(await countedIn(store)).toBe(4);
});
