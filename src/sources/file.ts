import { open } from "node:fs/promises";
import { WsaError } from "../error.ts";
import type { Source } from "./index.ts";

const READ_BYTES = 256 * 1024;

/** A file as a source; it goes by its path as given, unless it gets a name. Nothing is opened yet. */
export function createFileSource(path: string, host: string, name = path): Source {
  return {
    name: { host, name },
    subject: path,
    identity: "content",
    live: false,
    async open() {
      const file = await open(path, "r").catch((cause) => {
        throw unreadable(path, cause);
      });
      if ((await file.stat()).isDirectory()) {
        await file.close();
        throw new WsaError("input", path, "is a folder", { hint: "name the logs in it, for example with a pattern" });
      }
      return file.createReadStream({ encoding: "latin1", highWaterMark: READ_BYTES });
    },
  };
}

function unreadable(path: string, cause: NodeJS.ErrnoException): WsaError {
  const [message, hint] = REASONS[cause.code ?? ""] ?? [cause.message, ""];
  return new WsaError("input", path, message, { hint, cause });
}

const REASONS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOENT: ["no such file", "check the spelling and the current folder"],
  EACCES: ["permission denied", "run as a user who may read it, or copy it first"],
  EPERM: ["permission denied", "run as a user who may read it, or copy it first"],
  EBUSY: ["another program keeps it locked", "copy it first, or read it when that program has closed it"],
  EMFILE: ["too many open files", "read fewer files at once"],
  ELOOP: ["a symbolic link leads back to itself", "name the file that the link should lead to"],
};
