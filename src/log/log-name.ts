/** A log as a person names it. */
export interface LogName {
  readonly host: string;
  readonly name: string;
}

/** Returns the file name of a log without what rotation and compression append: `app.log` for `logs/app.log-20261122.2.gz`. */
export function logStem(name: string): string {
  let stem = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  for (;;) {
    const shorter = stem.replace(APPENDED, "");
    if (shorter === stem || shorter === "") return stem;
    stem = shorter;
  }
}

const APPENDED =
  /(?:\.(?:gz|zst|xz|bz2|lz4|zip|z|old|bak|\d{1,4})|[-._](?:\d{14}|\d{10}|\d{8}|\d{4}-\d\d-\d\d(?:[-_T]\d\d(?:[-:]?\d\d){0,2})?))$/i;
