import { type Literal, type Literals, listLiterals } from "./literals.ts";
import { addToTable, fillTable, TABLE_BYTES, WINDOW_BYTES } from "./windows.ts";

const PAGE_BYTES = 65_536;

/** The exports of sieve.as.ts. */
export interface SieveExports {
  readonly memory: WebAssembly.Memory;
  readonly NIBBLES: WebAssembly.Constant;
  readonly FOLDED: WebAssembly.Constant;
  readonly SHORT_MARKS: WebAssembly.Constant;
  readonly SHORT_BITS: WebAssembly.Constant;
  readonly LONG_MARKS: WebAssembly.Constant;
  readonly LONG_BITS: WebAssembly.Constant;
  readonly WIDE_MARKS: WebAssembly.Constant;
  readonly WIDE_BITS: WebAssembly.Constant;
  readonly SHORT_HEADS: WebAssembly.Constant;
  readonly LONG_HEADS: WebAssembly.Constant;
  readonly SHORT_HEAD_BITS: WebAssembly.Constant;
  readonly LONG_HEAD_BITS: WebAssembly.Constant;
  readonly FOUND: WebAssembly.Constant;
  readonly MOST_FOUND: WebAssembly.Constant;
  readonly REST: WebAssembly.Constant;
  readonly EXACT: WebAssembly.Constant;
  readonly NUMBER: WebAssembly.Constant;
  candidates(from: number, to: number, base: number, part: number): number;
  lineEnds(from: number, to: number): number;
}

/** For each byte, the lower-case letter of an upper-case ASCII one, else the byte itself. */
const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

/** A long literal is hashed at eight neighbouring places: five bytes at each, and eight that begin or end with them. */
const LONG_STEP = 8;
const LONG_WINDOW = 5;
const WIDE_WINDOW = 8;
const LONG = LONG_STEP + LONG_WINDOW - 1;

/**
 * Makes the beginning of the memory of a sieve: its literals and tables. The bytes of the log come behind it. A few
 * literals are added to a former image much faster than all are sorted in again.
 */
export function createImage(wasm: Uint8Array, literals: Literals, former?: Uint8Array): Uint8Array {
  const sieve = new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports as unknown as SieveExports;
  const all = listLiterals(literals);
  if (former !== undefined) {
    grow(sieve.memory, former.length);
    new Uint8Array(sieve.memory.buffer).set(former);
  }
  const texts = writeTexts(sieve, all, former?.length ?? sieve.REST.value);
  const long = all.filter(({ text }) => text.length >= LONG);
  const short = all.filter(({ text }) => text.length < LONG);
  const end = writeGroups(sieve, sieve.LONG_HEADS.value, texts.end, longRows(sieve, long), texts.addresses);
  const last = writeGroups(sieve, sieve.SHORT_HEADS.value, end, shortRows(sieve, short, former), texts.addresses);
  return new Uint8Array(sieve.memory.buffer.slice(0, align(last)));
}

/** Makes sure that the memory has at least `length` bytes. */
export function grow(memory: WebAssembly.Memory, length: number): void {
  const missing = length - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
}

/** A literal in the group of a hash, and the place of the hashed bytes in it. */
interface Row {
  readonly head: number;
  readonly literal: Literal;
  readonly offset: number;
}

function writeTexts(sieve: SieveExports, all: readonly Literal[], from: number) {
  const { memory, EXACT, NUMBER } = sieve;
  grow(
    memory,
    all.reduce((sum, { text }) => sum + 2 + text.length, from),
  );
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(lowerCase, sieve.FOLDED.value);
  const addresses = new Map<Literal, number>();
  let at = from;
  for (const literal of all) {
    const { text, isExact, isNumber } = literal;
    addresses.set(literal, at);
    bytes[at] = text.length;
    bytes[at + 1] = (isExact ? EXACT.value : 0) | (isNumber ? NUMBER.value : 0);
    for (let i = 0; i < text.length; i++) bytes[at + 2 + i] = text.charCodeAt(i);
    at += 2 + text.length;
  }
  return { addresses, end: align(at) };
}

