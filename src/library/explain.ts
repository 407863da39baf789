import { type Explanation, explainTerm } from "../catalogue/explain.ts";
import { catalogue as shipped } from "../catalogue/index.ts";
import { findCodes } from "./find-codes.ts";
import type { FindOptions } from "./options.ts";

/**
 * Looks up a number, name, hexadecimal, HRESULT, message or words in English or Chinese. Returns all that the term may
 * mean, best first; for an unknown one, the names that may have been meant.
 *
 * @example
 * explain("0x8007274D").readings[0]?.entry.title.zh; // "连接被拒绝"
 * explain("WSAECONRESET").suggestions; // ["WSAECONNRESET", "WSAENETRESET"]
 */
export function explain(term: string, { catalogue = shipped }: Pick<FindOptions, "catalogue"> = {}): Explanation {
  const recogniseText = (text: string) => findCodes(text, { posixNames: true, catalogue }).map(({ code }) => code);
  return explainTerm(catalogue, term, { recogniseText });
}
