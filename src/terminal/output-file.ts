import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { WsaError } from "../error.ts";

/**
 * Writes a file so that there is either the old one or the whole new one, even after a power failure: writes a hidden
 * file beside it, flushes that to the disk and renames it. Rejects with a WsaError `output`.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new WsaError("output", path, reason(cause), {
      hint: "name a file in a folder that can be written to",
      cause,
    });
  }
  await syncFolder(dirname(path));
}

function reason(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
      return "its folder does not exist";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "may not be written";
    case "EISDIR":
      return "is a folder";
    case "ENOSPC":
      return "the disk is full; what was there before is unchanged";
    default:
      return `cannot be written: ${message}`;
  }
}

/** Flushes the new name to the disk. Does nothing on Windows, where folders cannot be opened. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  if (folder === null) return;
  try {
    await folder.sync();
  } catch {
    // Some file systems do not flush folders: the file itself is whole either way.
  } finally {
    await folder.close();
  }
}
