import { BrokenXml } from "./broken-xml.ts";
import { escapeXml } from "./escape.ts";
import type { XmlBytes } from "./xml-bytes.ts";

/** A FILETIME counts ticks since 1601. */
export const EPOCH_MS = 11_644_473_600_000;
export const TICKS_PER_MS = 10_000;

/** Types of values; with `ARRAY` added, several of them. */
export const NULL = 0x00;
const STRING = 0x01;
export const BINARY_XML = 0x21;
export const ARRAY = 0x80;
export const UINT64 = 0x0a;
export const FILETIME = 0x11;

/** Writes a value as text of XML, as Windows does. Throws where its size does not fit its type. */
export function writeValue(
  out: XmlBytes,
  bytes: Buffer,
  type: number,
  start: number,
  size: number,
  inAttribute: boolean,
): void {
  if (type === STRING) out.wide(bytes, start, start + widthOf(bytes, start, size), inAttribute);
  else if (ESCAPED.has(type)) out.text(textOfValue(bytes, type, start, size, inAttribute));
  else out.ascii(textOfValue(bytes, type, start, size, inAttribute));
}

/** Whether the text of a value is surely none that names a code: an identifier, a time, nothing, or a number below 100. */
export function holdsNoCode(bytes: Buffer, type: number, start: number, size: number): boolean {
  if (size === 0 || CODELESS.has(type)) return true;
  if (!INTEGERS.has(type) || (bytes[start] as number) >= 100) return false;
  for (let at = start + 1; at < start + size; at++) if (bytes[at] !== 0) return false;
  return true;
}

/** Returns the same text. */
export function textOfValue(bytes: Buffer, type: number, start: number, size: number, inAttribute: boolean): string {
  if (type === STRING) return size === 0 ? "" : escapeXml(wide(bytes, start, size), inAttribute);
  if (type === NULL || size === 0) return "";
  const { write, size: fixed } = WRITERS[type] ?? unknownType(type);
  if (fixed !== undefined && size < fixed) throw new BrokenXml(`a value of type ${type} has ${size} bytes`);
  const text = write(bytes, start, size);
  return ESCAPED.has(type) ? escapeXml(text, inAttribute) : text;
}

/** The items of an array, each as text. */
export function textsOfArray(bytes: Buffer, type: number, start: number, size: number, inAttribute: boolean): string[] {
  const item = type - ARRAY;
  if (item === STRING) return strings(wide(bytes, start, size, false), inAttribute);
  const width = WRITERS[item]?.size ?? (item === SID ? sidSize : null);
  if (width === null) throw new BrokenXml(`an array of type ${type}`);
  const texts: string[] = [];
  for (let at = start; at < start + size; ) {
    const length = typeof width === "number" ? width : width(bytes, at, start + size);
    if (at + length > start + size) break;
    texts.push(textOfValue(bytes, item, at, length, inAttribute));
    at += length;
  }
  return texts;
}

/** Unix milliseconds of a FILETIME. */
export function timeOfFiletime(bytes: Buffer, at: number): number {
  return (bytes.readUInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at)) / TICKS_PER_MS - EPOCH_MS;
}

/** An unsigned number of 64 bits; not exact above 2^53. */
export function largeNumber(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at);
}

const SID = 0x13;

/** Nothing, a truth value, a GUID, times, and the identifier of an account. */
const CODELESS = new Set([NULL, 0x0d, 0x0f, FILETIME, 0x12, SID]);
const INTEGERS = new Set([0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x10, 0x14, 0x15]);

const ESCAPED = new Set([0x02, 0x23]);

interface Writer {
  readonly write: (bytes: Buffer, at: number, size: number) => string;
  /** Absent where it varies. */
  readonly size?: number;
}

const WRITERS: Readonly<Record<number, Writer>> = {
  2: { write: (bytes, at, size) => bytes.toString("latin1", at, at + size).replace(/\0+$/, "") },
  3: { size: 1, write: (bytes, at) => `${bytes.readInt8(at)}` },
  4: { size: 1, write: (bytes, at) => `${bytes.readUInt8(at)}` },
  5: { size: 2, write: (bytes, at) => `${bytes.readInt16LE(at)}` },
  6: { size: 2, write: (bytes, at) => `${bytes.readUInt16LE(at)}` },
  7: { size: 4, write: (bytes, at) => `${bytes.readInt32LE(at)}` },
  8: { size: 4, write: (bytes, at) => `${bytes.readUInt32LE(at)}` },
  9: { size: 8, write: (bytes, at) => `${bytes.readBigInt64LE(at)}` },
  10: { size: 8, write: (bytes, at) => `${bytes.readBigUInt64LE(at)}` },
  11: { size: 4, write: (bytes, at) => `${Number(bytes.readFloatLE(at).toPrecision(7))}` },
  12: { size: 8, write: (bytes, at) => `${bytes.readDoubleLE(at)}` },
  13: {
    size: 1,
    write: (bytes, at, size) => `${bytes.subarray(at, at + Math.min(size, 4)).some((byte) => byte !== 0)}`,
  },
  14: { write: (bytes, at, size) => bytes.toString("hex", at, at + size).toUpperCase() },
  15: { size: 16, write: guid },
  16: { write: (bytes, at, size) => (size >= 8 ? hex64(bytes, at) : hex32(bytes, at)), size: 4 },
  [FILETIME]: { size: 8, write: filetime },
  18: { size: 16, write: systemTime },
  [SID]: { write: sid, size: 8 },
  20: { size: 4, write: hex32 },
  21: { size: 8, write: hex64 },
  32: { write: (bytes, at, size) => bytes.toString("hex", at, at + size).toUpperCase() },
  35: { write: (bytes, at, size) => wide(bytes, at, size) },
};

