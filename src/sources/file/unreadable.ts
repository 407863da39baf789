import { WsaError } from "../../error.ts";

/** The error for people when the system refuses to open or read a file. */
export function unreadable(path: string, cause: NodeJS.ErrnoException): WsaError {
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
  ENXIO: ["is a socket or a device without an owner", "name a file or a pipe"],
  EAGAIN: ["holds nothing at the moment: it is no file on a disk", "let another program read it, and pipe that in"],
  EINVAL: ["cannot be read as a file", "let another program read it, and pipe that in"],
  EIO: ["cannot be read: the device reports an error", "copy what can be read of it, and read the copy"],
};
