/** Returns the text without the marks of its Latin letters: `protože` as `protoze`. Other scripts stay as they are. */
export function withoutMarks(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ıłøđ]/g, (letter) => WITHOUT_STROKE[letter] ?? letter);
  return IS_ASCII.test(plain) ? plain : text;
}

const WITHOUT_STROKE: Readonly<Record<string, string>> = { ı: "i", ł: "l", ø: "o", đ: "d" };
const IS_ASCII = /^[\x20-\x7e]*$/;