/** Fills the nibble table and the marks of the short literals. */
function shortRows(
  { memory, NIBBLES, SHORT_MARKS, SHORT_BITS, SHORT_HEAD_BITS }: SieveExports,
  all: readonly Literal[],
  former: Uint8Array | undefined,
) {
  const bytes = new Uint8Array(memory.buffer);
  const { table, windows } =
    former === undefined ? fillTable(all) : addToTable(former.slice(NIBBLES.value, NIBBLES.value + TABLE_BYTES), all);
  bytes.set(table, NIBBLES.value);
  return windows.map(({ literal, offset }): Row => {
    const start = Math.max(offset, 0);
    const hash = hashOfFour(literal.text.slice(start, offset + WINDOW_BYTES));
    setBit(bytes, SHORT_MARKS.value, hash >>> (32 - SHORT_BITS.value));
    return { head: hash >>> (32 - SHORT_HEAD_BITS.value), literal, offset: start };
  });
}

/** Fills the marks of the long literals. */
function longRows(
  { memory, LONG_MARKS, LONG_BITS, WIDE_MARKS, WIDE_BITS, LONG_HEAD_BITS }: SieveExports,
  all: readonly Literal[],
): Row[] {
  const bytes = new Uint8Array(memory.buffer);
  const words = new DataView(memory.buffer, LONG_MARKS.value, 8 << LONG_BITS.value);
  return all.flatMap((literal) => {
    const first = (literal.text.length - LONG) >> 1;
    return Array.from({ length: LONG_STEP }, (_, step): Row => {
      const hash = hashOfFive(literal.text.slice(first + step, first + step + LONG_WINDOW));
      const at = Number(hash >> BigInt(64 - LONG_BITS.value)) * 8;
      const bits = (1n << ((hash >> 45n) & 63n)) | (1n << ((hash >> 39n) & 63n));
      words.setBigUint64(at, words.getBigUint64(at, true) | bits, true);
      const offset = first + (step + WIDE_WINDOW <= LONG ? step : step + LONG_WINDOW - WIDE_WINDOW);
      const wide = hashOfEight(literal.text.slice(offset, offset + WIDE_WINDOW));
      setBit(bytes, WIDE_MARKS.value, Number(wide >> BigInt(64 - WIDE_BITS.value)));
      return { head: Number(wide >> BigInt(64 - LONG_HEAD_BITS.value)), literal, offset };
    });
  });
}

function setBit(bytes: Uint8Array, from: number, bit: number): void {
  const at = from + (bit >> 3);
  bytes[at] = (bytes[at] as number) | (1 << (bit & 7));
}

/** Writes each head's rows behind those that it has, closed by a 0, and returns the address behind them. */
function writeGroups(
  { memory }: SieveExports,
  heads: number,
  from: number,
  rows: readonly Row[],
  addresses: ReadonlyMap<Literal, number>,
): number {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.head);
    if (group) group.push(row);
    else groups.set(row.head, [row]);
  }
  const formerRows = [...groups.keys()].map((head) => rowsOf(memory, heads, head));
  grow(memory, from + (rows.length + formerRows.flat().length + groups.size) * 4);
  const words = new Uint32Array(memory.buffer);
  let at = from / 4;
  for (const [n, [head, group]] of [...groups].entries()) {
    words[heads / 4 + head] = at * 4;
    for (const row of formerRows[n] ?? []) words[at++] = row;
    for (const { literal, offset } of group) words[at++] = (addresses.get(literal) as number) | (offset << 24);
    words[at++] = 0;
  }
  return at * 4;
}

/** The rows that a head has in memory. */
function rowsOf(memory: WebAssembly.Memory, heads: number, head: number): readonly number[] {
  const words = new Uint32Array(memory.buffer);
  const first = (words[heads / 4 + head] as number) / 4;
  return first === 0 ? [] : [...words.slice(first, words.indexOf(0, first))];
}

/** The same hashes as in sieve.as.ts. */
function hashOfFour(bytes: string): number {
  return Math.imul(Number(number(bytes)) | 0x20202020, 0x9e3779b1) >>> 0;
}

function hashOfFive(bytes: string): bigint {
  return BigInt.asUintN(64, (number(bytes) | 0x2020202020n) * 0x1e3779b97f4a7dn);
}

function hashOfEight(bytes: string): bigint {
  return BigInt.asUintN(64, (number(bytes) | 0x2020202020202020n) * 0x1e3779b97f4a7dn);
}

function number(bytes: string): bigint {
  return [...bytes].reduceRight((sum, byte) => (sum << 8n) | BigInt(byte.charCodeAt(0)), 0n);
}

function align(address: number): number {
  return Math.ceil(address / 16) * 16;
}
