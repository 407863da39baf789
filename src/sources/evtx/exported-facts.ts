import { EPOCH_MS, TICKS_PER_MS } from "./value.ts";

/** What an event is known by. */
export interface ExportedFacts {
  readonly id: number;
  /** Unix milliseconds. */
  readonly time: number;
  readonly channel: string;
  readonly computer: string;
}

/** Whether a file begins as an export of events does, in UTF-8 or UTF-16: with an event, perhaps in one element. */
export function isExport(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString("latin1").replaceAll("\0", "");
  return BEGINS_EXPORT.test(text) && text.includes(EVENT_NAMESPACE);
}

/** What every exported event has near its beginning, and no other XML. */
const EVENT_NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
const BEGINS_EXPORT = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?[^>]*>\s*)*(?:<[a-z][^<>]*>\s*)?<Event[\s>]/i;

/** The facts of the event between two offsets; null where one is missing. */
export function factsOf(bytes: Buffer, from: number, to: number): ExportedFacts | null {
  const end = bytes.indexOf("</System>", from);
  if (end < 0 || end > to) return null;
  const system = bytes.toString("utf8", from, end);
  const id = Number(RECORD_ID.exec(system)?.[1] ?? Number.NaN);
  const time = timeOf(TIME.exec(system)?.[1] ?? "");
  const channel = CHANNEL.exec(system)?.[1];
  const computer = COMPUTER.exec(system)?.[1];
  if (!Number.isSafeInteger(id) || Number.isNaN(time) || channel === undefined || computer === undefined) return null;
  return { id, time, channel, computer };
}

const RECORD_ID = /<EventRecordID>\s*(\d+)\s*<\/EventRecordID>/;
const TIME = /<TimeCreated\s[^>]*?SystemTime=["']([^"'>]+)["']/;
const CHANNEL = /<Channel>\s*([^<]*?)\s*<\/Channel>/;
const COMPUTER = /<Computer>\s*([^<]*?)\s*<\/Computer>/;

/** The same number as of the FILETIME that was written as this text. */
function timeOf(text: string): number {
  const [, second, fraction = ""] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(text) ?? [];
  if (second === undefined) return Date.parse(text);
  const ticks = BigInt(Date.parse(`${second}Z`) + EPOCH_MS) * BigInt(TICKS_PER_MS);
  return Number(ticks + BigInt(fraction.padEnd(7, "0").slice(0, 7))) / TICKS_PER_MS - EPOCH_MS;
}
