import { type Child, markup } from "../layout/markup.ts";

/** Lets a name break after an underscore, because some names are wider than a table on a telephone. */
export function breakableName(name: string): Child {
  return name.split(/(?<=_)/).map((part, i) => (i === 0 ? part : markup`<wbr>${part}`));
}
