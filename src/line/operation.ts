import type { Operation } from "../catalogue/entry.ts";
import type { Finding } from "../recognise/finding.ts";
import { BEYOND_ASCII, bytesOf, kinds, LETTER, LOWER, UPPER } from "./characters.ts";
import { isInLoggerName } from "./logger-name.ts";
import {
  asciiPhrases,
  lettersOfPhrase,
  type OperationPhrase,
  operationWords,
  partOfAsciiPhrase,
  phrasesBeyondAscii,
} from "./operation-words.ts";
import { withoutColours } from "./without-colours.ts";
import { WordTable } from "./word-table.ts";

// Bytes of the line that are read, on either side of the finding.
const reachBefore = 512;
const reachAfter = 160;
// A word behind the code is more often about the next action: it counts as this much further away.
const behind = 30;

// Only one call can fail with these, whatever word is nearer: "send mail: 10061" failed to connect.
const certain: ReadonlyMap<number, Operation> = new Map([
  [10061, "connect"],
  [10091, "startup"],
  [10092, "startup"],
  [11001, "resolve"],
  [11002, "resolve"],
  [11003, "resolve"],
  [11004, "resolve"],
]);

// The usual call where the line is silent. 10060 is not here: connect and receive time out alike.
const usual: ReadonlyMap<number, Operation> = new Map([
  [10048, "bind"],
  [10056, "connect"],
  [10093, "startup"],
]);

/** The system's own sentence of 10060, which it also has for a read that took too long, and words like it. */
const attempt =
  /\bA connection attempt failed because\b|\bconnection (?:attempt )?(?:to [^:;]{1,80}(?::\d{1,5})? )?(?:failed|timed out)\b/i;
/** What seldom happens to a connection that stands. */
const ofAttempts: ReadonlySet<number> = new Set([10013, 10049, 10050, 10051, 10060, 10064, 10065]);

const words = wordTable(operationWords);
const allPhrases: readonly OperationPhrase[] = [...asciiPhrases, ...phrasesBeyondAscii];

/**
 * Returns the operation that failed: the one that the code proves, else that of the nearest word (rather before the
 * finding than behind it, never inside an operating system's sentence), else the usual one of the code, else null.
 */
export function operationOf(line: string, findings: readonly Finding[]): Operation | null {
  const finding = findings[0];
  if (finding === undefined) return null;
  const proven = provenOperation(finding.code);
  if (proven !== null) return proven;
  const plain = withoutColours(line, findings);
  const sentences = plain.findings.map((one) => wholeSentence(plain.line, one));
  const said =
    nearest(plain.line, withSentence(plain.findings[0] as Finding, plain.findings[1]), sentences) ??
    usual.get(finding.code);
  return said ?? (ofAttempts.has(finding.code) && attempt.test(line) ? "connect" : null);
}

/** The first finding, up to the end of the system's sentence, or of another way to write it, that follows. */
function withSentence(first: Finding, next: Finding | undefined): Finding {
  if (next?.code !== first.code || next.start - first.end > lettersBetween) return first;
  return { ...first, end: next.end };
}

/** ": A connection " is not a part of the finding that begins there. */
const lettersBetween = 24;

