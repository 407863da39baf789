import { run } from "../program.ts";

/** Occurrences in a store, by an SQL sum. */
export async function countedIn(store: string): Promise<number> {
  const sql = "select coalesce(sum(n), 0) as n from counts";
  const { stdout } = await run(["query", sql, "--store", store, "--format", "json"]);
  return JSON.parse(stdout)[0].n;
}

/** Numbered lines with one code each, from one number up to another. */
export function logLines(from: number, to: number): string {
  let text = "";
  for (let n = from; n < to; n++) text += `2026-11-22 08:30:00 id=${n} recv failed: 10054\n`;
  return text;
}
