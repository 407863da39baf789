import { crc32 } from "node:zlib";
import { BinaryXml, type Node, type Value } from "./binary-xml.ts";

const CHUNK_BYTES = 65_536;

/** An event as a test has it. */
export interface MadeEvent {
  readonly id: number;
  /** As its file numbers it; the same unless given. */
  readonly fileId?: number;
  /** As ISO has it. */
  readonly time: string;
  readonly computer?: string;
  readonly channel?: string;
  /** What the event is about: text, or a value. */
  readonly data?: readonly (readonly [name: string, value: string | Value])[];
  /** All of the event, instead. */
  readonly xml?: Node;
  readonly values?: readonly Value[];
  /** Written without a template. */
  readonly isPlain?: boolean;
}

/** How a file is written. */
export interface FileLook {
  /** How many events each chunk has at most. */
  readonly perChunk?: number;
  /** The order of the chunks in the file: of a circular log the newest may be first. */
  readonly order?: (chunks: readonly Buffer[]) => readonly Buffer[];
  /** Left open: the header counts no chunks. */
  readonly isOpen?: boolean;
}

/** Writes a file of Windows events. */
export function writeEvents(events: readonly MadeEvent[], look: FileLook = {}): Buffer {
  const { perChunk = Number.POSITIVE_INFINITY, order = (all) => all, isOpen = false } = look;
  const chunks: Buffer[] = [];
  for (let from = 0; from < events.length; ) {
    const { chunk, written } = writeChunk(events.slice(from, from + Math.min(perChunk, 5000)));
    chunks.push(chunk);
    from += written;
  }
  return Buffer.concat([fileHeader(chunks.length, isOpen), ...order(chunks)]);
}

export const text = (value: string): Value => ({ type: 0x01, bytes: Buffer.from(value, "utf16le") });
export const uint32 = (value: number): Value => ({ type: 0x08, bytes: le(4, (b) => b.writeUInt32LE(value)) });
export const hex32 = (value: number): Value => ({ type: 0x14, bytes: le(4, (b) => b.writeUInt32LE(value)) });
export const none: Value = { type: 0x00, bytes: Buffer.alloc(0) };
const uint64 = (value: number): Value => ({ type: 0x0a, bytes: le(8, (b) => b.writeBigUInt64LE(BigInt(value))) });
const filetime = (iso: string): Value => ({ type: 0x11, bytes: le(8, (b) => b.writeBigUInt64LE(ticksOf(iso))) });

function le(size: number, write: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(size);
  write(bytes);
  return bytes;
}

function ticksOf(iso: string): bigint {
  return (BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n;
}

/** The event as Windows has it: one template, with another one for its data in it. */
function eventOf({ channel = "System", computer = "PC-7" }: MadeEvent): Node {
  return {
    name: "Event",
    attributes: [["xmlns", "http://schemas.microsoft.com/win/2004/08/events/event"]],
    content: [
      {
        name: "System",
        content: [
          { name: "Provider", attributes: [["Name", "Made-Provider"]] },
          { name: "EventID", content: [{ hole: 0 }] },
          { name: "TimeCreated", attributes: [["SystemTime", { hole: 1 }]] },
          { name: "EventRecordID", content: [{ hole: 2 }] },
          { name: "Correlation", attributes: [["ActivityID", { hole: 3, optional: true }]] },
          { name: "Channel", content: [channel] },
          { name: "Computer", content: [computer] },
        ],
      },
      { hole: 4, optional: true },
    ],
  };
}

function valuesOf({ id, time, data = [] }: MadeEvent): Value[] {
  const content = data.map(
    ([name], hole): Node => ({ name: "Data", attributes: [["Name", name]], content: [{ hole }] }),
  );
  const values = data.map(([, value]) => (typeof value === "string" ? text(value) : value));
  return [uint32(1), filetime(time), uint64(id), none, { xml: { name: "EventData", content }, values }];
}

function writeChunk(events: readonly MadeEvent[]): { readonly chunk: Buffer; readonly written: number } {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const xml = new BinaryXml(chunk, 512);
  let written = 0;
  let last = 512;
  for (const event of events) {
    const start = xml.at;
    try {
      writeRecord(xml, event);
      last = start;
      written++;
    } catch (error) {
      if (!(error instanceof RangeError) || written === 0) throw error;
      chunk.fill(0, start);
      xml.at = start;
      break;
    }
  }
  const ids = events.slice(0, written).map(({ fileId, id }) => BigInt(fileId ?? id));
  finish(chunk, { first: ids[0] ?? 0n, end: ids.at(-1) ?? 0n, last, free: xml.at });
  return { chunk, written };
}

function writeRecord(xml: BinaryXml, event: MadeEvent): void {
  const start = xml.at;
  xml.u32(0x2a2a);
  xml.u32(0);
  xml.u64(BigInt(event.fileId ?? event.id));
  xml.u64(ticksOf(event.time));
  const node = event.xml ?? eventOf(event);
  if (event.isPlain === true) xml.plain(node);
  else xml.instance(node, event.values ?? valuesOf(event));
  xml.at += (8 - ((xml.at + 4) % 8)) % 8;
  xml.u32(xml.at + 4 - start);
  xml.bytes.writeUInt32LE(xml.at - start, start + 4);
}

function finish(
  chunk: Buffer,
  { first, end, last, free }: { first: bigint; end: bigint; last: number; free: number },
): void {
  const header = new BinaryXml(chunk, 0);
  header.raw(Buffer.from("ElfChnk\0"));
  for (const id of [first, end, first, end]) header.u64(id);
  for (const value of [128, last, free]) header.u32(value);
  seal(chunk);
}

/** Writes the checksums of a chunk anew. */
export function seal(chunk: Buffer): void {
  chunk.writeUInt32LE(crc32(chunk.subarray(512, chunk.readUInt32LE(48))), 52);
  chunk.writeUInt32LE(crc32(chunk.subarray(128, 512), crc32(chunk.subarray(0, 120))), 124);
}

function fileHeader(chunks: number, isOpen: boolean): Buffer {
  const header = new BinaryXml(Buffer.alloc(4096), 0);
  header.raw(Buffer.from("ElfFile\0"));
  header.u64(0n);
  header.u64(isOpen ? 0n : BigInt(Math.max(0, chunks - 1)));
  header.u64(0n);
  header.u32(128);
  for (const value of [1, 3, 4096, isOpen ? 0 : chunks]) header.u16(value);
  header.bytes.writeUInt32LE(isOpen ? 1 : 0, 120);
  header.bytes.writeUInt32LE(crc32(header.bytes.subarray(0, 120)), 124);
  return header.bytes;
}
