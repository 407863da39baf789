/** A fragment of a sentence, folded, and what it stands for. */
export interface Phrase<Meaning> {
  readonly text: string;
  readonly meaning: Meaning;
}

/** A place where a phrase stands: half-open range in the text that was searched. */
export interface Hit<Meaning> {
  readonly phrase: Phrase<Meaning>;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the search for many phrases at once: every place where one begins and ends with whole words, the longest at
 * each place, in order. The words of the phrases are a tree of characters, so a text is read about once.
 */
export function createSearch<Meaning>(phrases: readonly Phrase<Meaning>[]): (text: string) => Hit<Meaning>[] {
  const root: Branch<Meaning> = { next: new Map(), phrase: null };
  for (const phrase of phrases) plant(root, phrase);

  return (text) => {
    const hits: Hit<Meaning>[] = [];
    for (let start = 0; start < text.length; start++) {
      if (isInsideWord(text, start)) continue;
      const hit = longestAt(root, text, start);
      if (hit !== null) hits.push(hit);
    }
    return hits;
  };
}

interface Branch<Meaning> {
  readonly next: Map<number, Branch<Meaning>>;
  phrase: Phrase<Meaning> | null;
}

function plant<Meaning>(root: Branch<Meaning>, phrase: Phrase<Meaning>): void {
  let branch = root;
  for (let at = 0; at < phrase.text.length; at++) {
    const byte = phrase.text.charCodeAt(at);
    let next = branch.next.get(byte);
    if (next === undefined) {
      next = { next: new Map(), phrase: null };
      branch.next.set(byte, next);
    }
    branch = next;
  }
  branch.phrase = phrase;
}

function longestAt<Meaning>(root: Branch<Meaning>, text: string, start: number): Hit<Meaning> | null {
  let hit: Hit<Meaning> | null = null;
  let branch: Branch<Meaning> | undefined = root;
  for (let end = start; branch !== undefined; end++) {
    if (branch.phrase !== null && !isInsideWord(text, end)) hit = { phrase: branch.phrase, start, end };
    branch = end < text.length ? branch.next.get(text.charCodeAt(end)) : undefined;
  }
  return hit;
}

/** Whether the letters before and after this place belong together; letters outside ASCII end words here. */
function isInsideWord(text: string, place: number): boolean {
  return isLetter(text.charCodeAt(place - 1)) && isLetter(text.charCodeAt(place));
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
