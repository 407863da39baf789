import { toBytes, toLowerCase } from "../../text/byte-string.ts";
import { FREQUENT, type Messages } from "./messages.ts";

/**
 * Returns the spellings of a fragment whose letters beyond ASCII a program has damaged, as byte strings whose ASCII
 * letters are lower case: `fermée` as `ferm?e`, `ferm??e`, `ferm\ufffde`, `fermÃ©e`, `ferme`, `ferm&#233;e`, `ferm&#xe9;e`, `ferm&eacute;e` or
 * as the one byte of its code page; `远程主机` as `Ô¶³ÌÖ÷»ú`. None where too little is left to be sure.
 */
export function damagedSpellingsOf(fragment: string, code: number, { codePage }: Messages): readonly string[] {
  if (!BEYOND_ASCII.test(fragment)) return [];
  const isReadable = IS_LATIN.test(fragment) && READABLE.test(fragment);
  const spellings: string[] = [];
  if (isReadable) {
    spellings.push(
      ...["", "?", "??", "\ufffd", "\ufffd\ufffd"].map((mark) => toBytes(fragment.replace(LETTERS, mark))),
    );
    spellings.push(...[decimalEntity, hexEntity, namedEntity].map((entity) => fragment.replace(LETTERS, entity)));
    // Some programs take UTF-8 for Latin-1 proper, in which the bytes from 80 to 9F are control characters.
    spellings.push(toBytes(toBytes(fragment)));
    if (IS_LATIN_1.test(fragment)) spellings.push(...ofWesternConsole(fragment));
  }
  if (isReadable || FREQUENT.has(code)) spellings.push(toBytes(readAsWindows1252(toBytes(fragment))));
  if (codePage !== undefined && (isReadable || FREQUENT.has(code))) {
    const bytes = encode(fragment, codePage);
    if (bytes !== null) spellings.push(toBytes(readAsWindows1252(bytes)));
    if (bytes !== null && isReadable) spellings.push(bytes);
  }
  return [...new Set(spellings.map(toLowerCase))];
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const LETTERS = /[^\0-\x7f]/gu;
const IS_LATIN = /^[\0-\u024f]*$/;
const IS_LATIN_1 = /^[\0-\xff]*$/;

/** Twelve ASCII characters in a row: the literal by which the sieve finds the fragment in any case. */
const READABLE = /[a-z ]{12,}/i;

function decimalEntity(letter: string): string {
  return `&#${letter.codePointAt(0)};`;
}

function hexEntity(letter: string): string {
  return `&#x${letter.codePointAt(0)?.toString(16)};`;
}

/** The name of a letter in HTML is that of its plain letter and of its mark. */
function namedEntity(letter: string): string {
  const [plain = "", mark = ""] = letter.normalize("NFD");
  const name = LETTER_NAMES[letter] ?? plain + (MARK_NAMES[mark] ?? "");
  return name === plain ? decimalEntity(letter) : `&${name};`;
}

const LETTER_NAMES: Readonly<Record<string, string>> = { ß: "szlig", æ: "aelig", ø: "oslash", ı: "inodot" };

const MARK_NAMES: Readonly<Record<string, string>> = {
  "\u0300": "grave",
  "\u0301": "acute",
  "\u0302": "circ",
  "\u0303": "tilde",
  "\u0308": "uml",
  "\u030a": "ring",
  "\u030c": "caron",
  "\u0327": "cedil",
  "\u0328": "ogon",
};

/** The bytes of a window and of a console, alone and each taken for the other. */
function ofWesternConsole(text: string): string[] {
  const ofConsole = text.replace(LETTERS, (letter) => String.fromCharCode(0x80 + CODE_PAGE_850.indexOf(letter)));
  const ofWindow = text.replace(LETTERS, (letter) => CODE_PAGE_850[letter.charCodeAt(0) - 0x80] as string);
  return [text, ofConsole, toBytes(readAsWindows1252(ofConsole)), toBytes(ofWindow)];
}

const CODE_PAGE_850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0";

/** UTF-8 that was taken for Windows-1252, in which 27 bytes are other characters than in Latin-1. */
function readAsWindows1252(bytes: string): string {
  return bytes.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] as string);
}

const WINDOWS_1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

/** The bytes that the code page has for a text, or null where it lacks a character. */
function encode(text: string, codePage: string): string | null {
  const table = tables.get(codePage) ?? readTable(codePage);
  tables.set(codePage, table);
  let bytes = "";
  for (const letter of text) {
    const found = letter <= "\x7f" ? letter : table.get(letter);
    if (found === undefined) return null;
    bytes += found;
  }
  return bytes;
}

const tables = new Map<string, ReadonlyMap<string, string>>();

/** The letters of one byte or of two, each with its bytes. */
function readTable(codePage: string): ReadonlyMap<string, string> {
  const decoder = new TextDecoder(codePage);
  const table = new Map<string, string>();
  const isSingle = codePage.startsWith("windows");
  for (let lead = isSingle ? 0x80 : 0xa1; lead <= 0xff; lead++) {
    for (let trail = isSingle ? 0 : 0xa1; trail <= (isSingle ? 0 : 0xfe); trail++) {
      const bytes = isSingle ? [lead] : [lead, trail];
      table.set(decoder.decode(Uint8Array.from(bytes)), String.fromCharCode(...bytes));
    }
  }
  return table;
}
