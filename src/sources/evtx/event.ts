import { BrokenXml } from "./broken-xml.ts";
import type { Chunk } from "./chunk.ts";
import { type Instance, readInstance } from "./instance.ts";
import type { Facts } from "./part.ts";
import type { StoredRecord } from "./records.ts";
import { renderXml, sizeAt, typeAt } from "./render.ts";
import { ARRAY, BINARY_XML, FILETIME, largeNumber, textOfValue, timeOfFiletime, UINT64 } from "./value.ts";
import type { XmlBytes } from "./xml-bytes.ts";

/** An event of a log: its fields, and its XML. */
export class StoredEvent {
  /** Its number in the log that it was written to, which an export keeps. */
  readonly id: number;
  /** When it was written, in Unix milliseconds. */
  readonly time: number;
  readonly channel: string;
  readonly computer: string;
  /** Where it is in its chunk, and how large it is there. */
  readonly start: number;
  readonly size: number;
  readonly chunk: Chunk;
  readonly instance: Instance;

  /** Throws a BrokenXml where it is broken. */
  constructor(chunk: Chunk, record: StoredRecord) {
    this.start = record.start;
    this.size = record.size;
    this.chunk = chunk;
    this.instance = readInstance(chunk, record.start, record.end);
    const [id, time] = [this.#value("recordId"), this.#value("time")];
    this.id = id === null ? Number(this.#text("recordId")) || record.id : largeNumber(chunk.bytes, id);
    this.time = time === null ? Date.parse(this.#text("time")) || 0 : timeOfFiletime(chunk.bytes, time);
    this.channel = this.#text("channel");
    this.computer = this.#text("computer");
  }

  /** Writes its XML, on one line. Throws a BrokenXml where it is broken. */
  write(out: XmlBytes): void {
    renderXml(out, this.chunk, this.instance);
  }

  /** Where a number of eight bytes is. */
  #value(name: keyof Facts): number | null {
    const fact = this.instance.template.facts[name];
    if (typeof fact !== "object" || sizeAt(fact.index, this.instance) !== 8) return null;
    const type = typeAt(this.chunk, fact.index, this.instance);
    return type === UINT64 || type === FILETIME ? (this.instance.starts[fact.index] as number) : null;
  }

  #text(name: keyof Facts): string {
    const fact = this.instance.template.facts[name];
    if (fact === undefined || typeof fact === "string") return fact ?? "";
    const type = typeAt(this.chunk, fact.index, this.instance);
    if (type === BINARY_XML || (type & ARRAY) !== 0) return "";
    return textOfValue(
      this.chunk.bytes,
      type,
      this.instance.starts[fact.index] ?? 0,
      sizeAt(fact.index, this.instance),
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
