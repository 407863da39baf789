import { toBytes } from "../text/byte-string.ts";
import { ordinaryText } from "../text/ordinary.ts";
import { ordinaryProse } from "../text/ordinary-prose.ts";
import type { Literal } from "./literals.ts";

/** Neighbouring bytes of a short literal that are compared; before one of three bytes any byte may come. */
export const WINDOW_BYTES = 4;

/** Bytes of the table. */
export const TABLE_BYTES = WINDOW_BYTES * 32;

/** Sets of windows in a nibble table: each has a bit of a byte. */
const BUCKETS = 8;

/** Four neighbouring bytes that are compared. */
export interface LiteralWindow {
  readonly literal: Literal;
  /** Where the window begins in the literal; -1: one place before it. */
  readonly offset: number;
}

/** A nibble table, and the windows that fit it. */
export interface FilledTable {
  readonly table: readonly number[];
  readonly windows: readonly LiteralWindow[];
}

/** The nibbles that fit at one place: a bit per low nibble and, sixteen bits higher, a bit per high nibble. */
type Gate = number;

const ANY_BYTE: Gate = -1;

/** Chooses a window of each literal, and sorts the windows into buckets of similar ones, so that ordinary text rarely fits one. */
export function fillTable(literals: readonly Literal[]): FilledTable {
  const buckets = Array.from({ length: BUCKETS }, () => new Bucket());
  const choices = literals.map((literal) =>
    offsetsOf(literal)
      .map((offset) => ({ literal, offset, gates: gatesOf(literal, offset) }))
      .map((window) => ({ window, alone: new Bucket().with(window.gates).fits }))
      .sort((a, b) => a.alone - b.alone),
  );
  // The common ones come first: they shape the buckets in which the rare ones then find a place.
  const places = choices
    .sort(([a], [b]) => (b?.alone ?? 0) - (a?.alone ?? 0))
    .map((windowsOfOne) => {
      const windows = windowsOfOne.map(({ window }) => window);
      return { windows, ...put(windows, buckets) };
    });
  // Now that all have a place, some find a better one.
  for (let round = 0; round < ROUNDS; round++) {
    for (const place of places) {
      const others = places.filter((other) => other !== place && other.bucket === place.bucket);
      buckets[place.bucket] = bucketOf(others.map(({ window }) => window.gates));
      Object.assign(place, put(place.windows, buckets));
    }
  }
  return { table: tableOf(buckets.map(({ gates }) => gates)), windows: places.map(({ window }) => window) };
}

const ROUNDS = 2;

interface Candidate extends LiteralWindow {
  readonly gates: readonly Gate[];
}

/** Puts one of the windows of a literal where it costs least. */
function put(
  windows: readonly Candidate[],
  buckets: Bucket[],
): { readonly bucket: number; readonly window: Candidate } {
  let least = Number.POSITIVE_INFINITY;
  let best: readonly [bucket: number, joined: Bucket, window: Candidate] | undefined;
  for (const window of windows) {
    for (const [at, bucket] of buckets.entries()) {
      const joined = bucket.with(window.gates);
      const cost = joined.cost - bucket.cost;
      if (cost < least) [least, best] = [cost, [at, joined, window]];
    }
  }
  const [bucket, joined, window] = best as NonNullable<typeof best>;
  buckets[bucket] = joined;
  return { bucket, window };
}

function bucketOf(all: readonly (readonly Gate[])[]): Bucket {
  const gates = Array.from({ length: WINDOW_BYTES }, (_, place) =>
    all.reduce((sum, one) => sum | (one[place] as Gate), 0),
  );
  return gates[0] === 0 ? new Bucket() : new Bucket().with(gates);
}

/**
 * Adds windows to a table where they widen a bucket least: a few literals more are sorted in a thousand times as fast as
 * by ordinary text.
 */
export function addToTable(table: Uint8Array, literals: readonly Literal[]): FilledTable {
  const buckets = Array.from({ length: BUCKETS }, (_, bucket) => gatesIn(table, bucket));
  const windows = literals.map((literal): LiteralWindow => {
    const choices = offsetsOf(literal).flatMap((offset) =>
      buckets.map((gates, bucket) => {
        const joined = gatesOf(literal, offset).map((gate, place) => gate | (gates[place] as Gate));
        return { offset, bucket, joined, cost: share(joined) - share(gates) };
      }),
    );
    const { offset, bucket, joined } = choices.reduce((best, one) => (one.cost < best.cost ? one : best));
    buckets[bucket] = joined;
    return { literal, offset };
  });
  return { table: tableOf(buckets), windows };
}

/** The share of all bytes at four places that fit. */
function share(gates: readonly Gate[]): number {
  return gates.reduce((product, gate) => product * width(gate), 1);
}

/** The gates of a bucket in a table. */
function gatesIn(table: Uint8Array, bucket: number): Gate[] {
  return Array.from({ length: WINDOW_BYTES }, (_, place) =>
    Array.from(
      { length: 32 },
      (_, nibble) => (((table[place * 32 + nibble] as number) >> bucket) & 1) << nibble,
    ).reduce((gate, bit) => gate | bit),
  );
}

