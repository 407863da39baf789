import { isAscii, isUtf8 } from "node:buffer";
import { suggestEncoding } from "./suggest-encoding.ts";

/** As much of a log is looked at. */
const SAMPLE_BYTES = 64 * 1024;
/** A log that is still growing is judged early when it has this many bytes beyond ASCII. */
const EARLY_BYTES = 64;
/** Fewer bytes beyond ASCII are broken ones, unless their encoding is sure. */
const MIN_BYTES = 12;

/** The beginning of a log, collected as it is read. */
export interface LogSample {
  /** Takes the next bytes, or a byte string; costs nothing behind the beginning. */
  push(bytes: Uint8Array | string): void;
  /** Judges what there was, at the end of the log. */
  end(): void;
}

/**
 * Looks at the beginning of a log.
 *
 * @param found is called once when the log is no UTF-8, with the encoding that its bytes prove, or null.
 */
export function createLogSample(found: (encoding: string | null) => void): LogSample {
  let left = SAMPLE_BYTES;
  let kept: Uint8Array[] = [];
  let beyond = 0;

  function push(bytes: Uint8Array | string): void {
    if (left <= 0) return;
    const taken = typeof bytes === "string" ? Buffer.from(bytes.slice(0, left), "latin1") : bytes.subarray(0, left);
    left -= taken.length;
    if (kept.length > 0 || !isAscii(taken)) {
      kept.push(Uint8Array.from(taken));
      beyond += taken.reduce((n, byte) => n + (byte >> 7), 0);
      if (beyond >= EARLY_BYTES || left === 0) judge(left === 0);
    }
  }

  function judge(last: boolean): void {
    const verdict = notUtf8(Buffer.concat(kept));
    // More bytes may prove an encoding where these do not.
    if (verdict === null || (verdict.encoding === null && !last)) return;
    left = 0;
    kept = [];
    found(verdict.encoding);
  }

  return {
    push,
    end() {
      if (kept.length > 0 && beyond > 0) judge(true);
      left = 0;
      kept = [];
    },
  };
}

/**
 * Judges whether bytes are text in a legacy code page, and in which; null for UTF-8, also with a few broken bytes or in
 * a mixture, and for binary data.
 */
export function notUtf8(bytes: Buffer): { readonly encoding: string | null } | null {
  if (isUtf8(bytes)) return null;
  const lines = bytes.toString("latin1").split(/[\r\n]+/);
  const odd = lines.filter((line) => /[\x80-\xff]/.test(line));
  const kinds = odd.map(kindOf);
  const legacy = odd.filter((_, at) => kinds[at] === "legacy");
  if (legacy.length < 0.9 * odd.length) return null;
  const text = legacy.join("\n");
  const encoding = suggestEncoding(Buffer.from(text, "latin1"));
  const isEnough = beyondIn(text) >= MIN_BYTES && legacy.length >= lines.length / 100;
  return encoding !== null || isEnough ? { encoding } : null;
}

/** Characters of several bytes in UTF-8. */
const UTF8 =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf4][\x80-\xbf]{3}/g;

function kindOf(line: string): "utf-8" | "legacy" | "binary" {
  if (/[\0-\x07\x0e-\x1a\x1c-\x1f\x7f]/.test(line)) return "binary";
  const broken = beyondIn(line.replace(UTF8, ""));
  return 2 * broken > beyondIn(line) ? "legacy" : "utf-8";
}

function beyondIn(text: string): number {
  return text.match(/[\x80-\xff]/g)?.length ?? 0;
}
