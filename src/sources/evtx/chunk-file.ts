import { crc32 } from "node:zlib";
import { CHUNK_BYTES, CHUNK_HEADER_BYTES, Chunk } from "./chunk.ts";
import { numberOfRecord } from "./records.ts";
import { largeNumber } from "./value.ts";

const FILE_HEADER_BYTES = 4096;
const CHUNK_MAGIC = "ElfChnk\0";
/** Where the flags of the file and of its checksums are, and what they mean. */
const FLAGS_AT = 120;
const IS_OPEN = 1;
const NO_CHECKSUMS = 4;

/** Reads bytes at an offset into a buffer; returns how many there were. */
export type ReadAt = (into: Buffer, at: number) => number;

/** The chunks of an open file, found by what they begin with: the file's header counts them only once it is closed. */
export class ChunkFile {
  /** Offsets of the chunks by the numbers of their records: the newest may overwrite the oldest. */
  readonly chunks: readonly number[];
  readonly #readAt: ReadAt;
  readonly #flags: number;
  readonly #newest: number;
  readonly #room = Buffer.allocUnsafe(CHUNK_BYTES);
  #bytesRead = 0;

  /** Throws a WsaError `input` when it cannot be read. */
  constructor(readAt: ReadAt, size: number) {
    this.#readAt = readAt;
    const header = this.#read(0, FLAGS_AT + 4);
    this.#flags = header.length < FLAGS_AT + 4 ? 0 : header.readUInt32LE(FLAGS_AT);
    const found: { readonly at: number; readonly id: number }[] = [];
    for (let at = FILE_HEADER_BYTES; at < size; at += CHUNK_BYTES) {
      const id = firstId(this.#read(at, CHUNK_HEADER_BYTES + 32));
      if (id !== null) found.push({ at, id });
    }
    this.chunks = found.sort((a, b) => a.id - b.id || a.at - b.at).map(({ at }) => at);
    this.#newest = this.chunks.at(-1) ?? -1;
  }

  /** Whether Windows had not closed it: it may still write to it, and the file's own time need not show that. */
  get isOpen(): boolean {
    return (this.#flags & IS_OPEN) !== 0;
  }

  /** Bytes of chunks that were read, the same ones again too. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  /** Reads the chunk at an offset, into the memory of the one before. Throws as the constructor does. */
  read(at: number): Chunk {
    this.#bytesRead += CHUNK_BYTES;
    return new Chunk(this.#read(at, CHUNK_BYTES, this.#room));
  }

  /** Whether a chunk is as it was written. Of a log that is open, the newest one is not finished. */
  isSound(at: number, { bytes }: Chunk): boolean {
    if (bytes.toString("latin1", 0, CHUNK_MAGIC.length) !== CHUNK_MAGIC || bytes.length < CHUNK_BYTES) return false;
    const isUnfinished = this.isOpen && at === this.#newest;
    if (isUnfinished || (this.#flags & NO_CHECKSUMS) !== 0 || (bytes.readUInt32LE(FLAGS_AT) & NO_CHECKSUMS) !== 0)
      return true;
    const end = Math.min(bytes.readUInt32LE(48), CHUNK_BYTES);
    const header = crc32(bytes.subarray(128, CHUNK_HEADER_BYTES), crc32(bytes.subarray(0, FLAGS_AT)));
    const records = crc32(bytes.subarray(CHUNK_HEADER_BYTES, end));
    return header === bytes.readUInt32LE(124) && records === bytes.readUInt32LE(52);
  }

  #read(at: number, length: number, bytes = Buffer.allocUnsafe(length)): Buffer {
    return bytes.subarray(0, this.#readAt(bytes.subarray(0, length), at));
  }
}

/** The number of the first record of a chunk; null where there is no chunk. */
function firstId(head: Buffer): number | null {
  if (head.length < CHUNK_HEADER_BYTES) return null;
  const isMarked = head.toString("latin1", 0, CHUNK_MAGIC.length) === CHUNK_MAGIC;
  const id = numberOfRecord(head, CHUNK_HEADER_BYTES);
  if (id !== null) return id;
  return isMarked ? largeNumber(head, 24) : null;
}
