import type { Archive } from "./archive.ts";
import { XxHash } from "./xx-hash.ts";
import { ZstdFrames } from "./zstd-frames.ts";

/** Unpacks few bytes at a time, because three of them can hold 128 KiB. */
const PACKED_BYTES = 256;

const WRONG = "the checksum is another";

/** Zstandard, with any number of frames and padding of zeros behind them. */
export const zstd: Archive = {
  name: "zstd",
  magic: "\x28\xb5\x2f\xfd",
  async *unpack(packed) {
    const { Decompress } = await import("fzstd");
    const pieces: Uint8Array[] = [];
    const frames = new ZstdFrames();
    // What unpacks them passes the checksums over.
    let hash = new XxHash();
    const unpacker = new Decompress((piece) => {
      hash.add(piece);
      pieces.push(piece);
    });
    for await (const bytes of packed) {
      for (let at = 0; at < bytes.length; at += PACKED_BYTES) {
        for (const part of frames.parts(bytes.subarray(at, at + PACKED_BYTES))) {
          // It keeps what it is given, and the bytes may be on loan.
          unpacker.push(part.bytes.slice());
          yield* pieces.splice(0);
          if (!part.isEnd) continue;
          if (part.checksum !== null && BigInt(part.checksum) !== (hash.digest() & 0xffffffffn)) throw new Error(WRONG);
          hash = new XxHash();
        }
      }
    }
    unpacker.push(new Uint8Array(), true);
    yield* pieces.splice(0);
  },
};
