import type { Entry } from "../catalogue/entry.ts";
import { byteListLiterals } from "../recognise/byte-list.ts";
import { recognisers } from "../recognise/forms/index.ts";
import { createOwnForm } from "../recognise/own-form.ts";
import type { Literals } from "../sieve/literals.ts";
import { loadSieve } from "../sieve/load-sieve.ts";
import type { Sieve } from "../sieve/sieve.ts";
import { directives } from "./timeline.ts";

/** What the sieve looks for: the literals of every form, and of the lines that show how to read the others. */
export function programLiterals(): Literals {
  return {
    texts: [...recognisers.flatMap((form) => form.literals), ...byteListLiterals, ...directives],
    numbers: recognisers.flatMap((form) => form.numbers ?? []),
  };
}

/** The sieve for a catalogue; the program's own unless given. */
export function sieveFor(catalogue?: readonly Entry[]): Sieve {
  const own = catalogue === undefined ? null : createOwnForm(catalogue);
  return loadSieve(programLiterals, own === null ? undefined : { texts: own.literals, numbers: own.numbers ?? [] });
}
