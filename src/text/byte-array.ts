/** Whether the byte string begins at this place. */
export function isSpelled(text: string, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}

/** Whether `[from, to)` contains the byte string. */
export function isAmid(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  const first = text.charCodeAt(0);
  for (let at = from; at <= to - text.length; at++) {
    if (bytes[at] === first && isSpelled(text, bytes, at)) return true;
  }
  return false;
}

/** A table of all bytes: 1 for each of the marks, 0 for the others. */
export function tableOf(marks: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  return table;
}

/** Whether the byte is a digit, `0` to `9`. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Whether the byte is `a` to `z`, `0` to `9` or `_`, the bytes of identifiers and numbers in lower case. */
export function isIdentifier(byte: number | undefined): boolean {
  return byte !== undefined && IDENTIFIER[byte] === 1;
}

const IDENTIFIER = Uint8Array.from({ length: 256 }, (_, byte) => Number(/[0-9a-z_]/.test(String.fromCharCode(byte))));
