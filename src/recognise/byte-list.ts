import type { LiteralGroup } from "./first-look.ts";

/** For the sieve: every line whose text may be listed byte by byte has one of these. Lower case. */
export const byteListLiterals: readonly string[] = ['"message":[', '"message" : ['];

/** For the first look at a line: only where it has this is a listed text looked for. */
export const byteList: LiteralGroup = { literals: ['"message"'] };

/** A line with its listed text spelled out. */
export interface Spelled {
  readonly text: string;
  /** Returns the half-open range in the line from which this range of the text comes. */
  origin(start: number, end: number): readonly [start: number, end: number];
}

/**
 * Spells out a text that the systemd journal's JSON lists byte by byte because it holds a control character:
 * `"MESSAGE":[72,101,…]`. Returns null for any other line.
 */
export function spellOut(line: string): Spelled | null {
  const list = LIST.exec(line);
  if (list === null) return null;
  const from = list.index + (list[1] as string).length;
  const shift = list.index + list[0].length;
  const items = [...(list[2] as string).matchAll(/\d+/g)].map((item) => ({
    byte: Number(item[0]),
    start: from + item.index,
    end: from + item.index + item[0].length,
  }));
  if (items.some(({ byte }) => byte > 255)) return null;
  const listed = String.fromCharCode(...items.map(({ byte }) => byte));
  const until = from + listed.length;

  return {
    text: `${line.slice(0, from)}${listed}${line.slice(shift)}`,
    origin(start, end) {
      const first = start < from ? start : (items[start - from]?.start ?? start - until + shift);
      const last = end <= from ? end : (items[end - 1 - from]?.end ?? end - until + shift);
      return [first, last];
    },
  };
}

const LIST = /("MESSAGE" ?: ?\[)((?: ?\d{1,3} ?,)* ?\d{1,3}) ?(?=\])/;
