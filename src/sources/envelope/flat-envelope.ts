import type { Envelope, WrappedText } from "./envelope.ts";
import { fieldIn, isJsonObject, type JsonObject, textIn, timeOfValue } from "./fields.ts";

/** The fields of an envelope that is one object; of several names the first one that is there counts. */
export interface FlatFields {
  /** Whether an object with a text is such an envelope. */
  readonly is: (object: JsonObject) => boolean;
  readonly text: readonly string[];
  /** Further texts of the same event, which become lines below it. */
  readonly below?: readonly string[];
  readonly time: readonly string[];
  readonly host: readonly string[];
  readonly name: readonly string[];
}

/** Creates an envelope that is one object with an entry. */
export function flatEnvelope(fields: FlatFields, samples: Envelope["samples"]): Envelope {
  return {
    samples,
    open(value) {
      if (!isJsonObject(value) || !fields.is(value)) return null;
      const entry = flatEntry(value, fields);
      return entry === null ? null : [entry];
    },
  };
}

/** The entry in an object; null where it has no text. */
export function flatEntry(object: JsonObject, fields: Omit<FlatFields, "is">): WrappedText | null {
  const text = fields.text.map((name) => fieldIn(object, [name])).find((value) => typeof value === "string");
  if (typeof text !== "string") return null;
  const below = (fields.below ?? []).flatMap((name) => textIn(object, [name]) ?? []);
  return {
    text: [text, ...below.filter((more) => !text.includes(more))].join("\n"),
    time: timeOfValue(fieldIn(object, fields.time)),
    host: textIn(object, fields.host),
    name: textIn(object, fields.name),
  };
}
