import { isUtf8 } from "node:buffer";
import { say, type Wording } from "../../wording.ts";
import type { WrappedText } from "./envelope.ts";
import { isJsonObject } from "./fields.ts";
import { flatEntry } from "./flat-envelope.ts";
import { envelopes } from "./index.ts";

/** Fields that a person names, in which any JSON object has its text and what belongs to it. */
export interface NamedFields {
  readonly text?: string | undefined;
  readonly time?: string | undefined;
  readonly host?: string | undefined;
  readonly name?: string | undefined;
}

/** What is in a message: lines as they are, what a shipper has wrapped, or nothing that can be read. */
export type Unwrapped =
  | { readonly kind: "lines" }
  | { readonly kind: "entries"; readonly entries: readonly WrappedText[] }
  | { readonly kind: "unreadable"; readonly why: Wording };

/** No log has lines of this size, and all of a message is in memory. */
export const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

const plain: Unwrapped = { kind: "lines" };

/** Finds out what is in a message. A message that cannot be read counts nothing at all: it may be wrong from its beginning. */
export function unwrap(bytes: Uint8Array, fields: NamedFields = {}): Unwrapped {
  if (bytes.length > MAX_MESSAGE_BYTES) return unreadable(say`is larger than ${MAX_MESSAGE_BYTES} bytes`);
  if (!isUtf8(bytes) && isForeign(bytes)) return unreadable(say`is neither UTF-8 nor any other text`);
  if (!mayBeJson(bytes)) return plain;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8").trim();
  const values = parsed(text) ?? parsedLines(text);
  if (values === null) return unreadable(say`is broken JSON`);
  const opened = values.map((value) => opening(value, fields));
  if (opened.every((entries) => entries === null)) return plain;
  return { kind: "entries", entries: opened.flatMap((entries, n) => entries ?? [asItIs(values[n])]) };
}

function opening(value: unknown, fields: NamedFields): readonly WrappedText[] | null {
  if (isJsonObject(value) && (fields.text ?? fields.host ?? fields.name ?? fields.time) !== undefined) {
    const entry = flatEntry(value, {
      text: list(fields.text) ?? ["message", "log", "msg", "MESSAGE", "text", "line"],
      time: list(fields.time) ?? ["@timestamp", "timestamp", "time", "date"],
      host: list(fields.host) ?? [],
      name: list(fields.name) ?? [],
    });
    if (entry !== null) return [entry];
  }
  for (const envelope of Object.values(envelopes)) {
    const entries = envelope.open(value);
    if (entries !== null) return entries;
  }
  if (!Array.isArray(value) || value.length === 0) return null;
  const inside = value.map((one) => opening(one, fields));
  return inside.every((entries) => entries !== null) ? inside.flat() : null;
}

const list = (name: string | undefined) => (name === undefined ? undefined : [name]);

const asItIs = (value: unknown): WrappedText => ({ text: JSON.stringify(value), time: null, host: null, name: null });

/** A byte that UTF-8 does not have is in many logs; what has few letters or many control characters is none. */
function isForeign(bytes: Uint8Array): boolean {
  let printable = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte >= 0x20 && byte < 0x7f) printable++;
    else if (byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d)) controls++;
  }
  return printable < bytes.length / 2 || controls > bytes.length / 20;
}

/** Whether a message begins as an object does, or a list of objects or of pairs with a time. */
function mayBeJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString("latin1");
  return /^\s*(?:\{\s*"|\[\s*(?:\{\s*"|\[\s*\d))/.test(head);
}

function parsed(text: string): unknown[] | null {
  try {
    return [JSON.parse(text)];
  } catch {
    return null;
  }
}

function parsedLines(text: string): unknown[] | null {
  const values = text.split("\n").map((line) => parsed(line));
  return values.every((value) => value !== null) ? values.flat(1) : null;
}

const unreadable = (why: Wording): Unwrapped => ({ kind: "unreadable", why });
