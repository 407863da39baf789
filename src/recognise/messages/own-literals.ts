import { languages } from "./index.ts";
import { literalsOf } from "./literals.ts";

/** The literals of all languages. The build puts what this returns in the place of this file. */
export function ownLiterals(): readonly string[] {
  return literalsOf(Object.values(languages));
}
