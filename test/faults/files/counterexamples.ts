import type { Step } from "./log-folder.ts";

/** What the model of files found, once: every run begins with it. */
export interface Counterexample {
  readonly banner: number;
  readonly steps: readonly Step[];
}

const app = "app.log";
const other = "other.log";

/** Lines that differ. */
export const ofNumberedLines: readonly Counterexample[] = [
  // An archive of the banner alone took back what another life had counted in an unfinished line behind it.
  {
    banner: 400,
    steps: [
      { do: "copy and truncate", of: app },
      { do: "excerpt", of: other },
      { do: "compress", of: app },
      { do: "append a part", of: other, bytes: 38 },
      { do: "append a part", of: app, bytes: 30 },
      { do: "kill", of: other, call: "ftruncate", nth: 27 },
      { do: "append a part", of: other, bytes: 26 },
      { do: "append a part", of: other, bytes: 37 },
    ],
  },
  {
    banner: 400,
    steps: [
      { do: "excerpt", of: other },
      { do: "append", of: other, lines: 64 },
      { do: "append a part", of: app, bytes: 36 },
      { do: "append", of: other, lines: 58 },
      { do: "append", of: other, lines: 4 },
      { do: "compress", of: other },
      { do: "append a part", of: other, bytes: 12 },
      { do: "kill", of: other, call: "fstat", nth: 11 },
      { do: "kill", of: other, call: "openat", nth: 17 },
      { do: "ingest", of: other },
      { do: "append", of: other, lines: 2 },
      { do: "append a part", of: app, bytes: 21 },
    ],
  },
  // The beginning of a line, which another life has too, made a copy of a log.
  {
    banner: 400,
    steps: [
      { do: "append a part", of: other, bytes: 17 },
      { do: "append a part", of: app, bytes: 3 },
      { do: "append a part", of: other, bytes: 5 },
      { do: "kill", of: app, call: "fstat", nth: 59 },
      { do: "kill", of: other, call: "pread64", nth: 30 },
      { do: "append", of: other, lines: 37 },
      { do: "kill", of: other, call: "fsync", nth: 57 },
    ],
  },
  {
    banner: 400,
    steps: [
      { do: "append", of: app, lines: 63 },
      { do: "delete", of: app },
      { do: "compress", of: app },
      { do: "append a part", of: other, bytes: 1 },
      { do: "kill", of: app, call: "ftruncate", nth: 17 },
      { do: "date", of: other },
      { do: "append a part", of: app, bytes: 30 },
      { do: "append a part", of: other, bytes: 36 },
      { do: "ingest", of: app },
      { do: "append", of: other, lines: 25 },
      { do: "kill", of: app, call: "pwrite64", nth: 42 },
      { do: "append", of: other, lines: 71 },
    ],
  },
  // The first byte of a counted line, which the next life begins with too, made a log of it that was cut.
  {
    banner: 400,
    steps: [
      { do: "append", of: other, lines: 37 },
      { do: "copy", of: app },
      { do: "excerpt", of: other },
      { do: "append", of: other, lines: 80 },
      { do: "break off", of: app, nth: 6, isWritten: false },
      { do: "append", of: other, lines: 3 },
      { do: "follow", of: app },
      { do: "append", of: app, lines: 25 },
      { do: "kill the follower", of: app },
      { do: "append a part", of: other, bytes: 38 },
      { do: "delete", of: app },
      { do: "break off", of: app, nth: 5, isWritten: false },
    ],
  },
  // A life that goes on in another folder was taken for one that its successor had replaced.
  {
    banner: 20,
    steps: [
      { do: "append a part", of: app, bytes: 1 },
      { do: "pack an excerpt", of: other },
      { do: "move to a folder", of: app },
      { do: "break off", of: app, nth: 2, isWritten: true },
      { do: "append a part", of: app, bytes: 1 },
    ],
  },
  // A hard link beside a log was taken for the file that its counted lines are in.
  {
    banner: 120,
    steps: [
      { do: "append", of: other, lines: 6 },
      { do: "break off", of: app, nth: 2, isWritten: false },
      { do: "link", of: app },
      { do: "append", of: other, lines: 1 },
    ],
  },
];

