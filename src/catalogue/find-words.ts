import type { Entry, Text } from "./entry.ts";

/**
 * Finds the entries that have all words of a query, in any language. Entries with the words in the title come first,
 * then in the names, then in the meaning and causes; within these, the entry that uses the words more often, then the
 * lower code. Next steps are searched only when nothing else has the words.
 */
export function findWords(entries: readonly Entry[], query: string): Entry[] {
  const words = normal(query)
    .split(/[\s，。；：、“”]+/)
    .map((word) => word.replace(/^[("']+|[)"',;:.!?]+$/g, ""))
    .filter((word) => word.length > 1 || HAN.test(word));
  if (words.length === 0) return [];
  const ranked = entries.flatMap((entry) => {
    const fields = fieldsOf(entry);
    const uses = fields.map((field, rank) => words.map((word) => count(field, word, rank === NAMES)));
    const rank = uses.findIndex((each) => each.every((n) => n > 0));
    return rank < 0 ? [] : [{ entry, rank, uses: sum(uses.flat()) }];
  });
  const best = ranked.filter(({ rank }) => rank < NEXT);
  return (best.length > 0 ? best : ranked)
    .sort((a, b) => a.rank - b.rank || b.uses - a.uses || a.entry.code - b.entry.code)
    .map(({ entry }) => entry);
}

const HAN = /\p{Script=Han}/u;

/** The texts to search, best first. */
function fieldsOf(entry: Entry): string[] {
  const names = [entry.name, ...entry.aliases, entry.posix, entry.libuv?.name, entry.dotnet];
  const why = [entry.meaning, ...entry.advice.map(({ cause }) => cause)];
  const next = entry.advice.map((advice) => advice.next);
  return [both(entry.title), names.join(" "), why.map(both).join(" "), next.map(both).join(" ")].map(normal);
}

const NAMES = 1;
const NEXT = 3;

const both = ({ en, zh }: Text): string => `${en} ${zh}`;

/** Makes text lower case and unifies three spellings: time-out, timed out, TIMEDOUT. */
const normal = (text: string): string => text.toLowerCase().replace(/timed?[ -]?out/g, "timeout");

/** Counts a word in a text. A Latin word must begin there ("port" is not in "support"), except long ones in names. */
function count(text: string, word: string, anywhere: boolean): number {
  const literal = word.replace(/[^\p{L}\p{N}_]/gu, "\\$&");
  const pattern = (anywhere && word.length > 4) || HAN.test(word) ? literal : `(?<![a-z0-9])${literal}`;
  return text.match(new RegExp(pattern, "g"))?.length ?? 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
