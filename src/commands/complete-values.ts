import type { Io } from "../terminal/io.ts";

/**
 * The values that the last of these words can have: names from the store, codes, moments, zones; null where only the
 * parser knows (commands, options, choices) or the shell does (files). `words` begin with the program's name. Names that
 * a shell would not take as they are, or would run, are left out.
 */
export async function completeValues(io: Io, words: readonly string[]): Promise<readonly string[] | null> {
  const word = words.at(-1) ?? "";
  const option = words.at(-2) ?? "";
  const values = await valuesOf(io, words, word, option);
  return values?.filter((value) => value.startsWith(word) && IS_PLAIN.test(value)) ?? null;
}

/** No blank, quote, `$`, backquote or backslash; a colon is what zsh takes for the beginning of a description. */
const IS_PLAIN = /^[\p{L}\p{N}_.][\p{L}\p{N}_./@+:=,>-]*$/u;

async function valuesOf(
  io: Io,
  words: readonly string[],
  word: string,
  option: string,
): Promise<readonly string[] | null> {
  if (option in STORED) return await storedNames(io, words, STORED[option as keyof typeof STORED]);
  if (option in FIXED) return FIXED[option as keyof typeof FIXED];
  if (option === "--tz") return ["UTC", ...Intl.supportedValuesOf("timeZone")];
  const takesCodes = option === "--code" || (TAKE_CODES.has(words[1] ?? "") && !option.startsWith("-"));
  if (!takesCodes || word.startsWith("-") || words.length < 3) return null;
  const { catalogue } = await import("../catalogue/index.ts");
  return catalogue.entries.flatMap(({ code, name }) => [String(code), name]);
}

const TAKE_CODES: ReadonlySet<string> = new Set(["explain", "trend", "ack"]);

const STORED = { "--host": "hosts", "--source": "sources", "--endpoint": "endpoints" } as const;

const MOMENTS = ["today", "yesterday", "now", "1h", "24h", "7d", "30d", "2w"];

const FIXED = {
  "--since": MOMENTS,
  "--until": MOMENTS,
  "--fail-on": ["new", "spike", "incident", "total>0"],
  "--encoding": ["auto", "utf-8", "utf-16le", "gb18030", "big5", "shift_jis", "euc-kr", "1250", "1251", "1252"],
} as const;

async function storedNames(io: Io, words: readonly string[], kind: "hosts" | "sources" | "endpoints") {
  const [{ openForReading }, at] = [await import("./options/store.ts"), words.indexOf("--store")];
  const store = await openForReading(io, at === -1 ? undefined : words[at + 1]).catch(() => null);
  if (store === null) return [];
  try {
    return (await store.choices(MOST_NAMES))[kind];
  } catch {
    return [];
  } finally {
    await store.close();
  }
}

const MOST_NAMES = 200;
