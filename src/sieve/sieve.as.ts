// The sieve in AssemblyScript: it becomes WebAssembly with 128-bit SIMD. simd.ts fills its tables and calls it.
// Each fingerprint is looked for by four of its bytes. Nibble tables tell for each of four neighbouring bytes which of
// sixteen buckets may stand there; where one bucket fits all four, a hash of the four is looked up in a table of bits,
// and the few places that are left are compared byte by byte.

/** Where the tables lie: two, per place sixteen masks by low and sixteen by high nibble; the lower case of each byte; */
export const NIBBLES: i32 = 0;
export const FOLDED: i32 = 256;
/** a bit per hash; by hash the address of its group (0: none); the groups. */
export const HASH_BITS: i32 = 16;
export const OCCUPIED: i32 = 1024;
export const HEADS: i32 = 1024 + (1 << 13);
export const GROUPS: i32 = 1024 + (1 << 13) + (4 << 16);

const NEWLINE: u8 = 10;

/** Start of the first line in `[from, to)` that holds a fingerprint, or -1. Reads up to 32 bytes behind `to`. */
export function next(from: i32, to: i32): i32 {
  const nibble = i8x16.splat(15);
  const none = i8x16.splat(0);
  for (let at = from; at < to; at += 16) {
    const bytes0 = v128.load(at);
    const bytes1 = v128.load(at, 1);
    const bytes2 = v128.load(at, 2);
    const bytes3 = v128.load(at, 3);
    const low0 = v128.and(bytes0, nibble);
    const low1 = v128.and(bytes1, nibble);
    const low2 = v128.and(bytes2, nibble);
    const low3 = v128.and(bytes3, nibble);
    const high0 = i8x16.shr_u(bytes0, 4);
    const high1 = i8x16.shr_u(bytes1, 4);
    const high2 = i8x16.shr_u(bytes2, 4);
    const high3 = i8x16.shr_u(bytes3, 4);
    const fits = v128.or(
      v128.and(
        v128.and(fitting(NIBBLES, low0, high0), fitting(NIBBLES + 32, low1, high1)),
        v128.and(fitting(NIBBLES + 64, low2, high2), fitting(NIBBLES + 96, low3, high3)),
      ),
      v128.and(
        v128.and(fitting(NIBBLES + 128, low0, high0), fitting(NIBBLES + 160, low1, high1)),
        v128.and(fitting(NIBBLES + 192, low2, high2), fitting(NIBBLES + 224, low3, high3)),
      ),
    );
    for (let lanes = ~i8x16.bitmask(i8x16.eq(fits, none)) & 0xffff; lanes !== 0; lanes &= lanes - 1) {
      const place = at + ctz(lanes);
      const hash = ((load<u32>(place) | 0x20202020) * 0x9e3779b1) >>> (32 - HASH_BITS);
      if (((load<u8>(OCCUPIED + (hash >>> 3)) >>> (hash & 7)) & 1) === 0) continue;
      if (standsAround(place, from, to, load<u32>(HEADS + (hash << 2)))) return lineStart(place, from);
    }
  }
  return -1;
}

/** Of each byte, which buckets of a table it fits by its two nibbles. */
function fitting(table: i32, low: v128, high: v128): v128 {
  return v128.and(i8x16.swizzle(v128.load(table), low), i8x16.swizzle(v128.load(table, 16), high));
}

/** How many bytes in `[from, to)` end a line. */
export function lineEnds(from: i32, to: i32): i32 {
  const newline = i8x16.splat(NEWLINE);
  let count = 0;
  let at = from;
  for (; at + 16 <= to; at += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(at), newline)));
  for (; at < to; at++) count += i32(load<u8>(at) === NEWLINE);
  return count;
}

/** A group is a row of fingerprints, each behind its length and how far into it the four bytes stand, up to a 0. */
function standsAround(place: i32, from: i32, to: i32, group: i32): bool {
  let row = group;
  for (let length: i32 = load<u8>(row); length !== 0; length = load<u8>(row)) {
    const start = place - <i32>load<u8>(row + 1);
    if (start >= from && start + length <= to && isSame(start, row + 2, length)) return true;
    row += 2 + length;
  }
  return false;
}

function isSame(at: i32, fingerprint: i32, length: i32): bool {
  for (let i = 0; i < length; i++) {
    if (load<u8>(FOLDED + load<u8>(at + i)) !== load<u8>(fingerprint + i)) return false;
  }
  return true;
}

function lineStart(place: i32, from: i32): i32 {
  let start = place;
  while (start > from && load<u8>(start - 1) !== NEWLINE) start--;
  return start;
}
