import { BrokenXml } from "./broken-xml.ts";
import type { Chunk } from "./chunk.ts";
import { type Instance, readInstance } from "./instance.ts";
import type { Facts } from "./part.ts";
import type { StoredRecord } from "./records.ts";
import { renderXml, sizeOf, typeOf } from "./render.ts";
import { ARRAY, BINARY_XML, FILETIME, largeNumber, textOfValue, timeOfFiletime, UINT64 } from "./value.ts";

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
    const value = this.#value("recordId", 8);
    return value === null ? Number(this.#text("recordId")) || this.#record.id : largeNumber(this.#chunk.bytes, value);
  }

  /** When it was written, in Unix milliseconds. */
  get time(): number {
    const value = this.#value("time", 8);
    return value === null ? Date.parse(this.#text("time")) || 0 : timeOfFiletime(this.#chunk.bytes, value);
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

  /** Where a number of so many bytes is. */
  #value(name: keyof Facts, bytes: number): number | null {
    const fact = this.#instance.template.facts[name];
    if (typeof fact !== "object" || sizeOf(fact, this.#instance) !== bytes) return null;
    const type = typeOf(this.#chunk, fact, this.#instance);
    return type === UINT64 || type === FILETIME ? (this.#instance.starts[fact.index] as number) : null;
  }

  #text(name: keyof Facts): string {
    const fact = this.#instance.template.facts[name];
    if (fact === undefined || typeof fact === "string") return fact ?? "";
    const type = typeOf(this.#chunk, fact, this.#instance);
    if (type === BINARY_XML || (type & ARRAY) !== 0) return "";
    return textOfValue(
      this.#chunk.bytes,
      type,
      this.#instance.starts[fact.index] ?? 0,
      sizeOf(fact, this.#instance),
      false,
    );
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
