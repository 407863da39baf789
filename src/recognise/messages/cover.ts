import { toBytes, toLowerCase } from "../../text/byte-string.ts";
import { createFrequency } from "../../text/frequency.ts";
import { ordinaryText } from "../../text/ordinary.ts";
import { ordinaryProse } from "../../text/ordinary-prose.ts";

/** The sieve looks for this many neighbouring bytes of a literal, at each of the places where they may begin. */
const WINDOW = 5;

/** A literal more costs little, as a share of all places, beside a window of it that comes in ordinary text. */
const COST_OF_WINDOW = 3e-6;
/** A part of one word is itself more likely to be in ordinary text than one of two words. */
const COST_OF_WORD = 1e-4;

/**
 * Chooses one of the parts of each text, so that ordinary text has few of their windows: parts of rare letters, and those
 * that several texts share.
 *
 * @param spellingsOf the literals that are looked for when a part is chosen.
 */
export function coverAll(
  texts: readonly (readonly string[])[],
  spellingsOf: (part: string) => readonly string[],
): readonly string[] {
  const costOfWindow = createCost();
  const chosen: string[] = [];
  /** Windows of the parts that are chosen: another part with one of them costs that much less. */
  const paid = new Set<string>();
  const isCovered = texts.map(() => false);

  function gainOf({ part, windows, covers }: Choice): number {
    let count = 0;
    for (const text of covers) if (!isCovered[text]) count++;
    let cost = COST_OF_WINDOW + (part.includes(" ") ? 0 : COST_OF_WORD);
    for (const window of windows) if (!paid.has(window)) cost += costOfWindow(window);
    return count / cost;
  }

  const choices = choicesOf(texts, (part) => [...new Set(spellingsOf(part).flatMap(windowsOf))]);
  for (const choice of choices) choice.gain = gainOf(choice);
  choices.sort((a, b) => a.gain - b.gain);
  // The best first; one whose gain has sunk since it was worked out waits until it is the best again.
  for (let best = choices.pop(); best !== undefined; best = choices.pop()) {
    best.gain = gainOf(best);
    if (best.gain === 0) continue;
    if (best.gain < (choices.at(-1)?.gain ?? 0)) {
      choices.splice(placeOf(best.gain, choices), 0, best);
      continue;
    }
    chosen.push(best.part);
    for (const text of best.covers) isCovered[text] = true;
    for (const window of best.windows) paid.add(window);
  }
  return chosen;
}

interface Choice {
  readonly part: string;
  readonly windows: readonly string[];
  /** The texts that have it, by their index. */
  readonly covers: number[];
  gain: number;
}

function choicesOf(texts: readonly (readonly string[])[], windowsIn: (part: string) => readonly string[]): Choice[] {
  const choices = new Map<string, Choice>();
  for (const [index, parts] of texts.entries()) {
    for (const part of new Set(parts)) {
      const choice = choices.get(part);
      if (choice === undefined) choices.set(part, { part, windows: windowsIn(part), covers: [index], gain: 0 });
      else choice.covers.push(index);
    }
  }
  return [...choices.values()];
}

function windowsOf(literal: string): string[] {
  return Array.from({ length: literal.length - WINDOW + 1 }, (_, at) => literal.slice(at, at + WINDOW));
}

/** Where a choice belongs among those that are sorted by their gain. */
function placeOf(gain: number, choices: readonly Choice[]): number {
  let from = 0;
  let to = choices.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((choices[middle] as Choice).gain > gain) to = middle;
    else from = middle + 1;
  }
  return from;
}

function createCost(): (window: string) => number {
  // Sentences have more of what logs have in common than single words.
  const frequency = createFrequency(toLowerCase(`${ordinaryText()}${toBytes(ordinaryProse).repeat(3)}`));
  const costs = new Map<string, number>();
  return (window) => {
    let cost = costs.get(window);
    if (cost === undefined) {
      cost = frequency(window) + COST_OF_WINDOW;
      costs.set(window, cost);
    }
    return cost;
  };
}
