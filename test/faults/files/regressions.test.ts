import { appendFileSync, copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../../program.ts";
import { CLI } from "../scene.ts";

const banner = Array.from(
  { length: 100 },
  (_, i) => `setting ${i}: the value that every start of the host writes\n`,
).join("");
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `id=${from + i} socket error 10054\n`).join("");
const same = (n: number) => "connect failed: error 10061\n".repeat(n);

/** A folder of logs, and a store outside it. */
function scene() {
  const [folder, home] = [temporaryFolder(), temporaryFolder()];
  const store = ["--store", join(home, "counts.db")];
  const path = (name: string) => join(folder, name);
  return {
    write(name: string, text: string | Buffer) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    append: (name: string, text: string) => appendFileSync(path(name), text),
    remove: (name: string) => rmSync(path(name)),
    rename: (from: string, to: string) => renameSync(path(from), path(to)),
    copy(from: string, to: string) {
      mkdirSync(dirname(path(to)), { recursive: true });
      copyFileSync(path(from), path(to));
    },
    async ingest(name = ".") {
      const { code, stderr } = await run(["ingest", path(name), ...store], { home, cli: CLI });
      expect(code, stderr).toBe(0);
    },
    /** How many logs the store knows, of all names. */
    async lives() {
      const sql = "SELECT count(*) AS n FROM generations";
      const { stdout } = await run(["query", sql, "--format", "json", ...store], { home, cli: CLI });
      return (JSON.parse(stdout) as readonly { readonly n: number }[])[0]?.n;
    },
    async stored() {
      const sql = "SELECT (SELECT sum(n) FROM counts) AS n, (SELECT sum(lost_bytes) FROM runs) AS lost";
      const { stdout } = await run(["query", sql, "--format", "json", ...store], { home, cli: CLI });
      return (JSON.parse(stdout) as unknown[])[0];
    },
  };
}

type Scene = ReturnType<typeof scene>;

