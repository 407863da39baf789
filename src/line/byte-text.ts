/** Text as it stands in a byte line: one character per byte of its UTF-8. */
export function toBytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
