/** One byte line without its line end, and what the recognisers ask about it: worked out when first asked, then kept. */
export class Line {
  readonly text: string;
  #lower: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The text in lower case, ASCII letters only, so that other bytes (and all offsets) stay as they are. */
  get lower(): string {
    this.#lower ??= /[\xc0-\xde]/.test(this.text)
      ? this.text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
      : this.text.toLowerCase();
    return this.#lower;
  }
}
