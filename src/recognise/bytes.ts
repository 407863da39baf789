/** The text as a byte line spells it: its UTF-8 bytes, one character each. */
export function toBytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
