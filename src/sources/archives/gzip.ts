import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Archive } from "./index.ts";

/** gzip, with any number of members and padding of zeros behind them. */
export const gzip: Archive = {
  name: "gzip",
  magic: "\x1f\x8b",
  unpack: (packed) => pipeline(packed, createGunzip({ chunkSize: 256 * 1024 }), () => undefined),
};
