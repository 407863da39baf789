import { byteListLiterals } from "../recognise/byte-list.ts";
import { recognisers } from "../recognise/forms/index.ts";
import type { Literals } from "../sieve/literals.ts";
import { directives } from "./timeline.ts";

/** What the sieve looks for: the literals of every form, and of the lines that show how to read the others. */
export function programLiterals(): Literals {
  return {
    texts: [...recognisers.flatMap((form) => form.literals), ...byteListLiterals, ...directives],
    numbers: recognisers.flatMap((form) => form.numbers ?? []),
  };
}
