/**
 * Returns the line with ASCII brackets in the place of full-width ones around a number of five digits, `（10060）`; blanks
 * keep all offsets as they are.
 */
export function withPlainBrackets(line: string): string {
  if (!line.includes(OPENING) && !line.includes(CLOSING)) return line;
  return line.replace(OPENS, "  (").replace(CLOSES, ")  ");
}

/** U+FF08 and U+FF09 in UTF-8. */
const OPENING = "\xef\xbc\x88";
const CLOSING = "\xef\xbc\x89";
const OPENS = /\xef\xbc\x88(?=1[01]\d{3}(?!\d))/g;
const CLOSES = /(?<=(?<!\d)1[01]\d{3})\xef\xbc\x89/g;
