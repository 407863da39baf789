import { readFileSync } from "node:fs";
import type { Fingerprints } from "./fingerprints.ts";
import { createImage } from "./image.ts";
import type { Sieve } from "./index.ts";
import { createSimdSieve } from "./simd.ts";
import { createTableSieve } from "./table.ts";

/** The build puts them there, for the built program and for the sources alike. */
const WASM = new URL("../../dist/sieve/sieve.wasm", import.meta.url);
const IMAGE = new URL("../../dist/sieve/image.bin", import.meta.url);

/** Builds the fastest sieve that runs here; throws a RangeError for what is no fingerprint. */
export function createSieve(fingerprints: Fingerprints): Sieve {
  return (
    whereSimdRuns((wasm) => createSimdSieve(wasm, createImage(wasm, fingerprints))) ?? createTableSieve(fingerprints)
  );
}

/** The same for the program's own fingerprints, which the build has made an image of: it is there at once. */
export function loadSieve(fingerprints: () => Fingerprints): Sieve {
  return whereSimdRuns((wasm) => createSimdSieve(wasm, readFileSync(IMAGE))) ?? createTableSieve(fingerprints());
}

function whereSimdRuns(create: (wasm: Uint8Array) => Sieve): Sieve | null {
  try {
    return create(readFileSync(WASM));
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}
