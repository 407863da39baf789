/** Random numbers that are the same for the same seed. */
export function seeded(seed: number) {
  let state = seed;

  /** Uniform in [0, 1): the generator mulberry32. */
  function random(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

  /** By Knuth's product, above fifty by the normal distribution that it then resembles. */
  function poisson(mean: number): number {
    if (mean > 50) return Math.max(Math.round(mean + Math.sqrt(mean) * normal()), 0);
    const least = Math.exp(-mean);
    let n = -1;
    for (let product = 1; product > least; product *= 1 - random()) n++;
    return n;
  }

  /** With mean `shape`, by Marsaglia and Tsang. */
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * (1 - random()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Counts that come in bursts: the smaller the size, the wilder; infinite is Poisson. */
  const negativeBinomial = (mean: number, size: number): number =>
    poisson(size === Infinity ? mean : (gamma(size) * mean) / size);

  return { random, poisson, negativeBinomial };
}
