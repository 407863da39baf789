import { WsaError } from "../../error.ts";
import { say, type Wording } from "../../wording.ts";

/** Returns the WsaError for a failure of SQLite or of the file system under it; other errors are returned as they are. */
export function sqliteError(cause: unknown, path: string): unknown {
  // JSON of ours that cannot be read.
  if (cause instanceof SyntaxError) return damagedStore(path, cause);
  const code = codeOf(cause);
  const row = rows.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`));
  if (row === undefined) return isFromSystem(cause) ? new WsaError("store", path, ...unusable(cause)) : cause;
  const [, kind, message, hint] = row;
  return new WsaError(kind, path, message, { hint, cause });
}

export function damagedStore(path: string, cause?: unknown): WsaError {
  return new WsaError("store", path, damaged[1], { hint: damaged[2], cause });
}

/** Whether another connection holds the lock, so that trying again can help. */
export function isBusy(cause: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)|^EBUSY$/.test(codeOf(cause));
}

/** Whatever the file system refuses is about the path or the disk: a name that is too long, links that go round. */
function isFromSystem(cause: unknown): cause is NodeJS.ErrnoException {
  return codeOf(cause) !== "" && typeof (cause as NodeJS.ErrnoException).syscall === "string";
}

function unusable(cause: NodeJS.ErrnoException): [Wording, { hint: Wording; cause: unknown }] {
  return [say`it cannot be opened: ${cause.code ?? ""}`, { hint: say`Name another file with --store.`, cause }];
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error) || !("code" in cause)) return "";
  return typeof cause.code === "string" ? cause.code : "";
}

const full = [
  "store-full",
  say`there is no space left on its disk`,
  say`Free some space and run the command again; what was counted is safe.`,
] as const;
const denied = [
  "store",
  say`it may not be read or written`,
  say`Check who owns the file and its folder, or name another store with --store.`,
] as const;
const damaged = [
  "store",
  say`the file is damaged`,
  say`Bring back a copy, or move the file away to begin a new store.`,
] as const;

/** More special SQLite codes come before the ones that they extend. */
const rows: readonly (readonly [prefix: string, kind: WsaError["code"], message: Wording, hint: Wording | null])[] = [
  ["SQLITE_FULL", ...full],
  [
    "SQLITE_BUSY",
    "store-busy",
    say`another program has been writing to it for too long`,
    say`Try again when it has finished.`,
  ],
  [
    "SQLITE_LOCKED",
    "store-busy",
    say`another program has been writing to it for too long`,
    say`Try again when it has finished.`,
  ],
  [
    "SQLITE_NOTADB",
    "store",
    say`this file is not a wsa-annotate store`,
    say`Name another file with --store; this one was left alone.`,
  ],
  ["SQLITE_CORRUPT", ...damaged],
  [
    "SQLITE_READONLY",
    "store",
    say`it cannot be written`,
    say`Check the permissions of the file and its folder, or name another store with --store.`,
  ],
  [
    "SQLITE_CANTOPEN",
    "store",
    say`it cannot be opened`,
    say`Check that the path is a file in a folder you may write to: SQLite keeps two more files beside it.`,
  ],
  [
    "SQLITE_IOERR",
    "store",
    say`reading or writing it failed`,
    say`Check the disk, then run the command again; what was counted is safe.`,
  ],
  ["SQLITE_PERM", ...denied],
  ["SQLITE_AUTH", ...denied],
  ["SQLITE_PROTOCOL", "store-busy", say`too many programs open it at once`, say`Try again when they have finished.`],
  ["SQLITE_TOOBIG", "store", say`a value is too large for it`, null],
  [
    "SQLITE_NOMEM",
    "store",
    say`there is not enough memory for it`,
    say`Close other programs and run the command again.`,
  ],
  // The tests run every statement of ours: a header, a schema or rows that refuse one are not as they were written.
  ["SQLITE_ERROR", ...damaged],
  ["SQLITE_SCHEMA", ...damaged],
  ["SQLITE_CONSTRAINT", ...damaged],
  ["SQLITE_MISMATCH", ...damaged],
  ["SQLITE_FORMAT", ...damaged],
  ["SQLITE_NOLFS", "store", say`it is larger than its file system allows`, say`Name another store with --store.`],
  ["SQLITE_INTERRUPT", "store-busy", say`the work on it was interrupted`, say`Run the command again.`],
  ["EBUSY", "store-busy", say`another program keeps it locked`, say`Try again when it has finished.`],
  ["ENOSPC", ...full],
  ["EDQUOT", ...full],
  ["EACCES", ...denied],
  ["EPERM", ...denied],
  ["EROFS", ...denied],
  ["EISDIR", "store", say`this is a folder`, say`Name a file with --store.`],
  ["ENOTDIR", "store", say`a part of the path is no folder`, say`Name another file with --store.`],
  ["EEXIST", "store", say`a part of the path is no folder`, say`Name another file with --store.`],
  ["ENOENT", "store", say`there is no such folder`, say`Name another file with --store.`],
  [
    "EIO",
    "store",
    say`reading or writing it failed`,
    say`Check the disk, then run the command again; what was counted is safe.`,
  ],
];
