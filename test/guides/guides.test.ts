import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examplesOf, Place } from "../console.ts";
import { run } from "../program.ts";
import { PostgresServer } from "../services/postgres.ts";
import { postgresPrograms } from "../services/programs.mjs";

const GUIDES = new URL("../../src/guides/", import.meta.url);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const LANGUAGES = ["en", "zh"] as const;
const names = readdirSync(new URL("en/", GUIDES)).map((file) => file.replace(/\.md$/, ""));
const read = (lang: string, name: string): string => readFileSync(new URL(`${lang}/${name}.md`, GUIDES), "utf8");

interface Block {
  readonly language: string;
  /** Of the file that a reader saves it as; "" for what is no file. */
  readonly name: string;
  readonly text: string;
}

const blocksOf = (guide: string): Block[] =>
  [...guide.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language = "", name = "", text = ""]) => ({
    language,
    name,
    text,
  }));

const server = postgresPrograms() === null || process.platform === "win32" ? null : PostgresServer.create();
beforeAll(() => server?.then(() => undefined));
afterAll(async () => (await server)?.remove());

describe.skipIf(process.platform === "win32")("a reader who does as it says sees what it shows:", () => {
  test.each(LANGUAGES.flatMap((lang) => names.map((name) => [lang, name] as const)))("%s/%s", async (lang, name) => {
    const place = new Place(await databaseFor(lang));
    place.addPackages({ "wsa-annotate": ROOT, pino: `${ROOT}node_modules/pino` });
    let commands = 0;
    for (const { language, name: file, text } of blocksOf(read(lang, name))) {
      if (file !== "") place.write(file, text);
      else if (language === "console") for (const example of examplesOf(text)) commands += runIn(place, example);
    }
    expect(commands).toBeGreaterThan(2);
  });
});

function runIn(place: Place, example: { command: string; expected: string }): number {
  if (server === null && example.command.includes("postgres://")) return 0;
  place.expectExample(example);
  return 1;
}

/** Where `postgres://` leads: a database for each language. */
async function databaseFor(lang: string): Promise<NodeJS.ProcessEnv> {
  if (server === null) return {};
  const { port } = await server;
  const env = { PGHOST: "127.0.0.1", PGPORT: String(port), PGUSER: "tester", PGDATABASE: lang };
  const args = ["-d", "postgres", "-c", `CREATE DATABASE ${lang}`];
  spawnSync(`${postgresPrograms()}/psql`, args, { env: { ...process.env, ...env } });
  return env;
}

test.each(names)("%s is the same in both languages, but for its words", (name) => {
  const [english, chinese] = LANGUAGES.map((lang) => read(lang, name)) as [string, string];
  const plain = (guide: string) =>
    blocksOf(guide).map(({ language, name, text }) => ({
      language,
      name,
      text:
        language === "console"
          ? examplesOf(text).map(({ command }) => command.replaceAll(" --lang zh", ""))
          : text.split("\n"),
    }));
  const indented = (guide: string) => guide.match(/^ {4}\S.*$/gm);
  const headings = (guide: string) => withoutBlocks(guide).match(/^#+/gm);
  expect(plain(chinese)).toEqual(plain(english));
  expect(indented(withoutBlocks(chinese))).toEqual(indented(withoutBlocks(english)));
  expect(headings(chinese)).toEqual(headings(english));
  expect(chinese).toMatch(/\p{Script=Han}/u);
});

const withoutBlocks = (guide: string): string => guide.replace(/^```.*?^```$/gms, "");

test("the program lists every guide and prints each", async () => {
  const dashboards = readdirSync(new URL("grafana/", GUIDES)).map((file) => file.replace(/\.json$/, ""));
  for (const lang of LANGUAGES) {
    const { stdout } = await run(["guide", "--lang", lang]);
    const listed = [...stdout.matchAll(/^(\S+) +(\S.*)$/gm)].map(([, name, title]) => [name, title]);
    expect(listed.map(([name]) => name).sort()).toEqual([...names, ...dashboards].sort());
    for (const name of names) {
      const text = read(lang, name);
      expect(listed).toContainEqual([name, text.split("\n")[0]?.replace("# ", "")]);
      expect((await run(["guide", name, "--lang", lang])).stdout).toBe(text);
    }
  }
});
