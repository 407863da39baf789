import { BrokenXml } from "./broken-xml.ts";
import { CHUNK_HEADER_BYTES, type Chunk } from "./chunk.ts";
import { parseXml } from "./parse-xml.ts";
import type { Template } from "./part.ts";

const TEMPLATE_INSTANCE = 0x0c;
const FRAGMENT = 0x0f;
const FRAGMENT_BYTES = 4;
/** Next offset, GUID and size. */
const DEFINITION_HEADER_BYTES = 24;

/** XML with the values for its places. */
export interface Instance {
  readonly template: Template;
  /** Where the sizes and types of the values are, four bytes for each. */
  readonly entries: number;
  /** Where each value begins, and where the last one ends. */
  readonly starts: readonly number[];
}

/** Reads the binary XML of a record or a value. Throws where it is broken. */
export function readInstance(chunk: Chunk, from: number, to: number): Instance {
  const { bytes } = chunk;
  const at = bytes.readUInt8(from) === FRAGMENT ? from + FRAGMENT_BYTES : from;
  if (at < to && bytes.readUInt8(at) === TEMPLATE_INSTANCE) return readTemplated(chunk, at, to);
  return { template: parseXml(chunk, at, to, false), entries: 0, starts: NONE };
}

function readTemplated(chunk: Chunk, from: number, to: number): Instance {
  const { bytes } = chunk;
  const offset = bytes.readUInt32LE(from + 6);
  let at = from + 10;
  const template = templateAt(chunk, offset);
  // It is defined where it is used for the first time.
  if (offset === at) at += DEFINITION_HEADER_BYTES + bytes.readUInt32LE(at + 20);
  const count = bytes.readUInt32LE(at);
  const entries = at + 4;
  let start = entries + 4 * count;
  const starts: number[] = [];
  for (let entry = entries; entry < entries + 4 * count && start <= to; entry += 4) {
    starts.push(start);
    start += bytes.readUInt16LE(entry);
  }
  if (start > to) throw new BrokenXml("values break off");
  starts.push(start);
  return { template, entries, starts };
}

function templateAt(chunk: Chunk, offset: number): Template {
  const known = chunk.templates.get(offset);
  if (known !== undefined) return known;
  const { bytes } = chunk;
  const start = offset + DEFINITION_HEADER_BYTES;
  if (offset < CHUNK_HEADER_BYTES || start > bytes.length) throw new BrokenXml("a template that is not there");
  const template = parseXml(chunk, start, start + bytes.readUInt32LE(offset + 20), true);
  chunk.templates.set(offset, template);
  return template;
}

const NONE: readonly number[] = [];
