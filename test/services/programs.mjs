// The programs beside Node that tests use where they are there; `run.mjs` installs them.
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a package is unpacked that cannot be installed. */
export const unpacked = "/opt/wsa-annotate-tests";

const postgresFolder = "/usr/lib/postgresql";

/** The folder of PostgreSQL's programs, or null where it is not installed. */
export function postgresPrograms() {
  const versions = existsSync(postgresFolder) ? readdirSync(postgresFolder).sort((a, b) => Number(b) - Number(a)) : [];
  const programs = versions.map((version) => join(postgresFolder, version, "bin"));
  return programs.find((path) => existsSync(join(path, "initdb"))) ?? null;
}

/** The path of a program, or null where it is not installed. */
export function programPath(name) {
  // Servers are there for everybody, but not on everybody's path.
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    "/usr/sbin",
    "/usr/local/sbin",
    `${unpacked}/usr/sbin`,
  ];
  return folders.map((folder) => join(folder, name)).find(canRun) ?? null;
}

/** By their Debian packages: what is not looked at without each of them. */
const programs = [
  { package: "strace", path: () => programPath("strace"), tests: "what stops the program at single system calls" },
  { package: "chromium", path: () => programPath("chromium"), tests: "what pages do in a browser" },
  { package: "postgresql", path: postgresPrograms, tests: "counting in PostgreSQL" },
  { package: "nats-server", path: () => programPath("nats-server"), tests: "reading from NATS and shipping to it" },
  { package: "redis-server", path: () => programPath("redis-server"), tests: "reading from Redis" },
  { package: "syslog-ng-core", path: () => programPath("syslog-ng"), tests: "what syslog-ng passes on" },
  // Only one of both can be installed: this one is unpacked.
  {
    package: "rsyslog",
    path: () => programPath("rsyslogd"),
    tests: "what rsyslog passes on",
    libraries: ["libestr0", "libfastjson4", "liblognorm5"],
  },
];

export const missingPrograms = () => programs.filter(({ path }) => path() === null);

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
