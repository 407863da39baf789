import { type Child, markup } from "../layout/markup.ts";

/** A code's name that may break after an underscore, since a table on a telephone is narrower than some names. */
export function breakableName(name: string): Child {
  return name.split(/(?<=_)/).map((part, i) => (i === 0 ? part : markup`<wbr>${part}`));
}
