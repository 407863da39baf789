import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
let measure: ((text: string) => number) | undefined;

/** Width of text on a terminal. Colours take no columns. */
export function stringWidth(text: string): number {
  const plain = text.replace(COLOUR, "");
  if (!SIMPLE.test(plain)) return exactWidth(text);
  let width = plain.length;
  for (let at = 0; at < plain.length; at++) if (plain.charCodeAt(at) >= FIRST_WIDE) width++;
  return width;
}

/** Loads the package only for text with emoji and the like: it takes 20 ms. */
function exactWidth(text: string): number {
  measure ??= (require("string-width") as typeof import("string-width")).default;
  return measure(text);
}

const COLOUR = /\x1b\[\d+m/g;

// Characters with one width whatever is beside them: most of Latin, punctuation, arrows and blocks, then the wide ones,
// kana and Han.
const SIMPLE =
  /^[ -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u259f\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;
const FIRST_WIDE = 0x3001;
