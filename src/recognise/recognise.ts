import type { Entry } from "../catalogue/entry.ts";
import { entries } from "../catalogue/index.ts";
import { spellOut } from "./byte-list.ts";
import { Line } from "./context.ts";
import { decimal, statusIn } from "./decimal.ts";
import type { Finding } from "./finding.ts";
import { type Match, type RecogniseOptions, type Recogniser, recognisers } from "./index.ts";
import { createSpot } from "./spot.ts";

/**
 * The findings of one byte line (without its line end), in order and without overlaps.
 *
 * @param status the place of a value that is known to be the error of a connection, though no word says so.
 */
export type Recognise = (
  line: string,
  status?: { readonly start: number; readonly end: number } | null,
) => readonly Finding[];

const NO_FINDINGS: readonly Finding[] = [];

/**
 * Makes the function that finds codes; a line without one gives the same empty array every time. The catalogue names
 * the findings and may leave codes out; it cannot bring numbers that no form knows.
 */
export function createRecognise(options: RecogniseOptions & { readonly catalogue?: readonly Entry[] } = {}): Recognise {
  const names = new Map((options.catalogue ?? entries).map((entry) => [entry.code, entry.name]));
  const spot = createSpot(
    recognisers.map(({ fingerprints, numbers = [] }) => [
      ...fingerprints.map((text) => text.toLowerCase()),
      ...numbers,
    ]),
  );

  const recognise: Recognise = (text, status = null) => {
    const line = new Line(text);
    // The copy in lower case is flat in memory; the line itself is a slice of a block, three times as slow to read.
    const spotted = spot(line.lower);
    if (spotted === 0) return NO_FINDINGS;
    let claims: Claim[] | undefined;
    const claim = (recogniser: Recogniser, match: Match) => {
      const name = names.get(match.code);
      if (name === undefined || (options.strict && match.confidence !== "certain")) return;
      claims ??= [];
      claims.push({ recogniser, match, name });
    };
    const known = status && statusIn(text, status);
    if (known) claim(decimal, known);
    for (let form = 0; form < recognisers.length; form++) {
      if ((spotted & (1 << form)) === 0) continue;
      const recogniser = recognisers[form] as Recogniser;
      // Beside a status, the other numbers of a row are sizes, durations and parts of a request.
      if (status && recogniser === decimal) continue;
      for (const match of recogniser.find(line, options)) claim(recogniser, match);
    }
    if (claims === undefined) return NO_FINDINGS;
    return (claims.length === 1 ? claims : settle(claims)).map((claim) => toFinding(claim, text));
  };

  return (text, status) => {
    const spelled = spellOut(text);
    if (spelled === null) return recognise(text, status);
    const findings = recognise(spelled.text);
    if (findings.length === 0) return findings;
    return findings.map((finding) => {
      const [start, end] = spelled.origin(finding.start, finding.end);
      return { ...finding, text: text.slice(start, end), start, end };
    });
  };
}

interface Claim {
  readonly recogniser: Recogniser;
  readonly match: Match;
  readonly name: string;
}

/** Sorts by place; of two that overlap the longer stays, of two equally long the one whose form is listed first. */
function settle(claims: Claim[]): Claim[] {
  const kept: Claim[] = [];
  for (const claim of claims.sort((a, b) => a.match.start - b.match.start)) {
    const last = kept.at(-1);
    if (last === undefined || last.match.end <= claim.match.start) kept.push(claim);
    else if (length(claim.match) > length(last.match)) kept[kept.length - 1] = claim;
  }
  return kept;
}

function length(match: Match): number {
  return match.end - match.start;
}

function toFinding({ recogniser, match, name }: Claim, text: string): Finding {
  const { code, start, end, confidence } = match;
  return { code, name, form: recogniser.form, confidence, text: text.slice(start, end), start, end };
}
