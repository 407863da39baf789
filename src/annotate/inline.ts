import type { Finding } from "../recognise/finding.ts";
import type { Style } from "./style.ts";

/** Explains each code right after its first spelling: `[WinError 10061 «WSAECONNREFUSED: connection refused»]`. */
export const inline: Style = (line, pen) => {
  const explained = pen.explained(line);
  let out = "";
  let at = 0;
  for (const [i, { finding, mark }] of explained.entries()) {
    const limit = explained[i + 1]?.finding.start ?? line.body.length;
    const place = Math.min(behind(finding, line.body), limit);
    out += pen.body(line, at, place) + mark;
    at = place;
  }
  return out + pen.body(line, at) + line.lineEnd;
};

/** Returns where the explanation goes: after the spelling. A message is found by a fragment, so it goes after the clause. */
function behind(finding: Finding, body: string): number {
  if (finding.form !== "message") return finding.end;
  CLAUSE_END.lastIndex = finding.end;
  return CLAUSE_END.exec(body)?.index ?? body.length;
}

// The second and third alternative are the UTF-8 bytes of 、 。 and of the full-width ！ （ ） ， ： ；
const CLAUSE_END = /[.,;:()[\]"'|<>]|\xe3\x80[\x81\x82]|\xef\xbc[\x81\x88\x89\x8c\x9a\x9b]|\s*$/g;
