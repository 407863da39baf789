import { say, type Wording } from "../../wording.ts";
import type { Archive } from "../archives/archive.ts";
import { archives } from "../archives/index.ts";
import { isExport } from "../evtx/exported-facts.ts";

/** How many first bytes `contentOf` needs. */
export const CONTENT_HEAD_BYTES = 4096;

/** What a file holds: text (`isExport`: XML of Windows events), a compressed log, Windows events, a file of another kind (`what` names it), or other binary data. */
export type Content =
  | { readonly kind: "text"; readonly isExport?: boolean }
  | { readonly kind: "events"; readonly archive: Archive | null }
  | { readonly kind: "archive"; readonly archive: Archive }
  | { readonly kind: "foreign"; readonly what: Wording; readonly hint: Wording }
  | { readonly kind: "binary" };

/** Recognises what a file holds by its first bytes. */
export function contentOf(head: Uint8Array): Content {
  const bytes = Buffer.from(head).toString("latin1");
  const archive = archives.find(({ magic }) => bytes.startsWith(magic));
  if (archive !== undefined) {
    const inside = archive.peek?.(head);
    if (isTar(inside)) return { kind: "foreign", ...PACKED_TAR };
    return isEventFile(inside) ? { kind: "events", archive } : { kind: "archive", archive };
  }
  if (isEventFile(head)) return { kind: "events", archive: null };
  const foreign = FOREIGN.find(({ magic, at = 0 }) => bytes.startsWith(magic, at));
  if (foreign !== undefined) return { kind: "foreign", what: foreign.what, hint: foreign.hint };
  if (isBinary(bytes)) return { kind: "binary" };
  return { kind: "text", ...(isExport(head) && { isExport: true }) };
}

function isTar(bytes: Uint8Array | null | undefined): boolean {
  return Buffer.from(bytes?.subarray(TAR_AT, TAR_AT + TAR.length) ?? []).toString("latin1") === TAR;
}

/** Whether a file of Windows events begins like this. */
export function isEventFile(bytes: Uint8Array | null | undefined): boolean {
  return Buffer.from(bytes?.subarray(0, EVENTS.length) ?? []).toString("latin1") === EVENTS;
}

const EVENTS = "ElfFile\0";
const TAR = "ustar";
const TAR_AT = 257;
const UNPACK = say`unpack it first`;
const PACKED_TAR = { what: say`a tar archive, compressed`, hint: say`unpack it first, and read the logs in it` };

const FOREIGN: readonly {
  readonly magic: string;
  readonly at?: number;
  readonly what: Wording;
  readonly hint: Wording;
}[] = [
  { magic: "BZh", what: say`a bzip2 archive`, hint: UNPACK },
  { magic: "PK\x03\x04", what: say`a zip archive`, hint: UNPACK },
  { magic: "7z\xbc\xaf\x27\x1c", what: say`a 7-Zip archive`, hint: UNPACK },
  { magic: "Rar!\x1a\x07", what: say`a RAR archive`, hint: UNPACK },
  { magic: "\x04\x22\x4d\x18", what: say`an lz4 archive`, hint: UNPACK },
  { magic: "\x5d\0\0", what: say`an lzma archive`, hint: UNPACK },
  { magic: "MSCF", what: say`a cabinet archive`, hint: UNPACK },
  { magic: TAR, at: TAR_AT, what: say`a tar archive`, hint: UNPACK },
  { magic: "SQLite format 3\0", what: say`a SQLite database`, hint: say`a store is read by report, trend and query` },
];

/** Text has few control characters. The zeros of ASCII in UTF-16 and UTF-32 are not counted. */
function isBinary(bytes: string): boolean {
  const narrow = /^(?:\xff\xfe|(?:\0\0)?\xfe\xff|(?:[\t-\r -~]\0(?:\0\0)?){4}|(?:\0(?:\0\0)?[\t-\r -~]){4})/.test(bytes)
    ? bytes.replaceAll("\0", "")
    : bytes;
  const controls = narrow.match(/[\0-\x06\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > narrow.length / 20;
}
