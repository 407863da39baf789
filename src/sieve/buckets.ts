/** How many neighbouring bytes of a fingerprint are looked for; behind a shorter one any byte may follow. */
export const PLACES = 4;

/** How many sets of fingerprints are told apart: a bit of a byte each, in two tables. */
const BUCKETS = 16;
const TABLE_BUCKETS = 8;

/** Of a fingerprint only its rarest parts are tried. */
const TRIED = 4;

/** Who shares buckets with whom: kinds that would spoil each other's are kept apart. The first that fits counts. */
const KINDS: readonly (readonly [kind: RegExp, from: number, to: number])[] = [
  [/^[\x00-\x7f]{3}$/, 0, 1],
  [/^1[01]/, 1, 2],
  [/^0x/, 2, 3],
  [/^[-(]/, 3, 4],
  [/^(?:\d|c0)/, 4, 5],
  [/\\u/, 5, 6],
  [/[^\x00-\x7f]/, 6, 8],
  [/(?:)/, 8, BUCKETS],
];

/** What the sieve looks for first. */
export interface Buckets {
  /** Two tables of eight buckets: for each of four places, sixteen masks by low and sixteen by high nibble. */
  readonly nibbles: Uint8Array;
  /** For each fingerprint, how far into it the four bytes begin. */
  readonly offsets: readonly number[];
}

/** What gets through at one place: a bit per low nibble and, sixteen bits higher, a bit per high nibble. */
type Gate = number;

interface Part {
  readonly offset: number;
  readonly gates: readonly Gate[];
  readonly rate: number;
}

/**
 * Chooses four bytes of each fingerprint and sorts them into buckets of similar ones, so that ordinary text rarely fits
 * one: each goes where it makes the least difference.
 */
export function fillBuckets(fingerprints: readonly string[]): Buckets {
  const gates = new Uint32Array(BUCKETS * PLACES);
  const rates = new Float64Array(BUCKETS);
  const offsets = fingerprints.map(() => 0);
  const tried = fingerprints.map((fingerprint, i) => ({ i, fingerprint, parts: partsOf(fingerprint) }));
  // The common ones come first: they shape the buckets that the rare ones then find a place in.
  for (const { i, fingerprint, parts } of tried.sort((a, b) => firstRate(b.parts) - firstRate(a.parts))) {
    const [, from, to] = KINDS.find(([kind]) => kind.test(fingerprint)) as (typeof KINDS)[number];
    let least = Infinity;
    let bucket = from;
    let chosen = parts[0] as Part;
    for (const part of parts) {
      for (let at = from; at < to; at++) {
        const cost = joinedRate(gates, at, part.gates) - (rates[at] as number) + part.rate / 100;
        if (cost < least) [least, bucket, chosen] = [cost, at, part];
      }
    }
    rates[bucket] = joinedRate(gates, bucket, chosen.gates);
    for (const [place, gate] of chosen.gates.entries()) {
      gates[bucket * PLACES + place] = (gates[bucket * PLACES + place] as number) | gate;
    }
    offsets[i] = chosen.offset;
  }
  return { nibbles: tablesOf(gates), offsets };
}

const firstRate = (parts: readonly Part[]): number => (parts[0] as Part).rate;

function partsOf(fingerprint: string): Part[] {
  const parts: Part[] = [];
  for (let offset = 0; offset <= Math.max(0, fingerprint.length - PLACES); offset++) {
    const gates = Array.from({ length: PLACES }, (_, place) => gateOf(fingerprint.charCodeAt(offset + place)));
    parts.push({ offset, gates, rate: gates.reduce((rate, gate) => rate * shareOf(gate), 1) });
  }
  return parts.sort((a, b) => a.rate - b.rate).slice(0, TRIED);
}

/** A lower-case letter stands for its upper-case one too, which differs in the high nibble; NaN stands for any byte. */
function gateOf(byte: number): Gate {
  if (Number.isNaN(byte)) return 0xffff_ffff;
  const isLetter = byte >= 0x61 && byte <= 0x7a;
  return (1 << (byte & 15)) | (1 << (16 + (byte >> 4))) | (isLetter ? 1 << (14 + (byte >> 4)) : 0);
}

/** How often a place in ordinary text fits the bucket once the gates are joined to its own. */
function joinedRate(all: Uint32Array, bucket: number, gates: readonly Gate[]): number {
  let rate = 1;
  for (let place = 0; place < PLACES; place++) {
    rate *= shareOf((all[bucket * PLACES + place] as number) | (gates[place] as number));
  }
  return rate;
}

const shares = new Map<Gate, number>();

/** How much of ordinary text gets through a gate. */
function shareOf(gate: Gate): number {
  let share = shares.get(gate);
  if (share === undefined) {
    share = 0;
    for (let byte = 0; byte < 256; byte++) {
      if ((gate >>> (byte & 15)) & (gate >>> (16 + (byte >> 4))) & 1) share += SHARES[byte] as number;
    }
    shares.set(gate, share);
  }
  return share;
}

// Digits stand in rows, which single shares cannot say; so they get more than they have.
const LETTERS = "etaoinsrhldcumfpgwybvkxjqz";
const SHARES = Float64Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  if (char === " ") return 0.1;
  if (/\d/.test(char)) return char <= "2" ? 0.08 : 0.05;
  const rank = LETTERS.indexOf(char.toLowerCase());
  if (rank >= 0) return (char < "a" ? 0.1 : 1) * (0.07 / (1 + rank / 4));
  if (/[-.:/_,[\]="()]/.test(char)) return 0.02;
  return byte < 0x20 ? 0.001 : byte < 0x80 ? 0.003 : 0.002;
});

function tablesOf(gates: Uint32Array): Uint8Array {
  const masks: number[] = [];
  for (let first = 0; first < BUCKETS; first += TABLE_BUCKETS) {
    for (let place = 0; place < PLACES; place++) {
      for (let bit = 0; bit < 32; bit++) {
        let mask = 0;
        for (let i = 0; i < TABLE_BUCKETS; i++) {
          mask |= (((gates[(first + i) * PLACES + place] as number) >>> bit) & 1) << i;
        }
        masks.push(mask);
      }
    }
  }
  return Uint8Array.from(masks);
}
