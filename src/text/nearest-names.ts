/** Returns up to three of the names that a misspelled one may mean, the most similar first; none when nothing is near. */
export function nearestNames(wanted: string, names: Iterable<string>): string[] {
  const text = wanted.toUpperCase();
  return [...names]
    .filter((name) => Math.abs(name.length - text.length) <= MOST_EDITS)
    .map((name) => ({ name, distance: editDistance(text, name.toUpperCase()) }))
    .filter(({ distance }) => distance <= Math.min(MOST_EDITS, Math.floor(text.length / LETTERS_PER_EDIT)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

const MOST_NAMES = 3;
const MOST_EDITS = 4;
const LETTERS_PER_EDIT = 4;

/** Returns the fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return at(row, b.length);
}

const at = (row: readonly number[], j: number): number => row[j] ?? Number.POSITIVE_INFINITY;
