import type { SeekableLog } from "../log/seekable-log.ts";
import { type Fingerprint, fingerprintOf } from "./fingerprint.ts";

const blockBytes = 1 << 14;
const mostBlocks = 256;

/**
 * A log as long as it was when it was looked up. Many generations may begin like it, and most of them end at the same
 * places: each block is read once, and each hash is worked out once.
 */
export class StillLog implements SeekableLog {
  readonly size: number;
  readonly #log: SeekableLog;
  readonly #blocks = new Map<number, Promise<string>>();
  readonly #hashes = new Map<string, string>();

  constructor(log: SeekableLog, size: number) {
    this.#log = log;
    this.size = size;
  }

  async read(offset: number, length: number): Promise<string> {
    const end = Math.min(this.size, offset + length);
    if (end - offset > blockBytes) return await this.#log.read(offset, end - offset);
    const first = Math.floor(offset / blockBytes);
    let text = "";
    for (let at = first; at * blockBytes < end; at++) text += await this.#block(at);
    return text.slice(offset - first * blockBytes, end - first * blockBytes);
  }

  /** The bytes before a place, so many at most. */
  async before(position: number, most: number): Promise<string> {
    const start = Math.max(0, position - most);
    return await this.read(start, position - start);
  }

  /** The hash of the bytes before a place, so many at most. */
  async hashBefore(position: number, most: number): Promise<string> {
    const key = `${position} ${most}`;
    const hash = this.#hashes.get(key) ?? fingerprintOf(await this.before(position, most)).hash;
    this.#hashes.set(key, hash);
    return hash;
  }

  /** Whether the bytes before a place have this fingerprint. */
  async endsWith(position: number, { bytes, hash }: Fingerprint): Promise<boolean> {
    return bytes === 0 || (await this.hashBefore(position, bytes)) === hash;
  }

  #block(at: number): Promise<string> {
    const start = at * blockBytes;
    const known = this.#blocks.get(at);
    if (known !== undefined) return known;
    if (this.#blocks.size >= mostBlocks) this.#blocks.clear();
    const block = this.#log.read(start, Math.min(blockBytes, this.size - start));
    this.#blocks.set(at, block);
    return block;
  }
}
