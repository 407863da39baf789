import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { chmod, chown, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WsaError } from "../error.ts";
import { say, type Wording } from "../wording.ts";

/**
 * Writes a file so that there is either the old one or the whole new one, even after a power failure: writes a hidden
 * file beside it, flushes that to the disk and renames it. A link stays one, and what is no regular file (a device, a
 * pipe, an open descriptor's name) is written into, never replaced. Rejects with a WsaError `output`.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const target = await targetOf(path);
    const there = await stat(target).catch(() => null);
    if (isBelowSystem(path) || (there !== null && !there.isFile())) await writeInto(path, text);
    else await replace(target, text, there);
  } catch (cause) {
    if (cause instanceof WsaError) throw cause;
    const hint = say`name a file in a folder that can be written to`;
    throw new WsaError("output", path, reason(cause), { hint, cause });
  }
}

/** A name may have 255 bytes, which are as few as 63 characters; the draft's own has some more than the file's. */
const LONGEST_PART = 40;

interface Rights {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** `/dev/stdout` and `/proc/self/fd/1` name what is open already, which may be a file. */
const isBelowSystem = (path: string): boolean => /^\/(?:dev|proc)\//.test(resolve(path));

/** The file that a chain of links ends at, whether or not it is there. */
async function targetOf(path: string): Promise<string> {
  const found = await realpath(path).catch(() => null);
  if (found !== null) return found;
  const link = await readlink(path).catch(() => null);
  return link === null ? path : resolve(dirname(path), link);
}

async function replace(path: string, text: string, former: Rights | null): Promise<void> {
  const draft = join(
    dirname(path),
    `.${[...basename(path)].slice(0, LONGEST_PART).join("")}.${randomBytes(6).toString("hex")}`,
  );
  try {
    // A report has lines of logs: whoever could not read the former one must not read this one, at no moment.
    const file = await open(draft, "wx", former === null ? 0o666 : 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (former !== null) await keepRights(draft, former);
    await moveOver(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw cause;
  }
  await syncFolder(dirname(path));
}

/** Windows refuses while a scanner looks at the former file, which is soon over, or while a program shows it. */
async function moveOver(draft: string, path: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(draft, path);
    } catch (cause) {
      const isHeld = /^(?:EACCES|EBUSY|EPERM)$/.test((cause as NodeJS.ErrnoException).code ?? "");
      if (!isHeld || sep === "/") throw cause;
      if (tries === MOST_TRIES) throw held(path, cause);
    }
    await sleep(BETWEEN_TRIES_MS);
  }
}

const MOST_TRIES = 20;
const BETWEEN_TRIES_MS = 50;

/** Only the system's administrator may give a file away; then its group may not get more than others. */
async function keepRights(path: string, { mode, uid, gid }: Rights): Promise<void> {
  const isOwned = await chown(path, uid, gid).then(
    () => true,
    () => false,
  );
  await chmod(path, isOwned ? mode & 0o777 : mode & 0o707);
}

/** Opening a pipe that nobody reads would wait for ever: a look that does not wait comes first, and keeps it open. */
async function writeInto(path: string, text: string): Promise<void> {
  const look = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    const file = await open(path, constants.O_WRONLY);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  } finally {
    await look.close();
  }
}

function held(path: string, cause: unknown): WsaError {
  const hint = say`close it there, or name another file`;
  return new WsaError("output", path, say`is read-only, or another program has it open`, { hint, cause });
}

function reason(cause: unknown): Wording {
  const { code, message } = cause as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
      return say`its folder does not exist`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return say`may not be written`;
    case "ENXIO":
      return say`nobody reads this pipe`;
    case "EPIPE":
      return say`its reader has gone`;
    case "EISDIR":
      return say`is a folder`;
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return say`the disk is full; what was there before is unchanged`;
    default:
      return say`cannot be written: ${message}`;
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
