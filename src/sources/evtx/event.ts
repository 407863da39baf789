import { BrokenXml } from "./broken-xml.ts";
import type { Chunk } from "./chunk.ts";
import { type Instance, readInstance, type Value } from "./instance.ts";
import type { Facts } from "./part.ts";
import type { StoredRecord } from "./records.ts";
import { renderXml } from "./render.ts";
import { ARRAY, BINARY_XML, FILETIME, largeNumber, textOfValue, timeOfFiletime } from "./value.ts";

/** An event of a log: what it says of itself, and its XML. */
export class StoredEvent {
  readonly #chunk: Chunk;
  readonly #record: StoredRecord;
  readonly #instance: Instance;

  /** Throws a BrokenXml where it is broken. */
  constructor(chunk: Chunk, record: StoredRecord) {
    this.#chunk = chunk;
    this.#record = record;
    this.#instance = readInstance(chunk, record.start, record.end);
  }

  /** Its number in the log that it was written to, which an export keeps. */
  get id(): number {
    const value = this.#value("recordId");
    if (value?.size === 8) return largeNumber(this.#chunk.bytes, value.start);
    return Number(this.#text("recordId")) || this.#record.id;
  }

  /** When it was written, in Unix milliseconds. */
  get time(): number {
    const value = this.#value("time");
    if (value?.type === FILETIME && value.size === 8) return timeOfFiletime(this.#chunk.bytes, value.start);
    return Date.parse(this.#text("time")) || 0;
  }

  get channel(): string {
    return this.#text("channel");
  }

  get computer(): string {
    return this.#text("computer");
  }

  /** Its XML, on one line. Throws a BrokenXml where it is broken. */
  xml(): string {
    return renderXml(this.#chunk, this.#instance);
  }

  #value(name: keyof Facts): Value | null {
    const fact = this.#instance.template.facts[name];
    return typeof fact === "object" ? (this.#instance.values[fact.index] ?? null) : null;
  }

  #text(name: keyof Facts): string {
    const fact = this.#instance.template.facts[name];
    if (typeof fact === "string") return fact;
    const value = this.#value(name);
    if (value === null || value.type === BINARY_XML || (value.type & ARRAY) !== 0) return "";
    return textOfValue(this.#chunk.bytes, value.type, value.start, value.size, false);
  }
}

/** What `read` returns; null where the binary XML is broken, which offsets beyond the chunk are too. */
export function unlessBroken<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof BrokenXml || error instanceof RangeError) return null;
    throw error;
  }
}
