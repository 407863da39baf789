import { readFileSync } from "node:fs";

/** Reads a file that the build has made, for the built program and for the sources alike; throws when there is none. */
export function readBuilt(name: "sieve.wasm" | "image.bin"): Uint8Array {
  return readFileSync(new URL(`../../dist/sieve/${name}`, import.meta.url));
}
