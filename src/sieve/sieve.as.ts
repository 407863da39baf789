// The sieve in AssemblyScript: it becomes WebAssembly with 128-bit SIMD. image.ts fills its memory, simd.ts calls it.
// Bytes are read in blocks of 32. Two cheap tests of a block find the places where a literal may be:
// - A long literal (12 bytes or more) fills any eight neighbouring places and four more. So only at every eighth place
//   are five bytes hashed and looked up in a Bloom filter.
// - Short literals: nibble tables show which of eight buckets four neighbouring bytes fit, at every place.
// Places that pass are listed without a branch (a mispredicted one costs as much as both tests) and compared afterwards.

// Addresses in the memory:

/** For each of four places, sixteen masks of buckets by low nibble and sixteen by high nibble. */
export const NIBBLES: i32 = 0;
/** For each byte, its lower case. */
export const FOLDED: i32 = 128;
/** A bit for each hash of the three or four bytes of a short literal that are compared. */
export const SHORT_MARKS: i32 = 384;
export const SHORT_BITS: i32 = 16;
/** The Bloom filter, in words of 64 bits: each hash of five bytes of a long literal sets two bits of a word. */
export const LONG_MARKS: i32 = SHORT_MARKS + (1 << 13);
export const LONG_BITS: i32 = 13;
/** A bit for each hash of the eight bytes of a long literal that the five are the beginning or the end of. */
export const WIDE_MARKS: i32 = LONG_MARKS + (8 << 13);
export const WIDE_BITS: i32 = 19;
/**
 * For each hash the address of its group of rows, or 0: first for short literals, then for the eight bytes of long ones. A
 * row is the address of a literal, with the place of the hashed bytes in the literal as its highest byte; a 0 ends the group.
 */
export const SHORT_HEADS: i32 = WIDE_MARKS + (1 << 16);
export const SHORT_HEAD_BITS: i32 = 13;
export const LONG_HEADS: i32 = SHORT_HEADS + (4 << 13);
export const LONG_HEAD_BITS: i32 = 16;
/** Blocks with places where a short literal may be, and a bit for each place; then such places by themselves. */
const SHORT_BLOCKS: i32 = LONG_HEADS + (4 << 16);
const SHORT_PLACES: i32 = SHORT_BLOCKS + 8 * 512;
/** Places where a long literal may be. */
const LONG_PLACES: i32 = SHORT_PLACES + 4 * 32 * 512;
/** Begin and end of each line that was found. */
export const FOUND: i32 = LONG_PLACES + 4 * 4 * 512;
export const MOST_FOUND: i32 = 1024;
/** The literals (each its length, its kind and its bytes), then the groups. */
export const REST: i32 = FOUND + 8192;

// Kinds of a literal, as bits:

export const EXACT: i32 = 1;
export const NUMBER: i32 = 2;

const BLOCK: i32 = 32;
/** Bytes that are read before the listed places are compared: few enough to be in the first-level cache still. */
const STRETCH: i32 = 512 * BLOCK;
const NEWLINE: u8 = 10;
const POINT: u8 = 0x2e;
const UNDERSCORE: u8 = 0x5f;
const LETTER_A: u8 = 0x61;
const LONG_END: u8 = 0x6c;

/**
 * Writes to FOUND where each line in `[from, to)` with a literal begins and ends, counted from `base`, and returns the
 * number of lines; when it is MOST_FOUND there may be more. Unless `part` is 0, parts of so many bytes in which a literal
 * begins are found instead of lines. Reads up to 64 bytes behind `to`.
 */
