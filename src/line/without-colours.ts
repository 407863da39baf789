import type { Finding } from "../recognise/finding.ts";

/** A line, and the findings at their places in it. */
export interface FoundIn {
  readonly line: string;
  readonly findings: readonly Finding[];
}

// The byte, and how JSON and syslog daemons write it.
const sequence = /(?:\x1b|\\u001[bB]|\\x1[bB]|\\e|\\033|#033|\^\[)\[[\d;:?]{0,24}[A-Za-z]/g;
/** The last characters of these spellings before their bracket. */
const lastOfEscape = "\x1bbB3e[";

/** Returns the line without its escapes of colour, which would be letters before a name; the same line where it has none. */
export function withoutColours(line: string, findings: readonly Finding[]): FoundIn {
  if (!mayHaveSequence(line)) return { line, findings };
  const ends: number[] = [];
  const removed: number[] = [];
  let plain = "";
  let from = 0;
  sequence.lastIndex = 0;
  for (let match = sequence.exec(line); match !== null; match = sequence.exec(line)) {
    plain += line.slice(from, match.index);
    from = sequence.lastIndex;
    ends.push(from);
    removed.push(from - plain.length);
  }
  if (ends.length === 0) return { line, findings };
  return { line: plain + line.slice(from), findings: findings.map(moved) };

  function moved(finding: Finding): Finding {
    return { ...finding, start: placeOf(finding.start), end: placeOf(finding.end) };
  }

  function placeOf(at: number): number {
    let before = 0;
    for (let index = 0; index < ends.length && (ends[index] as number) <= at; index++)
      before = removed[index] as number;
    return at - before;
  }
}

function mayHaveSequence(line: string): boolean {
  for (let at = line.indexOf("[", 1); at >= 0; at = line.indexOf("[", at + 1))
    if (lastOfEscape.includes(line.charAt(at - 1))) return true;
  return false;
}
