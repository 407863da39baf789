import { readBuilt } from "./built-file.ts";
import { createImage } from "./image.ts";
import type { Literals } from "./literals.ts";
import type { Sieve } from "./sieve.ts";
import { createSimdSieve } from "./simd.ts";
import { createTableSieve } from "./table.ts";

/** Builds the fastest sieve that runs here; throws a RangeError for a literal that a sieve cannot find. */
export function createSieve(literals: Literals): Sieve {
  const wasm = loadSimd();
  return wasm === null ? createTableSieve(literals) : createSimdSieve(wasm, createImage(wasm, literals));
}

/** Builds a sieve of the program's own literals, of which the build has made an image, and of a few more. */
export function loadSieve(literals: () => Literals, more?: Literals): Sieve {
  const wasm = loadSimd();
  if (wasm === null) return createTableSieve(more === undefined ? literals() : joined(literals(), more));
  const image = readBuilt("image.bin");
  try {
    return createSimdSieve(wasm, more === undefined ? image : createImage(wasm, more, image));
  } catch (error) {
    // Node reserves gigabytes of addresses for any WebAssembly, which `ulimit -v` refuses.
    if (!(error instanceof RangeError && /memory/i.test(error.message))) throw error;
    return createTableSieve(more === undefined ? literals() : joined(literals(), more));
  }
}

function joined(a: Literals, b: Literals): Literals {
  return { texts: [...a.texts, ...b.texts], numbers: [...a.numbers, ...b.numbers] };
}

/** Returns null where WebAssembly or its SIMD is missing or switched off; throws when the build has made no file. */
function loadSimd(): Uint8Array | null {
  const wasm = readBuilt("sieve.wasm");
  return typeof WebAssembly === "object" && WebAssembly.validate(wasm) ? wasm : null;
}
