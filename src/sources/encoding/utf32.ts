import type { Mender } from "./utf16.ts";

/** Characters of ASCII in a row that prove that a log is UTF-32. */
const PROOF_UNITS = 4;
const UNIT_BYTES = 4;
const REPLACEMENT = 0xfffd;
const BYTE_ORDER_MARK = 0xfeff;

type ByteOrder = "little" | "big";

/**
 * The byte order of a log that begins in UTF-32, with a byte-order mark or with ASCII; null when more bytes are needed.
 * The mark of little-endian UTF-32 begins with that of UTF-16: it counts where a character of UTF-32 follows.
 */
export function beginningInUtf32(bytes: Buffer, last: boolean): ByteOrder | "other" | null {
  // No log in UTF-32 begins with a line end: it is passed on at once, and a follower sees it.
  if (bytes[0] === 0x0a || bytes[0] === 0x0d) return "other";
  const [little, big] = [beginsIn("little", bytes), beginsIn("big", bytes)];
  if (little === true || (last && little === null && isWhole(bytes))) return "little";
  if (big === true || (last && big === null && isWhole(bytes))) return "big";
  return little === null || big === null ? (last ? "other" : null) : "other";
}

function isWhole({ length }: Buffer): boolean {
  return length > UNIT_BYTES && length % UNIT_BYTES === 0;
}

/** Null while all bytes agree and more are needed. */
function beginsIn(order: ByteOrder, bytes: Buffer): boolean | null {
  for (let unit = 0; unit < PROOF_UNITS; unit++) {
    const at = unit * UNIT_BYTES;
    const known = bytes.subarray(at, at + UNIT_BYTES);
    const whole = known.length === UNIT_BYTES;
    const isMark = unit === 0 && agrees(known, order, [0, 0, 0xfe, 0xff]);
    if (whole && isMark) {
      const next = bytes.subarray(UNIT_BYTES, 2 * UNIT_BYTES);
      return next.length < UNIT_BYTES ? null : unitAt(next, 0, order) <= 0x10ffff;
    }
    if (!isMark && !agrees(known, order, [0, 0, 0, null])) return false;
    if (!whole) return null;
  }
  return true;
}

/** Whether bytes are a beginning of a unit, given from its highest byte; null is any character of ASCII text. */
function agrees(bytes: Buffer, order: ByteOrder, unit: readonly (number | null)[]): boolean {
  return bytes.every((byte, at) => {
    const wanted = unit[order === "big" ? at : UNIT_BYTES - 1 - at];
    return wanted === null ? (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d) : byte === wanted;
  });
}

function unitAt(bytes: Buffer, at: number, order: ByteOrder): number {
  return order === "big" ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
}

/** Turns UTF-32 into UTF-8, without its byte-order mark. */
export function createUtf32Mender(order: ByteOrder): Mender {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;

  function push(bytes: Buffer): Buffer {
    const pending = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const whole = pending.length - (pending.length % UNIT_BYTES);
    const text: string[] = [];
    for (let at = 0; at < whole; at += UNIT_BYTES) {
      const unit = unitAt(pending, at, order);
      if (!isFirst || unit !== BYTE_ORDER_MARK) text.push(String.fromCodePoint(isCharacter(unit) ? unit : REPLACEMENT));
      isFirst = false;
    }
    rest = Buffer.from(pending.subarray(whole));
    return Buffer.from(text.join(""));
  }

  function end(): Buffer {
    return Buffer.from(rest.length === 0 ? "" : String.fromCodePoint(REPLACEMENT));
  }

  return { push, end, isPlain: () => false };
}

function isCharacter(unit: number): boolean {
  return unit <= 0x10ffff && (unit < 0xd800 || unit > 0xdfff);
}