test.each<[string, number, (logs: Scene) => Promise<void>]>([
  [
    "a constant banner over 4 KiB, rotated by rename",
    40,
    async ({ write, rename, ingest }) => {
      write("app.log", banner + numbered(1, 30));
      await ingest();
      rename("app.log", "app.log.1");
      write("app.log", banner + numbered(31, 40));
      await ingest();
    },
  ],
  [
    "an unfinished line of a short log, renamed when it was finished",
    1,
    async ({ write, append, rename, ingest }) => {
      const short = banner.slice(0, 800);
      write("app.log.1", short);
      write("app.log", `${short}id=1 socket error 10054`);
      await ingest();
      append("app.log", " again\n");
      rename("app.log.1", "app.log.2");
      rename("app.log", "app.log.1");
      write("app.log", short);
      await ingest();
    },
  ],
  [
    "an unfinished line behind a banner that another life went on from",
    2,
    async ({ write, append, ingest }) => {
      write("app.log.1", `${banner}${numbered(1, 1)}`);
      write("app.log", `${banner}id=2 socket error 10054`);
      await ingest();
      append("app.log", " again\n");
      await ingest();
    },
  ],
  [
    "three lives of a crash loop under one banner",
    15,
    async ({ write, rename, ingest }) => {
      write("app.log", banner + numbered(1, 5));
      await ingest();
      rename("app.log", "app.log.1");
      write("app.log", banner + numbered(6, 10));
      await ingest();
      rename("app.log.1", "app.log.2");
      rename("app.log", "app.log.1");
      write("app.log", banner + numbered(11, 15));
      await ingest();
    },
  ],
  [
    "last words without a line end, and the banner alone in the next life",
    1,
    async ({ write, ingest }) => {
      write("app.log.1", `${banner}last words: socket error 10054`);
      write("app.log", banner);
      await ingest();
      await ingest();
    },
  ],
  [
    "an excerpt beside a counted log",
    300,
    async ({ write, ingest }) => {
      write("app.log", numbered(1, 300));
      await ingest("app.log");
      write("excerpt.log", numbered(1, 200));
      await ingest();
    },
  ],
  [
    "a copy of a log that grew",
    400,
    async ({ write, copy, append, ingest }) => {
      write("app.log", numbered(1, 300));
      copy("app.log", "app.log.bak");
      append("app.log", numbered(301, 400));
      await ingest("app.log");
      await ingest();
    },
  ],
  [
    "copies in other folders of a log that grew, each read by itself",
    400,
    async ({ write, copy, append, ingest }) => {
      write("app.log", numbered(1, 300));
      copy("app.log", "saved/app.log");
      copy("app.log", "sent/by-mail.txt");
      append("app.log", numbered(301, 400));
      await ingest("app.log");
      await ingest("saved");
      await ingest("sent");
    },
  ],
  [
    "a copy in another folder, after its original was renamed",
    600,
    async ({ write, rename, copy, append, ingest }) => {
      write("app.log", numbered(1, 300));
      copy("app.log", "saved/app.log");
      append("app.log", numbered(301, 400));
      await ingest("app.log");
      rename("app.log", "app.log.1");
      write("app.log", numbered(401, 600));
      await ingest("app.log");
      await ingest("saved");
    },
  ],
  [
    "two logs of one name in two folders that begin alike",
    60,
    async ({ write, copy, ingest }) => {
      write("one/app.log", banner + numbered(1, 30));
      await ingest("one");
      write("two/app.log", banner + numbered(31, 60));
      await ingest("two");
      copy("two/app.log", "three/app.log");
      await ingest();
    },
  ],
  [
    "identical lines without times",
    1120,
    async ({ write, append, rename, ingest }) => {
      write("app.log", same(500));
      await ingest();
      append("app.log", same(20));
      rename("app.log", "app.log.1");
      write("app.log", same(100));
      await ingest();
      append("app.log", same(500));
      await ingest();
    },
  ],
  [
    "identical lines in logs under 4 KiB",
    110,
    async ({ write, append, rename, ingest }) => {
      write("app.log", same(50));
      await ingest();
      append("app.log", same(10));
      rename("app.log", "app.log.1");
      write("app.log", same(20));
      await ingest();
      append("app.log", same(30));
      await ingest();
    },
  ],
  [
    "identical lines in two logs under one banner",
    230,
    async ({ write, append, ingest }) => {
      write("app.log", banner + same(62));
      write("other.log", banner + same(70));
      await ingest();
      append("app.log", same(49));
      append("other.log", same(49));
      await ingest();
      await ingest();
    },
  ],
  [
    "identical lines in two logs whose banner was counted as one log's",
    87,
    async ({ write, append, ingest }) => {
      write("app.log", banner);
      write("other.log", banner);
      await ingest();
      append("other.log", same(3));
      await ingest();
      append("app.log", same(76));
      for (let n = 0; n < 3; n++) await ingest();
      append("other.log", same(8));
      await ingest();
    },
  ],
  [
    "identical lines in logs of one name in two folders",
    1270,
    async ({ write, append, ingest }) => {
      for (const [size, lines] of [
        ["short", 50],
        ["long", 500],
      ] as const) {
        write(`${size}/one/app.log`, same(lines));
        write(`${size}/two/app.log`, same(lines + 10));
        await ingest();
        append(`${size}/one/app.log`, same(30));
        append(`${size}/two/app.log`, same(45));
        await ingest();
      }
    },
  ],
  [
    "two logs with one banner, rotated into one folder with the date",
    74,
    async ({ write, append, rename, ingest }) => {
      write("old/none.log", "");
      for (const [n, name] of ["a.log", "b.log"].entries()) write(name, banner + numbered(100 * n, 100 * n + 29));
      await ingest();
      for (const [n, name] of ["a.log", "b.log"].entries()) {
        append(name, numbered(100 * n + 30, 100 * n + 31));
        rename(name, `old/${name}-20261124`);
        write(name, banner + numbered(100 * n + 32, 100 * n + 36));
      }
      await ingest();
    },
  ],
  [
    "identical lines behind a banner, beside an archive that begins with as many",
    71,
    async ({ write, append, ingest }) => {
      write("app.log.2.gz", gzipSync(banner + same(64)));
      write("app.log.1", banner);
      write("app.log", banner);
      await ingest();
      append("app.log", same(3));
      await ingest();
      append("app.log", same(4));
      await ingest();
    },
  ],
  [
    "a log in UTF-16 that is renamed",
    40,
    async ({ write, rename, ingest }) => {
      const wide = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
      write("app.log", wide(banner + numbered(1, 30)));
      await ingest();
      rename("app.log", "app.log.1");
      write("app.log", wide(banner + numbered(31, 40)));
      await ingest();
    },
  ],
  [
    "an unfinished line behind a banner, and archives of the banner alone and with another line",
    2,
    async ({ write, ingest }) => {
      write("app.log", `${banner}id=1 socket error 10054`);
      await ingest();
      write("app.log.2.gz", gzipSync(banner));
      await ingest("app.log.2.gz");
      write("app.log.3.gz", gzipSync(banner + numbered(2, 2)));
      await ingest("app.log.3.gz");
    },
  ],
  [
    "identical lines in two lives under one banner, rotated with a number and with a date",
    219,
    async ({ write, ingest }) => {
      write("app.log", banner);
      await ingest();
      write("app.log.1", banner + same(7));
      write("app.log-20261001", banner + same(212));
      await ingest();
    },
  ],
  [
    "the beginning of a line that the life before has too",
    7,
    async ({ write, append, rename, ingest }) => {
      write("app.log", banner + same(6));
      await ingest();
      rename("app.log", "app.log-20261001");
      write("app.log", banner + same(1).slice(0, -1));
      for (const _ of ["counted", "counted already"]) await ingest();
      append("app.log", "\n");
      await ingest();
    },
  ],
  [
    "identical lines in a log that was copied, cut and filled again",
    1120,
    async ({ write, copy, ingest }) => {
      write("app.log", same(500));
      await ingest();
      copy("app.log", "app.log.1");
      write("app.log", same(620));
      await ingest();
    },
  ],
  [
    "archives of an excerpt and of a copy that its original has outgrown",
    400,
    async ({ write, append, ingest }) => {
      write("app.log", numbered(1, 300));
      await ingest();
      write("excerpt.log.gz", gzipSync(numbered(1, 200)));
      write("saved/copy.log.gz", gzipSync(numbered(1, 300)));
      append("app.log", numbered(301, 400));
      await ingest("app.log");
      await ingest("excerpt.log.gz");
      await ingest("saved");
      await ingest();
    },
  ],
  [
    "identical lines of a log whose past is one such line, and many",
    58,
    async ({ write, append, ingest }) => {
      write("app.log.2", same(45));
      write("app.log.1", same(1));
      write("app.log", "");
      await ingest();
      append("app.log", same(11));
      await ingest();
      append("app.log", same(1));
      await ingest();
    },
  ],
  [
    "a banner that was counted, with the same line behind it as an archive has, and with many",
    82,
    async ({ write, append, rename, ingest }) => {
      write("app.log.1.gz", gzipSync(banner + same(1)));
      write("app.log", banner);
      await ingest();
      append("app.log", same(80));
      await ingest("app.log");
      rename("app.log.1.gz", "app.log.2.gz");
      append("app.log", same(1));
      rename("app.log", "app.log.1");
      await ingest();
    },
  ],
  [
    "a nightly rename with a new log of under 4 KiB",
    420,
    async ({ write, rename, ingest }) => {
      write("app.log", numbered(1, 400));
      await ingest();
      rename("app.log", "app.log.1");
      write("app.log", numbered(401, 420));
      await ingest();
    },
  ],
])("counts once and loses nothing: %s", async (_, n, act) => {
  const logs = scene();
  await act(logs);
  expect(await logs.stored()).toEqual({ n, lost: 0 });
});

