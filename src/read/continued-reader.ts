import { continuesRecord } from "../line/record.ts";
import type { Source } from "../log/source.ts";
import { lineEndFrom, textOf, withoutLineEnd } from "./line-borders.ts";
import { createReader, type Reader } from "./reader.ts";
import type { ReaderState } from "./reader-state.ts";
import type { Recalled } from "./recall.ts";
import { MAX_RECORD_BYTES } from "./record-lines.ts";
import type { Stages } from "./stages.ts";

type ReadStages = Omit<Stages, "sieve">;

/** Creates a reader of a log from its beginning: a record that rotation cut goes on in it. */
export function createContinuedReader(source: Source, stages: ReadStages): Reader {
  let reader: Reader | null = null;

  /** What was before matters only where the first line continues a record. */
  function from(bytes: string | Uint8Array): Reader {
    reader ??= createReader(source, stages, isContinued(bytes) ? recallBefore(source, stages) : null);
    return reader;
  }

  return {
    pass: (lines, lineEnds) => from(lines).pass(lines, lineEnds),
    line: (line, next) => from(line).line(line, next),
    window: (window) => from(window.bytes).window(window),
    waits: () => reader?.waits() ?? false,
    settle: (isEnd) => reader?.settle(isEnd) ?? "",
    release: () => reader?.release(),
    beginMessage: (stamp) => from("").beginMessage(stamp),
    endMessage: () => reader?.endMessage(),
  };
}

function isContinued(bytes: string | Uint8Array): boolean {
  return continuesRecord(withoutLineEnd(textOf(bytes, 0, lineEndFrom(bytes, 0))));
}

/** Reads the end of the file that this log was in before; null where there is none. */
function recallBefore(source: Source, { recognise, clock }: ReadStages): Recalled | null {
  const lines = source.before?.(MAX_RECORD_BYTES).split("\n").slice(0, -1) ?? [];
  if (lines.length === 0) return null;
  let stateOf: () => unknown = () => null;
  const tally = {
    pass: () => {},
    record: () => {},
    follow: (state: () => unknown) => {
      stateOf = state;
    },
  };
  const renderer = { plain: () => "", annotated: () => "" };
  const reader = createReader(
    { name: source.name, identity: "content", isPlain: () => true },
    { recognise, clock, renderer, tally },
    null,
  );
  for (const [n, line] of lines.entries()) reader.line(`${line}\n`, lines[n + 1]?.charCodeAt(0) ?? -1);
  reader.settle(false);
  reader.endMessage();
  const state = stateOf() as ReaderState;
  const { open } = state.records;
  return {
    line: 1,
    state: {
      ...state,
      timeline: { ...state.timeline, position: 0, nextSample: 0, unread: [], samples: [] },
      // Numbered from the first line of this file on, downwards.
      records: { open: open && { ...open, line: open.line - lines.length }, bytes: 0 },
      followed: null,
    },
    unread: [],
    samples: [],
    behind: "",
  };
}
