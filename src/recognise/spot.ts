/** Which groups of literals a text holds: bit `n` is set when one of group `n` stands in `[from, to)`. */
export type Spot = (text: string, from?: number, to?: number) => number;

/** Three bytes are hashed to this many bits by shifting six at a time. */
const HASH_BITS = 18;
const HASH_SHIFT = HASH_BITS / 3;
const HASH_MASK = (1 << HASH_BITS) - 1;

/**
 * Makes one look at a text that tells which groups of literals (lower-case byte strings of three bytes or more, ASCII
 * case ignored; at most 16 groups) it holds. Six times as fast as a pattern per group: `test/bench/recognise.bench.ts`.
 */
export function createSpot(groups: readonly (readonly string[])[]): Spot {
  const starts = new Uint16Array(1 << HASH_BITS);
  const literalsByHash = new Map<number, Literal[]>();
  groups.forEach((literals, group) => {
    for (const text of literals) {
      const hash = [0, 1, 2].reduce((sum, at) => roll(sum, text.charCodeAt(at)), 0);
      starts[hash] = (starts[hash] as number) | (1 << group);
      literalsByHash.set(hash, [...(literalsByHash.get(hash) ?? []), { text, bit: 1 << group }]);
    }
  });

  return (text, from = 0, to = text.length) => {
    let found = 0;
    let hash = 0;
    for (let at = from; at < to; at++) {
      hash = roll(hash, FOLDED[text.charCodeAt(at)] as number);
      if (((starts[hash] as number) & ~found) === 0 || at < from + 2) continue;
      for (const literal of literalsByHash.get(hash) as Literal[]) {
        if ((found & literal.bit) === 0 && standsAt(text, at - 2, to, literal.text)) found |= literal.bit;
      }
    }
    return found;
  };
}

interface Literal {
  readonly text: string;
  readonly bit: number;
}

/** Lower-case ASCII letters for upper-case ones; every other byte is itself. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

/** Takes one byte more into the hash of the last three; what came before is shifted out. */
function roll(hash: number, byte: number): number {
  return ((hash << HASH_SHIFT) ^ byte) & HASH_MASK;
}

function standsAt(text: string, at: number, to: number, literal: string): boolean {
  if (at + literal.length > to) return false;
  for (let n = 0; n < literal.length; n++) {
    if (FOLDED[text.charCodeAt(at + n)] !== literal.charCodeAt(n)) return false;
  }
  return true;
}
