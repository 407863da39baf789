/** Lines in pieces of whole lines, some of them empty: the cuts are offsets in them. */
export function linesCut(lines: string, cuts: readonly number[]): Buffer[] {
  const borders = [...new Set([...cuts.map((cut) => lines.lastIndexOf("\n", cut) + 1), 0, lines.length])];
  borders.sort((a, b) => a - b);
  return borders.map((to, index) => Buffer.from(lines.slice(borders[index - 1] ?? 0, to), "latin1"));
}
