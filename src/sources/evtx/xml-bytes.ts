import { escapeXml } from "./escape.ts";

const USUAL_BYTES = 256 * 1024;

/** Writes an event as UTF-8, into the same memory as the one before. */
export class XmlBytes {
  #bytes = Buffer.allocUnsafe(USUAL_BYTES);
  #at = 0;

  /** Begins an event. */
  begin(): void {
    this.#at = 0;
  }

  /** The bytes of the event, until the next one is begun. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  literal(literal: Uint8Array): void {
    const length = literal.length;
    this.#reserve(length);
    const bytes = this.#bytes;
    const at = this.#at;
    // A call for a few bytes takes longer than they do.
    if (length < SHORT) for (let n = 0; n < length; n++) bytes[at + n] = literal[n] as number;
    else bytes.set(literal, at);
    this.#at = at + length;
  }

  ascii(text: string): void {
    this.#reserve(text.length);
    for (let n = 0; n < text.length; n++) this.#bytes[this.#at++] = text.charCodeAt(n);
  }

  text(text: string): void {
    this.#reserve(3 * text.length);
    this.#at += this.#bytes.write(text, this.#at, "utf8");
  }

  /** Writes UTF-16 as text of XML: what is special in it, line breaks too, becomes a reference. */
  wide(source: Uint8Array, from: number, to: number, inAttribute: boolean): void {
    // The longest reference has six bytes, and takes the place of two.
    this.#reserve(3 * (to - from));
    const bytes = this.#bytes;
    let at = this.#at;
    for (let next = from; next + 1 < to; next += 2) {
      const unit = (source[next] as number) | ((source[next + 1] as number) << 8);
      if (unit < 0x80) {
        const reference = REFERENCES[unit];
        if (reference === null || reference === undefined || (unit === APOSTROPHE && !inAttribute)) bytes[at++] = unit;
        else for (let n = 0; n < reference.length; n++) bytes[at++] = reference.charCodeAt(n);
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else if (unit >= 0xd800 && unit < 0xe000) {
        const low = next + 3 < to ? (source[next + 2] as number) | ((source[next + 3] as number) << 8) : 0;
        const isPair = unit < 0xdc00 && low >= 0xdc00 && low < 0xe000;
        const point = isPair ? 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff) : REPLACEMENT;
        if (isPair) {
          next += 2;
          bytes[at++] = 0xf0 | (point >> 18);
          bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
        } else bytes[at++] = 0xe0 | (point >> 12);
        bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
        bytes[at++] = 0x80 | (point & 0x3f);
      } else {
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[at++] = 0x80 | (unit & 0x3f);
      }
    }
    this.#at = at;
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#at + length));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

const SHORT = 48;
const APOSTROPHE = 0x27;
const REPLACEMENT = 0xfffd;
const REFERENCES: readonly (string | null)[] = Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  const escaped = escapeXml(character, true);
  return escaped === character ? null : escaped;
});
