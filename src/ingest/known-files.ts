import { openForReading } from "../commands/options/store.ts";
import { WsaError } from "../error.ts";
import type { FileHint } from "../log/file-hint.ts";
import type { FileOptions } from "../sources/file/file-source.ts";
import type { Io } from "../terminal/io.ts";

/**
 * Files that were read to their ends, by their resolved paths. None when there is no store yet, and none for logs that
 * get another name: a short log counts under each name that it is given.
 */
export async function knownFiles(
  io: Io,
  { store: path }: { readonly store?: string | false },
  { host, name }: FileOptions,
): Promise<ReadonlyMap<string, FileHint>> {
  if (path === false || name !== undefined) return new Map();
  try {
    const store = await openForReading(io, path);
    try {
      return new Map((await store.fileHints(host)).map((file) => [file.path, file]));
    } finally {
      await store.close();
    }
  } catch (error) {
    // What is wrong with the store is told by whoever counts into it.
    if (error instanceof WsaError) return new Map();
    throw error;
  }
}
