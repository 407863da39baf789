const lineFeed = 10;

/** Bytes of a log in order. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Where messages end: each has as many whole lines as fit, and a line that does not fit is cut. */
export async function planMessages(pieces: Pieces, from: number, maxBytes: number): Promise<number[]> {
  const ends: number[] = [];
  let start = from;
  let lineStart = from;
  let at = from;
  const endLine = (end: number) => {
    if (end - start > maxBytes && lineStart > start) {
      ends.push(lineStart);
      start = lineStart;
    }
    while (end - start > maxBytes) {
      start += maxBytes;
      ends.push(start);
    }
    lineStart = end;
  };
  for await (const bytes of pieces) {
    for (let next = bytes.indexOf(lineFeed); next >= 0; next = bytes.indexOf(lineFeed, next + 1))
      endLine(at + next + 1);
    at += bytes.length;
  }
  if (at > lineStart) endLine(at);
  if (at > start) ends.push(at);
  return ends;
}

/** Cuts bytes that begin at an offset where messages end. */
export async function* cutMessages(
  pieces: Pieces,
  from: number,
  ends: readonly number[],
): AsyncGenerator<{ readonly offset: number; readonly bytes: Uint8Array }> {
  let offset = from;
  let held: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  for await (const piece of pieces) {
    let rest = piece;
    for (let end = ends[number]; end !== undefined && offset + size + rest.length >= end; end = ends[number]) {
      const last = end - offset - size;
      held.push(rest.subarray(0, last));
      yield { offset, bytes: held.length === 1 ? (held[0] as Uint8Array) : Buffer.concat(held) };
      offset = end;
      held = [];
      size = 0;
      number++;
      rest = rest.subarray(last);
    }
    if (rest.length > 0) held.push(rest);
    size += rest.length;
  }
}
