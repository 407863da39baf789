/** Which groups of literals a text in lower case holds: bit `n` is set when one of group `n` stands in `[from, to)`. */
export type Spot = (text: string, from?: number, to?: number) => number;

/** Three bytes are hashed to this many bits by shifting six at a time. */
const HASH_BITS = 18;
const HASH_SHIFT = HASH_BITS / 3;
const HASH_MASK = (1 << HASH_BITS) - 1;

/**
 * Makes one look at a text that tells which groups of literals (byte strings of three bytes or more; at most 16 groups)
 * it holds. Nearly three times as fast as a pattern per group: `test/bench/recognise.bench.ts`.
 */
export function createSpot(groups: readonly (readonly string[])[]): Spot {
  const starts = new Uint16Array(1 << HASH_BITS);
  const endings = new Map<number, Map<number, Map<string, number>>>();
  groups.forEach((literals, group) => {
    for (const literal of literals) {
      const hash = [0, 1, 2].reduce((sum, at) => roll(sum, literal.charCodeAt(at)), 0);
      starts[hash] = (starts[hash] as number) | (1 << group);
      const byLength = endings.get(hash) ?? new Map<number, Map<string, number>>();
      const bits = byLength.get(literal.length) ?? new Map<string, number>();
      bits.set(literal, (bits.get(literal) ?? 0) | (1 << group));
      endings.set(hash, byLength.set(literal.length, bits));
    }
  });

  return (text, from = 0, to = text.length) => {
    let found = 0;
    let hash = 0;
    for (let at = from; at < to; at++) {
      hash = roll(hash, text.charCodeAt(at));
      if (((starts[hash] as number) & ~found) === 0) continue;
      const start = at - 2;
      if (start < from) continue;
      // By length, because half of the decimals begin with the same three digits.
      for (const [length, bits] of endings.get(hash) as Map<number, Map<string, number>>) {
        if (start + length <= to) found |= bits.get(text.slice(start, start + length)) ?? 0;
      }
    }
    return found;
  };
}

/** Takes one byte more into the hash of the last three; what came before is shifted out. */
function roll(hash: number, byte: number): number {
  return ((hash << HASH_SHIFT) ^ byte) & HASH_MASK;
}
