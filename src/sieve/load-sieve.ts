import { readFileSync } from "node:fs";
import { createImage } from "./image.ts";
import type { Literals } from "./literals.ts";
import type { Sieve } from "./sieve.ts";
import { createSimdSieve } from "./simd.ts";
import { createTableSieve } from "./table.ts";

/** The build puts them there, for the built program and for the sources alike. */
const WASM = new URL("../../dist/sieve/sieve.wasm", import.meta.url);
const IMAGE = new URL("../../dist/sieve/image.bin", import.meta.url);

/** Builds the fastest sieve that runs here; throws a RangeError for what is no literal. */
export function createSieve(literals: Literals): Sieve {
  const wasm = loadSimd();
  return wasm === null ? createTableSieve(literals) : createSimdSieve(wasm, createImage(wasm, literals));
}

/** The same for the program's own literals, which the build has made an image of: it is there at once. */
export function loadSieve(literals: () => Literals): Sieve {
  const wasm = loadSimd();
  return wasm === null ? createTableSieve(literals()) : createSimdSieve(wasm, readFileSync(IMAGE));
}

/** Null where WebAssembly or its SIMD is missing or switched off; a file that is missing is a broken build, and throws. */
function loadSimd(): Uint8Array | null {
  const wasm = readFileSync(WASM);
  return typeof WebAssembly === "object" && WebAssembly.validate(wasm) ? wasm : null;
}
