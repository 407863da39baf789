/** A language whose letters a code page of one byte per character holds in a row, lower case where there are cases. */
export interface Alphabet {
  readonly encoding: string;
  /** Its letters from the most frequent to the rarest. */
  readonly letters: string;
}

const RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";
const UKRAINIAN = "оанивірекстлудпязмьгйбхчюжцшщєїфґ";

/** Scripts of their own. The same letters are in several code pages, at different places. */
export const alphabets: readonly Alphabet[] = [
  ...["windows-1251", "koi8-r", "ibm866", "iso-8859-5"].map((encoding) => ({
    encoding,
    letters: RUSSIAN,
  })),
  ...["windows-1251", "koi8-u"].map((encoding) => ({ encoding, letters: UKRAINIAN })),
  { encoding: "windows-1253", letters: "ατιονεσρκπυςληόμίάέδθγήωχύώφβψξζϊϋΐΰ" },
  { encoding: "windows-1255", letters: "יוהלאראתמבשנדעקחפסגטכםזןצךףץ" },
  { encoding: "windows-1256", letters: "الينمرتوةبعدسفكهقحجصأشطخىضغزثذءإئظآؤ" },
  { encoding: "windows-874", letters: "านรอก่งเม้ยลวดทสัตีะ็ิคบขจใปพไห์ุแชูืถซธณผญศโภฟษฐฉฎฏฑฒฆฬฮำึๆ" },
];

/** A language in Latin letters that has some beyond ASCII. */
export interface LatinLetters {
  readonly encoding: string;
  /** Its letters beyond ASCII, lower case. */
  readonly letters: string;
}

/** Two languages may have their letters at the same places, in different code pages. */
export const latinLetters: readonly LatinLetters[] = [
  // German, French, Spanish, Portuguese, Italian, Swedish and Finnish, Danish and Norwegian, Dutch.
  ...["äöüß", "éèêëàâçîïôûùüÿœ", "áéíóúüñ", "áâãàçéêíóôõú", "àèéìíòóùú", "åäöé", "æøåéóò", "ëïéèöüáóíê"].map(
    (letters) => ({
      encoding: "windows-1252",
      letters,
    }),
  ),
  // Polish, Czech, Slovak, Hungarian, Romanian, Croatian and Slovene.
  ...["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž"].map((letters) => ({
    encoding: "windows-1250",
    letters,
  })),
  { encoding: "windows-1254", letters: "çğıöşüâîûİ" },
];
