import type { Spelled } from "./byte-list.ts";

/**
 * Returns the line without the sequences that colour a terminal, also where a log writer has spelled out their first byte
 * (`\u001b[31m`, `#033[31m`); null for a line without any. Where a sequence parts two words, a blank parts them.
 */
export function withoutEscapes(line: string): Spelled | null {
  if (!mayHaveSequence(line)) return null;
  let text = "";
  let from = 0;
  let last = "";
  const starts: number[] = [];
  const keep = (until: number) => {
    for (let at = from; at < until; at++) starts.push(at);
    if (until > from) last = line.charAt(until - 1);
    text += line.slice(from, until);
  };
  for (const { 0: sequence, index } of line.matchAll(SEQUENCE)) {
    keep(index);
    from = index + sequence.length;
    if (!WORD.test(last) || !WORD.test(line.charAt(from))) continue;
    text += " ";
    last = " ";
    starts.push(index);
  }
  if (from === 0) return null;
  keep(line.length);
  const origin = (start: number, end: number) => [starts[start] as number, (starts[end - 1] as number) + 1] as const;
  return { text, origin };
}

/** Whether the line has the first byte, or a bracket behind the last letter of a spelling of it: most brackets are others. */
function mayHaveSequence(line: string): boolean {
  if (line.includes("\x1b")) return true;
  for (let at = line.indexOf("[", 2); at >= 0; at = line.indexOf("[", at + 1)) {
    if (SPELLING_ENDS.includes(line.charAt(at - 1)) && SPELLED_OUT.test(line.slice(Math.max(0, at - 3), at)))
      return true;
  }
  return false;
}

const SPELLING_ENDS = "3bB[eE";
const SPELLED_OUT = /(?:033|1b|\^\[|\\e)$/i;
const SEQUENCE =
  /(?:\x1b|\\u001b|\\x1b|\\0?33|\\e|#033|\^\[)\[[0-?]{0,64}[@-~]|\x1b\][^\x07\x1b]{0,512}(?:\x07|\x1b\\)/gi;
const WORD = /[a-z0-9_]/i;
