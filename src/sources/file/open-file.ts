import { type BigIntStats, closeSync, constants, fstatSync, openSync } from "node:fs";
import { devNull } from "node:os";
import { WsaError } from "../../error.ts";
import { say, type Wording } from "../../wording.ts";
import { unreadable } from "./unreadable.ts";

/** Opens a regular file or a pipe, without waiting for a writer of the pipe; throws a WsaError `input` for others. */
export function openFile(path: string): { fd: number; stats: BigIntStats } {
  const fd = open(path);
  const stats = fstatSync(fd, { bigint: true });
  const refusal = refusalOf(path, stats);
  if (refusal === null) return { fd, stats };
  closeSync(fd);
  throw new WsaError("input", path, ...refusal);
}

function refusalOf(path: string, stats: BigIntStats): [message: Wording, options: { hint: Wording }] | null {
  if (stats.isFile() || stats.isFIFO() || path === devNull) return null;
  if (stats.isDirectory())
    return [
      say`is a folder`,
      { hint: say`wsa-annotate ingest reads folders; else name the logs in it, for example with a pattern` },
    ];
  return [say`is a device`, { hint: say`to read a terminal or a device, redirect standard input` }];
}

function open(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}
