import type { Store } from "../store/store.ts";
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
  if (Object.hasOwn(STORED, option)) {
    const kind = STORED[option as keyof typeof STORED];
    return await fromStore(io, words, async (store) => (await store.choices(MOST_NAMES))[kind]);
  }
  if (Object.hasOwn(FIXED, option)) return FIXED[option as keyof typeof FIXED];
  if (option === "--tz") return ["UTC", ...Intl.supportedValuesOf("timeZone")];
  const takesCodes = option === "--code" || (TAKE_CODES.has(words[1] ?? "") && !option.startsWith("-"));
  if (!takesCodes || word.startsWith("-") || words.length < 3) return null;
  const { catalogue } = await import("../catalogue/index.ts");
  // What a store knows of its users' codes is asked for where a store is.
  const own = words[1] === "explain" ? [] : await fromStore(io, words, (store) => store.codeNames());
  return [...new Set([...catalogue.entries, ...own].flatMap(({ code, name }) => [String(code), name]))];
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

/** Asks the store of a command line; nothing where there is none. */
async function fromStore<Value>(
  io: Io,
  words: readonly string[],
  ask: (store: Store) => Promise<readonly Value[]>,
): Promise<readonly Value[]> {
  const [{ openForReading }, at] = [await import("./options/store.ts"), words.indexOf("--store")];
  const store = await openForReading(io, at === -1 ? undefined : words[at + 1]).catch(() => null);
  if (store === null) return [];
  try {
    return await ask(store);
  } catch {
    return [];
  } finally {
    await store.close();
  }
}

const MOST_NAMES = 200;
