import { WsaError } from "../error.ts";
import { isUnchanged } from "../sources/file/file-hint.ts";
import type { FoundFile } from "../sources/file/find-logs.ts";
import type { Store } from "../store/store.ts";

/**
 * The files that look as they did when all of them was counted. None for logs that get another name, because a short log
 * counts under each name that it is given.
 */
export async function unchangedFiles(
  files: readonly FoundFile[],
  store: Pick<Store, "fileHints"> | null,
  { host, name }: { readonly host: string; readonly name?: string | undefined },
): Promise<ReadonlySet<FoundFile>> {
  if (store === null || name !== undefined) return new Set();
  try {
    const known = new Map((await store.fileHints(host)).map((hint) => [hint.path, hint]));
    return new Set(files.filter(({ hint }) => hint !== null && isUnchanged(known.get(hint.path), hint)));
  } catch (error) {
    // What is wrong with the store is reported when it is written.
    if (error instanceof WsaError) return new Set();
    throw error;
  }
}
