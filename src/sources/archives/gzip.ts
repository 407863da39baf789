import { pipeline } from "node:stream";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import type { Archive } from "./archive.ts";

/** gzip, with any number of members and padding of zeros behind them. */
export const gzip: Archive = {
  name: "gzip",
  magic: "\x1f\x8b",
  peek(head) {
    try {
      return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      return null;
    }
  },
  unpackWhole: (packed, maxOutputLength) => gunzipSync(packed, { maxOutputLength }),
  unpack: (packed) => pipeline(packed, createGunzip({ chunkSize: 256 * 1024 }), () => undefined),
};