export function candidates(from: i32, to: i32, base: i32, part: i32): i32 {
  const nibble = i8x16.splat(15);
  const none = i8x16.splat(0);
  // The buckets that the first, the first two and the first three of four places fit, until the others are read. What is
  // before the beginning may be anything.
  let first = i8x16.splat(-1);
  let second = first;
  let third = first;
  let clean = from;
  let found = 0;
  for (let stretch = from; stretch < to; stretch += STRETCH) {
    const end = min(stretch + STRETCH, to);
    let blocks = SHORT_BLOCKS;
    let longPlaces = LONG_PLACES;
    for (let at = stretch; at < end; at += BLOCK) {
      let short = 0;
      for (let half = 0; half < 2; half++) {
        const bytes = v128.load(at + (half << 4));
        const low = v128.and(bytes, nibble);
        const high = i8x16.shr_u(bytes, 4);
        const first0 = fitting(NIBBLES, low, high);
        const second0 = fitting(NIBBLES + 32, low, high);
        const third0 = fitting(NIBBLES + 64, low, high);
        const fits = v128.and(
          v128.and(behind3(first, first0), behind2(second, second0)),
          v128.and(behind1(third, third0), fitting(NIBBLES + 96, low, high)),
        );
        first = first0;
        second = second0;
        third = third0;
        short |= (i8x16.bitmask(i8x16.eq(fits, none)) ^ 0xffff) << (half << 4);
      }
      store<i32>(blocks, at);
      store<i32>(blocks, short, 4);
      blocks += i32(short !== 0) << 3;
      longPlaces = listLong(at, longPlaces);
      longPlaces = listLong(at + 8, longPlaces);
      longPlaces = listLong(at + 16, longPlaces);
      longPlaces = listLong(at + 24, longPlaces);
    }
    const shortEnd = lookAtShort(blocks);
    const longEnd = lookAtLong(longPlaces);
    let short = SHORT_PLACES;
    for (let long = LONG_PLACES; short < shortEnd || long < longEnd; ) {
      const isShort = long === longEnd || (short < shortEnd && load<i32>(short) < load<i32>(long));
      const place = load<i32>(isShort ? short : long);
      if (isShort) short += 4;
      else long += 4;
      // Of three bytes the first of the four is another.
      if (place + 1 < clean) continue;
      const start = isShort ? shortAt(place, clean, to) : longAt(place, clean, to);
      if (start < 0) continue;
      const begin = part === 0 ? lineStart(start, clean) : start - ((start - from) % part);
      clean = part === 0 ? lineEnd(start, to) : min(begin + part, to);
      store<i32>(FOUND + (found << 3), begin - base);
      store<i32>(FOUND + (found << 3), clean - base, 4);
      if (++found === MOST_FOUND) return found;
    }
  }
  return found;
}

/** Returns how many bytes in `[from, to)` end a line. */
export function lineEnds(from: i32, to: i32): i32 {
  const newline = i8x16.splat(NEWLINE);
  let count = 0;
  let at = from;
  while (at + 16 <= to) {
    // Each lane counts up to 255.
    const end = min(at + 255 * 16, to - 15);
    let counts = i8x16.splat(0);
    for (; at < end; at += 16) counts = i8x16.sub(counts, i8x16.eq(v128.load(at), newline));
    const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts));
    count += i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1);
    count += i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3);
  }
  for (; at < to; at++) count += i32(load<u8>(at) === NEWLINE);
  return count;
}

/** For each byte, the buckets of a table that it fits by its two nibbles. */
function fitting(table: i32, low: v128, high: v128): v128 {
  return v128.and(i8x16.swizzle(v128.load(table), low), i8x16.swizzle(v128.load(table, 16), high));
}

