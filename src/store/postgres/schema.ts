import { fillMonths, fillSpans, fillSums } from "../queries/fill-sums.ts";

/** Steps from an empty schema to the newest; `wsa_annotate.schema_version` is the number of steps taken. Only ever append. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE codes (
    code bigint PRIMARY KEY,
    name text NOT NULL,
    category text NOT NULL,
    retryable integer NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL
  );

  CREATE TABLE sources (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    host text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    stem text COLLATE "C" NOT NULL,
    UNIQUE (host, name)
  );
  CREATE INDEX sources_by_stem ON sources (host, stem);

  CREATE TABLE runs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started bigint NOT NULL,
    finished bigint,
    bytes bigint NOT NULL,
    lines bigint NOT NULL,
    occurrences bigint NOT NULL,
    lost_bytes bigint NOT NULL,
    version text NOT NULL,
    last_commit text -- names the last transaction of the run: after a lost connection it tells whether that was committed
  );
  CREATE INDEX runs_by_last_commit ON runs (last_commit);

  CREATE TABLE generations (
    id bigint PRIMARY KEY, -- see wsa_annotate.last_generation
    source_id bigint NOT NULL REFERENCES sources (id),
    head_bytes bigint NOT NULL,
    head_hash text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    window_bytes bigint NOT NULL,
    window_hash text NOT NULL,
    unfinished text NOT NULL,
    lines bigint NOT NULL,
    time bigint,
    milestones text NOT NULL,
    resume text,
    replaces bigint REFERENCES generations (id),
    run_id bigint NOT NULL
  );
  CREATE INDEX generations_by_head ON generations (head_bytes, head_hash);
  CREATE INDEX generations_by_source ON generations (source_id);
  CREATE INDEX generations_by_replaced ON generations (replaces) WHERE replaces IS NOT NULL;

  CREATE TABLE identities (
    uid text COLLATE "C" PRIMARY KEY,
    generation_id bigint NOT NULL REFERENCES generations (id)
  );
  CREATE INDEX identities_by_generation ON identities (generation_id);

  CREATE TABLE counts (
    generation_id bigint NOT NULL,
    minute bigint NOT NULL,
    code bigint NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (generation_id, minute, code)
  );
  CREATE TABLE endpoints (
    generation_id bigint NOT NULL,
    minute bigint NOT NULL,
    code bigint NOT NULL,
    endpoint text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (generation_id, minute, code, endpoint)
  );
  CREATE TABLE operations (
    generation_id bigint NOT NULL,
    minute bigint NOT NULL,
    code bigint NOT NULL,
    operation text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (generation_id, minute, code, operation)
  );
  CREATE TABLE again (
    generation_id bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    minute bigint NOT NULL,
    code bigint NOT NULL,
    subject text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (generation_id, kind, minute, code, subject)
  );

  CREATE TABLE files (
    host text COLLATE "C" NOT NULL,
    path text COLLATE "C" NOT NULL,
    size bigint NOT NULL,
    mtime text NOT NULL,
    inode text NOT NULL,
    PRIMARY KEY (host, path)
  );

  CREATE TABLE samples (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    generation_id bigint NOT NULL,
    code bigint NOT NULL,
    line bigint NOT NULL,
    minute bigint NOT NULL,
    opening integer NOT NULL,
    operation text,
    endpoint text COLLATE "C",
    text text NOT NULL, -- U+FFFF stands for NUL, which PostgreSQL does not keep
    UNIQUE (generation_id, code, line)
  );
  CREATE INDEX samples_by_code ON samples (code, id);

  CREATE TABLE acks (
    code bigint PRIMARY KEY,
    until bigint,
    note text NOT NULL,
    acknowledged bigint NOT NULL
  );

  CREATE VIEW hourly (hour, source, code, name, n) AS
    SELECT to_char(to_timestamp(nullif(minute, 0)) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:00') AS hour,
      sources.name, counts.code, codes.name, sum(n)::bigint
    FROM counts
    JOIN generations ON generations.id = generation_id
    JOIN sources ON sources.id = source_id
    LEFT JOIN codes ON codes.code = counts.code
    GROUP BY 1, 2, 3, 4;

  CREATE VIEW daily (day, source, code, name, n) AS
    SELECT to_char(to_timestamp(nullif(minute, 0)) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
      sources.name, counts.code, codes.name, sum(n)::bigint
    FROM counts
    JOIN generations ON generations.id = generation_id
    JOIN sources ON sources.id = source_id
    LEFT JOIN codes ON codes.code = counts.code
    GROUP BY 1, 2, 3, 4;

  CREATE VIEW totals (code, name, n, first, last) AS
    SELECT counts.code, codes.name, sum(n)::bigint,
      to_char(to_timestamp(min(nullif(minute, 0))) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      to_char(to_timestamp(max(nullif(minute, 0))) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    FROM counts
    LEFT JOIN codes ON codes.code = counts.code
    GROUP BY counts.code, codes.name;
  `,
  // The catalogue that a code is from: winsock, or a user's.
  "ALTER TABLE codes ADD COLUMN catalogue text NOT NULL DEFAULT 'winsock'",
  `
  ALTER TABLE generations ADD COLUMN first_minute bigint, ADD COLUMN last_minute bigint;
  CREATE INDEX generations_by_time ON generations (last_minute, first_minute);
  CREATE INDEX samples_by_minute ON samples (minute);

  CREATE TABLE quarters (
    code bigint NOT NULL,
    start bigint NOT NULL,
    n bigint NOT NULL,
    first bigint,
    last bigint,
    PRIMARY KEY (code, start)
  );
  CREATE TABLE hours (
    code bigint NOT NULL,
    start bigint NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (code, start)
  );
  CREATE TABLE source_days (
    start bigint NOT NULL,
    code bigint NOT NULL,
    source_id bigint NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (start, code, source_id)
  );
  CREATE TABLE endpoint_days (
    start bigint NOT NULL,
    code bigint NOT NULL,
    endpoint text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (start, code, endpoint)
  );
  CREATE TABLE operation_days (
    start bigint NOT NULL,
    code bigint NOT NULL,
    operation text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (start, code, operation)
  );

  ${[fillSpans(), ...fillSums()].join(";\n")};
  `,
  // Messages of brokers that could not be read.
  "ALTER TABLE runs ADD COLUMN set_aside bigint NOT NULL DEFAULT 0",
  // Sums for reports on months and years, and what counters that never fall have besides.
  `
  CREATE TABLE source_months ( -- sums of source_days
    start bigint NOT NULL,
    code bigint NOT NULL,
    source_id bigint NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (start, code, source_id)
  );

  CREATE TABLE endpoint_months ( -- sums of endpoint_days
    start bigint NOT NULL,
    code bigint NOT NULL,
    endpoint text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (start, code, endpoint)
  );

  CREATE TABLE operation_months ( -- sums of operation_days
    start bigint NOT NULL,
    code bigint NOT NULL,
    operation text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (start, code, operation)
  );

  CREATE TABLE pruned ( -- occurrences that were counted and removed since
    code bigint NOT NULL,
    source_id bigint NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (code, source_id)
  );

  ${fillMonths().join(";\n")};
  `,
  // How far streams of brokers were counted, and messages that were gone before that.
  `
  ALTER TABLE runs ADD COLUMN lost_messages bigint NOT NULL DEFAULT 0;
  ALTER TABLE generations ADD COLUMN behind bigint; -- messages of a stream's partition that were not counted yet
  ALTER TABLE generations ADD COLUMN behind_at bigint; -- Unix seconds: when that was so
  `,
  // By endpoint first: reports on a year group them, and would sort all of them for that.
  "ALTER TABLE endpoint_months DROP CONSTRAINT endpoint_months_pkey, ADD PRIMARY KEY (endpoint, code, start)",
];
