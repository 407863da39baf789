// A byte string is a text with one character (U+0000 to U+00FF) for each byte. Node's Buffer is not used here, since a
// browser has none.

/** Returns the UTF-8 bytes of a text, as a byte string. */
export function toBytes(text: string): string {
  if (isAscii(text)) return text;
  let bytes = "";
  for (let at = 0; at < text.length; ) {
    const end = pieceEnd(text, at);
    const piece = text.slice(at, end);
    bytes += isAscii(piece) ? piece : byteStringOf(encoder.encode(piece));
    at = end;
  }
  return bytes;
}

/** Returns the text in a byte string of UTF-8; bytes that are not UTF-8 become U+FFFD. */
export function fromBytes(bytes: string): string {
  const start = bytes.search(BEYOND_ASCII);
  if (start < 0) return bytes;
  const array = new Uint8Array(bytes.length - start);
  for (let at = start; at < bytes.length; at++) array[at - start] = bytes.charCodeAt(at);
  return bytes.slice(0, start) + decoder.decode(array);
}

/** Returns bytes as a byte string. */
export function byteStringOf(array: Uint8Array): string {
  let bytes = "";
  for (let at = 0; at < array.length; at += MOST_ARGUMENTS) {
    // A spread takes five times as long.
    bytes += Reflect.apply(String.fromCharCode, null, array.subarray(at, at + MOST_ARGUMENTS));
  }
  return bytes;
}

/** Returns a byte string in lower case: ASCII letters only, since any other byte is a part of a character. */
export function toLowerCase(bytes: string): string {
  return HAS_LATIN_CAPITAL.test(bytes)
    ? bytes.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : bytes.toLowerCase();
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Characters beyond ASCII that `String.prototype.toLowerCase` changes. */
const HAS_LATIN_CAPITAL = /[\xc0-\xde]/;
const BEYOND_ASCII = /[^\x00-\x7f]/;

/** Characters that are encoded at once; those pieces of a long line that are ASCII are only copied. */
const PIECE_LENGTH = 512;
/** Fewer than any engine's limit. */
const MOST_ARGUMENTS = 4096;

/** The end of the piece that begins at `at`: never between the halves of a surrogate pair. */
function pieceEnd(text: string, at: number): number {
  const end = Math.min(at + PIECE_LENGTH, text.length);
  return end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end - 1 : end;
}

function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}
