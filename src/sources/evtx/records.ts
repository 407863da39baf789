import { CHUNK_HEADER_BYTES } from "./chunk.ts";
import { largeNumber } from "./value.ts";

const RECORD_MAGIC = 0x00002a2a;
const RECORD_HEADER_BYTES = 24;
const MIN_RECORD_BYTES = 28;

/** The place of a record in its chunk. */
export interface StoredRecord {
  /** Where its binary XML begins and ends. */
  readonly start: number;
  readonly end: number;
  /** With what is around it. */
  readonly size: number;
  /** As the file numbers it: an export numbers its records anew. */
  readonly id: number;
}

/** The records of a chunk, and at how many places there is something else. */
export interface StoredRecords {
  readonly records: readonly StoredRecord[];
  readonly gaps: number;
}

/**
 * Finds the records of a chunk by their marks. The end of them in its header is out of date where the file was not
 * closed: behind it, records go on while they are numbered on; older ones may lie there too.
 */
export function findRecords(chunk: Buffer): StoredRecords {
  const end = Math.min(Math.max(chunk.readUInt32LE(48), CHUNK_HEADER_BYTES), chunk.length);
  const records: StoredRecord[] = [];
  let gaps = 0;
  let last = -1;
  for (let at = CHUNK_HEADER_BYTES; at + MIN_RECORD_BYTES <= chunk.length; ) {
    const record = recordAt(chunk, at);
    if (record !== null && (at < end || record.id === last + 1)) {
      records.push(record);
      last = record.id;
      at = record.end + 4;
      continue;
    }
    if (at >= end) break;
    gaps++;
    do at += 8;
    while (at < end && recordAt(chunk, at) === null);
  }
  return { records, gaps };
}

/** The number of the record that begins at an offset; null where none does. */
export function numberOfRecord(bytes: Buffer, at: number): number | null {
  if (at + RECORD_HEADER_BYTES > bytes.length || bytes.readUInt32LE(at) !== RECORD_MAGIC) return null;
  return largeNumber(bytes, at + 8);
}

/** The record at an offset, if its size is repeated at its end. */
function recordAt(chunk: Buffer, at: number): StoredRecord | null {
  if (at + MIN_RECORD_BYTES > chunk.length || chunk.readUInt32LE(at) !== RECORD_MAGIC) return null;
  const size = chunk.readUInt32LE(at + 4);
  if (size < MIN_RECORD_BYTES || at + size > chunk.length || chunk.readUInt32LE(at + size - 4) !== size) return null;
  return { start: at + RECORD_HEADER_BYTES, end: at + size - 4, size, id: largeNumber(chunk, at + 8) };
}
