import { BrokenXml } from "./broken-xml.ts";
import type { Chunk } from "./chunk.ts";
import { type Instance, readInstance, type Value } from "./instance.ts";
import type { Part, Substitution } from "./part.ts";
import { ARRAY, BINARY_XML, NULL, textOfValue, textsOfArray } from "./value.ts";

/** Values that are XML themselves stand in each other no deeper. */
const MAX_DEPTH = 16;

/** Writes XML with its values. Throws where a value is broken. */
export function renderXml(chunk: Chunk, { template, values }: Instance, depth = 0): string {
  return renderParts(chunk, template.parts, values, depth);
}

function renderParts(chunk: Chunk, parts: readonly Part[], values: readonly Value[], depth: number): string {
  let xml = "";
  for (const part of parts) {
    const text = typeof part === "string" ? part : renderPart(chunk, part, values, depth);
    chunk.spend(text.length);
    xml += text;
  }
  return xml;
}

function renderPart(chunk: Chunk, part: Exclude<Part, string>, values: readonly Value[], depth: number): string {
  const substitution = part.kind === "value" ? part : part.value;
  const value = values[substitution.index] ?? MISSING;
  if (part.kind === "value") return textOf(chunk, value, substitution, depth);
  if (value.type === NULL && substitution.optional) return "";
  if (part.kind === "attribute") return `${part.before}${textOf(chunk, value, substitution, depth)}'`;
  const before = renderParts(chunk, part.before, values, depth);
  if ((value.type & ARRAY) === 0) return `${before}${textOf(chunk, value, substitution, depth)}${part.after}`;
  const items = itemsOf(chunk, value, substitution);
  chunk.spend(items.length * (before.length + part.after.length));
  return items.map((item) => `${before}${item}${part.after}`).join("");
}

function textOf(chunk: Chunk, value: Value, substitution: Substitution, depth: number): string {
  const { type, start, size } = value;
  if (type === BINARY_XML) {
    if (depth >= MAX_DEPTH) throw new BrokenXml("values stand too deep in others");
    return size === 0 ? "" : renderXml(chunk, readInstance(chunk, start, start + size), depth + 1);
  }
  if ((type & ARRAY) !== 0) return itemsOf(chunk, value, substitution).join(" ");
  return textOfValue(chunk.bytes, type, start, size, substitution.inAttribute);
}

function itemsOf({ bytes }: Chunk, { type, start, size }: Value, { inAttribute }: Substitution): string[] {
  return textsOfArray(bytes, type, start, size, inAttribute);
}

const MISSING: Value = { type: NULL, start: 0, size: 0 };
