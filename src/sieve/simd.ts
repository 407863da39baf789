import { grow, type SieveExports } from "./image.ts";
import type { Sieve } from "./sieve.ts";

/** Bytes behind the last one that the vectors of the sieve read. */
const SLACK_BYTES = 64;

/** Makes a sieve from WebAssembly and the image of its literals; throws where WebAssembly or its SIMD is missing. */
export function createSimdSieve(wasm: Uint8Array, image: Uint8Array): Sieve {
  const sieve = new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports as unknown as SieveExports;
  const { memory, FOUND, MOST_FOUND } = sieve;
  let twin: Sieve | null = null;
  const base = image.length;
  let bytes = resize(0);
  let found = new Int32Array(memory.buffer, FOUND.value, MOST_FOUND.value * 2);
  new Uint8Array(memory.buffer).set(image);

  function resize(length: number): Uint8Array {
    grow(memory, base + length + SLACK_BYTES);
    return new Uint8Array(memory.buffer, base, length);
  }

  return {
    get bytes() {
      return bytes;
    },
    get found() {
      return found;
    },
    reserve(length) {
      if (length <= bytes.length) return;
      bytes = resize(length);
      found = new Int32Array(memory.buffer, FOUND.value, MOST_FOUND.value * 2);
    },
    candidates: (from, to, part = 0) => sieve.candidates(base + from, base + to, base, part),
    twin() {
      twin ??= createSimdSieve(wasm, image);
      return twin;
    },
    lineEnds: (from, to) => sieve.lineEnds(base + from, base + to),
  };
}
