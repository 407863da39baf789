import { closeSync, readSync } from "node:fs";
import { CONTENT_HEAD_BYTES, contentOf } from "./content.ts";
import { openFile } from "./open-file.ts";

/** How much of each log is compared. */
const BEGINNING_BYTES = 1024;

/**
 * Puts logs that begin alike into one group, because they may be one log under two names or at two times. Two logs begin
 * alike when the first bytes of one are a prefix of those of the other. Files that cannot be read are alone.
 */
export function groupByBeginning<File extends { readonly path: string }>(files: readonly File[]): File[][] {
  const begun = files.map((file) => ({ file, beginning: beginningOf(file.path) }));
  const groups: File[][] = [];
  let first = "";
  for (const { file, beginning } of begun.sort((a, b) => (a.beginning < b.beginning ? -1 : 1))) {
    if (first !== "" && beginning.startsWith(first)) groups.at(-1)?.push(file);
    else {
      groups.push([file]);
      first = beginning;
    }
  }
  return groups;
}

/** The first bytes of a log, unpacked where it is an archive that can be looked into; empty when there are none. */
function beginningOf(path: string): string {
  const bytes = new Uint8Array(CONTENT_HEAD_BYTES);
  try {
    const { fd } = openFile(path);
    const head = bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0));
    closeSync(fd);
    const content = contentOf(head);
    const text = content.kind === "archive" ? (content.archive.peek?.(head) ?? head) : head;
    return Buffer.from(text).toString("latin1", 0, BEGINNING_BYTES);
  } catch {
    return "";
  }
}
