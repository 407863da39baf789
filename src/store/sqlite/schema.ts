import { fillMonths, fillSpans, fillSums } from "../queries/fill-sums.ts";

/** "WSAE": marks a SQLite file as one of ours. */
export const applicationId = 0x57534145;

/** Steps from an empty file to the newest schema; `user_version` is the number of steps taken. Only ever append. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE codes (
    code INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    retryable INTEGER NOT NULL, -- 1: the same call can succeed later without anybody changing anything
    title_en TEXT NOT NULL,
    title_zh TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    name TEXT NOT NULL,
    stem TEXT NOT NULL, -- the file name without what rotation and compression append
    UNIQUE (host, name)
  ) STRICT;
  CREATE INDEX sources_by_stem ON sources (host, stem);

  CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL, -- Unix seconds
    finished INTEGER, -- Unix seconds; NULL while it runs and when it was killed
    bytes INTEGER NOT NULL, -- of logs, counted for the first time
    lines INTEGER NOT NULL,
    occurrences INTEGER NOT NULL,
    lost_bytes INTEGER NOT NULL, -- counted earlier, but no longer in the log where they were: it was cut or rewritten
    version TEXT NOT NULL -- of the program
  ) STRICT;

  CREATE TABLE generations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    head_bytes INTEGER NOT NULL, -- the first bytes of the log, at most 4096
    head_hash TEXT NOT NULL, -- their SHA-256
    position INTEGER NOT NULL, -- bytes that are counted
    window_bytes INTEGER NOT NULL, -- the bytes before the position, at most 1024
    window_hash TEXT NOT NULL,
    unfinished TEXT NOT NULL, -- JSON: what was counted in a last line without a line end
    lines INTEGER NOT NULL, -- before the position
    time INTEGER, -- Unix milliseconds: the time of the last line before the position that has one
    milestones TEXT NOT NULL, -- JSON: places before the position, and hashes of the bytes before them
    replaces INTEGER REFERENCES generations (id), -- the log of that generation was cut or rewritten and became this one
    run_id INTEGER NOT NULL REFERENCES runs (id) -- the last run that counted here
  ) STRICT;
  CREATE INDEX generations_by_head ON generations (head_bytes, head_hash);
  CREATE INDEX generations_by_source ON generations (source_id);

  CREATE TABLE identities ( -- names by which other stores recognise a generation
    uid TEXT PRIMARY KEY,
    generation_id INTEGER NOT NULL REFERENCES generations (id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE counts (
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    minute INTEGER NOT NULL, -- Unix seconds at the start of the minute, UTC; 0: the line has no time
    code INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (generation_id, minute, code)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE endpoints (
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    day INTEGER NOT NULL, -- Unix seconds at the start of the day, UTC; 0: the line has no time
    code INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (generation_id, day, code, endpoint)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE operations (
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    day INTEGER NOT NULL, -- as in endpoints
    code INTEGER NOT NULL,
    operation TEXT NOT NULL, -- bind, listen, accept, connect, send, receive, resolve, startup
    n INTEGER NOT NULL,
    PRIMARY KEY (generation_id, day, code, operation)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE again ( -- what a log that was cut or rewritten shares with the generation that it replaces, and that is counted there
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    kind TEXT NOT NULL, -- counts, endpoints or operations
    time INTEGER NOT NULL, -- minute or day
    code INTEGER NOT NULL,
    subject TEXT NOT NULL, -- endpoint or operation
    n INTEGER NOT NULL,
    PRIMARY KEY (generation_id, kind, time, code, subject)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE files ( -- as they were when they were read to their ends: unchanged files need not be read again
    host TEXT NOT NULL,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime TEXT NOT NULL, -- Unix nanoseconds
    inode TEXT NOT NULL,
    PRIMARY KEY (host, path)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE samples (
    id INTEGER PRIMARY KEY,
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    code INTEGER NOT NULL,
    line INTEGER NOT NULL, -- 1-based, in its generation
    minute INTEGER NOT NULL, -- as in counts
    opening INTEGER NOT NULL, -- 1: the first line with this code in its log for five minutes
    operation TEXT,
    endpoint TEXT,
    text TEXT NOT NULL, -- as in the log, control characters and all
    UNIQUE (generation_id, code, line)
  ) STRICT;
  CREATE INDEX samples_by_code ON samples (code, id);

  CREATE TABLE acks (
    code INTEGER PRIMARY KEY,
    until INTEGER, -- Unix seconds; NULL: for good
    note TEXT NOT NULL,
    acknowledged INTEGER NOT NULL -- Unix seconds
  ) STRICT;

  CREATE VIEW hourly (hour, source, code, name, n) AS -- hour: '2026-11-22 08:00' in UTC; NULL: time unknown
    SELECT strftime('%Y-%m-%d %H:00', nullif(minute, 0), 'unixepoch') AS hour, sources.name, counts.code, codes.name, sum(n)
    FROM counts
    JOIN generations ON generations.id = generation_id
    JOIN sources ON sources.id = source_id
    LEFT JOIN codes ON codes.code = counts.code
    GROUP BY hour, sources.name, counts.code;

  CREATE VIEW daily (day, source, code, name, n) AS -- day: '2026-11-22' in UTC; NULL: time unknown
    SELECT strftime('%Y-%m-%d', nullif(minute, 0), 'unixepoch') AS day, sources.name, counts.code, codes.name, sum(n)
    FROM counts
    JOIN generations ON generations.id = generation_id
    JOIN sources ON sources.id = source_id
    LEFT JOIN codes ON codes.code = counts.code
    GROUP BY day, sources.name, counts.code;

  CREATE VIEW totals (code, name, n, first, last) AS -- first, last: minutes as '2026-11-22T08:30:00Z'; NULL: time unknown
    SELECT counts.code, codes.name, sum(n),
      strftime('%Y-%m-%dT%H:%M:%SZ', min(nullif(minute, 0)), 'unixepoch'),
      strftime('%Y-%m-%dT%H:%M:%SZ', max(nullif(minute, 0)), 'unixepoch')
    FROM counts
    LEFT JOIN codes ON codes.code = counts.code
    GROUP BY counts.code;
  `,
  // JSON: the state for reading on from the position; NULL: reading begins at the beginning.
  "ALTER TABLE generations ADD COLUMN resume TEXT",
  // Endpoints and operations by the minute. What was counted by the day stays as it is, marked by a second: see isWholeDay.
  `
  CREATE TABLE endpoints_by_minute (
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    minute INTEGER NOT NULL, -- as in counts; the first second of a UTC day: that whole day, as earlier versions counted
    code INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (generation_id, minute, code, endpoint)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO endpoints_by_minute SELECT generation_id, day + (day <> 0), code, endpoint, n FROM endpoints;
  DROP TABLE endpoints;
  ALTER TABLE endpoints_by_minute RENAME TO endpoints;

  CREATE TABLE operations_by_minute (
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    minute INTEGER NOT NULL, -- as in endpoints
    code INTEGER NOT NULL,
    operation TEXT NOT NULL, -- bind, listen, accept, connect, send, receive, resolve, startup
    n INTEGER NOT NULL,
    PRIMARY KEY (generation_id, minute, code, operation)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO operations_by_minute SELECT generation_id, day + (day <> 0), code, operation, n FROM operations;
  DROP TABLE operations;
  ALTER TABLE operations_by_minute RENAME TO operations;

  CREATE TABLE met_again ( -- what a log that was cut or rewritten shares with the generation that it replaces, and that is counted there
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    kind TEXT NOT NULL, -- counts, endpoints or operations
    minute INTEGER NOT NULL, -- as in these
    code INTEGER NOT NULL,
    subject TEXT NOT NULL, -- endpoint or operation
    n INTEGER NOT NULL,
    PRIMARY KEY (generation_id, kind, minute, code, subject)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO met_again
    SELECT generation_id, kind, time + (kind <> 'counts' AND time <> 0), code, subject, n FROM again;
  DROP TABLE again;
  ALTER TABLE met_again RENAME TO again;
  `,
  // The catalogue that a code is from: winsock, or a user's.
  "ALTER TABLE codes ADD COLUMN catalogue TEXT NOT NULL DEFAULT 'winsock'",
  // Sums that are kept beside the counts, so that reports on a long time need not read each minute.
  `
  ALTER TABLE generations ADD COLUMN first_minute INTEGER; -- no count of the log has a time before it; NULL: none has a time
  ALTER TABLE generations ADD COLUMN last_minute INTEGER;
  CREATE INDEX generations_by_time ON generations (last_minute, first_minute, source_id);
  CREATE INDEX samples_by_minute ON samples (minute);

  CREATE TABLE quarters ( -- sums of counts
    code INTEGER NOT NULL,
    start INTEGER NOT NULL, -- Unix seconds at the start of the quarter of an hour, UTC; -1: the lines have no time
    n INTEGER NOT NULL,
    first INTEGER, -- the first and the last minute of the quarter that has counts
    last INTEGER,
    PRIMARY KEY (code, start)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE hours ( -- sums of quarters
    code INTEGER NOT NULL,
    start INTEGER NOT NULL, -- as in quarters
    n INTEGER NOT NULL,
    PRIMARY KEY (code, start)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE source_days ( -- sums of counts
    start INTEGER NOT NULL, -- Unix seconds at the start of the day, UTC; -1: the lines have no time
    code INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (start, code, source_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE endpoint_days ( -- sums of endpoints
    start INTEGER NOT NULL, -- as in source_days; the first second of a day: counts of that whole day, as in endpoints
    code INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (start, code, endpoint)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE operation_days ( -- sums of operations
    start INTEGER NOT NULL, -- as in endpoint_days
    code INTEGER NOT NULL,
    operation TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (start, code, operation)
  ) STRICT, WITHOUT ROWID;

  ${[fillSpans(), ...fillSums()].join(";\n")};
  `,
  // Messages of brokers that could not be read.
  "ALTER TABLE runs ADD COLUMN set_aside INTEGER NOT NULL DEFAULT 0",
  // Sums for reports on months and years, and what counters that never fall have besides.
  `
  CREATE TABLE source_months ( -- sums of source_days
    start INTEGER NOT NULL, -- where 30 days begin, counted from 1970 on; otherwise as in the days
    code INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (start, code, source_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE endpoint_months ( -- sums of endpoint_days
    start INTEGER NOT NULL,
    code INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (start, code, endpoint)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE operation_months ( -- sums of operation_days
    start INTEGER NOT NULL,
    code INTEGER NOT NULL,
    operation TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (start, code, operation)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pruned ( -- occurrences that were counted and removed since
    code INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (code, source_id)
  ) STRICT, WITHOUT ROWID;

  ${fillMonths().join(";\n")};
  `,
  // How far streams of brokers were counted, and messages that were gone before that.
  `
  ALTER TABLE runs ADD COLUMN lost_messages INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE generations ADD COLUMN behind INTEGER; -- messages of a stream's partition that were not counted yet
  ALTER TABLE generations ADD COLUMN behind_at INTEGER; -- Unix seconds: when that was so
  `,
  // By endpoint first: reports on a year group them, and would sort all of them for that.
  `
  CREATE TABLE months_by_endpoint (
    start INTEGER NOT NULL, -- as in source_months
    code INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (endpoint, code, start)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO months_by_endpoint SELECT start, code, endpoint, n FROM endpoint_months ORDER BY endpoint, code, start;
  DROP TABLE endpoint_months;
  ALTER TABLE months_by_endpoint RENAME TO endpoint_months;
  `,
];
