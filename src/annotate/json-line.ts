import { fromBytes, toBytes } from "../text/byte-string.ts";
import type { AnnotatedLine } from "./annotated-line.ts";
import type { Pen } from "./pen.ts";

/**
 * Annotates a line that is a JSON object by a last field `winsock`, so that it stays a JSON object. Returns null for
 * any other line.
 */
export function annotateJsonLine(line: AnnotatedLine, pen: Pen): string | null {
  const { body } = line;
  if (!/^\s*\{/.test(body) || !/\}\s*$/.test(body)) return null;
  const fields = parseObject(fromBytes(body));
  if (fields === null) return null;
  let name = "winsock";
  while (Object.hasOwn(fields, name)) name += "_";
  const explained = pen
    .explained(line)
    .map(({ finding, title }) => ({ code: finding.code, name: finding.name, title }));
  const brace = body.lastIndexOf("}");
  const comma = Object.keys(fields).length > 0 ? "," : "";
  const field = `${comma}${JSON.stringify(name)}:${JSON.stringify(explained)}`;
  return pen.show(body.slice(0, brace)) + toBytes(field) + pen.show(body.slice(brace)) + line.lineEnd;
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
