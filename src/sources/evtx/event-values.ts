import type { LineFinder } from "../../log/source.ts";
import type { Chunk } from "./chunk.ts";
import { type StoredEvent, unlessBroken } from "./event.ts";
import { type Instance, readInstance } from "./instance.ts";
import type { Template } from "./part.ts";
import { MAX_DEPTH, sizeAt, typeAt } from "./render.ts";
import { ARRAY, BINARY_XML, holdsNoCode, textsOfArray, writeValue } from "./value.ts";
import { XmlBytes } from "./xml-bytes.ts";

/** Between two values, as the tags are. */
const BORDER = "<";
/** Text beside a value may be one word with it, unless it is the end of a tag or a quote. */
const TOUCHING = /[^>']\0|\0[^<']/;

/**
 * Finds the events of a chunk that may hold a code, many times faster than by writing them as XML: the values of an event
 * are a line of the finder, and the text around them is looked at once for each template.
 */
export class EventValues {
  readonly #finder: LineFinder;
  readonly #out = new XmlBytes();
  readonly #templates = new WeakMap<Template, boolean>();
  /** Where the line of each event ends. */
  #ends: number[] = [];
  #isFound: boolean[] = [];

  constructor(finder: LineFinder) {
    this.#finder = finder;
    this.#out.begin();
  }

  /** Adds an event. One that is broken is taken for one with a code: whoever writes it will see. */
  add({ chunk, instance }: Pick<StoredEvent, "chunk" | "instance">): void {
    this.#isFound.push(unlessBroken(() => this.#write(chunk, instance, 0)) ?? true);
    this.#out.ascii("\n");
    this.#ends.push(this.#out.written.length);
  }

  /** Whether each event that was added may hold a code, in their order. The next one begins anew. */
  take(): readonly boolean[] {
    const isFound = this.#isFound;
    const end = this.#out.written.length;
    let event = 0;
    for (const [start] of this.#candidates(this.#out.written, end)) {
      while ((this.#ends[event] as number) <= start) event++;
      isFound[event] = true;
    }
    this.#out.begin();
    this.#ends = [];
    this.#isFound = [];
    return isFound;
  }

  /** Writes the values; returns whether the text around them may hold a code, alone or with one of them. */
  #write(chunk: Chunk, instance: Instance, depth: number): boolean {
    const { template, starts } = instance;
    let isFound = this.#holds(template);
    for (let index = 0; index < starts.length - 1; index++) {
      const [start, type] = [starts[index] as number, typeAt(chunk, index, instance)];
      const size = sizeAt(index, instance);
      if (type === BINARY_XML) {
        if (depth >= MAX_DEPTH) isFound = true;
        else if (size > 0 && this.#write(chunk, readInstance(chunk, start, start + size), depth + 1)) isFound = true;
      } else if (!holdsNoCode(chunk.bytes, type, start, size)) {
        if ((type & ARRAY) === 0) writeValue(this.#out, chunk.bytes, type, start, size, false);
        else this.#out.text(textsOfArray(chunk.bytes, type, start, size, false).join(BORDER));
        this.#out.ascii(BORDER);
      }
    }
    return isFound;
  }

  #holds(template: Template): boolean {
    const known = this.#templates.get(template);
    if (known !== undefined) return known;
    const { text } = template;
    const bytes = Buffer.from(text);
    const isFound = TOUCHING.test(text) || this.#candidates(bytes, bytes.length).length > 0;
    this.#templates.set(template, isFound);
    return isFound;
  }

  /** Where the lines that may hold a code begin and end. */
  #candidates(bytes: Uint8Array, end: number): [number, number][] {
    const finder = this.#finder;
    finder.reserve(end);
    finder.bytes.set(bytes);
    const lines: [number, number][] = [];
    for (let from = 0, count = 1; count > 0 && from < end; ) {
      count = finder.candidates(from, end);
      for (let at = 0; at < 2 * count; at += 2) {
        from = finder.found[at + 1] as number;
        lines.push([finder.found[at] as number, from]);
      }
    }
    return lines;
  }
}
