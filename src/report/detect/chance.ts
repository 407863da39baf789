/**
 * Probability that at least `count` of `count + inWeeks` occurrences fall into one hour and the rest into `weeks` like
 * hours, when all hours follow the same negative binomial distribution of this size. Exact, whatever the mean.
 * https://en.wikipedia.org/wiki/Beta-binomial_distribution
 */
export function chanceOfMore(count: number, inWeeks: number, weeks: number, size: number): number {
  const n = count + inWeeks;
  const rest = weeks * size;
  let term = probability(count, n, size, rest);
  let sum = 0;
  for (let at = count; at <= n; at++) {
    sum += term;
    if (term < NEGLIGIBLE * sum) break;
    term *= ((n - at) / (at + 1)) * ((at + size) / (n - at - 1 + rest));
  }
  return Math.min(sum, 1);
}

/** Probability of at most `count` occurrences, see `chanceOfMore`. */
export function chanceOfFewer(count: number, inWeeks: number, weeks: number, size: number): number {
  const n = count + inWeeks;
  const rest = weeks * size;
  let term = probability(count, n, size, rest);
  let sum = 0;
  for (let at = count; at >= 0; at--) {
    sum += term;
    if (term < NEGLIGIBLE * sum) break;
    term *= (at / (n - at + 1)) * ((n - at + rest) / (at - 1 + size));
  }
  return Math.min(sum, 1);
}

/**
 * Estimates the size parameter of the negative binomial distribution of counts in like hours. It is large where
 * occurrences are independent events and small where they come in bursts. Uses the method of moments over all groups of
 * like hours, without the wildest fiftieth of them (earlier incidents), and halves the result as a safety margin.
 */
export function estimateSize(groups: readonly (readonly number[])[]): number {
  const moments = groups.filter((group) => group.length > 1 && group.some((n) => n > 0)).map(momentsOf);
  const total = groups.reduce((sum, group) => sum + group.reduce((a, b) => a + b, 0), 0);
  if (total < LEAST_OCCURRENCES) return UNKNOWN_SIZE;
  const tame = moments.sort((a, b) => a.excess - b.excess).slice(0, Math.floor(moments.length * (1 - WILD_SHARE)));
  const square = tame.reduce((sum, moment) => sum + moment.square, 0);
  const excess = tame.reduce((sum, moment) => sum + moment.excess, 0);
  if (square <= 0) return UNKNOWN_SIZE;
  return Math.min(Math.max(excess <= 0 ? LARGEST_SIZE : square / excess, SMALLEST_SIZE), LARGEST_SIZE) / SAFETY;
}

/** With fewer occurrences, their scatter cannot be estimated. */
export const LEAST_OCCURRENCES = 50;

// Measured by test/report/detect/chance.test.ts: without it, the rate of false alarms is 1.3 % instead of 1 %.
const SAFETY = 2;
const WILD_SHARE = 0.02;
const UNKNOWN_SIZE = 0.5;
const SMALLEST_SIZE = 0.05;
const LARGEST_SIZE = 10_000;
const NEGLIGIBLE = 1e-17;

/** Unbiased estimates of the squared mean and of the variance beyond the mean. */
function momentsOf(group: readonly number[]): { readonly square: number; readonly excess: number } {
  const mean = group.reduce((sum, n) => sum + n, 0) / group.length;
  const variance = group.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (group.length - 1);
  return { square: mean * mean - variance / group.length, excess: variance - mean };
}

/** Probability of `count` in the beta-binomial distribution over 0…n. */
function probability(count: number, n: number, a: number, b: number): number {
  return Math.exp(
    logGamma(n + 1) - logGamma(count + 1) - logGamma(n - count + 1) + logBeta(count + a, n - count + b) - logBeta(a, b),
  );
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Stirling's series, exact to the last digits of a double above ten. */
function logGamma(value: number): number {
  let x = value;
  let shift = 0;
  for (; x < 10; x++) shift += Math.log(x);
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}
