/** What a line holds whose text may be listed byte by byte; lower case, for the sieve. */
export const byteListLiterals: readonly string[] = ['"message":[', '"message" : ['];

/** What stands before such a text, in lower case: not worth a guess in any other line. */
export const listWord = '"message"';

/** A line with its listed text spelled out. */
export interface Spelled {
  readonly text: string;
  /** The half-open range in the line of what stands in this range of the text. */
  origin(start: number, end: number): readonly [start: number, end: number];
}

/**
 * Spells out the text that the systemd journal's JSON gives as a list of bytes when it holds a control character:
 * `"MESSAGE":[72,101,…]`. Null for any other line.
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