/** Moves the lanes one, two or three places back: the last lanes of the block before, then the first ones of this one. */
function behind1(last: v128, now: v128): v128 {
  return i8x16.shuffle(last, now, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

function behind2(last: v128, now: v128): v128 {
  return i8x16.shuffle(last, now, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
}

function behind3(last: v128, now: v128): v128 {
  return i8x16.shuffle(last, now, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
}

/** Lists a place whose five bytes may belong to a long literal, without a branch; returns the end of the list. */
function listLong(at: i32, listed: i32): i32 {
  const hash = hashOfFive(load<u64>(at));
  const word = load<u64>(LONG_MARKS + ((<i32>(hash >>> (64 - LONG_BITS))) << 3));
  store<i32>(listed, at);
  return listed + ((<i32>((word >>> (hash >>> 45)) & (word >>> (hash >>> 39))) & 1) << 2);
}

/** The hashes ignore the case of letters, and that of some other bytes too, which costs a comparison. */
function hashOfFive(bytes: u64): u64 {
  return ((bytes & 0xffffffffff) | 0x2020202020) * 0x1e3779b97f4a7d;
}

function hashOfEight(bytes: u64): u64 {
  return (bytes | (((<u64>0x20202020) << 32) | 0x20202020)) * 0x1e3779b97f4a7d;
}

function hashOfFour(bytes: u32): u32 {
  return (bytes | 0x20202020) * 0x9e3779b1;
}

/** Writes the places of the blocks whose bytes have a mark, without a branch, and returns the end of the list. */
function lookAtShort(end: i32): i32 {
  let kept = SHORT_PLACES;
  for (let block = SHORT_BLOCKS; block < end; block += 8) {
    const at = load<i32>(block) - 3;
    let lanes = load<i32>(block, 4);
    do {
      const place = at + ctz(lanes);
      const four = load<u32>(place);
      store<i32>(kept, place);
      kept += (shortMark(hashOfFour(four)) | shortMark(hashOfFour(four >>> 8))) << 2;
      lanes &= lanes - 1;
    } while (lanes !== 0);
  }
  return kept;
}

/** Keeps the places whose eight bytes have a mark, in the same way. */
function lookAtLong(end: i32): i32 {
  let kept = LONG_PLACES;
  for (let entry = LONG_PLACES; entry < end; entry += 4) {
    const place = load<i32>(entry);
    store<i32>(kept, place);
    kept += (wideMark(hashOfEight(load<u64>(place))) | wideMark(hashOfEight(load<u64>(place - 3)))) << 2;
  }
  return kept;
}

/** Returns where a short literal begins whose hashed bytes are these four, or the last three; or -1. */
function shortAt(place: i32, from: i32, to: i32): i32 {
  const four = load<u32>(place);
  const start = literalAround(place, from, to, load<u32>(shortHead(hashOfFour(four))));
  return start < 0 ? literalAround(place + 1, from, to, load<u32>(shortHead(hashOfFour(four >>> 8)))) : start;
}

/** Returns where a long literal begins that has the eight bytes here, or those that begin three bytes before; or -1. */
function longAt(place: i32, from: i32, to: i32): i32 {
  const start = literalAround(place, from, to, load<u32>(longHead(hashOfEight(load<u64>(place)))));
  if (start >= 0) return start;
  return literalAround(place - 3, from, to, load<u32>(longHead(hashOfEight(load<u64>(place - 3)))));
}

function wideMark(hash: u64): i32 {
  const bit = <u32>(hash >>> (64 - WIDE_BITS));
  return <i32>((load<u8>(WIDE_MARKS + (bit >>> 3)) >>> (bit & 7)) & 1);
}

function longHead(hash: u64): u32 {
  return LONG_HEADS + ((<u32>(hash >>> (64 - LONG_HEAD_BITS))) << 2);
}

function shortMark(hash: u32): i32 {
  const bit = hash >>> (32 - SHORT_BITS);
  return <i32>((load<u8>(SHORT_MARKS + (bit >>> 3)) >>> (bit & 7)) & 1);
}

function shortHead(hash: u32): u32 {
  return SHORT_HEADS + ((hash >>> (32 - SHORT_HEAD_BITS)) << 2);
}

/** Returns where the literal of a group begins whose hashed bytes are at this place, or -1. */
function literalAround(place: i32, from: i32, to: i32, group: i32): i32 {
  if (group === 0) return -1;
  for (let at = group; load<u32>(at) !== 0; at += 4) {
    const row = load<u32>(at);
    const literal = <i32>(row & 0xffffff);
    const start = place - <i32>(row >>> 24);
    const end = start + <i32>load<u8>(literal);
    if (start >= from && end <= to && isSame(start, end, literal)) {
      const isNumber = (load<u8>(literal, 1) & NUMBER) !== 0;
      if (!isNumber || ((start === from || !isGlueBefore(start - 1)) && (end === to || !isGlueBehind(end))))
        return start;
    }
  }
  return -1;
}

function isSame(start: i32, end: i32, literal: i32): bool {
  const isExact = (load<u8>(literal, 1) & EXACT) !== 0;
  const shift = literal + 2 - start;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if ((isExact ? byte : load<u8>(FOLDED + byte)) !== load<u8>(at + shift)) return false;
  }
  return true;
}

/** A digit or a point: the number before goes on. */
function isGlueBefore(at: i32): bool {
  const byte = load<u8>(at);
  return <u8>(byte - 48) < 10 || byte === POINT;
}

/** A digit, a letter or `_`, but for the `L` of a long integer: the number is a part of a word. */
function isGlueBehind(at: i32): bool {
  const byte = load<u8>(FOLDED + load<u8>(at));
  return <u8>(byte - 48) < 10 || byte === UNDERSCORE || (<u8>(byte - LETTER_A) < 26 && byte !== LONG_END);
}

function lineStart(place: i32, from: i32): i32 {
  let start = place;
  while (start > from && load<u8>(start - 1) !== NEWLINE) start--;
  return start;
}

/** Returns the place behind the line end. */
function lineEnd(place: i32, to: i32): i32 {
  let end = place;
  while (end < to && load<u8>(end) !== NEWLINE) end++;
  return min(end + 1, to);
}
