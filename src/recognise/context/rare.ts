/** A pattern, and texts of which each of its matches contains one: looking for those takes a tenth of the time. */
export interface Rare {
  readonly needs: readonly string[];
  readonly pattern: RegExp;
}

/** Whether the pattern matches somewhere in a text. */
export function matchesRare({ needs, pattern }: Rare, text: string): boolean {
  for (let n = 0; n < needs.length; n++) if (text.includes(needs[n] as string)) return pattern.test(text);
  return false;
}
