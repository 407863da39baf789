import { readFile } from "node:fs/promises";
import type { Options } from "yargs";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { parseCatalogueFile } from "../../catalogue/catalogue-file.ts";
import { extendCatalogue } from "../../catalogue/extend.ts";
import { catalogue } from "../../catalogue/index.ts";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** `--catalogue`: a team's own titles, advice and codes. */
export const catalogueOption = {
  type: "string",
  requiresArg: true,
  group: "Recognising:",
  describe: "File (JSON or CSV) with titles, advice and codes of your own",
} as const satisfies Options;

/** The catalogue, extended by the user's file if one is named; throws a WsaError `catalogue` or `input`. */
export async function catalogueOf(path: string | undefined): Promise<Catalogue> {
  if (path === undefined) return catalogue;
  return extendCatalogue(catalogue, await parseCatalogueFile(await readCatalogueText(path), path));
}

/** The text of a catalogue file; rejects with a WsaError `input`. */
export async function readCatalogueText(path: string): Promise<string> {
  return await readFile(path, "utf8").catch((cause: Error) => {
    throw new WsaError("input", path, say`the catalogue cannot be read`, { hint: say`${cause.message}`, cause });
  });
}
