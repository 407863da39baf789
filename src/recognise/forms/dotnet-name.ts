import { codeOfDotnetName } from "../codes.ts";
import type { Line } from "../line.ts";
import { type Match, matchesOf } from "../match.ts";
import type { Recogniser } from "../recogniser.ts";

/** A member of .NET's SocketError, named as one: `SocketErrorCode: TimedOut`. */
export const dotnetName: Recogniser<"dotnet-name"> = {
  form: "dotnet-name",
  literals: ["socketerror", "socket error"],
  find,
  samples: {
    match: [
      ["ex.SocketErrorCode == SocketError.ConnectionReset", 10054],
      ["SocketErrorCode         : TimedOut", 10060],
      ['"SocketErrorCode":"HostNotFound"', 11001],
      ["- Socket Error: ConnectionReset", 10054],
      ["<SocketErrorCode>HostUnreachable</SocketErrorCode>", 10065],
      ["the SocketErrorCode was WouldBlock", 10035],
      ["NetworkError: SocketError (errorCode ConnectionReset)", 10054],
      ["Socket#7::UpdateStatusAfterSocketError() - NetworkUnreachable", 10051],
      ["Socket#7::UpdateStatusAfterSocketError() - Fault", 10014],
    ],
    ignore: [
      "kind: ConnectionReset",
      "SocketError.Success",
      "SocketErrorCode: TimedOutAgain",
      "the SocketError enumeration",
      "socket error: shutdown in progress",
      "the SocketError was shutdown in haste",
    ],
  },
};

/** Members that are everyday words: they count only behind the enumeration's own name. */
const COMMON: ReadonlySet<string> = new Set(["shutdown", "interrupted", "fault", "disconnecting"]);

const ASSIGNED = /socketerror(?:code)?(?:\(\))?["'>]?\s{0,12}[:=.,(>-]{1,2}\s{0,2}["']?$/;

const NAME =
  /(?<=socket ?error(?: ?code)?(?:\(\))?["'>]?\s{0,12}(?:[:=.,(-]{0,2}|\xe2\x86\x92|is|was|\(errorcode)\s{0,2}["']?(?<=[^a-z]))[a-z]{4,30}(?![a-z0-9_])/g;

function find(line: Line): readonly Match[] {
  return matchesOf(line.lower, NAME, line.firstOf(dotnetName), ({ text, start }) => {
    const code = codeOfDotnetName.get(text);
    return code === undefined || (COMMON.has(text) && !ASSIGNED.test(line.lower.slice(Math.max(0, start - 24), start)))
      ? null
      : { code, confidence: "certain" };
  });
}