test.each<[string, number, (logs: Scene) => Promise<void>]>([
  [
    "grow and are rotated",
    4 + 3 + 58 + 71,
    async ({ write, append, rename, ingest }) => {
      append("app.log", same(58));
      await ingest();
      rename("app.log", "app.log.1");
      write("app.log", banner + same(71));
      await ingest();
    },
  ],
  [
    "are moved away for others",
    4 + 3 + 11,
    async ({ write, rename, ingest }) => {
      rename("app.log", "moved.log");
      write("app.log", banner + same(11));
      await ingest();
    },
  ],
])(
  "identical lines in a log that was deleted and begun again count as a life of their own when they %s",
  async (_, n, act) => {
    const logs = scene();
    logs.write("app.log", banner + same(4));
    await logs.ingest();
    logs.remove("app.log");
    logs.write("app.log", banner + same(3));
    await logs.ingest();
    await act(logs);
    expect(await logs.stored()).toMatchObject({ n });
  },
);

// What a log is refilled with destroys counted lines, which is a loss; the copy is counted all the same, whether it is read
// before its original or behind it.
test.each(["a-copy.log", "copy.log"])(
  "%s, as long as another life was, counts once when its original is gone",
  async (name) => {
    const { write, copy, append, ingest, stored } = scene();
    for (const life of [1, 4]) {
      write("app.log", banner + numbered(life, life + 2));
      await ingest();
    }
    copy("app.log", name);
    append("app.log", numbered(7, 9));
    await ingest();
    write("app.log", banner + numbered(10, 12));
    await ingest();
    expect(await stored()).toMatchObject({ n: 12 });
  },
);

test.each(["a-copy.log", "copy.log"])(
  "%s counts once when its original has grown and is gone before both were read together",
  async (name) => {
    const { write, copy, append, ingest, stored } = scene();
    write("app.log", numbered(1, 300));
    await ingest();
    copy("app.log", name);
    await ingest();
    append("app.log", numbered(301, 320));
    await ingest("app.log");
    write("app.log", banner);
    await ingest();
    expect(await stored()).toMatchObject({ n: 320 });
  },
);

// Two programs that read one log would count in two places.
test("a banner that nothing counted follows is no copy of a longer log", async () => {
  const { write, rename, ingest, lives } = scene();
  const short = banner.slice(0, banner.indexOf("setting 15"));
  write("app.log", short + numbered(1, 30));
  await ingest();
  rename("app.log", "app.log.1");
  write("app.log", short);
  await ingest();
  await ingest();
  expect(await lives()).toBe(2);
});
