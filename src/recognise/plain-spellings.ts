/**
 * Returns the spellings in ASCII of a text in Latin letters: without their marks, `zuruck`, and with German or Danish
 * letters written as two, `zurueck`. None for other scripts, and none for a text that is ASCII.
 */
export function plainSpellings(text: string): readonly string[] {
  if (IS_ASCII.test(text)) return [];
  const bare = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ıłøđ]/g, (letter) => ONE_LETTER[letter] as string);
  const pairs = text.replace(/[äöüßåøæ]/g, (letter) => TWO_LETTERS[letter] as string);
  return [...new Set([bare, pairs, bare.replaceAll("ß", "ss")])].filter((plain) => IS_ASCII.test(plain));
}

const ONE_LETTER: Readonly<Record<string, string>> = { ı: "i", ł: "l", ø: "o", đ: "d" };
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  å: "aa",
  ø: "oe",
  æ: "ae",
};
const IS_ASCII = /^[\x20-\x7e]*$/;
