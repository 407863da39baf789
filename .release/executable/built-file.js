// In the place of src/sieve/built-file.ts
import { getRawAsset } from "node:sea";

export function readBuilt(name) {
  return new Uint8Array(getRawAsset(name));
}
