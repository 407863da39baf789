import type { Catalogue } from "./catalogue.ts";
import type { Entry } from "./entry.ts";
import { type ReadAs, type Reading, reading } from "./reading.ts";

/** Reads a name in any case: a macro, or a name in POSIX, getaddrinfo, libuv or .NET. A code may come twice. */
export function readName(catalogue: Catalogue, text: string): Reading[] {
  const name = text.toUpperCase();
  const member = withoutSocketError(text).toUpperCase();
  const { entries } = catalogue;
  return [
    ...read(
      "POSIX name",
      entries.filter(({ posix }) => posix === name),
    ),
    ...read("macro name", [catalogue.byName(name) ?? catalogue.byName(`WSA${name}`)]),
    ...read("getaddrinfo name", [catalogue.byCode(GETADDRINFO.get(name) ?? -1)]),
    ...read(
      "libuv name",
      entries.filter(({ libuv }) => libuv?.name === name),
    ),
    ...read(
      ".NET name",
      entries.filter(({ dotnet }) => dotnet?.toUpperCase() === member),
    ),
  ];
}

const read = (how: ReadAs, entries: readonly (Entry | undefined)[]): Reading[] =>
  entries.filter((entry) => entry !== undefined).map((entry) => reading(how, entry));

/** Returns `ConnectionReset` for `SocketError.ConnectionReset` or `System.Net.Sockets.SocketError.ConnectionReset`. */
export const withoutSocketError = (text: string): string =>
  text.replace(/^(?:System\.Net\.Sockets\.)?SocketError\./i, "");

// The codes that ws2tcpip.h gives to getaddrinfo's names, and Node's name for EAI_NONAME.
const GETADDRINFO: ReadonlyMap<string, number> = new Map([
  ["EAI_AGAIN", 11002],
  ["EAI_BADFLAGS", 10022],
  ["EAI_FAIL", 11003],
  ["EAI_FAMILY", 10047],
  ["EAI_IPSECPOLICY", 11033],
  ["EAI_MEMORY", 8],
  ["EAI_NODATA", 11001],
  ["EAI_NONAME", 11001],
  ["EAI_NOSECURENAME", 11032],
  ["EAI_SERVICE", 10109],
  ["EAI_SOCKTYPE", 10044],
  ["ENOTFOUND", 11001],
]);