/** Lines that are all the same. */
export const ofEqualLines: readonly Counterexample[] = [
  // The life with a date took the lines of the one with a number, counted just before it, for its own.
  {
    banner: 120,
    steps: [
      { do: "kill", of: app, call: "fstat", nth: 38 },
      { do: "append a part", of: app, bytes: 21 },
      { do: "append", of: app, lines: 6 },
      { do: "rename", of: app },
      { do: "append", of: app, lines: 66 },
      { do: "append", of: app, lines: 62 },
      { do: "append", of: app, lines: 62 },
      { do: "date", of: app },
    ],
  },
  {
    banner: 120,
    steps: [
      { do: "append", of: app, lines: 21 },
      { do: "append a part", of: app, bytes: 9 },
      { do: "kill", of: app, call: "fstat", nth: 13 },
      { do: "date", of: app },
      { do: "kill", of: app, call: "pwrite64", nth: 34 },
      { do: "kill", of: app, call: "pwrite64", nth: 17 },
      { do: "append a part", of: app, bytes: 22 },
      { do: "kill", of: app, call: "fstat", nth: 33 },
      { do: "append a part", of: app, bytes: 15 },
      { do: "append", of: app, lines: 52 },
      { do: "copy and truncate", of: app },
      { do: "delete", of: app },
    ],
  },
  // The archive of a life, and the life after it.
  {
    banner: 120,
    steps: [
      { do: "append", of: app, lines: 35 },
      { do: "follow", of: app },
      { do: "copy and truncate", of: app },
      { do: "kill", of: app, call: "pread64", nth: 38 },
      { do: "compress", of: app },
      { do: "append", of: app, lines: 45 },
      { do: "rename", of: app },
      { do: "copy and truncate", of: app },
    ],
  },
  {
    banner: 0,
    steps: [
      { do: "append", of: app, lines: 7 },
      { do: "append a part", of: app, bytes: 3 },
      { do: "copy and truncate", of: app },
      { do: "kill", of: app, call: "openat", nth: 42 },
      { do: "delete", of: app },
      { do: "append", of: app, lines: 73 },
      { do: "copy and truncate", of: app },
      { do: "append a part", of: app, bytes: 38 },
    ],
  },
  // A longer life, of which nothing but the beginning was compared, was not known to be the other file.
  {
    banner: 120,
    steps: [
      { do: "compress", of: app },
      { do: "append", of: app, lines: 6 },
      { do: "pack an excerpt", of: app },
      { do: "ingest", of: app },
      { do: "date", of: app },
      { do: "append a part", of: app, bytes: 34 },
      { do: "ingest", of: app },
      { do: "ingest", of: app },
    ],
  },
  // A log that had not changed was taken for another one, because a rotated file of it has as many of its lines.
  {
    banner: 0,
    steps: [
      { do: "append", of: app, lines: 49 },
      { do: "date", of: app },
      { do: "append", of: app, lines: 1 },
      { do: "copy and truncate", of: app },
      { do: "append", of: app, lines: 47 },
      { do: "ingest", of: app },
      { do: "copy and truncate", of: app },
      { do: "break off", of: app, nth: 6, isWritten: false },
      { do: "kill", of: app, call: "fsync", nth: 53 },
      { do: "append", of: app, lines: 7 },
      { do: "ingest", of: app },
    ],
  },
  // The rotated copy of a log and the log that it was copied from each left a life to the other.
  {
    banner: 0,
    steps: [
      { do: "append", of: app, lines: 11 },
      { do: "append a part", of: app, bytes: 30 },
      { do: "break off", of: app, nth: 1, isWritten: true },
      { do: "append a part", of: app, bytes: 1 },
      { do: "excerpt", of: app },
      { do: "break off", of: app, nth: 6, isWritten: true },
      { do: "copy and truncate", of: app },
      { do: "append", of: app, lines: 79 },
      { do: "append", of: app, lines: 49 },
      { do: "follow", of: app },
      { do: "append", of: app, lines: 33 },
      { do: "break off", of: app, nth: 3, isWritten: true },
    ],
  },
  // A rotated file that is longer was taken for a life with an unfinished line, when that line was finished.
  {
    banner: 0,
    steps: [
      { do: "ingest", of: app },
      { do: "break off", of: app, nth: 1, isWritten: false },
      { do: "append", of: app, lines: 67 },
      { do: "break off", of: app, nth: 3, isWritten: true },
      { do: "copy and truncate", of: app },
      { do: "append", of: app, lines: 64 },
      { do: "copy", of: app },
      { do: "append a part", of: app, bytes: 34 },
      { do: "break off", of: app, nth: 1, isWritten: true },
    ],
  },
  // A log continued the life that its own deleted file had had, and the file that took its place was replaced by it.
  {
    banner: 120,
    steps: [
      { do: "append", of: app, lines: 4 },
      { do: "delete", of: app },
      { do: "break off", of: app, nth: 5, isWritten: false },
      { do: "append", of: app, lines: 58 },
      { do: "write again", of: app },
      { do: "date", of: app },
      { do: "append", of: app, lines: 70 },
    ],
  },
  {
    banner: 120,
    steps: [
      { do: "append", of: app, lines: 8 },
      { do: "delete", of: app },
      { do: "append", of: app, lines: 2 },
      { do: "move", of: app },
      { do: "append", of: app, lines: 11 },
    ],
  },
  // A rotated file with more lines than a log was taken for that log, once the log had the name of another life.
  {
    banner: 0,
    steps: [
      { do: "append", of: app, lines: 45 },
      { do: "copy and truncate", of: app },
      { do: "append", of: app, lines: 1 },
      { do: "rename", of: app },
      { do: "write again", of: app },
      { do: "append", of: app, lines: 11 },
      { do: "break off", of: app, nth: 5, isWritten: true },
      { do: "append", of: app, lines: 1 },
    ],
  },
  // One line in an archive was the beginning of another log, and a banner that was counted was not.
  {
    banner: 120,
    steps: [
      { do: "append", of: app, lines: 1 },
      { do: "compress", of: app },
      { do: "ingest", of: app },
      { do: "append", of: app, lines: 80 },
      { do: "break off", of: app, nth: 2, isWritten: false },
      { do: "append", of: app, lines: 1 },
      { do: "rename", of: app },
      { do: "compress", of: app },
      { do: "append", of: app, lines: 1 },
      { do: "break off", of: app, nth: 4, isWritten: true },
    ],
  },
  // An archive, counted as a life of its own, was taken for the past of the life that grew, which had as many lines.
  {
    banner: 0,
    steps: [
      { do: "delete", of: app },
      { do: "compress", of: app },
      { do: "refill", of: app },
      { do: "pack an excerpt", of: app },
      { do: "append", of: app, lines: 1 },
    ],
  },
  // The banner before them made them look as if they showed which life they are of.
  {
    banner: 120,
    steps: [
      { do: "append", of: app, lines: 60 },
      { do: "excerpt", of: app },
      { do: "move to a folder", of: app },
      { do: "append", of: app, lines: 7 },
    ],
  },
];
