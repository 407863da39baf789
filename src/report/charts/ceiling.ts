/**
 * Returns where a chart of these heights is cut off: below its few highest ones, where they would flatten all others; else
 * null. A logarithmic scale would show them as well, but in a stack it lies: its layers could not be compared any more.
 */
export function ceilingOf(heights: readonly number[]): number | null {
  const sorted = [...heights].sort((a, b) => b - a);
  const most = Math.max(1, Math.floor(heights.length * FEW));
  for (let few = 1; few <= most; few++) {
    const [low = 0, next = 0] = sorted.slice(few - 1);
    if (next > 0 && low > next * FLATTENING) return next * ROOM;
  }
  return null;
}

/** The part of the steps that may be cut off. */
const FEW = 0.1;
/** Others would have less than this part of the height. */
const FLATTENING = 4;
/** Above the highest of the others. */
const ROOM = 1.4;
