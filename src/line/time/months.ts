import { toBytes } from "../../text/byte-string.ts";

// The names of the twelve months, short and written out, as Java, .NET, glibc and the people's own formats spell them. A full
// stop behind a short name is not part of it. "_" takes the place of a name that is ambiguous or in the list already.
const names: readonly string[] = [
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "january february march april may june july august september october november december",
  "_ _ _ _ _ _ _ _ sept _ _ _",
  // German, with Austria's January.
  "_ _ mär _ mai _ _ _ _ okt _ dez",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jän _ mrz _ _ _ _ _ _ _ _ _",
  "jänner feber _ _ _ _ _ _ _ _ _ _",
  // French
  "janv févr mars avr mai juin juil août sept oct nov déc",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "_ fév _ _ _ _ _ aoû _ _ _ _",
  // Spanish
  "ene feb mar abr may jun jul ago set oct nov dic",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  // Italian
  "gen feb mar apr mag giu lug ago set ott nov dic",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  // Portuguese
  "jan fev mar abr mai jun jul ago set out nov dez",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  // Dutch
  "_ _ mrt _ mei _ _ _ _ okt _ _",
  "januari februari maart april mei juni juli augustus september oktober november december",
  // Polish: short, and in the genitive that dates have
  "sty lut mar kwi maj cze lip sie wrz paź lis gru",
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  // Czech and Slovak
  "led úno bře dub kvě čvn čvc srp zář říj lis pro",
  "ledna února března dubna května června července srpna září října listopadu prosince",
  "_ _ _ _ máj jún júl _ _ _ _ _",
  "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
  // Russian
  "янв фев мар апр мая июн июл авг сен окт ноя дек",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "_ февр _ _ май июнь июль _ сент _ нояб _",
  // Ukrainian
  "січ лют бер кві тра чер лип сер вер жов лис гру",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  "_ _ берез квіт трав черв _ серп верес жовт лист груд",
  // Turkish
  "oca şub mar nis may haz tem ağu eyl eki kas ara",
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  // Swedish, Danish and Norwegian
  "_ _ mars _ maj juni juli _ _ okt _ _",
  "januari februari mars april maj juni juli augusti september oktober november december",
  "_ _ marts _ mai _ _ _ _ _ _ des",
  "_ _ _ _ _ _ _ _ _ _ _ desember",
  // Finnish: short, and in the partitive that dates have
  "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  // Hungarian
  "_ febr márc ápr máj jún júl _ szept _ _ _",
  "január február március április május június július augusztus szeptember október november december",
  // Romanian
  "ian _ _ _ _ iun iul _ _ _ _ _",
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  // Greek
  "ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
  // Indonesian
  "_ _ _ _ _ _ _ agu _ _ _ _",
  // Chinese: Java's own loggers write these on a Chinese Windows, "22-十一月-2026 08:30:00".
  "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
];

/** By the name in UTF-8 and, where all of its letters are in it, in Latin-1: ASCII in lower case. */
const months = new Map<string, number>();
for (const twelve of names) {
  for (const [index, name] of twelve.split(" ").entries()) {
    if (name === "_") continue;
    const spellings = [name, name.slice(0, 1).toUpperCase() + name.slice(1), name.toUpperCase()];
    for (const spelling of spellings) {
      // As it is too: most names are found without being folded.
      months.set(toBytes(spelling), index + 1);
      months.set(foldAscii(toBytes(spelling)), index + 1);
      if (!/[^\x00-\xff]/.test(spelling)) months.set(foldAscii(spelling), index + 1);
    }
  }
}

/** A regular expression (without groups) for a word that may be a month's name; `monthOf` knows whether it is one. */
export const monthPattern = "[A-Za-z\\x80-\\xff]{3,30}";

/** 1 to 12, or null when the word (a byte string) is no month in any of the languages. */
export function monthOf(name: string): number | null {
  return months.get(name) ?? months.get(foldAscii(name)) ?? null;
}

/** Names that are English words as well: without a year they are no dates. */
const words = new Set(["set", "out", "ago", "pro", "may", "dub", "lip", "led", "ara", "sie", "eki", "gen"]);

/** Whether the word can mean nothing but a month. */
export function isOnlyMonth(name: string): boolean {
  return name === "May" || !words.has(foldAscii(name));
}

/** Of a byte string only the ASCII letters have a case: the other bytes are parts of characters. */
function foldAscii(bytes: string): string {
  return bytes.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
