/** Gives the later ones of columns with the same name a number. */
export function uniqueNames(columns: readonly string[]): string[] {
  return columns.map((name, i) => {
    const earlier = columns.slice(0, i).filter((other) => other === name).length;
    return earlier === 0 ? name : `${name}_${earlier + 1}`;
  });
}
