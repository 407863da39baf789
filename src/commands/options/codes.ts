import type { Catalogue } from "../../catalogue/catalogue.ts";
import { explainTerm } from "../../catalogue/explain.ts";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** The codes of these numbers and names; throws a WsaError `usage` for any other word. */
export function codesOf(terms: readonly string[], catalogue: Catalogue): { code: number; name: string }[] {
  const codes = new Map(terms.map((term) => codeOf(term, catalogue)).map((row) => [row.code, row]));
  return [...codes.values()];
}

/** What to do where the store cannot be opened: a code that the catalogue does not know is the nearer trouble. */
export function checkCodesFirst(terms: readonly string[], catalogue: Catalogue): (error: unknown) => never {
  return (error) => {
    codesOf(terms, catalogue);
    throw error;
  };
}

function codeOf(term: string, catalogue: Catalogue): { code: number; name: string } {
  const entry = catalogue.byName(term) ?? catalogue.byCode(Number(term));
  if (entry !== undefined) return { code: entry.code, name: entry.name };
  const [suggestion] = explainTerm(catalogue, term).suggestions;
  throw new WsaError("usage", term, say`not a Winsock error code`, {
    hint: suggestion === undefined ? say`wsa-annotate explain lists the codes` : say`did you mean ${suggestion}?`,
  });
}
