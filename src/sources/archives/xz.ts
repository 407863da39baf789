import { ReadableStream } from "node:stream/web";
import type { Archive } from "./archive.ts";

/** xz, with any number of streams and padding of zeros behind them. */
export const xz: Archive = {
  name: "xz",
  magic: "\xfd7zXZ\0",
  async *unpack(packed) {
    // A CommonJS module whose exports Node cannot name.
    const { default: xzDecompress } = await import("xz-decompress");
    const bytes = ReadableStream.from(packed);
    yield* new xzDecompress.XzReadableStream(bytes as globalThis.ReadableStream) as ReadableStream<Uint8Array>;
  },
};
