import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";
import { say } from "../wording.ts";
import type { RawFile } from "./catalogue-rows.ts";

/** Reads the entries of a JSON file: a list of them, or an object with `entries`. */
export function readJsonRows(text: string): RawFile {
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  const parsed = parse(text);
  if ("message" in parsed) return { line: lineAt(parsed.offset), unreadable: say`is not JSON: ${parsed.message}` };
  const { json } = parsed;
  const isList = Array.isArray(json);
  const rows: unknown = isList ? json : typeof json === "object" && json !== null && "entries" in json && json.entries;
  if (!Array.isArray(rows)) return { line: 1, unreadable: say`holds no list of entries` };
  const tree = parseTree(text) as Node;
  const place = isList ? [] : ["entries"];
  const heading = isList ? {} : Object.fromEntries(Object.entries(json as object).filter(([key]) => key !== "entries"));
  return {
    heading,
    rows: rows.map((value, at) => ({
      value,
      lineOf: (path) => lineAt(nearest(tree, [...place, at, ...path])?.offset ?? 0),
    })),
  };
}

/** JSON as the language has it; the other parser alone says where a mistake is. */
function parse(text: string): { readonly json: unknown } | { readonly message: string; readonly offset: number } {
  try {
    return { json: JSON.parse(text) };
  } catch (cause) {
    const errors: ParseError[] = [];
    parseTree(text, errors, { disallowComments: true });
    const message = cause instanceof Error ? cause.message : String(cause);
    return { message: message.replace(/ \(line \d+ column \d+\)$/, ""), offset: errors[0]?.offset ?? 0 };
  }
}

/** The node at a path, or the last one on the way there that the file has. */
function nearest(tree: Node, path: readonly PropertyKey[]): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length) as (string | number)[]);
    if (node !== undefined) return node;
  }
  return undefined;
}
