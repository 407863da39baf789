import { nearestNames } from "../text/nearest-names.ts";
import type { Catalogue } from "./catalogue.ts";
import { withoutSocketError } from "./read-name.ts";

/** Suggests up to three names for a misspelled one, the most similar first, none when nothing is near. */
export function suggestNames(catalogue: Catalogue, text: string): string[] {
  return nearestNames(withoutSocketError(text), namesOf(catalogue));
}

const namesOf = ({ names, entries }: Catalogue): Set<string> =>
  new Set([...names, ...entries.flatMap(({ posix, dotnet }) => [posix, dotnet].filter((name) => name !== null))]);
