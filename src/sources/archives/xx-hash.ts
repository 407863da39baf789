const WORD = (1n << 64n) - 1n;
const PRIMES = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
] as const;
const [P1, P2, P3, P4, P5] = PRIMES;
const [P1_LOW, P1_HIGH] = halvesOf(P1);
const [P2_LOW, P2_HIGH] = halvesOf(P2);
const STRIPE = 32;

/**
 * XXH64 of bytes that come in pieces, seed 0: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 *
 * The four words that all bytes go through are halves of 32 bits, because a BigInt for each eight bytes takes longer
 * than unpacking them.
 */
export class XxHash {
  /** Low and high halves of the four words. */
  readonly #words = Int32Array.from([(P1 + P2) & WORD, P2, 0n, -P1 & WORD].flatMap(halvesOf));
  readonly #rest = new Uint8Array(STRIPE);
  #restLength = 0;
  #length = 0;

  add(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    if (this.#restLength > 0) {
      at = Math.min(STRIPE - this.#restLength, bytes.length);
      this.#rest.set(bytes.subarray(0, at), this.#restLength);
      this.#restLength += at;
      if (this.#restLength < STRIPE) return;
      this.#take(this.#rest, 0);
    }
    for (; at + STRIPE <= bytes.length; at += STRIPE) this.#take(bytes, at);
    this.#rest.set(bytes.subarray(at));
    this.#restLength = bytes.length - at;
  }

  digest(): bigint {
    let hash = this.#length < STRIPE ? P5 : this.#joined();
    hash = (hash + BigInt(this.#length)) & WORD;
    const rest = new DataView(this.#rest.buffer, 0, this.#restLength);
    let at = 0;
    for (; at + 8 <= rest.byteLength; at += 8) {
      hash = (rotated(hash ^ round(0n, rest.getBigUint64(at, true)), 27n) * P1 + P4) & WORD;
    }
    if (at + 4 <= rest.byteLength) {
      const four = BigInt(rest.getUint32(at, true));
      hash = (rotated(hash ^ ((four * P1) & WORD), 23n) * P2 + P3) & WORD;
      at += 4;
    }
    for (; at < rest.byteLength; at++) {
      hash = (rotated(hash ^ ((BigInt(rest.getUint8(at)) * P5) & WORD), 11n) * P1) & WORD;
    }
    hash = ((hash ^ (hash >> 33n)) * P2) & WORD;
    hash = ((hash ^ (hash >> 29n)) * P3) & WORD;
    return hash ^ (hash >> 32n);
  }

  #joined(): bigint {
    const words = [0, 2, 4, 6].map((at) => wordOf(this.#words[at] as number, this.#words[at + 1] as number));
    const turned = words.map((word, n) => rotated(word, [1n, 7n, 12n, 18n][n] as bigint));
    let hash = turned.reduce((sum, word) => sum + word) & WORD;
    for (const word of words) hash = ((hash ^ round(0n, word)) * P1 + P4) & WORD;
    return hash;
  }

  #take(bytes: Uint8Array, from: number): void {
    const words = this.#words;
    for (let n = 0, at = from; n < 8; n += 2, at += 8) {
      const inLow = intAt(bytes, at);
      const inHigh = intAt(bytes, at + 4);
      // word += input * P2
      const productLow = Math.imul(inLow, P2_LOW);
      const sumLow = ((words[n] as number) >>> 0) + (productLow >>> 0);
      const carry = sumLow > 0xffffffff ? 1 : 0;
      const low = sumLow | 0;
      const high = ((words[n + 1] as number) + highOfProduct(inLow, inHigh, P2_LOW, P2_HIGH) + carry) | 0;
      // word = (word rotated left by 31) * P1
      const turnedLow = (low << 31) | (high >>> 1);
      const turnedHigh = (high << 31) | (low >>> 1);
      words[n] = Math.imul(turnedLow, P1_LOW);
      words[n + 1] = highOfProduct(turnedLow, turnedHigh, P1_LOW, P1_HIGH);
    }
  }
}

function intAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

/** The high half of the lower 64 bits of a product. */
function highOfProduct(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  const [a0, a1, b0, b1] = [aLow & 0xffff, aLow >>> 16, bLow & 0xffff, bLow >>> 16] as const;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const low = (middle & 0xffff) + a0 * b1;
  const carried = a1 * b1 + Math.floor(middle / 65536) + Math.floor(low / 65536);
  return (carried + Math.imul(aLow, bHigh) + Math.imul(aHigh, bLow)) | 0;
}

function round(word: bigint, input: bigint): bigint {
  return (rotated((word + input * P2) & WORD, 31n) * P1) & WORD;
}

function rotated(word: bigint, bits: bigint): bigint {
  return ((word << bits) | (word >> (64n - bits))) & WORD;
}

function halvesOf(word: bigint): [low: number, high: number] {
  return [Number(word & 0xffffffffn) | 0, Number(word >> 32n) | 0];
}

function wordOf(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}
