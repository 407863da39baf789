import { toBytes } from "../bytes.ts";

/**
 * Chooses literals (byte strings) so that a line with one of these fragments contains at least one of them, also where
 * JSON escapes it. The sieve looks for each literal in every byte of every log, so one stands for many fragments, and
 * words that half of all logs hold are taken only as a pair, with the one blank that they nearly always have.
 */
export function chooseFingerprints(fragments: readonly string[]): readonly string[] {
  const sets = fragments.map(literalsOf);
  const plain = cover(sets);
  const escapable = fragments.filter((_, at) => !sets[at]?.some((literal) => isAscii(literal) && plain.has(literal)));
  const escaped = cover(escapable.map(escapesOf));
  return [...new Set([...plain].map(fromRarestLetters)), ...escaped].map(toBytes);
}

/** What to look for in a fragment, the best kind that it has: rare words and pairs of words, else what there is. */
function literalsOf(fragment: string): readonly string[] {
  const words = fragment.toLowerCase().match(/[\p{Script=Latin}\p{Script=Cyrillic}\d]+/gu) ?? [];
  const rare = words.filter((word) => word.length >= 6 && !COMMON.has(word));
  const kinds = [
    [...rare.filter((word) => /^[a-z]{7,}$/.test(word)), ...pairs(fragment, 13)],
    rare,
    (fragment.match(/\p{Script=Han}/gu) ?? []).filter((character) => !COMMON.has(character)),
    fragment.match(/[\p{Script=Han}\p{Script=Kana}\p{Script=Hang}]{2}/gu) ?? [],
    pairs(fragment, 8)
      .toSorted((a, b) => b.length - a.length)
      .slice(0, 1),
    words.filter((word) => word.length >= 6),
    words,
  ];
  return kinds.find((literals) => literals.length > 0) ?? [];
}

/** Neighbouring words with one blank between them, one of them not too short. */
function pairs(fragment: string, minLength: number): readonly string[] {
  const found = fragment.toLowerCase().matchAll(/(?<![^ ])(?=(\w+ \w+)(?![^ ]))/g);
  return [...found]
    .map(({ 1: pair = "" }) => pair)
    .filter((pair) => pair.length >= minLength && /\w{5}/.test(pair) && !COMMON.has(pair));
}

/** The end of the text that begins with its rarest three letters: that is where a sieve first looks. */
function fromRarestLetters(text: string): string {
  if (!isAscii(text)) return text;
  const kept = text.includes(" ") ? 10 : 6;
  let best = 0;
  for (let at = 1; at <= text.length - kept; at++) if (rarity(text, at) > rarity(text, best)) best = at;
  return text.slice(best);
}

function rarity(text: string, at: number): number {
  const letters = [...text.slice(at, at + 3)];
  return letters.reduce((sum, letter) => sum + BY_FREQUENCY.indexOf(letter), 0);
}

const BY_FREQUENCY = " etaoinrscdlmpufhgbvywkxqjz";

/** How JSON spells the fragment's letters outside ASCII. */
function escapesOf(fragment: string): readonly string[] {
  const letters = fragment.match(/[^\0-\x7f]/g) ?? [];
  return letters.map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** Takes literals until every set has one: from each that has none yet the one that most sets share, rather without a blank. */
function cover(sets: readonly (readonly string[])[]): ReadonlySet<string> {
  const shares = new Map<string, number>();
  for (const set of sets) for (const literal of new Set(set)) shares.set(literal, (shares.get(literal) ?? 0) + 1);
  const rank = (literal: string): number =>
    (shares.get(literal) ?? 0) + (literal.includes(" ") ? 0 : 0.5) + literal.length / 100;

  const chosen = new Set<string>();
  for (const set of sets) {
    if (set.length === 0 || set.some((literal) => chosen.has(literal))) continue;
    chosen.add(set.reduce((best, literal) => (rank(literal) > rank(best) ? literal : best)));
  }
  return chosen;
}

/** Too frequent in logs to look for, where a fragment has anything better. */
const COMMON: ReadonlySet<string> = new Set(
  (
    "aborted activity address already applications arrived attempt attempted available because blocking " +
    "compatible component connect connected connection control could currently database demand destination " +
    "detected direction directory during encountered error executing existing failed failure filter general " +
    "generic handle hostname incompatible incorrect initiated invalid length locally message messages network " +
    "normally number object operation option overlapped performed permissions permitted policy previous procedure " +
    "progress properly protocol provider receive received reference references remote request requested required " +
    "resolution resources respond response returned server service session should socket sockets something " +
    "specified support supported system target temporary thread timeout translate unreachable unsupported version " +
    "windows " +
    "的 一 不 了 个 個 在 到 中 有 要 用 为 是 上 下 接 数 數 行 系 名 目 主 件 服 无 無 法 操 作 定 机 機 连 連 请 請 求 提 出 没 时 時 成 对 使"
  ).split(" "),
);
