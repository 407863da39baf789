import { closeSync, openSync, readSync } from "node:fs";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import { applicationId, migrations } from "./schema.ts";

const headerBytes = 100;
const magic = "SQLite format 3\0";

/**
 * Looks at the header of a file before SQLite touches it, so that other programs' files stay unchanged.
 * `empty`: no file or no bytes yet; `ours`: a store this program can read; `unmarked`: a SQLite file without an owner.
 */
export function inspectFile(path: string): "empty" | "ours" | "unmarked" {
  const header = readHeader(path);
  if (header.length === 0) return "empty";
  if (header.toString("latin1", 0, magic.length) !== magic) throw notOurs(path);
  // The offsets of user_version and application_id: https://sqlite.org/fileformat2.html#the_database_header
  const owner = header.readUInt32BE(68);
  if (owner === 0) return "unmarked";
  if (owner !== applicationId) throw notOurs(path);
  if (header.readUInt32BE(60) > migrations.length) throw newer(path);
  return "ours";
}

/** The file belongs to another program. */
export function notOurs(path: string): WsaError {
  const hint = say`Name another file with --store; this one was left alone.`;
  return new WsaError("store", path, say`this file is not a wsa-annotate store`, { hint });
}

/** The file was written by a later version of this program. */
export function newer(path: string): WsaError {
  const hint = say`Update wsa-annotate, or name another store with --store; this one was left alone.`;
  return new WsaError("store-newer", path, say`this store was written by a newer version of wsa-annotate`, { hint });
}

/** There is nothing to read yet. */
export function missing(path: string): WsaError {
  const hint = say`Count some logs first: wsa-annotate ingest LOG…, or name another store with --store.`;
  return new WsaError("store", path, say`there is no store here yet`, { hint });
}

/** The file was there, and now there is none or another one. */
export function gone(path: string): WsaError {
  const hint = say`Run the command again: it counts into what is there now.`;
  return new WsaError("store-gone", path, say`it was removed, moved away or replaced while it was in use`, { hint });
}

function readHeader(path: string): Buffer {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return Buffer.alloc(0);
    throw cause;
  }
  try {
    const header = Buffer.alloc(headerBytes);
    const read = readSync(file, header, 0, headerBytes, 0);
    return read === 0 ? Buffer.alloc(0) : header;
  } finally {
    closeSync(file);
  }
}
