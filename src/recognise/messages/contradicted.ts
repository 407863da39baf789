import type { Finding } from "../finding.ts";

/**
 * Leaves out the sentences that a number beside them contradicts: the number is the system's, and the sentence may be a
 * program's own words or those of another code. A sentence stays where the line names its code in another form, where the
 * number has a sentence of its own, and where the line goes on to another failure between them. Takes findings in order.
 *
 * @param lower the line in lower case
 */
export function withoutContradicted(findings: Finding[], lower: string): Finding[] {
  if (findings.every(isSentence) || !findings.some(isSentence)) return findings;
  return findings.filter(
    (finding, at) =>
      !isSentence(finding) ||
      findings.some((other) => !isSentence(other) && other.code === finding.code) ||
      !(contradicts(findings[at - 1], finding) || contradicts(findings[at + 1], finding)),
  );

  function contradicts(number: Finding | undefined, sentence: Finding): boolean {
    if (
      number === undefined ||
      isSentence(number) ||
      findings.some((other) => isSentence(other) && other.code === number.code)
    ) {
      return false;
    }
    const [first, second] = number.start < sentence.start ? [number, sentence] : [sentence, number];
    const between = second.start - first.end;
    return between <= NEAR && !GOES_ON.test(lower.slice(first.end, second.start));
  }
}

function isSentence({ form }: Finding): boolean {
  return form === "message";
}

/** Bytes between a number and the fragment of the sentence that was found, which may be the sentence's end. */
const NEAR = 160;

/** What separates two failures of one line. */
const GOES_ON = /;|-->|\bcaused by\b|\bthen\b|\bafter\b|\bbefore\b|\bretry|\bfallback\b|\bprevious/;
