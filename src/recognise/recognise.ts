import type { Entry } from "../catalogue/entry.ts";
import { entries } from "../catalogue/index.ts";
import { byteList, spellOut } from "./byte-list.ts";
import { winsockWords } from "./context/winsock-words.ts";
import { withoutEscapes } from "./escapes.ts";
import type { Finding, Form } from "./finding.ts";
import { FirstLook } from "./first-look.ts";
import { decimal, statusIn } from "./forms/decimal.ts";
import { recognisers } from "./forms/index.ts";
import { Line } from "./line.ts";
import type { Match } from "./match.ts";
import { withoutContradicted } from "./messages/contradicted.ts";
import { createOwnForm, inLog, isIgnored } from "./own-form.ts";
import type { RecogniseOptions, Recogniser } from "./recogniser.ts";
import { withPlainBrackets } from "./wide-brackets.ts";

/**
 * Returns the findings of one byte line (without its line end), in order and without overlaps.
 *
 * @param status the place of a value that is known to be the error of a connection, though no word says so.
 */
export type Recognise = (line: string, status?: StatusPlace | null) => readonly Finding[];

interface StatusPlace {
  readonly start: number;
  readonly end: number;
}

interface Options extends RecogniseOptions {
  /** Names the findings, may leave codes out, and brings the names and cues of a user's own. */
  readonly catalogue?: readonly Entry[];
  /** The forms, in place of the program's own; at most 29. */
  readonly recognisers?: readonly Recogniser[];
}

const NO_FINDINGS: readonly Finding[] = [];

/** Makes the function that finds codes; for every line without one it returns the same empty array. */
export function createRecognise(options: Options = {}): Recognise {
  const catalogue = options.catalogue ?? entries;
  const names = new Map(catalogue.map((entry) => [entry.code, entry.name]));
  const ignored = new Map(
    catalogue.flatMap(({ code, ignore }) => (ignore === undefined ? [] : [[code, ignore.map(inLog)]])),
  );
  const forms = options.recognisers ?? formsOf(catalogue);
  const look = lookFor(forms);
  // One for all lines: a line is read to its end before the next begins.
  const line = new Line("");

  return (text, status = null) => {
    line.set(text);
    const seen = line.lookFor(look);
    if (seen === 0) return NO_FINDINGS;
    const spelled = (line.mayHold(byteList) ? spellOut(text) : null) ?? (status ? null : withoutEscapes(text));
    if (spelled === null) {
      const plain = line.isAscii ? text : withPlainBrackets(text);
      if (plain === text) return findingsIn(seen, status);
      line.set(plain);
      return findingsIn(line.lookFor(look), status);
    }
    line.set(spelled.text);
    const findings = findingsIn(line.lookFor(look), null);
    if (findings.length === 0) return findings;
    return findings.map((finding) => {
      const [start, end] = spelled.origin(finding.start, finding.end);
      return { ...finding, text: text.slice(start, end), start, end };
    });
  };

  /** The findings of the line, which may hold the forms whose bits are set. */
  function findingsIn(seen: number, status: StatusPlace | null): readonly Finding[] {
    let found: Finding[] | undefined;
    const known = status && statusIn(line.text, status);
    if (known) found = withFinding(found, decimal, known);
    for (let n = 0; n < forms.length; n++) {
      const recogniser = forms[n] as Recogniser;
      // Beside a status, the other numbers of a row are sizes, durations and parts of a request.
      if ((seen & (1 << n)) === 0 || (status && recogniser === decimal)) continue;
      const matches = recogniser.find(line, options);
      for (let at = 0; at < matches.length; at++) found = withFinding(found, recogniser, matches[at] as Match);
    }
    if (found === undefined) return NO_FINDINGS;
    return found.length === 1 ? found : withoutContradicted(settle(found), line.lower);
  }

  function withFinding(found: Finding[] | undefined, recogniser: Recogniser, match: Match): Finding[] | undefined {
    const { code, start, end, confidence } = match;
    const name = names.get(code);
    if (name === undefined || (options.strict && confidence !== "certain")) return found;
    if (ignored.size > 0 && isIgnored(line, ignored.get(code) ?? NONE, start, end)) return found;
    const form = recogniser.form as Form;
    const finding = { code, name, form, confidence, text: line.text.slice(start, end), start, end };
    if (found === undefined) return [finding];
    found.push(finding);
    return found;
  }
}

const NONE: readonly string[] = [];

function formsOf(catalogue: readonly Entry[]): readonly Recogniser[] {
  const own = catalogue === entries ? null : createOwnForm(catalogue);
  return own === null ? recognisers : [own, ...recognisers];
}

/** The forms have the first numbers, in their order. The one for the program's own is made once. */
function lookFor(forms: readonly Recogniser[]): FirstLook {
  if (forms !== recognisers) return new FirstLook([...forms, winsockWords, byteList]);
  ownLook ??= new FirstLook([...forms, winsockWords, byteList]);
  return ownLook;
}

let ownLook: FirstLook | undefined;

/** Sorts by place; of two that overlap the longer stays, of two equally long the one whose form is listed first. */
function settle(findings: Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of inOrder(findings)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= finding.start) kept.push(finding);
    else if (finding.end - finding.start > last.end - last.start) kept[kept.length - 1] = finding;
  }
  return kept;
}

/** Most findings are in order already, which is seen much faster than sorted. */
function inOrder(findings: Finding[]): Finding[] {
  for (let at = 1; at < findings.length; at++) {
    if ((findings[at - 1] as Finding).start > (findings[at] as Finding).start) return findings.sort(byStart);
  }
  return findings;
}

function byStart(a: Finding, b: Finding): number {
  return a.start - b.start;
}
