/**
 * Every text of a words file by its place, such as `report.spike`. Of a function, what stands between its backquotes and
 * quotes, with `…` for whatever is filled in.
 */
export function leavesOf(value: unknown, place = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[place, value]]);
  if (typeof value === "function") return new Map([[place, literalsOf(String(value))]]);
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...leavesOf(part, place === "" ? key : `${place}.${key}`)]),
  );
}

function literalsOf(source: string): string {
  return [...source.matchAll(/`([^`]*)`|"([^"]*)"/g)]
    .map(([, template, quoted]) => template ?? quoted ?? "")
    .join("\n")
    .replace(/\$\{[^}]*\}/g, "…");
}
