import type { Archive } from "./archive.ts";
import { ZstdFrames } from "./zstd-frames.ts";

/** Unpacks few bytes at a time, because three of them can hold 128 KiB. */
const PACKED_BYTES = 256;

/** Zstandard, with any number of frames and padding of zeros behind them. */
export const zstd: Archive = {
  name: "zstd",
  magic: "\x28\xb5\x2f\xfd",
  async *unpack(packed) {
    const { Decompress } = await import("fzstd");
    const pieces: Uint8Array[] = [];
    const frames = new ZstdFrames();
    const unpacker = new Decompress((piece) => pieces.push(piece));
    for await (const bytes of packed) {
      for (let at = 0; at < bytes.length; at += PACKED_BYTES) {
        unpacker.push(frames.withoutPadding(bytes.subarray(at, at + PACKED_BYTES)));
        yield* pieces.splice(0);
      }
    }
    unpacker.push(new Uint8Array(), true);
    yield* pieces.splice(0);
  },
};
