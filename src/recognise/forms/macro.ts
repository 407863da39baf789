import { isIdentifier, isSpelled } from "../../text/byte-array.ts";
import { codeOfMacro } from "../codes.ts";
import type { Line } from "../line.ts";
import { type Match, NO_MATCHES } from "../match.ts";
import type { Recogniser } from "../recogniser.ts";

/** The names of the header files: `WSAECONNRESET`, whole and in any case. */
export const macro: Recogniser<"macro"> = {
  form: "macro",
  literals: ["wsa"],
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

function find(line: Line): readonly Match[] {
  return line.keep(read);
}

function read(line: Line): readonly Match[] {
  const { bytes, length } = line;
  let matches: Match[] | undefined;
  for (let start = line.firstOf(macro); start < length; start++) {
    if (bytes[start] !== LETTER_W || !isSpelled("wsa", bytes, start)) continue;
    if (start > 0 && isIdentifier(bytes[start - 1])) continue;
    let end = start + 3;
    while (end < length && isIdentifier(bytes[end])) end++;
    const code = codeOfMacro.get(line.text.slice(start, end).toLowerCase());
    if (code === undefined) continue;
    matches ??= [];
    matches.push({ code, start, end, confidence: "certain" });
  }
  return matches ?? NO_MATCHES;
}

const LETTER_W = 0x77;