function unknownType(type: number): never {
  throw new BrokenXml(`a value of type ${type}`);
}

/** UTF-16 up to its end. */
function wide(bytes: Buffer, start: number, size: number, isOne = true): string {
  return bytes.toString("utf16le", start, start + (isOne ? widthOf(bytes, start, size) : size - (size % 2)));
}

/** The size of UTF-16 up to its end, where zeros may fill it. */
function widthOf(bytes: Buffer, start: number, size: number): number {
  let width = size - (size % 2);
  while (width > 0 && bytes[start + width - 1] === 0 && bytes[start + width - 2] === 0) width -= 2;
  return width;
}

/** Each ends with a zero. */
function strings(text: string, inAttribute: boolean): string[] {
  const whole = text.endsWith("\0") ? text.slice(0, -1) : text;
  return whole === "" && text === "" ? [] : whole.split("\0").map((one) => escapeXml(one, inAttribute));
}

function guid(bytes: Buffer, at: number): string {
  const first = padded(bytes.readUInt32LE(at), 8);
  const [second, third] = [padded(bytes.readUInt16LE(at + 4), 4), padded(bytes.readUInt16LE(at + 6), 4)];
  const rest = bytes.toString("hex", at + 8, at + 16);
  return `{${first}-${second}-${third}-${rest.slice(0, 4)}-${rest.slice(4)}}`.toUpperCase();
}

function padded(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

function hex32(bytes: Buffer, at: number): string {
  return `0x${bytes.readUInt32LE(at).toString(16)}`;
}

function hex64(bytes: Buffer, at: number): string {
  const high = bytes.readUInt32LE(at + 4);
  const low = bytes.readUInt32LE(at);
  return high === 0 ? `0x${low.toString(16)}` : `0x${high.toString(16)}${low.toString(16).padStart(8, "0")}`;
}

/** To 100 nanoseconds. */
function filetime(bytes: Buffer, at: number): string {
  const high = bytes.readUInt32LE(at + 4);
  const low = bytes.readUInt32LE(at);
  // 2^32 is 429,496 times 10,000 and 7,296: no step leaves the exact numbers.
  const rest = high * 7296 + low;
  const milliseconds = high * 429_496 + Math.floor(rest / 10_000);
  const ticks = (milliseconds % 1000) * 10_000 + (rest % 10_000);
  return `${secondOf(Math.floor(milliseconds / 1000))}.${`${ticks}`.padStart(7, "0")}Z`;
}

let lastSecond = -1;
let lastText = "";

/** `2026-11-20T01:02:03`, from seconds since 1601: events come in the order of their times. */
function secondOf(second: number): string {
  if (second !== lastSecond) lastText = new Date(second * 1000 - EPOCH_MS).toISOString().slice(0, -5);
  lastSecond = second;
  return lastText;
}

function systemTime(bytes: Buffer, at: number): string {
  const [year, month, , day, hour, minute, second, ms] = Array.from({ length: 8 }, (_, n) =>
    bytes.readUInt16LE(at + 2 * n),
  ) as [number, number, number, number, number, number, number, number];
  const two = (n: number) => `${n}`.padStart(2, "0");
  const three = (n: number) => `${n}`.padStart(3, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}.${three(ms)}Z`;
}

function sid(bytes: Buffer, at: number, size: number): string {
  const parts = bytes.readUInt8(at + 1);
  if (size < 8 + 4 * parts) throw new BrokenXml("a security identifier breaks off");
  const authority = bytes.readUIntBE(at + 2, 6);
  let text = `S-${bytes.readUInt8(at)}-${authority}`;
  for (let n = 0; n < parts; n++) text += `-${bytes.readUInt32LE(at + 8 + 4 * n)}`;
  return text;
}

function sidSize(bytes: Buffer, at: number, end: number): number {
  return at + 8 > end ? end - at + 1 : 8 + 4 * bytes.readUInt8(at + 1);
}
