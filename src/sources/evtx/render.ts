import { BrokenXml } from "./broken-xml.ts";
import type { Chunk } from "./chunk.ts";
import { type Instance, readInstance } from "./instance.ts";
import type { Part, Substitution, Utf8 } from "./part.ts";
import { ARRAY, BINARY_XML, NULL, textsOfArray, writeValue } from "./value.ts";
import type { XmlBytes } from "./xml-bytes.ts";

/** Values that are XML themselves are nested no deeper. */
export const MAX_DEPTH = 16;

/** Writes XML with its values. Throws where a value is broken. */
export function renderXml(out: XmlBytes, chunk: Chunk, instance: Instance, depth = 0): void {
  for (const part of instance.template.parts) writePart(out, chunk, part, instance, depth);
}

function writePart(out: XmlBytes, chunk: Chunk, part: Part<Utf8>, instance: Instance, depth: number): void {
  if (part.kind === "text") {
    chunk.spend(part.bytes.length);
    out.literal(part.bytes);
    return;
  }
  const value = part.kind === "value" ? part : part.value;
  const type = typeAt(chunk, value.index, instance);
  const isMissing = type === NULL && value.optional && part.kind !== "value";
  if (isMissing) return;
  if (part.kind === "element" && (type & ARRAY) !== 0) {
    for (const item of itemsOf(chunk, value, type, instance)) {
      for (const one of part.before) writePart(out, chunk, one, instance, depth);
      out.text(item);
      writePart(out, chunk, part.after, instance, depth);
    }
    return;
  }
  if (part.kind === "element") for (const one of part.before) writePart(out, chunk, one, instance, depth);
  else if (part.kind === "attribute") writePart(out, chunk, part.before, instance, depth);
  write(out, chunk, value, type, instance, depth);
  if (part.kind === "element") writePart(out, chunk, part.after, instance, depth);
  else if (part.kind === "attribute") out.ascii("'");
}

function write(
  out: XmlBytes,
  chunk: Chunk,
  value: Substitution,
  type: number,
  instance: Instance,
  depth: number,
): void {
  const start = instance.starts[value.index] as number;
  const size = sizeAt(value.index, instance);
  chunk.spend(size);
  if (type === BINARY_XML) {
    if (depth >= MAX_DEPTH) throw new BrokenXml("values stand too deep in others");
    if (size > 0) renderXml(out, chunk, readInstance(chunk, start, start + size), depth + 1);
  } else if ((type & ARRAY) !== 0) out.text(itemsOf(chunk, value, type, instance).join(" "));
  else writeValue(out, chunk.bytes, type, start, size, value.inAttribute);
}

function itemsOf(chunk: Chunk, value: Substitution, type: number, instance: Instance): string[] {
  const start = instance.starts[value.index] as number;
  const size = sizeAt(value.index, instance);
  chunk.spend(size);
  return textsOfArray(chunk.bytes, type, start, size, value.inAttribute);
}

/** The type of a value; that of nothing where there is none. */
export function typeAt({ bytes }: Chunk, index: number, { entries, starts }: Instance): number {
  return index < starts.length - 1 ? (bytes[entries + 4 * index + 2] as number) : NULL;
}

/** The size of a value in bytes. */
export function sizeAt(index: number, { starts }: Instance): number {
  return (starts[index + 1] ?? 0) - (starts[index] ?? 0);
}
