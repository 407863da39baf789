import type { Source } from "../../log/source.ts";

/** Visits a source, then the other logs that are in its file, until the signal is aborted. */
export async function visitLogs(
  source: Source,
  signal: AbortSignal,
  visit: (log: Source) => Promise<void>,
): Promise<void> {
  const { further } = source;
  try {
    await visit(source);
    if (further === undefined) return;
    for (let log = further.next(); log !== null && !signal.aborted; log = further.next()) await visit(log);
  } finally {
    further?.close();
  }
}
