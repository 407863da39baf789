/** The innermost object of JSON around a place. */
export interface ObjectAround {
  /** Its own text, without the objects in it. */
  readonly own: string;
  /** The names of the fields that it is inside of, the innermost first; none for a record of its own. */
  readonly names: readonly string[];
}

const reach = 1024;
const nameBefore = /"([^"]{1,60})" ?: ?\[?\s?$/;

/**
 * Returns the object around a place; null where none is open there. Braces are counted without a look whether they are in
 * a text, because half a line is all that there may be.
 */
export function objectAround(text: string, at: number): ObjectAround | null {
  const from = Math.max(0, at - reach);
  const names: string[] = [];
  let own: string | null = null;
  let head = "";
  let headEnd = at;
  let closed = 0;
  for (let index = at - 1; index >= from; index--) {
    const character = text[index];
    if (character === "}") {
      if (closed++ === 0 && own === null) head = text.slice(index + 1, headEnd) + head;
    } else if (character === "{") {
      if (closed > 0) {
        if (--closed === 0) headEnd = index;
        continue;
      }
      own ??= text.slice(index + 1, headEnd) + head + ownBehind(text, at);
      const name = nameBefore.exec(text.slice(Math.max(0, index - 68), index))?.[1];
      if (name === undefined) break;
      names.push(name);
    }
  }
  return own === null ? null : { own, names };
}

function ownBehind(text: string, at: number): string {
  const to = Math.min(text.length, at + reach);
  let own = "";
  let open = 0;
  let from = at;
  for (let index = at; index < to; index++) {
    const character = text[index];
    if (character === "{") {
      if (open++ === 0) own += text.slice(from, index);
    } else if (character === "}") {
      if (--open < 0) return own + text.slice(from, index);
      if (open === 0) from = index + 1;
    }
  }
  return open === 0 ? own + text.slice(from, to) : own;
}
