// The sieve in AssemblyScript: it becomes WebAssembly with 128-bit SIMD. simd.ts fills its tables and calls it.
// Each fingerprint is looked for by four of its bytes. A nibble table tells for each of four neighbouring bytes which of
// eight buckets may stand there; where one bucket fits all four, a hash of the four is looked up in a table of bits, and
// the few places that are left are compared byte by byte.

/** Where the tables lie: per place sixteen masks by low and sixteen by high nibble; the lower case of each byte; */
export const NIBBLES: i32 = 0;
export const FOLDED: i32 = 128;
/** a bit per hash; by hash the address of its group (0: none); the groups. */
export const HASH_BITS: i32 = 16;
export const OCCUPIED: i32 = 1024;
export const HEADS: i32 = 1024 + (1 << 13);
export const GROUPS: i32 = 1024 + (1 << 13) + (4 << 16);

const NEWLINE: u8 = 10;

/** Start of the first line in `[from, to)` that holds a fingerprint, or -1. Reads up to 32 bytes behind `to`. */
export function next(from: i32, to: i32): i32 {
  const lows0 = v128.load(NIBBLES);
  const highs0 = v128.load(NIBBLES + 16);
  const lows1 = v128.load(NIBBLES + 32);
  const highs1 = v128.load(NIBBLES + 48);
  const lows2 = v128.load(NIBBLES + 64);
  const highs2 = v128.load(NIBBLES + 80);
  const lows3 = v128.load(NIBBLES + 96);
  const highs3 = v128.load(NIBBLES + 112);
  const nibble = i8x16.splat(15);
  for (let at = from; at < to; at += 16) {
    const bytes0 = v128.load(at);
    const bytes1 = v128.load(at, 1);
    const bytes2 = v128.load(at, 2);
    const bytes3 = v128.load(at, 3);
    const fits0 = v128.and(
      i8x16.swizzle(lows0, v128.and(bytes0, nibble)),
      i8x16.swizzle(highs0, i8x16.shr_u(bytes0, 4)),
    );
    const fits1 = v128.and(
      i8x16.swizzle(lows1, v128.and(bytes1, nibble)),
      i8x16.swizzle(highs1, i8x16.shr_u(bytes1, 4)),
    );
    const fits2 = v128.and(
      i8x16.swizzle(lows2, v128.and(bytes2, nibble)),
      i8x16.swizzle(highs2, i8x16.shr_u(bytes2, 4)),
    );
    const fits3 = v128.and(
      i8x16.swizzle(lows3, v128.and(bytes3, nibble)),
      i8x16.swizzle(highs3, i8x16.shr_u(bytes3, 4)),
    );
    const fits = v128.and(v128.and(fits0, fits1), v128.and(fits2, fits3));
    for (let lanes = ~i8x16.bitmask(i8x16.eq(fits, i8x16.splat(0))) & 0xffff; lanes !== 0; lanes &= lanes - 1) {
      const place = at + ctz(lanes);
      const hash = ((load<u32>(place) | 0x20202020) * 0x9e3779b1) >>> (32 - HASH_BITS);
      if (((load<u8>(OCCUPIED + (hash >>> 3)) >>> (hash & 7)) & 1) === 0) continue;
      if (standsAround(place, from, to, load<u32>(HEADS + (hash << 2)))) return lineStart(place, from);
    }
  }
  return -1;
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
