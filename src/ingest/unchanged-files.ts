import { WsaError } from "../error.ts";
import type { FileHint } from "../log/file-hint.ts";
import { isUnchanged } from "../sources/file/file-hint.ts";
import type { FoundFile } from "../sources/file/find-logs.ts";
import { type FileNaming, nameOfFile } from "../sources/file/name-of-file.ts";
import type { Store } from "../store/store.ts";

/**
 * The files that look as they did when all of them was counted. None for logs that get another name, because a short log
 * counts under each name that it is given.
 */
export async function unchangedFiles(
  files: readonly FoundFile[],
  store: Pick<Store, "fileHints"> | null,
  naming: FileNaming,
): Promise<ReadonlySet<FoundFile>> {
  if (store === null || naming.name !== undefined) return new Set();
  try {
    const unchanged = new Set<FoundFile>();
    const byHost = new Map<string, ReadonlyMap<string, FileHint>>();
    for (const file of files) {
      const { host } = nameOfFile(file.path, naming);
      const known = byHost.get(host) ?? new Map((await store.fileHints(host)).map((hint) => [hint.path, hint]));
      byHost.set(host, known);
      if (file.hint !== null && isUnchanged(known.get(file.hint.path), file.hint)) unchanged.add(file);
    }
    return unchanged;
  } catch (error) {
    // What is wrong with the store is reported when it is written.
    if (error instanceof WsaError) return new Set();
    throw error;
  }
}
