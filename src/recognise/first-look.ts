import { toLowerCase } from "../text/byte-string.ts";
import { GroupSearch, type SearchedLine } from "./group-search.ts";

/** Literals that a line is searched for before anything else is asked about it. */
export interface LiteralGroup {
  /** Byte strings of three bytes or more, in lower case for any case or with capitals for themselves. */
  readonly literals: readonly string[];
  /**
   * Whole decimal numbers of three digits or more: no digit or point before, and no digit, letter or `_` behind but
   * the `L` of a long integer.
   */
  readonly numbers?: readonly string[];
}

/** Searches a line once for the literals of all groups, in any case: most lines have none and need no more work. */
export class FirstLook {
  readonly #search: GroupSearch;
  readonly #numbers: ReadonlyMap<LiteralGroup, number>;

  /** @param groups at most 31 */
  constructor(groups: readonly LiteralGroup[]) {
    this.#search = new GroupSearch(
      groups.map(({ literals, numbers = [] }) => [...literals.map(toLowerCase), ...numbers]),
    );
    this.#numbers = new Map(groups.map((group, number) => [group, number]));
  }

  /** Returns a bit for each group that the line may hold: bit `n` for the one at index `n`. */
  search(line: SearchedLine): number {
    return this.#search.search(line);
  }

  /** The index of a group, or undefined when it is not one of these. */
  numberOf(group: LiteralGroup): number | undefined {
    return this.#numbers.get(group);
  }

  /** Where the first literal of a group begins that the last search found. */
  placeOf(number: number): number {
    return this.#search.places[number] as number;
  }
}
