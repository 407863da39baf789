import { basename, dirname, join } from "node:path";
import { logStem } from "../../log/log-name.ts";

/**
 * Sorts paths so that a log's rotated files come before it, oldest first: `app.log.2.gz`, `app.log.1`, `app.log`.
 * Different logs stay in the order of their first file.
 */
export function sortByAge<Item extends { readonly path: string }>(items: readonly Item[]): Item[] {
  const logs = new Map<string, { readonly item: Item; readonly age: Age }[]>();
  for (const item of items) {
    const log = logOf(item.path);
    const files = logs.get(log) ?? [];
    if (files.length === 0) logs.set(log, files);
    files.push({ item, age: ageOf(basename(item.path)) });
  }
  return [...logs.values()].flatMap((files) => files.sort((a, b) => compareAges(a.age, b.age)).map(({ item }) => item));
}

/** The path that a log and its rotated files share: `logs/app.log` for `logs/app.log.1.gz`. */
export function logOf(path: string): string {
  return join(dirname(path), logStem(path));
}

interface Age {
  readonly isCurrent: boolean;
  /** Digits of the date that rotation appended; empty without one. */
  readonly date: string;
  readonly number: number;
}

function ageOf(name: string): Age {
  const appended = name.slice(logStem(name).length).replace(/\.(?:gz|zst|xz)$/i, "");
  const date = /\d{4}[-\d_T:]{4,}/.exec(appended)?.[0] ?? "";
  const number = Number(/\.(\d{1,4})$/.exec(appended)?.[1] ?? 0);
  return { isCurrent: appended === "", date: date.replace(/\D/g, ""), number };
}

function compareAges(a: Age, b: Age): number {
  if (a.isCurrent !== b.isCurrent) return a.isCurrent ? 1 : -1;
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return b.number - a.number;
}
