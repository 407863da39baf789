import { ICMP, OTHER_TABLES, WEB_SERVICE } from "./context/other-tables.ts";
import { FAILURE, ONLY_SOCKETS, SOCKETS, WINDOWS } from "./context/signs.ts";

/** One byte line without its line end, and what the recognisers ask about it: worked out when first asked, then kept. */
export class Line {
  readonly text: string;
  #lower: string | undefined;
  #kept: Map<unknown, unknown> | undefined;

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

  /** Whether the line has a word of sockets, connections or host names. */
  get speaksOfSockets(): boolean {
    return this.#says(SOCKETS);
  }

  /** Whether the line has a word that only sockets have. */
  get speaksOnlyOfSockets(): boolean {
    return this.#says(ONLY_SOCKETS);
  }

  /** Whether the line says that something went wrong. */
  get speaksOfFailure(): boolean {
    return this.#says(FAILURE);
  }

  /** Whether the line was plainly written on Windows. */
  get showsWindows(): boolean {
    return this.#says(WINDOWS);
  }

  /** Whether the line belongs to a program that has error numbers of its own. */
  get usesOtherTable(): boolean {
    return this.#says(OTHER_TABLES);
  }

  /** Whether the line sounds like the answer of a web service. */
  get speaksOfWebService(): boolean {
    return this.#says(WEB_SERVICE);
  }

  /** Whether the line is about ICMP echoes. */
  get speaksOfIcmp(): boolean {
    return this.#says(ICMP);
  }

  /** The result of some work on this line, done when first asked for. */
  keep<Result>(work: (line: Line) => Result): Result {
    this.#kept ??= new Map();
    if (!this.#kept.has(work)) this.#kept.set(work, work(this));
    return this.#kept.get(work) as Result;
  }

  #says(pattern: RegExp): boolean {
    this.#kept ??= new Map();
    let answer = this.#kept.get(pattern);
    if (answer === undefined) {
      answer = pattern.test(this.lower);
      this.#kept.set(pattern, answer);
    }
    return answer === true;
  }
}
