import { parse, type ValueNode } from "@humanwhocodes/momoa";
import { say } from "../wording.ts";
import { MOST_ROWS, type RawFile } from "./raw-file.ts";

/** Reads the entries of a JSON file: a list of them, or an object with `entries`. */
export function readJsonRows(text: string): RawFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const message = (cause as Error).message.replace(/ \(line \d+ column \d+\)$/, "");
    return { line: lineOfMistake(text), unreadable: say`is not JSON: ${message}` };
  }
  const isList = Array.isArray(json);
  const rows: unknown = isList ? json : typeof json === "object" && json !== null && "entries" in json && json.entries;
  if (!Array.isArray(rows)) return { line: 1, unreadable: say`holds no list of entries` };
  if (rows.length > MOST_ROWS) return { line: 1, unreadable: say`has more than ${MOST_ROWS} codes` };
  const { body } = parse(text);
  const place = isList ? [] : ["entries"];
  const heading = isList ? {} : Object.fromEntries(Object.entries(json as object).filter(([key]) => key !== "entries"));
  return {
    heading,
    rows: rows.map((value, at) => ({ value, lineOf: (path) => lineOf(body, [...place, at, ...path]) })),
  };
}

/** The language's own parser has no line for a mistake. */
function lineOfMistake(text: string): number {
  try {
    parse(text);
    return 1;
  } catch (cause) {
    return Number((cause as { readonly line?: number }).line ?? 1);
  }
}

/** The line of the value at a path, or of the last one on the way there that the file has. */
function lineOf(node: ValueNode, [step, ...rest]: readonly PropertyKey[]): number {
  const child =
    node.type === "Array"
      ? node.elements[step as number]?.value
      : node.type === "Object"
        ? node.members.find(({ name }) => (name.type === "String" ? name.value : name.name) === step)?.value
        : undefined;
  return child === undefined ? node.loc.start.line : lineOf(child, rest);
}
