import type { Beginning } from "../../ledger/batch.ts";
import type { Generation } from "../../ledger/generation.ts";
import { fingerprintOf, headBytes } from "../../ledger/trail.ts";
import { type LogName, logStem } from "../../log/log-name.ts";
import type { Tables } from "./tables.ts";

/** Reads the generations of a log that begins with these bytes. */
export function readBeginning(tables: Tables, head: string, source: LogName): Beginning {
  const known = [...tables.generations.values()].map(({ generation }) => generation);
  const former = known.findLast(({ source: { host, name } }) => host === source.host && name === source.name);
  return {
    generations: known
      .filter((generation) => beginsLike(generation, head, source))
      .sort((a, b) => b.position - a.position || b.id - a.id),
    former: former ?? null,
    newest: known.at(-1)?.id ?? 0,
  };
}

/** A full head is enough; a shorter one needs the same host and name, apart from what rotation adds to it. */
function beginsLike(generation: Generation, bytes: string, { host, name }: LogName): boolean {
  const { head, source } = generation;
  if (head.bytes === 0 || head.bytes > bytes.length) return false;
  if (head.bytes < headBytes && (source.host !== host || logStem(source.name) !== logStem(name))) return false;
  return fingerprintOf(bytes.slice(0, head.bytes)).hash === head.hash;
}
