import { codeOfMacro } from "./codes.ts";
import type { Line } from "./context.ts";
import type { Recogniser } from "./index.ts";
import { type Match, matchesOf } from "./match.ts";

/** The names of the header files: `WSAECONNRESET`, whole and in any case. */
export const macro: Recogniser = {
  form: "macro",
  fingerprints: ["wsa"],
  find,
  samples: {
    match: [
      ["connect: WSAECONNREFUSED", 10061],
      ["10054 (WSAECONNRESET) while reading", 10054],
      ["if (err == WSAEWOULDBLOCK || err == WSAEINPROGRESS) retry", 10035, 10036],
      ["lookup failed: WSAHOST_NOT_FOUND, then WSATRY_AGAIN", 11001, 11002],
      ["result winapi::WSA_IO_PENDING", 997],
      ["dns: WSANO_ADDRESS", 11004],
    ],
    ignore: [
      "WSAStartup and WSAGetLastError are functions, <wsa:To> is XML",
      "MY_WSAECONNRESET is a name of its own",
      "WSAECONNRESETS",
      "WSACONNREFUSED is misspelt",
      "browsable: newsagent",
    ],
  },
};

const NAME = /(?<![a-z0-9_])wsa[a-z_]{2,}[a-z](?![a-z0-9_])/g;

function find(line: Line): readonly Match[] {
  return matchesOf(line.lower, NAME, ({ text }) => {
    const code = codeOfMacro.get(text);
    return code === undefined ? null : { code, confidence: "certain" };
  });
}
