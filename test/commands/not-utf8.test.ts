import { appendFileSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ended, run, start, temporaryFolder } from "../program.ts";
import { toEncoding } from "../sources/to-encoding.ts";

const line = "08:30:12 与数据库的连接意外中断，程序稍后重新尝试\n";
const gb = toEncoding(line.repeat(3), "gb18030");
const warning = (subject: string) =>
  expect.stringMatching(new RegExp(`^wsa-annotate: ${subject}: is no UTF-8.*\\n {2}hint: .*--encoding gb18030\\n`));

test("annotate says once that a log is no UTF-8, and passes it through", async () => {
  const log = join(temporaryFolder(), "a.log");
  writeFileSync(log, gb);
  const { bytes, stderr, code } = await run(["--no-store", log]);
  expect([bytes, code]).toEqual([gb, 0]);
  expect(stderr).toEqual(warning(log));
  expect(stderr.match(/no UTF-8/g)).toHaveLength(1);
  const decoded = await run(["--no-store", "--encoding", "gb18030", log]);
  expect([decoded.stdout, decoded.stderr]).toEqual([line.repeat(3), expect.not.stringContaining("UTF-8")]);
});

test("annotate says it of standard input", async () => {
  const { bytes, stderr } = await run(["--no-store"], { input: gb });
  expect([bytes, stderr]).toEqual([gb, warning("standard input")]);
});

test("ingest says it of files and archives, and in its summary", async () => {
  const folder = join(temporaryFolder(), "logs");
  mkdirSync(folder);
  writeFileSync(join(folder, "a.log"), gb);
  writeFileSync(join(folder, "b.log"), line);
  writeFileSync(join(folder, "c.log.gz"), gzipSync(Buffer.concat([gb, gb])));
  const { stdout, stderr, code } = await run(["ingest", "--json", folder]);
  expect([code, stderr.match(/is no UTF-8/g)?.length]).toEqual([0, 2]);
  const paths = ["a.log", "c.log.gz"].map((name) => ({ path: join(folder, name), encoding: "gb18030" }));
  expect(JSON.parse(stdout).notUtf8).toEqual(paths);
});

test("a log that is followed is reported while it grows", async () => {
  const folder = temporaryFolder();
  const log = join(folder, "a.log");
  writeFileSync(log, "08:30:11 ok\n");
  const child = start(["annotate", "--follow", "--no-store", log], { home: folder });
  const end = ended(child);
  child.stdout.once("data", () => appendFileSync(log, gb));
  child.stderr.once("data", () => appendFileSync(log, gb));
  let left = statSync(log).size + 2 * gb.length;
  child.stdout.on("data", (bytes: Buffer) => {
    left -= bytes.length;
    if (left === 0) child.kill("SIGINT");
  });
  const { stderr } = await end;
  expect([stderr, stderr.match(/is no UTF-8/g)]).toEqual([warning(log), ["is no UTF-8"]]);
});
