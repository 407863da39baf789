import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import type { Source } from "../../src/log/source.ts";
import { openFileSource } from "../../src/sources/file/file-source.ts";
import { followLogs } from "../../src/sources/follow/follow-logs.ts";
import { createStdinSource } from "../../src/sources/stdin.ts";
import { partitionLog } from "./broker/partition-log.ts";
import { describeSource, type TestLog } from "./contract.ts";
import { stubSequence } from "./stub-sequence.ts";

const host = "here";

/** A file that is read in blocks of a few hundred bytes. */
function file(folder: string): TestLog {
  const log = new Written(folder, "app.log");
  return log.readAs((visit) => {
    const source = openFileSource(log.path, { host });
    const blocks = (from?: number) => {
      const whole = source.blocks?.(from) ?? null;
      return whole && { read: (room: Buffer) => whole.read(room.subarray(0, 700)), close: () => whole.close() };
    };
    return visit({ ...source, blocks });
  });
}

/** A file that grows while it is read. */
function followedFile(folder: string): TestLog {
  const log = new Written(folder, "app.log");
  return log.readAs((visit, signal) =>
    followLogs([log.path], {
      windows: false,
      options: { host },
      signal,
      visit,
      fail: (error) => Promise.reject(error),
    }),
  );
}

function archive(folder: string): TestLog {
  const log = new Written(folder, "app.log");
  return log.readAs((visit) => {
    const packed = join(folder, "app.log.gz");
    writeFileSync(packed, Buffer.concat(log.chunks.map((chunk) => gzipSync(Buffer.from(chunk, "latin1")))));
    return visit(openFileSource(packed, { host }));
  });
}

function standardInput(folder: string): TestLog {
  const log = new Written(folder, "app.log");
  return log.readAs((visit) => {
    const stdin = Readable.from(log.chunks.map((chunk) => Buffer.from(chunk, "latin1")));
    return visit(createStdinSource(stdin, { live: false, host, name: "app.log", encoding: "auto" }));
  });
}

/** What was written to a log, and in which pieces. */
class Written {
  readonly path: string;
  readonly chunks: string[] = [];

  constructor(folder: string, name: string) {
    mkdirSync(folder);
    this.path = join(folder, name);
    writeFileSync(this.path, "");
  }

  readAs(read: (visit: (source: Source) => Promise<void>, signal: AbortSignal) => Promise<void>): TestLog {
    return {
      write: (lines, cuts) => {
        const borders = [...new Set([...cuts.map((cut) => Math.min(cut, lines.length)), 0, lines.length])];
        borders.sort((a, b) => a - b);
        const pieces = borders.slice(1).map((to, index) => lines.slice(borders[index], to));
        this.chunks.push(...pieces);
        for (const piece of pieces) appendFileSync(this.path, piece, "latin1");
      },
      read,
      bytesFrom: (position) => this.chunks.reduce((sum, { length }) => sum + length, 0) - position,
    };
  }
}

/** The list of sources: one more is one more line. */
const sources: Readonly<Record<string, (folder: string) => TestLog>> = {
  "a file": file,
  "a followed file": followedFile,
  "an archive": archive,
  "standard input": standardInput,
  "a sequence": stubSequence,
  "a log in a partition with offsets": () => partitionLog(false),
  "a log in a partition with ids": () => partitionLog(true),
};

for (const [name, create] of Object.entries(sources)) describeSource(name, create);
