import { fillBuckets, PLACES } from "./buckets.ts";
import { checkFingerprints, FOLDED } from "./fingerprints.ts";
import type { CreateSieve } from "./index.ts";

const PAGE_BYTES = 65_536;

/** The vectors of the sieve read so far behind the last byte. */
const SLACK_BYTES = 32;

/** What sieve.as.ts exports. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly NIBBLES: WebAssembly.Constant;
  readonly FOLDED: WebAssembly.Constant;
  readonly HEADS: WebAssembly.Constant;
  readonly HASH_BITS: WebAssembly.Constant;
  readonly OCCUPIED: WebAssembly.Constant;
  readonly GROUPS: WebAssembly.Constant;
  next(from: number, to: number): number;
  lineEnds(from: number, to: number): number;
}

/** Makes the builder of sieves from WebAssembly; throws where that or its SIMD is missing. Each sieve has its own memory. */
export function createSimdSieves(wasm: Uint8Array): CreateSieve {
  const module = new WebAssembly.Module(wasm);
  return (fingerprints) => {
    const sieve = new WebAssembly.Instance(module).exports as unknown as Exports;
    const base = writeTables(sieve, fingerprints);
    let bytes = new Uint8Array(sieve.memory.buffer, base, 0);
    return {
      get bytes() {
        return bytes;
      },
      reserve(length) {
        if (length <= bytes.length) return;
        grow(sieve.memory, base + length + SLACK_BYTES);
        bytes = new Uint8Array(sieve.memory.buffer, base, length);
      },
      next(from, to) {
        const place = sieve.next(base + from, base + to);
        return place < 0 ? -1 : place - base;
      },
      lineEnds: (from, to) => sieve.lineEnds(base + from, base + to),
    };
  };
}

/** Fills the tables; returns the address behind them. */
function writeTables(sieve: Exports, all: readonly string[]): number {
  const fingerprints = checkFingerprints(all);
  const { nibbles, offsets } = fillBuckets(fingerprints);
  const groups = groupByHash(fingerprints, offsets, sieve.HASH_BITS.value);
  const rows = [...groups.values()].flat().reduce((sum, [fingerprint]) => sum + 2 + fingerprint.length, groups.size);
  const end = Math.ceil((sieve.GROUPS.value + rows) / 16) * 16;
  grow(sieve.memory, end);
  const bytes = new Uint8Array(sieve.memory.buffer);
  const occupied = bytes.subarray(sieve.OCCUPIED.value);
  const heads = new Uint32Array(sieve.memory.buffer, sieve.HEADS.value);
  bytes.set(nibbles, sieve.NIBBLES.value);
  bytes.set(FOLDED, sieve.FOLDED.value);
  let at = sieve.GROUPS.value;
  for (const [hash, group] of groups) {
    occupied[hash >> 3] = (occupied[hash >> 3] as number) | (1 << (hash & 7));
    heads[hash] = at;
    for (const [fingerprint, offset] of group) {
      bytes[at++] = fingerprint.length;
      bytes[at++] = offset;
      for (let i = 0; i < fingerprint.length; i++) bytes[at++] = fingerprint.charCodeAt(i);
    }
    bytes[at++] = 0;
  }
  return end;
}

type Row = readonly [fingerprint: string, offset: number];

/** The fingerprints by the hash of their four bytes; one of three bytes stands under each byte that may follow. */
function groupByHash(fingerprints: readonly string[], offsets: readonly number[], bits: number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const [i, fingerprint] of fingerprints.entries()) {
    const offset = offsets[i] as number;
    const beginning = fingerprint.slice(offset, offset + PLACES);
    const followers = beginning.length < PLACES ? ANY_BYTE : [""];
    for (const hash of new Set(followers.map((byte) => hashOf(beginning + byte, bits)))) {
      const group = groups.get(hash);
      if (group) group.push([fingerprint, offset]);
      else groups.set(hash, [[fingerprint, offset]]);
    }
  }
  return groups;
}

const ANY_BYTE = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/** The same hash as in sieve.as.ts; it takes some other bytes for letters, which costs a comparison and saves the table. */
function hashOf(four: string, bits: number): number {
  const bytes = [...four].reduceRight((sum, byte) => (sum << 8) | byte.charCodeAt(0), 0);
  return Math.imul(bytes | 0x20202020, 0x9e3779b1) >>> (32 - bits);
}

function grow(memory: WebAssembly.Memory, length: number): void {
  const missing = length - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
}
