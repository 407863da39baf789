import { TextDecoder } from "node:util";

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Text in a code page of one or two bytes a character; throws for a character that is not in it. */
export function toEncoding(text: string, encoding: string): Buffer {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = character < "\x80" ? [character.charCodeAt(0)] : table.get(character);
      if (bytes === undefined) throw new Error(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

/** What the decoder makes of each byte and each pair, turned around. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  function add(...bytes: readonly number[]): void {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // No character has these bytes.
    }
  }
  for (let first = 0x80; first <= 0xff; first++) add(first);
  for (let first = 0x81; first <= 0xfe; first++) for (let next = 0x40; next <= 0xfe; next++) add(first, next);
  return table;
}
