/** A part of a text that is written for each record: unchanged, or with a value of the record in it. */
export type Part<Text = string> = Text | Substitution | FilledAttribute<Text> | FilledElement<Text>;

/** A value of the record. */
export interface Substitution {
  readonly kind: "value";
  /** Which of the record's values. */
  readonly index: number;
  /** Whether its element or attribute is left out where the value is missing. */
  readonly optional: boolean;
  readonly inAttribute: boolean;
}

/** An attribute that is left out where its value is missing. */
export interface FilledAttribute<Text> {
  readonly kind: "attribute";
  readonly before: Text;
  readonly value: Substitution;
}

/** An element that holds one value alone: left out where an optional value is missing, repeated for those of an array. */
export interface FilledElement<Text> {
  readonly kind: "element";
  /** The tag that opens it. */
  readonly before: readonly Part<Text>[];
  readonly value: Substitution;
  readonly after: Text;
}

/** A field of a record: text, or a value of its type. */
export interface Facts {
  readonly recordId?: string | Substitution;
  readonly time?: string | Substitution;
  readonly channel?: string | Substitution;
  readonly computer?: string | Substitution;
}

/** Text in UTF-8. */
export interface Utf8 {
  readonly kind: "text";
  readonly bytes: Uint8Array;
}

/** XML with places for values. */
export interface Template {
  readonly parts: readonly Part<Utf8>[];
  readonly facts: Facts;
  /** What is the same in each record, with a zero for each value. */
  readonly text: string;
}

/** Adds a part; texts become one. */
export function addPart(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
  else parts.push(part);
}

/** Encodes the text of parts. */
export function encodeParts(parts: readonly Part[]): Part<Utf8>[] {
  return parts.map((part) => {
    if (typeof part === "string") return encoded(part);
    const { kind } = part;
    if (kind === "value") return part;
    if (kind === "attribute") return { kind, before: encoded(part.before), value: part.value };
    return { kind, before: encodeParts(part.before), value: part.value, after: encoded(part.after) };
  });
}

/** The text of parts, with a zero for each value. */
export function textOfParts(parts: readonly Part[]): string {
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else if (part.kind === "value") text += "\0";
    else if (part.kind === "attribute") text += `${part.before}\0'`;
    else text += `${textOfParts(part.before)}\0${part.after}`;
  }
  return text;
}

function encoded(text: string): Utf8 {
  return { kind: "text", bytes: Buffer.from(text) };
}
