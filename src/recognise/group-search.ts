import type { FoldedBytes } from "../text/folded-bytes.ts";
import { LiteralSearch } from "../text/literal-search.ts";

/** Letters to look for (a lower-case byte string of three bytes or more), and a condition. */
export interface Clue {
  readonly letters: string;
  /** Sticky; must match the line in lower case where the letters were found. */
  readonly pattern: RegExp;
}

/** A line that is searched. */
export interface SearchedLine extends FoldedBytes {
  /** The line in lower case. */
  readonly lower: string;
}

/** Finds out which of at most 31 groups of literals and clues a line has. */
export class GroupSearch {
  /** For each group that the last search found, where its first literal begins; the others are undefined. */
  readonly places: Int32Array;
  readonly #search: LiteralSearch<Member>;
  readonly #visit: (member: Member, start: number) => boolean;
  #line: SearchedLine | null = null;
  #found = 0;

  constructor(groups: readonly (readonly (string | Clue)[])[]) {
    this.places = new Int32Array(groups.length);
    this.#search = new LiteralSearch(groups.flatMap((clues, group) => clues.map((clue) => literalOf(clue, group))));
    this.#visit = (member, start) => this.#take(member, start);
  }

  /** Searches `[from, to)` of the line; returns a bit for each group that it has. */
  search(line: SearchedLine, from = 0, to = line.length): number {
    this.#line = line;
    this.#found = 0;
    this.#search.search(line, from, to, this.#visit);
    return this.#found;
  }

  #take({ bit, group, pattern }: Member, start: number): boolean {
    if ((this.#found & bit) !== 0) return false;
    if (pattern !== null) {
      pattern.lastIndex = start;
      if (!pattern.test((this.#line as SearchedLine).lower)) return false;
    }
    this.places[group] = start;
    this.#found |= bit;
    return false;
  }
}

interface Member {
  readonly bit: number;
  readonly group: number;
  readonly pattern: RegExp | null;
}

function literalOf(clue: string | Clue, group: number): readonly [letters: string, member: Member] {
  const [letters, pattern] = typeof clue === "string" ? [clue, null] : [clue.letters, clue.pattern];
  return [letters, { bit: 1 << group, group, pattern }];
}
