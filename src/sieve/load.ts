import { readFileSync } from "node:fs";
import type { CreateSieve, Sieve } from "./index.ts";
import { createSimdSieves } from "./simd.ts";
import { createTableSieve } from "./table.ts";

/** The build puts it there, for the built program and for the sources alike. */
const WASM = new URL("../../dist/sieve/sieve.wasm", import.meta.url);

let create: CreateSieve | undefined;

/** Builds the fastest sieve that runs here. */
export function createSieve(fingerprints: readonly string[]): Sieve {
  create ??= loadSimd() ?? createTableSieve;
  return create(fingerprints);
}

/** The builder of SIMD sieves, or null where WebAssembly or its SIMD is missing or switched off. */
export function loadSimd(): CreateSieve | null {
  try {
    return createSimdSieves(readFileSync(WASM));
  } catch {
    return null;
  }
}
