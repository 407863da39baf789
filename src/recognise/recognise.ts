import type { Entry } from "../catalogue/entry.ts";
import { entries } from "../catalogue/index.ts";
import { Line } from "./context.ts";
import type { Finding } from "./finding.ts";
import { type Match, type RecogniseOptions, type Recogniser, recognisers } from "./index.ts";

/** The findings of one byte line (without its line end), in order and without overlaps. */
export type Recognise = (line: string) => readonly Finding[];

const NO_FINDINGS: readonly Finding[] = [];

/** Makes the function that finds codes; a line without one gives the same empty array every time. */
export function createRecognise(options: RecogniseOptions & { readonly catalogue?: readonly Entry[] } = {}): Recognise {
  const names = new Map((options.catalogue ?? entries).map((entry) => [entry.code, entry.name]));
  const forms = recognisers.map((recogniser) => ({ recogniser, mayMatch: anyOf(recogniser.fingerprints) }));

  return (text) => {
    let claims: Claim[] | undefined;
    let line: Line | undefined;
    for (const { recogniser, mayMatch } of forms) {
      if (!mayMatch.test(text)) continue;
      line ??= new Line(text);
      for (const match of recogniser.find(line, options)) {
        const name = names.get(match.code);
        if (name === undefined || (options.strict && match.confidence !== "certain")) continue;
        claims ??= [];
        claims.push({ recogniser, match, name });
      }
    }
    return claims === undefined ? NO_FINDINGS : settle(claims).map((claim) => toFinding(claim, text));
  };
}

interface Claim {
  readonly recogniser: Recogniser;
  readonly match: Match;
  readonly name: string;
}

function anyOf(fingerprints: readonly string[]): RegExp {
  return new RegExp(fingerprints.map((literal) => literal.replace(/[^a-z0-9\x80-\xff]/g, "\\$&")).join("|"), "i");
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
