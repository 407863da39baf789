import type { Beginning } from "../../ledger/batch.ts";
import { fingerprintOf, fingerprintOfSequence, headBytes } from "../../ledger/fingerprint.ts";
import type { Generation } from "../../ledger/generation.ts";
import type { LogKey } from "../../ledger/log-key.ts";
import type { Sequence } from "../../log/identity.ts";
import { type LogName, logStem } from "../../log/log-name.ts";
import type { Tables } from "./tables.ts";

/** Reads what is known about a log with these first bytes, or about a sequence. */
export function readBeginning(tables: Tables, key: LogKey, source: LogName): Beginning {
  const known = [...tables.generations.values()].map(({ generation }) => generation);
  const previousGeneration = known.findLast(
    ({ source: { host, name } }) => host === source.host && name === source.name,
  );
  return {
    generations: known
      .filter((generation) =>
        typeof key === "string" ? beginsLike(generation, key, source) : isSequence(generation, key),
      )
      .sort((a, b) => b.checkpoint.position - a.checkpoint.position || b.head.bytes - a.head.bytes || b.id - a.id),
    previousGeneration: previousGeneration ?? null,
    newest: known.at(-1)?.id ?? 0,
  };
}

function isSequence({ head }: Generation, sequence: Sequence): boolean {
  const { bytes, hash } = fingerprintOfSequence(sequence);
  return head.bytes === bytes && head.hash === hash;
}

/** A full head is enough; a shorter one needs the same host and name, apart from what rotation adds to it. */
function beginsLike(generation: Generation, bytes: string, { host, name }: LogName): boolean {
  const { head, source } = generation;
  if (head.bytes === 0 || head.bytes > bytes.length) return false;
  if (head.bytes < headBytes && (source.host !== host || logStem(source.name) !== logStem(name))) return false;
  return fingerprintOf(bytes.slice(0, head.bytes)).hash === head.hash;
}
