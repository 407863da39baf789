import { toBytes, toLowerCase } from "../../text/byte-string.ts";
import { createFrequency } from "../../text/frequency.ts";
import { ordinaryText } from "../../text/ordinary.ts";
import { ordinaryProse } from "../../text/ordinary-prose.ts";

/** The sieve looks for this many neighbouring bytes of a literal, at each of the places where they may begin. */
export const WINDOW = 5;

/** Makes the function that estimates how often a window (a byte string in lower case) comes in a million places. */
export function createWindowCost(): (window: string) => number {
  // Sentences have more of what logs have in common than single words.
  const frequency = createFrequency(toLowerCase(`${ordinaryText()}${toBytes(ordinaryProse).repeat(3)}`));
  const costs = new Map<string, number>();
  return (window) => {
    let cost = costs.get(window);
    if (cost === undefined) {
      cost = 1e6 * frequency(window);
      costs.set(window, cost);
    }
    return cost;
  };
}
