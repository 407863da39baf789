import { posix, resolve, sep } from "node:path";
import { WsaError } from "../../error.ts";
import { logStem } from "../../log/log-name.ts";
import { say, type Wording } from "../../wording.ts";

/** The host that a log at a path comes from; null where its path names none. */
export type HostFromPath = (path: string) => string | null;

/**
 * Returns where to find the host in the path of a log: `folder` for the folder that the log is in, or a pattern with
 * `{host}` in it, such as `logs/{host}/*.log`. As in other patterns `*` and `?` do not cross folders, and `**` does. A
 * pattern that begins with a folder's name fits below any folder; a rotated log fits where the log itself does. Throws a
 * WsaError `usage` for other patterns.
 *
 * @param separator what separates folders in paths.
 */
export function hostFromPath(pattern: string, separator: string = sep): HostFromPath {
  const portable = (path: string) => path.replaceAll(separator, "/");
  const find = pattern === "folder" ? folderOf : matcherOf(pattern, portable(pattern), separator === "\\" ? "i" : "");
  return (path) => find(portable(resolve(path))) || null;
}

function folderOf(path: string): string {
  return posix.basename(posix.dirname(path));
}

function matcherOf(pattern: string, portable: string, flags: string): (path: string) => string | undefined {
  const fault = faultOf(portable);
  if (fault !== null) {
    throw new WsaError("usage", `--host-from ${pattern}`, fault, {
      hint: say`give folder, or a pattern such as "logs/{host}/*.log"`,
    });
  }
  const source = portable
    .replace(/^\.\//, "")
    .split(/(\*\*\/|\*+|\?|\{host\})/)
    .map((part) => WILDCARDS[part] ?? part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("");
  const matcher = new RegExp(`^${/^(?:\/|[a-z]:)/i.test(portable) ? "" : "(?:.*/)?"}${source}$`, flags);
  return (path) => {
    const found = matcher.exec(path) ?? matcher.exec(posix.join(posix.dirname(path), logStem(path)));
    return found?.[1];
  };
}

const WILDCARDS: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "**": "[^/]*",
  "*": "[^/]*",
  "?": "[^/]",
  "{host}": "([^/]+)",
};

function faultOf(pattern: string): Wording | null {
  const hosts = pattern.split("{host}").length - 1;
  if (hosts === 0) return say`has no {host} in it`;
  if (hosts > 1) return say`has more than one {host} in it`;
  if (/[{}]/.test(pattern.replace("{host}", ""))) return say`has braces around something else than host`;
  if (/[*?]\{host\}|\{host\}[*?]/.test(pattern))
    return say`leaves open where the host ends, because a wildcard touches it`;
  if (pattern.endsWith("/")) return say`is a pattern of folders, not of logs`;
  return null;
}
