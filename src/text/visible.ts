/**
 * Makes decoded text safe for a terminal: control characters (C0, DEL, C1), bidirectional controls and other invisible
 * format characters, line separators and lone surrogates become escapes (`\x1b`, `\u202e`).
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, escaped);
}

// The two joiners stay: Persian and Hindi words and many emoji need them.
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const SHORT: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const point = character.codePointAt(0) ?? 0;
  const digits = point.toString(16);
  if (point <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return point <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\u{${digits}}`;
}
