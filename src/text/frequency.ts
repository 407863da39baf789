/**
 * Makes the function that estimates how often a string of three letters or more comes in text like this one, as a share of
 * all places: by how often it comes in the text itself and, since no text has everything, by the threes of its letters.
 */
export function createFrequency(text: string): (string: string) => number {
  const wholes = new Map<string, number>();
  const threes = new Map<string, number>();
  const twos = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    add(wholes, text.slice(at, at + LENGTH));
    add(threes, text.slice(at, at + 3));
    add(twos, text.slice(at, at + 2));
  }

  return (string) => {
    let share = 1 / text.length;
    for (let at = 0; at + 3 <= string.length; at++) {
      share *= (threes.get(string.slice(at, at + 3)) ?? 0) + UNSEEN;
      if (at > 0) share /= (twos.get(string.slice(at, at + 2)) ?? 0) + UNSEEN_TWO;
    }
    return share + (wholes.get(string) ?? 0) / text.length;
  };
}

/** Strings of this length are counted as well. */
const LENGTH = 5;
/** The number of times that is assumed for three letters, or two, that the text does not have. */
const UNSEEN = 0.02;
const UNSEEN_TWO = 0.6;

function add(counts: Map<string, number>, string: string): void {
  counts.set(string, (counts.get(string) ?? 0) + 1);
}
