import { entries } from "../catalogue/index.ts";

/** The numbers of the catalogue. */
export const codes: ReadonlySet<number> = new Set(entries.map((entry) => entry.code));

/** Codes by the names of the header files, in lower case. */
export const codeOfMacro: ReadonlyMap<string, number> = new Map(
  entries.flatMap(({ name, aliases, code }) => [name, ...aliases].map((macro) => [macro.toLowerCase(), code] as const)),
);

/** Codes by the members of .NET's SocketError, in lower case. */
export const codeOfDotnetName: ReadonlyMap<string, number> = new Map(
  entries.flatMap(({ dotnet, code }) => (dotnet === null ? [] : [[dotnet.toLowerCase(), code] as const])),
);

/** Codes by the names of POSIX and libuv; of two codes with one name the socket code (above 10000). */
export const codeOfPosixName: ReadonlyMap<string, number> = new Map(
  entries
    .filter(({ code }) => code > 10000)
    .toSorted((a, b) => Number(a.posix !== null) - Number(b.posix !== null))
    .flatMap(({ posix, libuv, code }) => [libuv?.name, posix].flatMap((name) => (name ? [[name, code] as const] : []))),
);
