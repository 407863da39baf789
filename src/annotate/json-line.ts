import { fromBytes, toBytes } from "../text/byte-string.ts";
import type { AnnotatedLine } from "./annotated-line.ts";
import type { Pen } from "./pen.ts";

/**
 * Annotates a line that is a JSON object by last fields, so that it stays a JSON object: `winsock` with every code, and
 * the `error.type` of OpenTelemetry and ECS with the name of the first. Returns null for any other line.
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
  const added = { [name]: explained, ...typeOf(fields, explained[0]?.name) };
  const text = comma + JSON.stringify(added).slice(1, -1);
  return pen.show(body.slice(0, brace)) + toBytes(text) + pen.show(body.slice(brace)) + line.lineEnd;
}

/** A type that the record has stays alone; beside an `error` that is text, ECS has no room for one. */
function typeOf(fields: object, name: string | undefined): object {
  const { error = {} } = fields as { readonly error?: unknown };
  const hasRoom = typeof error === "object" && error !== null && !Object.hasOwn(error, "type");
  return hasRoom && name !== undefined && !Object.hasOwn(fields, TYPE) ? { [TYPE]: name } : {};
}

const TYPE = "error.type";

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
