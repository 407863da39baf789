import type { Finding } from "../recognise/finding.ts";
import type { FindOptions } from "./options.ts";
import { splitIntoLines } from "./split-into-lines.ts";

/** One place in a text that names a Winsock error. */
export interface FoundCode extends Finding {
  /** The spelling in the text. */
  readonly text: string;
  /** Half-open range of the text, in UTF-16 units: `text.slice(start, end)` is the spelling. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the Winsock error codes in a text, in order and without overlaps. Each line is judged by itself, except that a
 * `#Fields:` header of an IIS log says which column of the rows below it is a code.
 *
 * @example
 * findCodes("connect failed: [WinError 10061]");
 * // [{ code: 10061, name: "WSAECONNREFUSED", form: "decimal", confidence: "certain", text: "10061", start: 26, end: 31 }]
 */
export function findCodes(text: string, options: FindOptions = {}): FoundCode[] {
  const found: FoundCode[] = [];
  for (const { start: lineStart, body, findings } of splitIntoLines(text, options)) {
    let byte = 0;
    let unit = lineStart;
    const moveTo = (place: number): number => {
      for (; byte < place; byte++) unit += unitsOf(body.charCodeAt(byte));
      return unit;
    };
    for (const finding of findings) {
      const start = moveTo(finding.start);
      const end = moveTo(finding.end);
      found.push({ ...finding, text: text.slice(start, end), start, end });
    }
  }
  return found;
}

/** How many UTF-16 units the character has that begins with this byte of UTF-8; 0 for a byte that continues one. */
function unitsOf(byte: number): number {
  if (byte >= 0xf0) return 2;
  return (byte & 0xc0) === 0x80 ? 0 : 1;
}
