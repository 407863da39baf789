import { WsaError } from "../../error.ts";

/** Text for a header whose name takes `used` columns: as it is where it is short and plain ASCII, else in encoded words. */
export function headerText(text: string, used: number): string {
  const isPlain = /^[ -~]*$/.test(text) && !text.includes("=?") && used + text.length <= MOST_COLUMNS;
  return isPlain ? text : encodedWords(text, used);
}

/** Addresses for a header, `name <user@example.com>` or bare, separated by commas. Throws a WsaError `usage` for what is none. */
export function mailboxes(option: string, value: string): string {
  return value
    .split(",")
    .map((one) => mailbox(option, one.trim()))
    .join(",\n ");
}

const MOST_COLUMNS = 76;

// A line break would begin another header; the local part takes what RFC 5322 calls an atom.
const MAILBOX = /^(?:(?<name>[^<>"\p{Cc}]*?)\s*<(?<inside>[^<>\s]+)>|(?<bare>\S+))$/u;
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+(?:@[a-z0-9.-]+|@\[[\da-f.:]+\])?$/i;

function mailbox(option: string, value: string): string {
  const { name = "", inside, bare } = MAILBOX.exec(value)?.groups ?? {};
  const address = inside ?? bare ?? "";
  if (!ADDRESS.test(address))
    throw new WsaError("usage", option, `"${value}" is no mail address`, {
      hint: "write user@example.com or Name <user@example.com>",
    });
  if (name === "") return address;
  return `${nameText(name)} <${address}>`;
}

function nameText(name: string): string {
  if (/^[\w ]+$/.test(name)) return name;
  return /^[ -~]*$/.test(name) ? `"${name.replaceAll("\\", "\\\\")}"` : `${encodedWords(name, "From: ".length)}\n`;
}

/** Words of RFC 2047, one to a folded line of at most 76 columns, no character cut in two. */
function encodedWords(text: string, used: number): string {
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    const room = MOST_COLUMNS - (words.length === 0 ? used : " ".length) - "=?utf-8?B??=".length;
    if (Buffer.byteLength(word + character) > Math.floor(room / 4) * 3) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  return [...words, word].map((one) => `=?utf-8?B?${Buffer.from(one).toString("base64")}?=`).join("\n ");
}
