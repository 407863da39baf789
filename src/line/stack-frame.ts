import { toBytes } from "../text/byte-string.ts";

/** What .NET writes before a call, in the languages that it speaks. */
const wordsOfDotNet = toBytes(
  "bei|à|en|em|in|в|w|v|bij|vid|ved|kohteessa|a következő helyen:|konum:|σε|場所|在|於|위치:",
);
const nameOfCall = "[A-Za-z_<][\\w.<>`+$|=[\\],-]{2,200}\\(";

/** The source of a regular expression for what comes before the call in a line of a stack of Java, .NET or Node. */
export const beforeCall = `\\s{1,32}(?:at (?:async )?|(?:${wordsOfDotNet}) (?=${nameOfCall}))`;

/** The source of one for a call in a stack of Go: `net.(*netFD).Read(0xc000, …)`, `main.main()`. */
export const callOfGo =
  "(?:[\\w.-]{1,60}/){0,8}[a-z]\\w{0,40}\\.(?:\\(\\*?\\w{1,60}\\)\\.\\w{1,60}\\(|\\w{1,60}\\((?:0x|\\.\\.\\.\\)|\\{0x|\\)\\s*$))";

const frame = new RegExp(
  `^(?:\\s*(?:at |in |File "|#\\d+ |\\.\\.\\. |---|\\s*$)|${beforeCall}|${callOfGo}|\\s{1,32}\\S{1,300}\\.go:\\d)`,
);

/** Whether a line is one of a stack, or blank: the calls that it names are those of the program. */
export function isFrame(line: string): boolean {
  return frame.test(line);
}
