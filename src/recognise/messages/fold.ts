import { toBytes } from "../../text/byte-string.ts";

/** A text whose spellings are made equal, and the way back to the places in the original. */
export interface Folded {
  readonly text: string;
  /** Returns the place in the original text that this place in the folded text came from. */
  origin(place: number): number;
}

/**
 * Removes the differences between two copies of one sentence, except for case: runs of blanks, the blanks that a console
 * puts between Chinese, Japanese and Korean characters, apostrophes (also as HTML and SQL escape them), and the escapes
 * of JSON. Takes and returns byte strings in lower case.
 */
export function fold(text: string): Folded {
  if (!VARIES.test(text)) return { text, origin: (place) => place };
  const plain = text.includes("\\") ? replace(text, ESCAPES, decode) : null;
  const folded = replace(plain?.text ?? text, VARIANTS, ({ groups }) =>
    groups?.["apostrophe"] ? "'" : groups?.["loose"] ? "" : " ",
  );
  return plain === null ? folded : { text: folded.text, origin: (place) => plain.origin(folded.origin(place)) };
}

/** `\r`, `\n`, `\t` and `\'`, escaped once or more, and `\uXXXX` for the apostrophe and for everything outside ASCII. */
const ESCAPES = /(?<!\\)\\+(?:u(?!00[0-7])[0-9a-f]{4}|u0027|[rnt]|')/gi;

function decode({ 0: found }: RegExpExecArray): string {
  const kind = found.replace(/^\\+/, "");
  if (kind.length === 1) return kind === "'" ? "'" : " ";
  return toBytes(String.fromCharCode(Number.parseInt(kind.slice(1), 16)));
}

/** A character of a script that is written without blanks or, like Hangul, broken anywhere. */
const WIDE = "[\\xe3-\\xed\\xef][\\x80-\\xbf]{2}";

/** The apostrophes, straight and typographic, as HTML escapes them. */
const APOSTROPHE_ENTITY = "&(?:#39|#x27|apos|#8217|#x2019|rsquo);";

const BLANK = "(?:[\\t-\\r ]|\\xc2\\xa0|\\xe2\\x80\\xaf|\\xe3\\x80\\x80)";

/** Nearly all lines have nothing of the kind. */
const VARIES = new RegExp(
  `[\\t-\\r\`\\\\]|''|${APOSTROPHE_ENTITY}| {2}|\\xc2[\\xa0\\xb4]|\\xe2\\x80[\\x98\\x99\\xaf]|\\xe3\\x80\\x80|${WIDE} | ${WIDE}`,
);

const VARIANTS = new RegExp(
  `(?<loose>(?<=${WIDE})${BLANK}+|${BLANK}+(?=${WIDE}))|${BLANK}{2,}|(?! )${BLANK}` +
    `|(?<apostrophe>\`|''|${APOSTROPHE_ENTITY}|\\xc2\\xb4|\\xe2\\x80[\\x98\\x99])`,
  "g",
);

function replace(text: string, pattern: RegExp, spell: (match: RegExpExecArray) => string): Folded {
  // Where each stretch that was copied as it is begins: in the folded text and in the original.
  const folded: number[] = [0];
  const original: number[] = [0];
  let result = "";
  let copied = 0;
  for (const match of text.matchAll(pattern)) {
    const spelling = spell(match);
    if (spelling === match[0]) continue;
    result += text.slice(copied, match.index) + spelling;
    copied = match.index + match[0].length;
    folded.push(result.length);
    original.push(copied);
  }
  if (copied === 0) return { text, origin: (place) => place };
  const origin = (place: number): number => {
    let stretch = 0;
    for (let step = 1 << 30; step > 0; step >>= 1) {
      const start = folded[stretch + step];
      if (start !== undefined && start <= place) stretch += step;
    }
    return (original[stretch] ?? 0) + place - (folded[stretch] ?? 0);
  };
  return { text: result + text.slice(copied), origin };
}
