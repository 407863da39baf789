/** The UTF-8 bytes of a text, as a byte string (one character per byte). */
export function toBytes(text: string): string {
  if (isAscii(text)) return text;
  const bytes = encoder.encode(text);
  let out = "";
  for (let at = 0; at < bytes.length; at += MOST_ARGUMENTS)
    out += String.fromCharCode(...bytes.subarray(at, at + MOST_ARGUMENTS));
  return out;
}

/** The text in a byte string of UTF-8; bytes that are not UTF-8 become U+FFFD. */
export function fromBytes(bytes: string): string {
  return isAscii(bytes) ? bytes : decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const MOST_ARGUMENTS = 8192;

function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}
