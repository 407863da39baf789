/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of the first of these fields that there is: `host.name` is a key, or `name` inside of `host`. */
export function fieldIn(object: JsonObject, names: readonly string[]): unknown {
  for (const name of names) {
    const value = object[name] ?? inside(object, name.split("."));
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The same for a text that is not empty, or a number as a text; null where there is none. */
export function textIn(object: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fieldIn(object, [name]);
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

/** Unix milliseconds of a time as shippers write it: ISO 8601, or a number of seconds, or of parts of one; null for others. */
export function timeOfValue(value: unknown): number | null {
  if (typeof value === "string" && !/^\d+(?:\.\d+)?$/.test(value)) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? null : time;
  }
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number !== "number" || !(number > 0)) return null;
  // Seconds have 10 digits, milliseconds 13, microseconds 16, nanoseconds 19.
  let time = number * 1000;
  while (time > 1e14) time /= 1000;
  return Math.floor(time);
}

function inside(object: JsonObject, path: readonly string[]): unknown {
  let value: unknown = object;
  for (const key of path) value = isJsonObject(value) ? value[key] : undefined;
  return value;
}
