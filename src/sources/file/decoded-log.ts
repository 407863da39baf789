import type { SeekableLog } from "../../log/seekable-log.ts";
import { createDecoder, type Encoding } from "../encoding/encoding.ts";

const HEAD_BYTES = 4096;
/** Larger logs are not decoded for a comparison. */
const MAX_BYTES = 64 * 1024 * 1024;

/** A file that may grow. */
export interface GrowingFile {
  readonly size: number;
  /** The bytes from an offset on, fewer only at its end. */
  readAt(offset: number, length: number): Buffer;
}

/** A growing file for reads at any place of the log in it, decoded where it has to be: into memory, and empty where that is too much. */
export function decodedLog(file: GrowingFile, encoding: Encoding): SeekableLog {
  let [known, text] = [-1, ""];

  function decoded(): string | null {
    const head = decode(file.readAt(0, HEAD_BYTES), encoding);
    if (head === null) return null;
    const { size } = file;
    if (size !== known) text = size > MAX_BYTES ? "" : (decode(file.readAt(0, size), encoding) ?? "");
    known = size;
    return text;
  }

  return {
    get size() {
      return decoded()?.length ?? file.size;
    },
    async read(offset, length) {
      return decoded()?.slice(offset, offset + length) ?? file.readAt(offset, length).toString("latin1");
    },
  };
}

/** Bytes from the beginning of a log as it is read, up to a character that is not whole; null where they are as they are. */
function decode(bytes: Buffer, encoding: Encoding): string | null {
  const text = createDecoder(encoding)?.push(bytes) ?? null;
  return text === null || text.equals(bytes.subarray(0, text.length)) ? null : text.toString("latin1");
}
