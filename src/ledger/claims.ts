import { type LogName, logStem } from "../log/log-name.ts";
import type { OtherFile } from "../log/other-file.ts";
import type { SeekableLog } from "../log/seekable-log.ts";
import type { Beginning } from "./batch.ts";
import { type Generation, isUnfinished, restBytes } from "./generation.ts";
import type { FindOther, OtherLog } from "./other-logs.ts";

/** What a log is told from others by. */
export interface ClaimsOptions {
  readonly source: LogName;
  /** `Source.file`; without it, files are distinguished by their names alone. */
  readonly file?: string | null | undefined;
  /** Without it, no generation is known to live in another file. */
  readonly findOther?: FindOther | undefined;
}

const lineBytes = 1 << 16;
const nowhere: FindOther = async () => null;

/** Finds out which other file may be a generation that a log begins like. */
export class Claims {
  readonly #findOther: FindOther;
  readonly #source: LogName;
  readonly #file: string | null | undefined;
  readonly #newestOfName: number | undefined;
  /** The generation that was counted last in each file. */
  readonly #lastIn = new Map<string, Generation>();
  /** Files that continue a longer generation: each continues one. */
  readonly #taken = new Set<string>();
  /** Longer generations whose files were not looked for. */
  readonly #passed: Generation[] = [];

  constructor({ findOther = nowhere, source, file }: ClaimsOptions, beginning: Beginning) {
    this.#findOther = findOther;
    this.#source = source;
    this.#file = file;
    this.#newestOfName = beginning.previousGeneration?.id;
    for (const one of [...beginning.generations].sort((a, b) => a.id - b.id)) {
      if (one.checkpoint.file !== undefined) this.#lastIn.set(one.checkpoint.file, one);
    }
  }

  /** Whether a generation was counted under the name of the log. */
  isOfName({ source: { host, name } }: Generation): boolean {
    return host === this.#source.host && name === this.#source.name;
  }

  /** Whether the log is the very file that a generation was counted in, and has not grown since. */
  isAsItWas(generation: Generation, { size }: SeekableLog): boolean {
    return this.#isOfFile(generation) && size === generation.checkpoint.position + restBytes(generation);
  }

  /** Whether another generation was the last one that was counted in the very file, or else under the name. */
  isOutlived(generation: Generation): boolean {
    const ofFile = this.#lastIn.get(this.#file ?? "");
    if (ofFile !== undefined) return generation !== ofFile;
    return this.isOfName(generation) && generation.id !== this.#newestOfName;
  }

  /** Takes note of a longer life of the log, which another file may be. */
  pass(generation: Generation): void {
    if (logStem(generation.source.name) === logStem(this.#source.name)) this.#passed.push(generation);
  }

  /** The file that is a generation, and no longer one. */
  async find(generation: Generation): Promise<OtherLog | null> {
    for (const longer of this.#passed.splice(0)) await this.#search(longer);
    return await this.#search(generation);
  }

  async #search(generation: Generation): Promise<OtherLog | null> {
    const isTaken = (file: OtherFile) => this.#taken.has(file.path) || this.#isAnother(file, generation);
    const other = await this.#findOther(generation, { isTaken });
    if (other === null) return null;
    const isCounted = await endsIn(other, generation);
    if (other.isOriginal || isCounted) this.#taken.add(other.path);
    const isNewest = generation.id === (this.#lastIn.get(this.#file ?? "")?.id ?? this.#newestOfName);
    return other.isPast && isNewest && !isCounted ? { ...other, isPast: false } : other;
  }

  /** Whether a generation is in the file that it was counted in. */
  async isWhereRead(generation: Generation): Promise<boolean> {
    return (await this.#findOther(generation, { whereRead: true })) !== null;
  }

  /** What rotation made of the log has the better claim, else the file that the generation was counted in. */
  async isBetter(other: OtherLog, generation: Generation, ends: boolean): Promise<boolean> {
    const { file } = generation.checkpoint;
    if (other.isPast || (other.isSameFile && (!other.isCurrent || (await endsIn(other, generation))))) return true;
    return other.isOriginal && !ends && (file === undefined || file !== this.#file);
  }

  take({ path }: OtherLog): void {
    this.#taken.add(path);
  }

  /** Whether a file is known as another generation, which is as long. */
  #isAnother(file: OtherFile, generation: Generation): boolean {
    const known = this.#lastIn.get(file.key() ?? "");
    return known !== undefined && known !== generation && known.checkpoint.position >= generation.checkpoint.position;
  }

  #isOfFile({ checkpoint: { file } }: Generation): boolean {
    return file !== undefined && file === this.#file;
  }
}

/** Whether a file is counted to its end in this generation, up to a line that may be finished since: a rotated one is read before its log. */
async function endsIn({ size, read }: OtherLog, generation: Generation): Promise<boolean> {
  const { position } = generation.checkpoint;
  if (!isUnfinished(generation) || size <= position) return size === position;
  const behind = await read(position, lineBytes);
  const end = behind.indexOf("\n");
  return position + (end === -1 ? behind.length : end + 1) === size;
}
