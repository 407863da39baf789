import type { LineVisitor } from "./line-visitor.ts";

/** Visits of lines that one thread has recorded for another, in order; plain data. */
export interface Visits {
  /** The bytes of all of them, one behind the other. */
  readonly data: Uint8Array;
  /** Three numbers for each: what was called, how many bytes it was given, and its other argument as a number. */
  readonly calls: Int32Array;
  /** What comes before and behind each window. */
  readonly around: readonly string[];
}

const PASS = 0;
const LINE = 1;
const WINDOW = 2;
const SETTLE = 3;

const FIRST = 1;
const LAST = 2;
const CANDIDATE = 4;

/** Records what a cutter visits. */
export interface VisitRecorder extends LineVisitor {
  /** Bytes since the last `take`. */
  readonly bytes: number;
  /** Returns what was recorded, with its bytes in `memory` or in a larger one, which is used from now on. */
  take(): Visits;
  /** The memory for the bytes that come. */
  use(memory: Uint8Array): void;
}

/** Creates a recorder, which needs a memory before the first visit. */
export function createVisitRecorder(): VisitRecorder {
  let memory: Buffer = Buffer.alloc(0);
  let length = 0;
  let calls: number[] = [];
  let around: string[] = [];

  function reserve(bytes: number): void {
    if (length + bytes <= memory.length) return;
    const larger = Buffer.from(new ArrayBuffer(2 * (length + bytes)));
    memory.copy(larger, 0, 0, length);
    memory = larger;
  }

  function add(text: string, call: number, argument: number): string {
    reserve(text.length);
    memory.write(text, length, "latin1");
    length += text.length;
    calls.push(call, text.length, argument);
    return "";
  }

  return {
    get bytes() {
      return length;
    },
    pass(lines, lineEnds) {
      reserve(lines.length);
      memory.set(lines, length);
      length += lines.length;
      calls.push(PASS, lines.length, lineEnds);
      return "";
    },
    line: (line, next) => add(line, LINE, next),
    window(window) {
      around.push(window.before, window.behind);
      const { first, last, candidate } = window;
      return add(window.bytes, WINDOW, (first ? FIRST : 0) + (last ? LAST : 0) + (candidate ? CANDIDATE : 0));
    },
    waits: () => false,
    settle: (isEnd) => add("", SETTLE, isEnd ? 1 : 0),
    release: () => undefined,
    take() {
      const visits = { data: memory.subarray(0, length), calls: Int32Array.from(calls), around };
      length = 0;
      calls = [];
      around = [];
      return visits;
    },
    use(next) {
      memory = Buffer.from(next.buffer, next.byteOffset, next.length);
    },
  };
}

/** Makes the visits that another thread has recorded. The visitor needs nothing of their bytes afterwards. */
export function replay({ data, calls, around }: Visits, visitor: LineVisitor): void {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.length);
  let windows = 0;
  let from = 0;
  for (let n = 0; n < calls.length; n += 3) {
    const [call, length, argument] = [calls[n] as number, calls[n + 1] as number, calls[n + 2] as number];
    const to = from + length;
    if (call === PASS) visitor.pass(new Uint8Array(bytes.buffer, bytes.byteOffset + from, length), argument);
    else if (call === LINE) visitor.line(bytes.toString("latin1", from, to), argument);
    else if (call === SETTLE) visitor.settle(argument === 1);
    else {
      visitor.window({
        bytes: bytes.toString("latin1", from, to),
        before: around[2 * windows] as string,
        behind: around[2 * windows++ + 1] as string,
        ...{ first: (argument & FIRST) > 0, last: (argument & LAST) > 0, candidate: (argument & CANDIDATE) > 0 },
      });
    }
    from = to;
  }
  visitor.release();
}
