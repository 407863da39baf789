/** What goes out for a block, in order, until it goes out at once. */
export interface Output {
  /** Adds a byte string, or bytes, which may change after `take` and not before. */
  add(piece: string | Uint8Array): void;
  /** All of it as bytes of its own, and begins anew; undefined when there is nothing. */
  take(): Buffer | undefined;
}

/** Makes an empty output. */
export function createOutput(): Output {
  const pieces: (string | Uint8Array)[] = [];
  /** Strings that follow each other are joined: one copy of them all is quicker than a copy of each. */
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
    const bytes = Buffer.allocUnsafe(length);
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

  return { add, take };
}
