/** How many neighbouring bytes of a fingerprint are looked for; behind a shorter one any byte may follow. */
export const PLACES = 4;

const BUCKETS = 8;
const ALL = 0xffff;

/** Of a fingerprint only its rarest parts are tried. */
const TRIED = 4;

/** What the sieve looks for first. */
export interface Buckets {
  /** For each of four places, sixteen masks of buckets by low nibble and sixteen by high nibble. */
  readonly nibbles: Uint8Array;
  /** For each fingerprint, how far into it the four bytes begin. */
  readonly offsets: readonly number[];
}

/** What one bucket lets through at one place: a bit per low and per high nibble. */
interface Gate {
  readonly lows: number;
  readonly highs: number;
}

interface Part {
  readonly offset: number;
  readonly gates: readonly Gate[];
  readonly rate: number;
}

/**
 * Chooses four bytes of each fingerprint and sorts them into eight buckets of similar ones, so that ordinary text
 * rarely fits one: each goes where it makes the least difference.
 */
export function fillBuckets(fingerprints: readonly string[]): Buckets {
  const open = Array.from({ length: PLACES }, (): Gate => ({ lows: 0, highs: 0 }));
  const buckets: Part[] = Array.from({ length: BUCKETS }, () => ({ offset: 0, gates: open, rate: 0 }));
  const offsets = fingerprints.map(() => 0);
  const tried = fingerprints.map((fingerprint, i) => ({ i, parts: partsOf(fingerprint) }));
  // The common ones come first: they shape the buckets that the rare ones then find a place in.
  for (const { i, parts } of tried.sort((a, b) => (b.parts[0] as Part).rate - (a.parts[0] as Part).rate)) {
    let least = Infinity;
    let chosen = { bucket: 0, joined: buckets[0] as Part };
    for (const part of parts) {
      for (const [bucket, { gates, rate }] of buckets.entries()) {
        const joined = describe(
          part.offset,
          gates.map((gate, place) => join(gate, part.gates[place] as Gate)),
        );
        const cost = joined.rate - rate + part.rate / 100;
        if (cost < least) [least, chosen] = [cost, { bucket, joined }];
      }
    }
    buckets[chosen.bucket] = chosen.joined;
    offsets[i] = chosen.joined.offset;
  }
  return { nibbles: tablesOf(buckets.map(({ gates }) => gates)), offsets };
}

function partsOf(fingerprint: string): Part[] {
  return Array.from({ length: Math.max(1, fingerprint.length - PLACES + 1) }, (_, offset) =>
    describe(
      offset,
      Array.from({ length: PLACES }, (_, place) => gateOf(fingerprint.charCodeAt(offset + place))),
    ),
  )
    .sort((a, b) => a.rate - b.rate)
    .slice(0, TRIED);
}

function describe(offset: number, gates: readonly Gate[]): Part {
  return { offset, gates, rate: gates.reduce((rate, gate) => rate * shareOf(gate), 1) };
}

/** A lower-case letter stands for its upper-case one too, which differs in the high nibble; NaN stands for any byte. */
function gateOf(byte: number): Gate {
  if (Number.isNaN(byte)) return { lows: ALL, highs: ALL };
  const isLetter = byte >= 0x61 && byte <= 0x7a;
  return { lows: 1 << (byte & 15), highs: (1 << (byte >> 4)) | (isLetter ? 1 << ((byte >> 4) - 2) : 0) };
}

function join(a: Gate, b: Gate): Gate {
  return { lows: a.lows | b.lows, highs: a.highs | b.highs };
}

const shares = new Map<number, number>();

/** How much of ordinary text gets through a gate. */
function shareOf({ lows, highs }: Gate): number {
  const key = (lows << 16) | highs;
  let share = shares.get(key);
  if (share === undefined) {
    share = 0;
    for (let byte = 0; byte < 256; byte++) {
      if ((lows >> (byte & 15)) & (highs >> (byte >> 4)) & 1) share += SHARES[byte] as number;
    }
    shares.set(key, share);
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

function tablesOf(buckets: readonly (readonly Gate[])[]): Uint8Array {
  const masksOf = (place: number, side: keyof Gate) =>
    Array.from({ length: 16 }, (_, nibble) =>
      buckets.reduce((mask, gates, i) => mask | ((((gates[place] as Gate)[side] >> nibble) & 1) << i), 0),
    );
  return Uint8Array.from(
    Array.from({ length: PLACES }, (_, place) => [...masksOf(place, "lows"), ...masksOf(place, "highs")]).flat(),
  );
}
