import { appendFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countedIn, logLines } from "../commands/counted.ts";
import { ended, start, temporaryFolder } from "../program.ts";

const polled = { timeout: 20_000, interval: 200 };

/** A system that cannot watch: it writes down that it was asked to, and refuses. */
const withoutWatching = `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  fs.watch = () => {
    fs.writeFileSync("asked", "");
    throw new Error("watching is not to be had");
  };
  syncBuiltinESMExports();
`;

test("looking again and again is enough where folders cannot be watched", async () => {
  const home = temporaryFolder();
  const logs = join(home, "logs");
  const [log, store] = [join(logs, "a.log"), join(home, "x.db")];
  mkdirSync(logs);
  writeFileSync(join(home, "without-watching.mjs"), withoutWatching);
  writeFileSync(log, logLines(0, 3));
  const env = { NODE_OPTIONS: "--import=./without-watching.mjs" };
  const child = start(["ingest", "-f", logs, "--store", store], { home, env });
  const end = ended(child);

  await expect.poll(() => countedIn(store).catch(() => 0), polled).toBe(3);
  appendFileSync(log, logLines(3, 5));
  await expect.poll(() => countedIn(store), polled).toBe(5);
  renameSync(log, `${log}.1`);
  writeFileSync(log, logLines(5, 6));
  writeFileSync(join(logs, "later.log"), logLines(6, 8));
  await expect.poll(() => countedIn(store), polled).toBe(8);

  child.kill("SIGINT");
  const { code, stderr } = await end;
  expect(code, stderr).toBe(130);
  expect(stderr).toContain(`read (${logLines(0, 8).length} B)`);
  expect(existsSync(join(home, "asked"))).toBe(true);
});
