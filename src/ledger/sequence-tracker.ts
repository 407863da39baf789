import type { Sequence } from "../log/identity.ts";
import type { MessageMark } from "../log/message.ts";
import type { Batch, Beginning } from "./batch.ts";
import type { Generation } from "./generation.ts";
import { MessageTracker } from "./message-tracker.ts";
import type { RecordedLine } from "./tally.ts";
import type { Counter } from "./tracker.ts";

/**
 * Knows a sequence by its stream and partition, and a position by its offset. Reading begins at the stored position. Of
 * two readers of one partition the slower one is refused, because the stored position is no longer the one it began at.
 */
export class SequenceTracker extends MessageTracker {
  /** Bytes of the message that is being read. */
  #open = 0;
  cursor: string | undefined;
  setAside = 0;
  lostMessages = 0;
  behind: number | undefined;

  constructor(counter: Counter, key: Sequence, beginning: Beginning) {
    super(counter, key, beginning);
    this.cursor = this.base?.checkpoint.cursor;
  }

  take(bytes: string | Uint8Array, lineEnds: number, line: RecordedLine | null, codes: readonly number[]): boolean {
    this.#open += bytes.length;
    this.counter.count(lineEnds, line, codes, false);
    return false;
  }

  reached(offset: number, _time?: number, mark: MessageMark = {}): void {
    const { cursor, setAside = 0, lost = 0, behind } = mark;
    this.position = offset;
    this.cursor = cursor;
    this.setAside += setAside;
    this.lostMessages += lost;
    this.behind = behind;
    this.bytes += this.#open;
    this.#open = 0;
    this.counter.count(0, null, [], true);
  }

  override committed(generation: number, batch: Batch): void {
    super.committed(generation, batch);
    this.#leaveOut(batch);
  }

  protected isEqual({ checkpoint }: Generation, batch: Batch): boolean {
    const { position, cursor } = batch.checkpoint;
    const isEqual = checkpoint.position === position && checkpoint.cursor === cursor;
    if (isEqual) this.#leaveOut(batch);
    return isEqual;
  }

  #leaveOut({ setAside = 0, lostMessages = 0 }: Batch): void {
    this.setAside -= setAside;
    this.lostMessages -= lostMessages;
  }
}
