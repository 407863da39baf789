import { fingerprintOf } from "../ledger/fingerprint.ts";
import { holdsRest } from "../ledger/fit.ts";
import type { Generation } from "../ledger/generation.ts";
import type { FindOther, OtherLog } from "../ledger/other-logs.ts";
import type { OtherFile } from "../log/other-file.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Source } from "../log/source.ts";

/** Finds a generation in the files beside a source and where it was read; each is opened for the length of a read. */
export function findOtherBeside({
  others,
  otherAt,
  file: own,
}: Pick<Source, "others" | "otherAt" | "file">): FindOther {
  return async (generation, { isTaken = () => false, whereRead = false } = {}) => {
    const { source, checkpoint } = generation;
    const isSameFile = (file: OtherFile) => checkpoint.file !== undefined && file.key() === checkpoint.file;
    const found = whereRead ? [otherAt?.(source.name) ?? []].flat() : (others?.(source.name) ?? []);
    // A hard link beside a log is no other file.
    const files = found.filter((file) => (!own || file.key() !== own) && !isTaken(file));
    const same = files.find(isSameFile);
    for (const file of same === undefined ? files : [same, ...files.filter((other) => other !== same)]) {
      const size = await withOpen(file, async (log) => ((await holds(log, generation)) ? log.size : null));
      if (size !== null) return otherLog(file, size, file === same);
    }
    return null;
  };
}

/** Whether everything that was counted in a generation is in the log. */
async function holds(log: SeekableLog, generation: Generation): Promise<boolean> {
  const { checkpoint, head, tail } = generation;
  const { position } = checkpoint;
  if (log.size < Math.max(position, head.bytes)) return false;
  if (fingerprintOf(await log.read(0, head.bytes)).hash !== head.hash) return false;
  if (fingerprintOf(await log.read(position - tail.bytes, tail.bytes)).hash !== tail.hash) return false;
  return await holdsRest(log, generation);
}

function otherLog(file: OtherFile, size: number, isSameFile: boolean): OtherLog {
  const read = async (at: number, length: number) => (await withOpen(file, (log) => log.read(at, length))) ?? "";
  const { path, isPast, isCurrent, isOriginal } = file;
  return { path, isPast, isCurrent, isOriginal, isSameFile, size, read };
}

async function withOpen<Result>(
  file: OtherFile,
  use: (log: SeekableLog) => Promise<Result | null>,
): Promise<Result | null> {
  const log = await file.open();
  if (log === null) return null;
  try {
    return await use(log);
  } catch {
    // A file that vanishes or cannot be read holds nothing.
    return null;
  } finally {
    log.close();
  }
}
