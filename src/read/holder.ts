import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { Renderer } from "../annotate/renderer.ts";
import type { Tally } from "../ledger/tally.ts";
import type { Block } from "../line/block.ts";
import type { Clock } from "../line/time/clock.ts";
import { excerptOf } from "./excerpt.ts";
import { HeldRecord } from "./held-record.ts";
import { lineEndFrom, textOf, withoutLineEnd } from "./line-borders.ts";
import type { Addition } from "./occurrences.ts";
import type { ReaderState } from "./reader-state.ts";
import type { RecordPlace, Records } from "./records.ts";
import { saidBelow } from "./said-below.ts";
import type { Timeline } from "./timeline.ts";

/**
 * Holds lines back from the tally, and from the output where that shows records, while the rest of their record may
 * still say when and where it failed. Other output goes out at once.
 */
export interface Holder {
  /** The record that is held, with the reader's state before its first held line; null when none is. */
  readonly held: { readonly record: HeldRecord; readonly start: ReaderState } | null;
  /** Begins to hold a record, with a line in it that leaves `block` open. */
  begin(place: RecordPlace, block: Block | null, start: ReaderState): void;
  /** Counts a line with codes, now or later; returns what goes out. */
  count(bytes: string, line: AnnotatedLine, added: Addition): string;
  /** Lets a line without a code go by to the tally, now or later. */
  pass(bytes: string, lineEnds: number): string;
  /** Takes those of the lines that the held record goes on with; returns how many bytes and lines they have, and what goes out. */
  take(lines: Uint8Array): { readonly bytes: number; readonly lineEnds: number; readonly out: string };
  /** Counts what is held, with what is known; returns what goes out. */
  settle(): string;
}

/** Creates the holder of a log, which holds one record at most. */
export function createHolder(options: {
  readonly tally: Tally;
  readonly renderer: Renderer;
  readonly clock: Pick<Clock, "read">;
  readonly timeline: Timeline;
  readonly records: Records;
}): Holder {
  const { tally, renderer, clock, timeline, records } = options;
  const showsRecords = renderer.showsRecords === true;
  let held: Holder["held"] = null;

  function record(bytes: string, line: AnnotatedLine, { codes, endpoint, operation }: Addition): void {
    const isComplete = endpoint.length === 0 && operation.length === 0;
    const excerpt = excerptOf(line);
    tally.record(bytes, isComplete ? excerpt : { ...excerpt, completes: { endpoint, operation } }, codes);
  }

  function count(bytes: string, line: AnnotatedLine, added: Addition): string {
    if (held === null) {
      record(bytes, line, added);
      return renderer.annotated(line, true);
    }
    const out = showsRecords ? "" : renderer.annotated(line, true);
    return out + add(bytes, { line, added });
  }

  function add(bytes: string, found: { readonly line: AnnotatedLine; readonly added: Addition } | null): string {
    const isLast = held?.record.add({ bytes, body: withoutLineEnd(bytes), found }) === true;
    return isLast ? settle() : "";
  }

  function pass(bytes: string, lineEnds: number): string {
    if (held !== null) return add(bytes, null);
    tally.pass(bytes, lineEnds);
    return "";
  }

  function take(lines: Uint8Array): ReturnType<Holder["take"]> {
    let bytes = 0;
    let lineEnds = 0;
    let out = "";
    while (held !== null && bytes < lines.length) {
      const end = lineEndFrom(lines, bytes);
      const line = textOf(lines, bytes, end);
      if (!held.record.goesOnWith(withoutLineEnd(line))) {
        out += settle();
        break;
      }
      timeline.pass(line);
      records.pass(line);
      out += add(line, null);
      bytes = end;
      lineEnds++;
    }
    return { bytes, lineEnds, out };
  }

  function settle(): string {
    if (held === null) return "";
    const { lines } = held.record;
    const stamp = held.record.stamp();
    held = null;
    const time = stamp === null ? null : clock.read(stamp);
    if (time !== null) timeline.moveTo(time);
    let occurrences = records.occurrences();
    let out = "";
    for (const [n, { bytes, found }] of lines.entries()) {
      if (found === null) {
        tally.pass(bytes, 1);
        continue;
      }
      const { codes } = found.added;
      const line = time === null ? found.line : { ...found.line, time };
      const said = line.endpoint === null ? saidBelow(lines, n) : null;
      const shown =
        said === null ? line : { ...line, endpoint: said.endpoint, operation: said.operation ?? line.operation };
      if (said !== null && !said.isCounted && isUnblamed(codes)) {
        const { endpoint, operation } = shown;
        occurrences = occurrences.map((one) => (codes.includes(one.code) ? { ...one, endpoint, operation } : one));
        record(bytes, shown, found.added);
      } else record(bytes, line, found.added);
      if (showsRecords) out += renderer.annotated(shown, true);
    }
    records.complete(time, occurrences);
    return out;

    function isUnblamed(codes: readonly number[]): boolean {
      return codes.every((code) => occurrences.some((one) => one.code === code && one.endpoint === null));
    }
  }

  return {
    get held() {
      return held;
    },
    begin(place, block, start) {
      held = { record: new HeldRecord(place, block), start };
    },
    count,
    pass,
    take,
    settle,
  };
}
