/** The text as a byte line spells it: its UTF-8 bytes, one character each. */
export function toBytes(text: string): string {
  return String.fromCharCode(...encoder.encode(text));
}

/**
 * Writes a byte line into the array, which must have room for it, one byte per character. Returns whether all of it is
 * ASCII. The encoder is twice as fast as a loop over the characters, but can write only ASCII unchanged.
 */
export function writeBytes(line: string, into: Uint8Array): boolean {
  const { read, written } = encoder.encodeInto(line, into);
  if (read === line.length && written === line.length) return true;
  for (let at = 0; at < line.length; at++) into[at] = Math.min(line.charCodeAt(at), 0xff);
  return false;
}

const encoder = new TextEncoder();

/** Room for a line of so many bytes, four by four: the array itself when it is large enough. */
export function roomFor(length: number, bytes: Uint8Array): Uint8Array {
  return bytes.length >= length ? bytes : new Uint8Array((Math.max(length, 2 * bytes.length) + 3) & ~3);
}

/** Makes upper-case ASCII letters lower case, in four bytes at once: neither addition carries into the next byte. */
export function toLowerCase(words: Int32Array, count: number): void {
  for (let at = 0; at < count; at++) {
    const word = words[at] as number;
    const low = word & 0x7f7f7f7f;
    const isUpper = (low + FROM_A) & ~(low + BEYOND_Z) & ~word & HIGHEST_BITS;
    words[at] = word | (isUpper >>> 2);
  }
}

const FROM_A = 0x01010101 * (0x80 - 0x41);
const BEYOND_Z = 0x01010101 * (0x7f - 0x5a);
const HIGHEST_BITS = 0x80808080 | 0;

/** Whether the byte string stands at this place. */
export function isSpelled(text: string, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}

/** Whether the byte string stands anywhere in `[from, to)`. */
export function isAmid(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  const first = text.charCodeAt(0);
  for (let at = from; at <= to - text.length; at++) {
    if (bytes[at] === first && isSpelled(text, bytes, at)) return true;
  }
  return false;
}

/** A table of all bytes: 1 where the byte is one of the marks. */
export function tableOf(marks: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  return table;
}

/** Whether the byte is a digit, `0` to `9`. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Whether the byte, in lower case, is one that identifiers and numbers are made of: `a` to `z`, `0` to `9`, `_`. */
export function isIdentifier(byte: number | undefined): boolean {
  return byte !== undefined && IDENTIFIER[byte] === 1;
}

const IDENTIFIER = Uint8Array.from({ length: 256 }, (_, byte) => Number(/[0-9a-z_]/.test(String.fromCharCode(byte))));
