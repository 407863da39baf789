import { WsaError } from "../error.ts";
import { say } from "../wording.ts";
import type { CatalogueFileRow, CatalogueProblem } from "./catalogue-rows.ts";

/** A user's catalogue file after its check. */
export interface CatalogueFile {
  readonly path: string;
  /** What its codes are from, in stores. */
  readonly name: string;
  /** In the file's order. */
  readonly rows: readonly CatalogueFileRow[];
}

/**
 * Reads a user's catalogue file and collects what is wrong with it; the rows are those that are right. JSON is a list of
 * entries, or an object with a `name` for the catalogue, `cues` and `ignore` for all of its own codes, and `entries`. An
 * entry has a `code` and whichever fields of {@link Entry} it changes; a text is `{ "en": "...", "zh": "..." }`, or a
 * string for both:
 *
 *     { "name": "acme", "cues": ["acme error"], "entries": [
 *       { "code": 10061, "advice": [{ "operations": ["connect"], "cause": "the broker is in its nightly restart",
 *                                     "next": "wait until 02:15, then `sc query broker` on HOST" }] },
 *       { "code": 20017, "name": "ACME_LICENCE_BUSY", "category": "resource", "retryable": "yes",
 *         "title": { "en": "all licences in use", "zh": "许可证已用尽" } }
 *     ] }
 *
 * CSV (a name that ends in `.csv`) has a header and one code in a row, with `title`, `meaning`, `cause` and `next` for
 * both languages or `title_en`, `title_zh` … for each, and `|` between several `cues`, `ignore`, `aliases` and
 * `operations`.
 */
export async function readCatalogueFile(
  text: string,
  path: string,
): Promise<{ readonly file: CatalogueFile; readonly problems: readonly CatalogueProblem[] }> {
  // The parsers and zod take longer to load than the whole catalogue, so only a catalogue file loads them.
  const { readRows } = await import("./catalogue-rows.ts");
  const { name, rows, problems } = readRows(text.replace(/^\uFEFF/, ""), path);
  return { file: { path, name: name ?? nameOf(path), rows }, problems };
}

/** Reads a file in which nothing may be wrong; rejects with a WsaError `catalogue` with the first mistake and its line. */
export async function parseCatalogueFile(text: string, path: string): Promise<CatalogueFile> {
  const { file, problems } = await readCatalogueFile(text, path);
  if (problems.length === 0) return file;
  throw catalogueError(path, problems);
}

/** The first of the problems as an error. */
export function catalogueError(path: string, problems: readonly CatalogueProblem[]): WsaError {
  const [{ line, what } = { line: 1, what: say`is empty` }, ...others] = problems;
  const message = others.length === 0 ? what : say`${what} (and ${others.length} more)`;
  return new WsaError("catalogue", `${path}:${line}`, message, { hint: say`wsa-annotate catalogue check ${path}` });
}

/** `acme` for `C:\logs\acme.json`. */
function nameOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]*$/, "");
}
