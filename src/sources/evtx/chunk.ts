import { BrokenXml } from "./broken-xml.ts";
import type { Template } from "./part.ts";

/** A file is divided into chunks of this size, behind its header; offsets in records count from their chunk's beginning. */
export const CHUNK_BYTES = 64 * 1024;
/** Records begin here. */
export const CHUNK_HEADER_BYTES = 512;

/** A chunk writes so much text at most: many times what its size allows, unless it was made to fill a disk. */
const MAX_CHUNK_CHARACTERS = 4 * 1024 * 1024;

/** A chunk that is read, with what its records share. */
export class Chunk {
  readonly bytes: Buffer;
  readonly templates = new Map<number, Template>();
  readonly #names = new Map<number, string>();
  #left = MAX_CHUNK_CHARACTERS;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** The name at an offset. */
  name(at: number): string {
    const known = this.#names.get(at);
    if (known !== undefined) return known;
    const end = this.nameEnd(at) - 2;
    const name = this.bytes.toString("utf16le", at + 8, end);
    // Names of elements cannot hold what would end them.
    if (!/^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(name)) throw new BrokenXml("a name that XML does not have");
    this.#names.set(at, name);
    return name;
  }

  /** Where the name at an offset ends. */
  nameEnd(at: number): number {
    const end = at + 8 + 2 * this.bytes.readUInt16LE(at + 6) + 2;
    if (at < CHUNK_HEADER_BYTES || end > this.bytes.length) throw new BrokenXml("a name breaks off");
    return end;
  }

  /** Counts text that is written. Throws where it is more than any chunk has. */
  spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new BrokenXml("more text than a chunk has");
  }
}