/** The codes whose sentences name calls beside the words by which they are known. */
const namesCalls: ReadonlySet<number> = new Set([10040, 10057, 10058]);
const sentenceReach = 240;
const sentenceBefore = /[^:;[\]|"=<>]*$/;
const sentenceBehind = /^(?:[^.:;|"<>\u00e3]|\.(?=\w)|\xe3(?!\x80\x82))*/;

/** A finding with all of the system's sentence that it is a part of, where that names calls. */
function wholeSentence(line: string, finding: Finding): Finding {
  const { code, form, start, end } = finding;
  if (form !== "message" || !namesCalls.has(code)) return finding;
  const before = sentenceBefore.exec(line.slice(Math.max(0, start - sentenceReach), start))?.[0] ?? "";
  const behind = sentenceBehind.exec(line.slice(end, end + sentenceReach))?.[0] ?? "";
  return { ...finding, start: start - before.length, end: end + behind.length };
}

/** Whether it is an attempt to connect, or to find whom to connect to, that failed with a code. */
export function failsAttempts(operation: Operation | null, code: number): boolean {
  return operation === "connect" || operation === "resolve" || (operation === null && ofAttempts.has(code));
}

/** The operation that a code proves, whatever is said beside it; null for most. */
export function provenOperation(code: number): Operation | null {
  return certain.get(code) ?? null;
}

/** Searches away from the finding on both sides, no further than a nearer word could still be. */
function nearest(line: string, finding: Finding, findings: readonly Finding[]): Operation | null {
  const from = Math.max(0, finding.start - reachBefore);
  const to = Math.min(line.length, finding.end + reachAfter);
  let best: Operation | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  let seen = 0;
  const bytes = bytesOf(line);

  for (let end = endOfWordsBefore(bytes, Math.min(finding.start, to), from, to); end > from; ) {
    const kind = kindIn(bytes, end - 1);
    const start = kind & LETTER ? wordStart(bytes, end, from) : end - 1;
    const operation = kind & LETTER ? words.find(line, start, end) : undefined;
    if (operation !== undefined && !isInFinding(findings, start, end) && !isInLoggerName(line, start, end)) {
      best = operation;
      bestDistance = distanceTo(finding, start, end);
      break;
    }
    seen |= kind;
    end = start;
  }

  let start = Math.min(finding.end, to);
  if (isInsideWord(bytes, start, from, to)) start = wordEnd(bytes, start, to);
  for (let end = start; start < to && distanceTo(finding, start, start + 1) < bestDistance; start = end) {
    const kind = kindIn(bytes, start);
    end = kind & LETTER ? wordEnd(bytes, start, to) : start + 1;
    const operation = kind & LETTER ? words.find(line, start, end) : undefined;
    if (operation !== undefined && !isInFinding(findings, start, end)) {
      best = operation;
      bestDistance = distanceTo(finding, start, end);
      break;
    }
    seen |= kind;
  }

  if (bestDistance < lettersOfPhrase && !(seen & BEYOND_ASCII)) return best;
  const phrases = seen & BEYOND_ASCII ? allPhrases : asciiPhrases;
  // Behind the finding, nothing is nearer than this.
  const reached = bestDistance > behind ? to : Math.min(finding.start, to);
  const text = line.slice(from, reached);
  if (phrases === asciiPhrases && !partOfAsciiPhrase.test(text)) return best;
  return nearestPhrase(text, from, phrases, findings, bestDistance) ?? best;
}

/** The operation of the nearest phrase, if it is nearer than `within`. */
function nearestPhrase(
  text: string,
  offset: number,
  phrases: readonly OperationPhrase[],
  findings: readonly Finding[],
  within: number,
): Operation | null {
  let best: Operation | null = null;
  let bestDistance = within;
  for (const [operation, pattern] of phrases) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [start, end] = [offset + match.index, offset + pattern.lastIndex];
      const distance = distanceTo(findings[0] as Finding, start, end);
      if (distance < bestDistance && !isInFinding(findings, start, end)) [best, bestDistance] = [operation, distance];
    }
  }
  return best;
}

function distanceTo(finding: Finding, start: number, end: number): number {
  return end <= finding.start ? finding.start - end : 2 * (start - finding.end) + behind;
}

function isInFinding(findings: readonly Finding[], start: number, end: number): boolean {
  for (const finding of findings) if (start < finding.end && end > finding.start) return true;
  return false;
}

// Words are the parts of identifiers, the matches of [A-Z]?[a-z]+|[A-Z]+(?![a-z]): WSA|Send, Begin|Connect, bind.

function wordStart(bytes: Uint8Array, end: number, from: number): number {
  let start = end - 1;
  const kind = kindIn(bytes, start) & LETTER;
  while (start > from && kindIn(bytes, start - 1) & kind) start--;
  return kind === LOWER && start > from && kindIn(bytes, start - 1) & UPPER ? start - 1 : start;
}

function wordEnd(bytes: Uint8Array, start: number, to: number): number {
  let end = start + 1;
  if (kindIn(bytes, start) & UPPER && !(end < to && kindIn(bytes, end) & LOWER)) {
    while (end < to && kindIn(bytes, end) & UPPER) end++;
    return end < to && kindIn(bytes, end) & LOWER ? end - 1 : end;
  }
  while (end < to && kindIn(bytes, end) & LOWER) end++;
  return end;
}

function isInsideWord(bytes: Uint8Array, at: number, from: number, to: number): boolean {
  if (at <= from || at >= to) return false;
  const [left, right] = [kindIn(bytes, at - 1), kindIn(bytes, at)];
  if (left & LOWER || right & LOWER) return (left & LETTER) !== 0 && (right & LOWER) !== 0;
  return (left & right & UPPER) !== 0 && !(at + 1 < to && kindIn(bytes, at + 1) & LOWER);
}

/** Where the words before `at` end: there, or at the beginning of the word that `at` is inside of. */
function endOfWordsBefore(bytes: Uint8Array, at: number, from: number, to: number): number {
  if (!isInsideWord(bytes, at, from, to)) return at;
  return kindIn(bytes, at - 1) & UPPER && kindIn(bytes, at) & LOWER ? at - 1 : wordStart(bytes, at, from);
}

function kindIn(bytes: Uint8Array, at: number): number {
  return kinds[bytes[at] as number] as number;
}

function wordTable(lists: Partial<Record<Operation, string>>): WordTable<Operation> {
  const pairs = Object.entries(lists) as [Operation, string][];
  return new WordTable(pairs.flatMap(([operation, list]) => list.split(/\s+/).map((one) => [one, operation] as const)));
}
