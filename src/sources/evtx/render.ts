import { BrokenXml } from "./broken-xml.ts";
import type { Chunk } from "./chunk.ts";
import { type Instance, readInstance } from "./instance.ts";
import type { Part, Substitution } from "./part.ts";
import { ARRAY, BINARY_XML, NULL, textOfValue, textsOfArray } from "./value.ts";

/** Values that are XML themselves stand in each other no deeper. */
const MAX_DEPTH = 16;

/** Writes XML with its values. Throws where a value is broken. */
export function renderXml(chunk: Chunk, instance: Instance, depth = 0): string {
  return renderParts(chunk, instance.template.parts, instance, depth);
}

function renderParts(chunk: Chunk, parts: readonly Part[], instance: Instance, depth: number): string {
  let xml = "";
  for (const part of parts) {
    const text = typeof part === "string" ? part : renderPart(chunk, part, instance, depth);
    chunk.spend(text.length);
    xml += text;
  }
  return xml;
}

function renderPart(chunk: Chunk, part: Exclude<Part, string>, instance: Instance, depth: number): string {
  const value = part.kind === "value" ? part : part.value;
  const type = typeOf(chunk, value, instance);
  if (part.kind === "value") return textOf(chunk, value, type, instance, depth);
  if (type === NULL && value.optional) return "";
  if (part.kind === "attribute") return `${part.before}${textOf(chunk, value, type, instance, depth)}'`;
  const before = part.before.length === 1 ? part.before[0] : renderParts(chunk, part.before, instance, depth);
  if ((type & ARRAY) === 0) return `${before}${textOf(chunk, value, type, instance, depth)}${part.after}`;
  const items = itemsOf(chunk, value, type, instance);
  chunk.spend(items.length * `${before}${part.after}`.length);
  return items.map((item) => `${before}${item}${part.after}`).join("");
}

function textOf(chunk: Chunk, value: Substitution, type: number, instance: Instance, depth: number): string {
  const start = instance.starts[value.index] as number;
  const size = sizeOf(value, instance);
  if (type === BINARY_XML) {
    if (depth >= MAX_DEPTH) throw new BrokenXml("values stand too deep in others");
    return size === 0 ? "" : renderXml(chunk, readInstance(chunk, start, start + size), depth + 1);
  }
  if ((type & ARRAY) !== 0) return itemsOf(chunk, value, type, instance).join(" ");
  return textOfValue(chunk.bytes, type, start, size, value.inAttribute);
}

function itemsOf({ bytes }: Chunk, value: Substitution, type: number, instance: Instance): string[] {
  const start = instance.starts[value.index] as number;
  return textsOfArray(bytes, type, start, sizeOf(value, instance), value.inAttribute);
}

/** The type of a value; that of nothing where there is none. */
export function typeOf({ bytes }: Chunk, { index }: Substitution, { entries, starts }: Instance): number {
  return index < starts.length - 1 ? (bytes[entries + 4 * index + 2] as number) : NULL;
}

/** The size of a value in bytes. */
export function sizeOf({ index }: Substitution, { starts }: Instance): number {
  return (starts[index + 1] ?? 0) - (starts[index] ?? 0);
}
