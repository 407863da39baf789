/** Adds up rows that have the same key, in the order in which the keys come first. */
export function sumBy<Row extends { readonly n: number }>(
  rows: Iterable<Row>,
  key: (row: Row) => string | number,
): Row[] {
  const sums = new Map<string | number, Row>();
  for (const row of rows) {
    const sum = sums.get(key(row));
    sums.set(key(row), sum === undefined ? row : { ...sum, n: sum.n + row.n });
  }
  return [...sums.values()];
}

/** Compares by several properties, one after the other; "-" before a name is descending. */
export function by<Row>(
  ...names: readonly (`-${keyof Row & string}` | (keyof Row & string))[]
): (a: Row, b: Row) => number {
  const keys = names.map((name) => {
    const isDescending = name.startsWith("-");
    return { key: name.slice(isDescending ? 1 : 0) as keyof Row, sign: isDescending ? -1 : 1 };
  });
  return (a, b) => {
    for (const { key, sign } of keys) {
      if (a[key] < b[key]) return -sign;
      if (a[key] > b[key]) return sign;
    }
    return 0;
  };
}

/** The first rows of each code. */
export function firstOfCode<Row extends { readonly code: number }>(rows: readonly Row[], most: number): Row[] {
  const seen = new Map<number, number>();
  return rows.filter(({ code }) => {
    const n = (seen.get(code) ?? 0) + 1;
    seen.set(code, n);
    return n <= most;
  });
}
