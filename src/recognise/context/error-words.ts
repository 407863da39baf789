import { toBytes } from "../../text/byte-string.ts";
import { ERROR_WORDS, PLURAL_WORDS } from "./languages.ts";

/** Whether the word (a byte string, ASCII in lower case) is one for an error. */
export function isErrorWord(word: string): boolean {
  return WORDS.has(word) || WRITTEN_TOGETHER.some((part) => word.includes(part));
}

/** Whether it ends a longer word, which may be about sockets, as in `Verbindungsfehler`, or about anything else. */
export function isErrorCompound(word: string): boolean {
  return COMPOUND.test(word);
}

/** Whether it is one word for "system error", as Windows writes it: `Systemfehler 10054 aufgetreten`. */
export function isErrorOfSystem(word: string): boolean {
  return /^(?:system(?:fehler(?:code)?|fel(?:kod)?|feil(?:kode)?|fejl(?:kode)?)|systeemfout(?:code)?)$/.test(word);
}

const WORDS: ReadonlySet<string> = new Set([
  "exception",
  ...toBytes(`${ERROR_WORDS} ${PLURAL_WORDS}`).trim().split(/\s+/),
]);

/** `Netzwerkfehler`, `netwerkfout`, `anslutningsfelkod`: short endings need the `s`, `t` or `k` that joins two words. */
const COMPOUND = new RegExp(
  toBytes(
    "^[a-zäöüåæøéáí]{2,24}(?:fehler(?:code|nummer)?|fout(?:code|nummer)?|feil(?:kode)?|fejl(?:kode)?|virhe(?:koodi)?|hiba(?:kód)?|(?:[stk]|kt)fel(?:kod)?)$".replace(
      "äöüåæøéáí",
      "\\x80-\\xff",
    ),
  ),
);

/** Words that are written together with what is before or behind them. */
const WRITTEN_TOGETHER: readonly string[] = ["ข้อผิดพลาด", "خطأ"].map(toBytes);
