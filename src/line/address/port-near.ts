import { toBytes } from "../../text/byte-string.ts";

// "port" in the languages of the system's sentences; what comes before it must not make it the port of this side.
const word = `(?:[dr]?port[aeu]?|dpt|puerto|poort|${["порт", "端口", "ポート", "포트", "連接埠"].map(toBytes).join("|")})`;
const remote = "(?:(?:remote|server|peer|dst|dest|destination|target|net\\.peer|host|db|tcp)[-_. ]?)?";
const numberedPort = /(?:port[aeu]?|dpt|puerto|poort)["']?\s?[=:#]?\s?["']?(?:(?:tcp|udp)\/)?\d/i;
const beyondAscii = /[^\x00-\x7f]/;
const numberedPortBeyondAscii = new RegExp(`${word}\\s?[=:#]?\\s?\\d`);
const behindReach = 96;
const portBehind = new RegExp(
  `^(?:\\)\\s?\\(|["'\\]\\\\]{0,2}(?: ?\\([^()]{1,60}\\))?["']?[\\s,;^|]{0,3}(?:protocol: \\w{2,8}, )?(?:(?:on|at|and|und|y|et) )?)` +
    `["']?${remote}${word}["']?\\s?[=:#]?\\s?["']?(?:(?:tcp|udp)/)?(\\d{1,5})(?!\\w|\\.\\w)`,
  "i",
);
const beforeReach = 64;
const portBefore =
  /port["']?\s?[=:]\s?["']?(\d{1,5})["']?(?:[\s,;]{1,3}|\)\s?\()["']?[\w-]{2,20}["']?\s?[=:]\s?["']?$/i;
// "Bind to port 22 on 0.0.0.0", and its like in other languages.
const portOnHost = new RegExp(
  `(?<=\\b${word}[ :=#]{1,2}(\\d{1,5}),? (?:on|at|of|addr|address|auf|an|en|de|su|di|em|op) ` +
    "(?:(?:the )?(?:host|server|address|interface|ip|machine|localhost) )?[\"'[]?)",
  "iy",
);
// The end of the text before a name whose port comes first, and the first character behind one whose port follows.
const assigned = /[=:]\s?["']?$/;
const continued = /["'\](\s,;^|p)\\]/iy;

/** Whether a text has "port" and a number anywhere; if not, no name has a port beside it. */
export function hasNumberedPort(text: string): boolean {
  return numberedPort.test(text) || (beyondAscii.test(text) && numberedPortBeyondAscii.test(text));
}

/** Returns the port that the words beside a name give it (`host port 80`, `port=80 host=name`), or null. */
export function portNear(text: string, start: number, end: number): number | null {
  continued.lastIndex = end;
  const behind = continued.test(text) ? portBehind.exec(text.slice(end, end + behindReach)) : null;
  if (behind !== null) return Number(behind[1]);
  const textBefore = text.slice(Math.max(0, start - beforeReach), start);
  const before = assigned.test(textBefore.slice(-3)) ? portBefore.exec(textBefore) : portOnHostAtEnd(textBefore);
  return before && Number(before[1]);
}

/** The pattern looks behind itself from the end, where it soon fails. */
function portOnHostAtEnd(text: string): RegExpExecArray | null {
  portOnHost.lastIndex = text.length;
  return portOnHost.exec(text);
}
