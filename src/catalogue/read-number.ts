import type { Catalogue } from "./catalogue.ts";
import { type ReadAs, type Reading, reading } from "./reading.ts";

/** Reads a number in any spelling. Digits alone are read as decimal first, then as hexadecimal. */
export function readNumber(catalogue: Catalogue, text: string): Reading[] {
  const decimal = /^(-?\d+)[LU]*$/i.exec(text)?.[1];
  const hexadecimal = HEXADECIMAL.exec(text)?.groups?.["digits"];
  return [
    ...(decimal === undefined ? [] : readDecimal(catalogue, Number(decimal))),
    ...(hexadecimal === undefined ? [] : readUnsigned(catalogue, Number.parseInt(hexadecimal, 16), "hexadecimal")),
  ];
}

/** Whether a term is a number in some spelling, of a known code or not. */
export const looksLikeNumber = (text: string): boolean => /^-?\d+[LU]*$/i.test(text) || /^0x[\da-f]*$/i.test(text);

// 0x2746, 2746h, &H2746, 2746. Sixteen digits are an HRESULT widened to 64 bits.
const HEXADECIMAL = /^(?:0x|&h)?(?:f{8}(?=[\da-f]{8}))?0*(?<digits>[\da-f]{1,8})[hLU]*$/i;

function readDecimal(catalogue: Catalogue, value: number): Reading[] {
  if (value >= 0) return readUnsigned(catalogue, value, "decimal");
  const libuv = catalogue.entries.filter((entry) => entry.libuv?.number === value);
  return [
    ...readUnsigned(catalogue, -value, "negative decimal").filter(({ how }) => how === "negative decimal"),
    ...readUnsigned(catalogue, value + 2 ** 32, "decimal").filter(({ how }) => how !== "decimal"),
    ...libuv.map((entry) => reading("libuv number", entry)),
  ];
}

/** Reads the code itself, or the low word when the high word marks an HRESULT of Win32 or its NTSTATUS. */
function readUnsigned(catalogue: Catalogue, value: number, plain: ReadAs): Reading[] {
  const wrapped = WRAPPERS.get(Math.floor(value / 2 ** 16));
  const entry = catalogue.byCode(wrapped === undefined ? value : value % 2 ** 16);
  return entry === undefined ? [] : [reading(wrapped ?? plain, entry)];
}

const WRAPPERS: ReadonlyMap<number, ReadAs> = new Map([
  [0x8007, "HRESULT"],
  [0xc007, "NTSTATUS"],
]);
