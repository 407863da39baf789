import { groupByBeginning } from "../sources/file/group-by-beginning.ts";
import { logOf } from "../sources/file/rotation.ts";

/**
 * Divides files into lists that may be read side by side, the largest first. What is new in a log may depend on its
 * rotated files and on logs that begin like it, so they come one after another, in their given order.
 */
export function readingLists<File extends { readonly path: string; readonly size: number }>(
  files: readonly File[],
): readonly (readonly File[])[] {
  const lists = new Map<File, Set<File>>(files.map((file) => [file, new Set([file])]));
  const join = (group: readonly File[]) => {
    const joined = new Set(group.flatMap((file) => [...(lists.get(file) as Set<File>)]));
    for (const file of joined) lists.set(file, joined);
  };
  for (const group of [...groupByName(files), ...groupByBeginning(files)]) if (group.length > 1) join(group);
  const inOrder = new Map<Set<File>, File[]>();
  for (const file of files) {
    const list = lists.get(file) as Set<File>;
    const begun = inOrder.get(list);
    if (begun === undefined) inOrder.set(list, [file]);
    else begun.push(file);
  }
  return [...inOrder.values()].sort((a, b) => totalSize(b) - totalSize(a));
}

/** Bytes of all files. */
export function totalSize(files: readonly { readonly size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

function groupByName<File extends { readonly path: string }>(files: readonly File[]): File[][] {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const log = logOf(file.path);
    const group = groups.get(log);
    if (group === undefined) groups.set(log, [file]);
    else group.push(file);
  }
  return [...groups.values()];
}