/** Where a window may begin. */
function offsetsOf({ text }: Literal): number[] {
  if (text.length < WINDOW_BYTES) return [-1];
  return Array.from({ length: text.length - WINDOW_BYTES + 1 }, (_, offset) => offset);
}

function gatesOf({ text, isExact }: Literal, offset: number): Gate[] {
  return Array.from({ length: WINDOW_BYTES }, (_, place) => gateOf(text.charCodeAt(offset + place), isExact));
}

/** A lower-case letter fits its upper-case one too, which differs in the high nibble. */
function gateOf(byte: number, isExact: boolean): Gate {
  if (Number.isNaN(byte)) return ANY_BYTE;
  const isEither = !isExact && byte >= 0x61 && byte <= 0x7a;
  return (1 << (byte & 15)) | (1 << (16 + (byte >> 4))) | (isEither ? 1 << (14 + (byte >> 4)) : 0);
}

/** Ordinary text as sets of places: a bit for each place where a window may begin. */
interface Model {
  readonly length: number;
  /** For each place of a window and bit of a gate, the places of the text where a window needs the bit. */
  readonly places: readonly Int32Array[];
  /** The empty sets of a bucket without windows: two for each place of a window. */
  readonly nothing: readonly Int32Array[];
}

let model: Model | undefined;

/** Made for the first sieve that is built here: the program takes the image that the build has made. */
function ordinary(): Model {
  model ??= readModel(ordinaryText() + toBytes(ordinaryProse.trim()));
  return model;
}

function readModel(text: string): Model {
  const sets = (count: number) => Array.from({ length: count }, () => new Int32Array(Math.ceil(text.length / 32)));
  const places = sets(WINDOW_BYTES * 32);
  for (let at = 0; at + WINDOW_BYTES <= text.length; at++) {
    for (let place = 0; place < WINDOW_BYTES; place++) {
      const byte = text.charCodeAt(at + place);
      for (const bit of [byte & 15, 16 + (byte >> 4)]) {
        const set = places[place * 32 + bit] as Int32Array;
        set[at >> 5] = (set[at >> 5] as number) | (1 << (at & 31));
      }
    }
  }
  return { length: text.length, places, nothing: sets(WINDOW_BYTES * 2) };
}

/** A set of windows; a place fits it when each of its bytes fits one of the windows there, by each nibble. */
class Bucket {
  readonly gates: readonly Gate[];
  /** How many places of the ordinary text fit. */
  readonly fits: number;
  /** Grows with the share of all bytes that fit, so that no bucket takes everything that ordinary text happens to lack. */
  readonly cost: number;
  readonly #sets: readonly Int32Array[];

  constructor(
    gates: readonly Gate[] = new Array<Gate>(WINDOW_BYTES).fill(0),
    sets: readonly Int32Array[] = ordinary().nothing,
  ) {
    this.gates = gates;
    this.#sets = sets;
    this.fits = gates[0] === 0 ? 0 : countCommon(sets);
    this.cost = this.fits + gates.reduce((share, gate) => share * width(gate), ordinary().length / 6);
  }

  with(gates: readonly Gate[]): Bucket {
    if (gates.every((gate, place) => (gate & ~(this.gates[place] as Gate)) === 0)) return this;
    const { places } = ordinary();
    const sets = this.#sets.map((set, i) => {
      const [place, half] = [i >> 1, (i & 1) * 16];
      const added = (gates[place] as Gate) & ~(this.gates[place] as Gate) & (0xffff << half);
      return added === 0 ? set : joined(set, places, place * 32, added);
    });
    return new Bucket(
      gates.map((gate, place) => gate | (this.gates[place] as Gate)),
      sets,
    );
  }
}

function joined(set: Int32Array, places: readonly Int32Array[], first: number, bits: number): Int32Array {
  const all = set.slice();
  for (let bit = 0; bit < 32; bit++) {
    if (((bits >>> bit) & 1) === 0) continue;
    const more = places[first + bit] as Int32Array;
    for (let word = 0; word < all.length; word++) all[word] = (all[word] as number) | (more[word] as number);
  }
  return all;
}

function countCommon(sets: readonly Int32Array[]): number {
  let count = 0;
  for (let word = 0; word < (sets[0]?.length ?? 0); word++) {
    let common = -1;
    for (const set of sets) common &= set[word] as number;
    for (; common !== 0; common &= common - 1) count++;
  }
  return count;
}

/** The share of all bytes that fit. */
function width(gate: Gate): number {
  return (ones(gate & 0xffff) * ones(gate >>> 16)) / 256;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** For each place sixteen masks by low nibble, then sixteen by high nibble: which buckets a byte with it may be in. */
function tableOf(buckets: readonly (readonly Gate[])[]): number[] {
  return Array.from({ length: WINDOW_BYTES * 32 }, (_, i) =>
    buckets.reduce((mask, gates, bucket) => mask | ((((gates[i >> 5] as Gate) >>> (i & 31)) & 1) << bucket), 0),
  );
}
