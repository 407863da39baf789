/** Messages that follow each other without a gap: the first and the last offset, the earliest and the latest time. */
export type MessageRun = readonly [from: number, to: number, earliest: number, latest: number];

type Growing = [from: number, to: number, earliest: number, latest: number];

/** Some exports write times without the digits behind the milliseconds. */
const SAME_MS = 1;

/** A file seldom has a part of itself again, and then near it. */
const MOST_FRESH = 16;

/**
 * Which messages of a log are counted. Offsets begin anew when a log is cleared, so a message is in a run only if its
 * time is too. A run grows when a message follows one that was in it just before.
 */
export class MessageRuns {
  /** By their first offsets. */
  readonly #stored: Growing[];
  /** The largest last offset up to each of them. */
  readonly #reach: number[] = [];
  readonly #fresh: Growing[] = [];
  /** The run of the message before. */
  #current: Growing | null = null;
  #previous = Number.NaN;

  constructor(runs: readonly MessageRun[]) {
    this.#stored = runs.map(([...run]) => run).sort(byOffset);
    let reach = Number.NEGATIVE_INFINITY;
    for (const [, to] of this.#stored) {
      reach = Math.max(reach, to);
      this.#reach.push(reach);
    }
  }

  /** Whether a message is counted. */
  readonly has = (offset: number, time: number): boolean => this.#find(offset, time) !== null;

  /** Takes the next message of a log that is read; returns whether it is new. */
  add(offset: number, time: number): boolean {
    const known = this.#find(offset, time);
    const follows = this.#previous === offset - 1 && this.#current?.[1] === offset - 1;
    this.#previous = offset;
    if (known === null)
      this.#current = follows ? grown(this.#current as Growing, offset, time) : this.#begin(offset, time);
    else this.#current = known;
    return known === null;
  }

  /** The runs, for a checkpoint. */
  list(): readonly MessageRun[] {
    return joinRuns([...this.#stored, ...this.#fresh]);
  }

  #begin(offset: number, time: number): Growing {
    const run: Growing = [offset, offset, time, time];
    this.#fresh.push(run);
    return run;
  }

  #find(offset: number, time: number): Growing | null {
    if (this.#current !== null && isIn(this.#current, offset, time)) return this.#current;
    for (const run of this.#fresh.slice(-MOST_FRESH)) if (isIn(run, offset, time)) return run;
    for (let at = this.#lastFrom(offset); at >= 0 && (this.#reach[at] as number) >= offset; at--) {
      const run = this.#stored[at] as Growing;
      if (isIn(run, offset, time)) return run;
    }
    return null;
  }

  /** The last run that begins with an offset or before it. */
  #lastFrom(offset: number): number {
    let [low, high] = [0, this.#stored.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#stored[middle] as Growing)[0] <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Makes one run of those that have messages in common. */
export function joinRuns(runs: readonly MessageRun[]): MessageRun[] {
  const joined: Growing[] = [];
  /** Those that reach as far as the next one begins. */
  let open: Growing[] = [];
  for (const run of [...runs].sort(byOffset)) {
    open = open.filter(([, to]) => to >= run[0]);
    const other = open.find(([, , earliest, latest]) => earliest - SAME_MS < run[3] && latest + SAME_MS > run[2]);
    if (other === undefined) {
      const one: Growing = [...run];
      joined.push(one);
      open.push(one);
    } else {
      other[1] = Math.max(other[1], run[1]);
      other[2] = Math.min(other[2], run[2]);
      other[3] = Math.max(other[3], run[3]);
    }
  }
  return joined;
}

/** How many messages are in runs. */
export function messagesIn(runs: readonly MessageRun[]): number {
  return runs.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

function isIn([from, to, earliest, latest]: MessageRun, offset: number, time: number): boolean {
  return from <= offset && offset <= to && earliest - SAME_MS < time && time < latest + SAME_MS;
}

function grown(run: Growing, offset: number, time: number): Growing {
  run[1] = offset;
  run[2] = Math.min(run[2], time);
  run[3] = Math.max(run[3], time);
  return run;
}

function byOffset(a: MessageRun, b: MessageRun): number {
  return a[0] - b[0] || a[2] - b[2];
}
