import { WsaError } from "../../error.ts";
import { say, type Wording } from "../../wording.ts";

/** The error for people when the system refuses to open or read a file. */
export function unreadable(path: string, cause: NodeJS.ErrnoException): WsaError {
  const [message, hint] = REASONS[cause.code ?? ""] ?? [say`${cause.message}`, null];
  return new WsaError("input", path, message, { hint, cause });
}

const REASONS: Readonly<Record<string, readonly [message: Wording, hint: Wording]>> = {
  ENOENT: [say`no such file`, say`check the spelling and the current folder`],
  ENOTDIR: [say`a part of the path is no folder`, say`check the spelling and the current folder`],
  ENAMETOOLONG: [say`its name is too long`, say`check the spelling and the current folder`],
  EACCES: [say`permission denied`, say`run as a user who may read it, or copy it first`],
  EPERM: [say`permission denied`, say`run as a user who may read it, or copy it first`],
  EBUSY: [say`another program keeps it locked`, say`copy it first, or read it when that program has closed it`],
  EMFILE: [say`too many open files`, say`read fewer files at once`],
  ELOOP: [say`a symbolic link leads back to itself`, say`name the file that the link should lead to`],
  ENXIO: [say`is a socket or a device without an owner`, say`name a file or a pipe`],
  EAGAIN: [
    say`holds nothing at the moment: it is no file on a disk`,
    say`let another program read it, and pipe that in`,
  ],
  EISDIR: [
    say`is a folder`,
    say`wsa-annotate ingest reads folders; else name the logs in it, for example with a pattern`,
  ],
  EBADF: [say`is not open for reading`, say`redirect it from a file or a pipe`],
  ECONNRESET: [
    say`was broken off by its writer`,
    say`let it be sent again, under the same --source: what is counted stays counted`,
  ],
  EINVAL: [say`cannot be read as a file`, say`let another program read it, and pipe that in`],
  EIO: [say`cannot be read: the device reports an error`, say`copy what can be read of it, and read the copy`],
};
