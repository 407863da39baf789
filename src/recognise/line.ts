import { roomFor, toLowerCase, writeBytes } from "./bytes.ts";
import { ICMP, OTHER_TABLES, WEB_SERVICE } from "./context/other-tables.ts";
import type { Sign } from "./context/sign.ts";
import { FAILURE, ONLY_SOCKETS, SOCKETS, WINDOWS } from "./context/signs.ts";
import { type Form, forms } from "./finding.ts";
import { createSpot, type Spot } from "./literal-search.ts";

/** What the first look at a line looks for: literals of each form, words that name Winsock, text listed byte by byte. */
export const sights = [...forms, "winsock", "byte-list"] as const;
export type Sight = (typeof sights)[number];

const numberOf = {
  macro: 0,
  ntstatus: 1,
  hresult: 2,
  signed: 3,
  hex: 4,
  "dotnet-name": 5,
  "posix-name": 6,
  decimal: 7,
  message: 8,
  winsock: 9,
  "byte-list": 10,
} as const satisfies Record<Sight, number>;

/**
 * One byte line without its line end, and what the recognisers ask about it: worked out when first asked, then kept.
 * The same object can be set to one line after another.
 */
export class Line {
  text = "";
  /**
   * The text in lower case (see `lower`), byte by byte, in `[0, length)`. What reads byte after byte is twice as fast
   * here as in a string, and most lines are never more than this.
   */
  bytes: Uint8Array = new Uint8Array(0);
  /** The same bytes, four by four; what stands behind the line is of no meaning. */
  words: Int32Array = new Int32Array(0);
  length = 0;
  isAscii = true;
  #lower: string | null = null;
  #seen = ANYTHING;
  #places: Int32Array | null = null;
  #kept: { readonly work: unknown; readonly result: unknown }[] = [];
  #signs = UNKNOWN;
  #denied = 0;

  constructor(text: string) {
    this.set(text);
  }

  /** The text in lower case, ASCII letters only, so that other bytes (and all offsets) stay as they are. */
  get lower(): string {
    this.#lower ??=
      !this.isAscii && /[\xc0-\xde]/.test(this.text)
        ? this.text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
        : this.text.toLowerCase();
    return this.#lower;
  }

  /** Takes another line in the place of this one. */
  set(text: string): void {
    this.text = text;
    this.length = text.length;
    if (text.length > this.bytes.length) {
      this.bytes = roomFor(text.length, this.bytes);
      this.words = new Int32Array(this.bytes.buffer);
    }
    this.isAscii = writeBytes(text, this.bytes);
    toLowerCase(this.words, (text.length + 3) >> 2);
    this.#lower = null;
    this.#seen = ANYTHING;
    this.#places = null;
    if (this.#kept.length > 0) this.#kept = [];
    this.#signs = UNKNOWN;
    this.#denied = 0;
  }

  /** Looks at the line once for all `sights`; returns which there are, bit by bit. */
  lookFor(spot: Spot): number {
    this.#seen = spot.look(this);
    this.#places = spot.places;
    return this.#seen;
  }

  /** False when the line was looked at and has nothing of the kind. */
  mayHold(sight: Sight): boolean {
    return (this.#seen & (1 << numberOf[sight])) !== 0;
  }

  /** Where the first literal of a form that the line may hold stands; 0 when the line was not looked at. */
  firstOf(form: Form): number {
    return this.#places === null ? 0 : (this.#places[numberOf[form]] as number);
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
    for (let n = 0; n < this.#kept.length; n++) {
      if (this.#kept[n]?.work === work) return this.#kept[n]?.result as Result;
    }
    const result = work(this);
    this.#kept.push({ work, result });
    return result;
  }

  /** All signs are looked for at once when the first is asked for. */
  #says(sign: Sign): boolean {
    if (this.#signs === UNKNOWN) {
      spot ??= createSpot(signs.map(({ clues }) => clues));
      this.#signs = spot.look(this);
    }
    const bit = 1 << signs.indexOf(sign);
    if ((this.#signs & bit) !== 0) return true;
    if ((this.#denied & bit) !== 0) return false;
    let found = false;
    for (const [bytes, pattern] of sign.others) found ||= this.lower.includes(bytes) && pattern.test(this.lower);
    if (found) this.#signs |= bit;
    else this.#denied |= bit;
    return found;
  }
}

const ANYTHING = -1;
const UNKNOWN = -1;

const signs: readonly Sign[] = [SOCKETS, OTHER_TABLES, WEB_SERVICE, ICMP, ONLY_SOCKETS, FAILURE, WINDOWS];

/** Made for the first line that needs it: most commands read no log. */
let spot: Spot | undefined;
