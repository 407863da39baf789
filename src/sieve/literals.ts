/** The literals and numbers of a sieve. */
export interface Literals {
  /**
   * Byte strings of 3 to 255 bytes without line ends. One in lower case matches in any case of its ASCII letters, one with
   * a capital letter only as it is.
   */
  readonly texts: readonly string[];
  /**
   * Digits, found as whole numbers alone: without a digit or a point before them, and without a digit, a letter or `_`
   * behind them, but for the `L` of a long integer.
   */
  readonly numbers: readonly string[];
}

/** One literal or number. */
export interface Literal {
  readonly text: string;
  /** Whether the case of letters counts. */
  readonly isExact: boolean;
  readonly isNumber: boolean;
}

/** Returns each literal once; throws a RangeError for one that a sieve cannot find. */
export function listLiterals({ texts: literals, numbers }: Literals): readonly Literal[] {
  const unfit =
    literals.find((text) => !/^[^\n\u{100}-\u{10ffff}]{3,255}$/u.test(text)) ??
    numbers.find((text) => !/^\d{3,255}$/.test(text));
  if (unfit !== undefined) throw new RangeError(`not a literal: ${JSON.stringify(unfit)}`);
  return [
    ...[...new Set(literals)].map((text) => ({ text, isExact: /[A-Z]/.test(text), isNumber: false })),
    ...[...new Set(numbers)].map((text) => ({ text, isExact: false, isNumber: true })),
  ];
}
