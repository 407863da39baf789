/** Collects what goes out for a block, in order. */
export interface OutputBuffer {
  /** Adds a byte string, or bytes, which may change after `take` and not before. */
  add(piece: string | Uint8Array): void;
  /** Returns all of it, and begins anew; undefined when there is nothing. */
  take(): Buffer | undefined;
}

/**
 * Creates an empty buffer. What is taken has memory of its own; with `buffers`, the memory of what was taken that many
 * times before, which must not be in use any more.
 */
export function createOutputBuffer(buffers = 0): OutputBuffer {
  const used: Buffer[] = [];

  const pieces: (string | Uint8Array)[] = [];
  /** Strings in a row are joined: one copy of them all is quicker than a copy of each. */
  let text = "";
  let length = 0;

  function add(piece: string | Uint8Array): void {
    length += piece.length;
    if (typeof piece === "string") {
      text += piece;
      return;
    }
    if (text !== "") pieces.push(text);
    text = "";
    pieces.push(piece);
  }

  function take(): Buffer | undefined {
    if (length === 0) return undefined;
    if (text !== "") pieces.push(text);
    const bytes = room(length);
    let at = 0;
    for (const piece of pieces) {
      if (typeof piece === "string") bytes.write(piece, at, "latin1");
      else bytes.set(piece, at);
      at += piece.length;
    }
    pieces.length = 0;
    text = "";
    length = 0;
    return bytes;
  }

  function room(bytes: number): Buffer {
    if (buffers === 0) return Buffer.allocUnsafe(bytes);
    const last = used.length < buffers ? undefined : used.shift();
    const next = last !== undefined && last.length >= bytes ? last : Buffer.allocUnsafeSlow(bytes + (bytes >> 2));
    used.push(next);
    return next.subarray(0, bytes);
  }

  return { add, take };
}
