import { toLowerCase } from "../text/byte-string.ts";
import { FoldedBytes } from "../text/folded-bytes.ts";
import type { Sign } from "./context/sign.ts";
import { FAILURE, ICMP, ONLY_SOCKETS, OTHER_TABLES, SOCKETS, signs, WEB_SERVICE, WINDOWS } from "./context/signs.ts";
import type { FirstLook, LiteralGroup } from "./first-look.ts";
import { GroupSearch } from "./group-search.ts";

/**
 * One byte line without its line end, its bytes in lower case (as `lower` is), and the answers to what the recognisers
 * ask about it: worked out when first asked, then kept. The same object can be set to one line after another.
 */
export class Line extends FoldedBytes {
  text = "";
  isAscii = true;
  #lower: string | null = null;
  #look: FirstLook | null = null;
  #seen = 0;
  #kept: { readonly work: unknown; readonly result: unknown }[] = [];
  #signs = UNKNOWN;
  #denied = 0;

  constructor(text: string) {
    super();
    this.set(text);
  }

  /** The text in lower case, ASCII letters only, so that other bytes (and all offsets) stay as they are. */
  get lower(): string {
    this.#lower ??= this.isAscii ? this.text.toLowerCase() : toLowerCase(this.text);
    return this.#lower;
  }

  /** Takes another line in the place of this one. */
  set(text: string): void {
    this.text = text;
    this.isAscii = this.write(text);
    this.#lower = null;
    this.#look = null;
    if (this.#kept.length > 0) this.#kept = [];
    this.#signs = UNKNOWN;
    this.#denied = 0;
  }

  /** Searches the line once for all groups of literals; returns a bit for each group that it may hold. */
  lookFor(look: FirstLook): number {
    this.#look = look;
    this.#seen = look.search(this);
    return this.#seen;
  }

  /** False when the line was searched for the group and has none of its literals. */
  mayHold(group: LiteralGroup): boolean {
    const number = this.#look?.numberOf(group);
    return number === undefined || (this.#seen & (1 << number)) !== 0;
  }

  /** Where the first literal begins of a group that the line may hold; 0 when the line was not searched for it. */
  firstOf(group: LiteralGroup): number {
    const number = this.#look?.numberOf(group);
    return number === undefined ? 0 : (this.#look as FirstLook).placeOf(number);
  }

  /** Whether the line has a word of sockets, connections or host names. */
  get speaksOfSockets(): boolean {
    return this.#has(SOCKETS);
  }

  /** Whether the line has a word that only sockets have. */
  get speaksOnlyOfSockets(): boolean {
    return this.#has(ONLY_SOCKETS);
  }

  /** Whether the line has a word for something that went wrong. */
  get speaksOfFailure(): boolean {
    return this.#has(FAILURE);
  }

  /** Whether the line was plainly written on Windows. */
  get showsWindows(): boolean {
    return this.#has(WINDOWS);
  }

  /** Whether the line belongs to a program that has error numbers of its own. */
  get usesOtherTable(): boolean {
    return this.#has(OTHER_TABLES);
  }

  /** Whether the line sounds like the answer of a web service. */
  get speaksOfWebService(): boolean {
    return this.#has(WEB_SERVICE);
  }

  /** Whether the line is about ICMP echoes. */
  get speaksOfIcmp(): boolean {
    return this.#has(ICMP);
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

  /** The first question searches for all signs at once. */
  #has(sign: Sign): boolean {
    if (this.#signs === UNKNOWN) {
      signSearch ??= new GroupSearch(signs.map(({ clues }) => clues));
      this.#signs = signSearch.search(this);
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

const UNKNOWN = -1;

/** Made for the first line that needs it: most commands read no log. */
let signSearch: GroupSearch | undefined;
