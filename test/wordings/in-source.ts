import { readdirSync, readFileSync } from "node:fs";

const SRC = new URL("../../src/", import.meta.url);

/** The templates of every wording in the source: of each say`…`, and of each fixed("…") that is written out. */
export function templatesInSource(): Set<string> {
  const paths = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  return new Set(paths.flatMap((path) => templatesOf(readFileSync(new URL(path, SRC), "utf8"))));
}

/** The templates of one file's text, those within others too. */
export function templatesOf(source: string): string[] {
  const text = source.replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, "");
  const tagged = [...text.matchAll(/\bsay`/g)].map(({ index }) => templateFrom(text, index + "say`".length));
  return [...tagged, ...[...text.matchAll(/\bfixed\("([^"]*)"\)/g)].map(([, one = ""]) => one)];
}

/** The template that begins at `at`, with a number for each value. */
function templateFrom(text: string, at: number): string {
  let [template, values] = ["", 0];
  for (let i = at; text[i] !== "`"; i++) {
    if (text.startsWith("${", i)) {
      i = endOfValue(text, i + 2);
      template += `{${++values}}`;
    } else if (text[i] === "\\") template += text[++i];
    else template += text[i];
  }
  return template;
}

/** Where the brace is that ends a value: neither one within it nor one in a text. */
function endOfValue(text: string, at: number): number {
  let depth = 0;
  for (let i = at; ; i++) {
    if (text[i] === "}" && depth-- === 0) return i;
    if (text[i] === "{") depth++;
    if (text[i] === '"') i = text.indexOf('"', i + 1);
    if (text[i] === "`") i = endOfTemplate(text, i + 1);
  }
}

function endOfTemplate(text: string, at: number): number {
  let i = at;
  while (text[i] !== "`") i = text.startsWith("${", i) ? endOfValue(text, i + 2) + 1 : i + 1;
  return i;
}
