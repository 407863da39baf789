import { createUtf16Mender, type Mender } from "./utf16.ts";
import { beginningInUtf32, createUtf32Mender } from "./utf32.ts";

/**
 * Turns a log that is UTF-32, or the stretches of UTF-16 in it, into UTF-8, and leaves every other byte as it is, however
 * the log is chunked.
 *
 * @param inside whether the bytes begin at a line's start inside a log that needed no decoding before it.
 */
export function createMender(inside = false): Mender {
  if (inside) return createUtf16Mender(true);
  let first: Buffer = Buffer.alloc(0);
  let chosen: Mender | null = null;

  function choose(last: boolean): Mender | null {
    const beginning = beginningInUtf32(first, last);
    if (beginning === null) return null;
    return beginning === "other" ? createUtf16Mender() : createUtf32Mender(beginning);
  }

  function push(bytes: Buffer): Buffer {
    if (chosen !== null) return chosen.push(bytes);
    first = first.length === 0 ? bytes : Buffer.concat([first, bytes]);
    chosen = choose(false);
    const pending = first;
    first = chosen === null ? Buffer.from(pending) : Buffer.alloc(0);
    return chosen?.push(pending) ?? Buffer.alloc(0);
  }

  function end(): Buffer {
    if (chosen !== null) return chosen.end();
    chosen = choose(true) ?? createUtf16Mender();
    return Buffer.concat([chosen.push(first), chosen.end()]);
  }

  return { push, end, isPlain: () => chosen?.isPlain() !== false };
}
