import { continuesRecord, neverContinues, startsRecord } from "./record.ts";

/** Records with lines that show where they begin and end, so that any line may be in them. */
interface BlockKind {
  /** Whether a line is the first one, and not also the last. */
  readonly first: (line: string) => boolean;
  /** Whether a line is the last one. */
  readonly last: (line: string) => boolean;
  /** What its lines look like, where none has to be the last: the first other one is outside. */
  readonly inside?: (line: string) => boolean;
  /** The name of a field, which a block has once. */
  readonly field?: RegExp;
  /** Whether a line that looks like a first one may be inside. */
  readonly isNested?: boolean;
  /** Whether it is a part of the record that the line above its first one is in. */
  readonly below?: (above: string) => boolean;
  /** Whether it is nothing by itself. */
  readonly isOnlyBelow?: boolean;
  /** Whether its last line has its time, whatever those before speak of. */
  readonly endsWithTime?: boolean;
}

/** The kind of a block: its place in the list, which is plain data. */
export type Block = number;

function matches(pattern: RegExp): (line: string) => boolean {
  return (line) => pattern.test(line);
}

/** A block from a line that begins like this to the next one that has that. */
function range(opening: RegExp, closing: RegExp): Pick<BlockKind, "first" | "last"> {
  return { first: (line) => opening.test(line) && !closing.test(line), last: matches(closing) };
}

function element(name: string): Pick<BlockKind, "first" | "last"> {
  return range(new RegExp(`^[ \\t]{0,16}<${name}[ >]`), new RegExp(`</${name}>`));
}

/** An object of several lines, whose brackets have lines of their own: the elements of an array are records. */
function object(indent: string): BlockKind {
  return {
    first: matches(new RegExp(`^${indent}\\{\\s*$`)),
    last: matches(new RegExp(`^${indent}\\}`)),
    below: (above) => startsRecord(above) && !above.includes('"'),
  };
}

const consoleLevel =
  /^(?:\x1b\[[\d;]{1,8}m){0,4}(?:trce|dbug|info|warn|fail|crit)(?:\x1b\[[\d;]{1,8}m){0,4}: [\w.+`<>-]{1,200}\[-?\d{1,10}\]\s*$/;

const blocks: readonly BlockKind[] = [
  // Agents of Configuration Manager.
  { ...range(/^<!\[LOG\[/, /\]LOG\]!>/), endsWithTime: true },
  // Event Viewer, with lines; an event that was copied as text has itself as XML below.
  { ...element("Event"), below: (above) => above.startsWith("Event Xml:") },
  range(/^Log Name: +\S/, /^<\/Event>/),
  // log4j, log4net and java.util.logging.
  element("log4(?:j|net):event"),
  element("record"),
  element("E2ETraceEvent"),
  // IBM MQ.
  range(/ - Process\(/, /^-{5}.*-{5}\s*$/),
  ...["", "  ", "    ", "      ", "        ", "\t", "\t\t", "\t\t\t"].map(object),
  // A row with a quoted field that is not closed.
  { first: (line) => openQuote(line) >= 0, last: (line) => countQuotes(line) % 2 === 1, endsWithTime: true },
  // An error that was printed with its stack, its causes or its fields, also below a stamped line.
  {
    first: matches(/^Error(?: \[\w+\])?: /),
    last: matches(/^\}/),
    inside: matches(/^(?:\s|$|\}|Caused by:|Stack backtrace:|stack backtrace:|Location:)/),
    below: startsRecord,
  },
  // java.util.logging: the message is below its time.
  {
    first: matches(/^(?:SEVERE|WARNING|INFO): /),
    last: () => false,
    inside: continuesRecord,
    below: startsRecord,
    isOnlyBelow: true,
  },
  // .NET's console: the message is below its level.
  { first: matches(consoleLevel), last: () => false, inside: matches(/^(?: {2}|\t|\s*$)/) },
  // wevtutil's text: the message is not indented.
  { first: matches(/^Event\[\d+\]:?\s*$/), last: () => false, inside: (line) => !/^Event\[\d+\]:?\s*$/.test(line) },
  // MinIO's console: fields, each on a line.
  range(/^API: \S/, /^\s*$/),
  // Enterprise Library.
  range(/^Timestamp: \S/, /^-{20}/),
  // sqlcmd: the number, and then the sentence.
  { first: matches(/^HResult 0x[\dA-F]+, Level \d+, State \d+/i), last: () => true },
  // Oracle's sqlnet.log, where the time and the address come below the code.
  {
    first: (line) => line.startsWith("Fatal NI connect error"),
    last: matches(/^\*{20}/),
    inside: matches(/^(?:\s|$|\*{20}|TNS-|ORA-|NI-)/),
  },
  // SAP's traces of work processes: what failed, and then who called it.
  {
    first: matches(/^\*{3} ?(?:LOG|ERROR)\b/),
    last: matches(/^\s*$/),
    inside: matches(/^(?:\*{3} ?ERROR\b|\s|$)/),
    isNested: true,
  },
  // SAP's errors as a client prints them: fields in columns, also in a box of asterisks.
  {
    first: matches(/^(?:\* {1,2})?LOCATION {2,}\S/),
    field: /^(?:\* {1,2})?[A-Z][A-Z ]{1,13}(?= {2})/,
    last: matches(/^(?:\* {1,2})?COUNTER {2,}/),
    inside: matches(/^(?:(?:\* {1,2})?[A-Z][A-Z ]{1,13} {1,11}\S| |\*? {0,80}$)/),
    isNested: true,
  },
  // Cisco AnyConnect, between lines of asterisks.
  {
    first: matches(/^Date {2,12}: \d/),
    last: matches(/^\*{20}/),
    inside: matches(/^(?:[A-Z][\w ]{1,40}: |\s|$)/),
  },
  // PowerShell's Format-List, also below a stamped line.
  {
    first: matches(
      /^(?!(?:trace|debug|verbose|info|notice|warn|err|crit|fatal|severe|fail|alert)\w* )[A-Z]\w{1,30} +: /i,
    ),
    field: /^\w{1,31}(?= *:)/,
    last: matches(/^$/),
    inside: matches(/^(?:[A-Z]\w{1,30} +:(?: |$)| {6}|$)/),
    isNested: true,
    below: startsRecord,
  },
];

function countQuotes(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) count++;
  return count;
}

/** Where a quoted field begins that is not closed on its line, or -1; quotes in a field are doubled. */
function openQuote(line: string): number {
  let open = -1;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
    if (open < 0) open = at;
    else if (line[at + 1] === '"') at++;
    else open = -1;
  }
  return open > 0 && !/[,;\t]/.test(line[open - 1] as string) ? -1 : open;
}

const mqProcess = " - Process(";

/** What a first line begins with; those of MQ and rows may begin with anything. */
const mayOpen =
  /^(?:[ \t]{0,16}[<{]|[*"]|Log Name:|Event\[\d|API: |Fatal NI |Timestamp: |LOCATION {2}|SEVERE: |WARNING: |INFO: |HResult |\x1b|(?:trce|dbug|info|warn|fail|crit): |[A-Z]\w{1,30} +: |Error(?: \[\w+\])?: )| - Process\(|[,;\t]"/;

/** The kind of block that a line opens and does not close; null for none. */
export function opensBlock(line: string): Block | null {
  // Most lines begin with a time, and have none of the rest.
  if (neverContinues(line.charCodeAt(0)) && line[0] !== "<" && !line.includes('"') && !line.includes(mqProcess))
    return null;
  if (!mayOpen.test(line)) return null;
  const kind = blocks.findIndex(({ first }) => first(line));
  return kind < 0 ? null : kind;
}

/** Whether a line is the last one of a block. */
export function closesBlock(line: string, kind: Block): boolean {
  return blocks[kind]?.last(line) === true;
}

/** Whether a line cannot be in a block, wherever that began. */
export function isOutside(line: string, kind: Block): boolean {
  return blocks[kind]?.inside?.(line) === false;
}

/** The name of the field that a line has in a block whose fields differ; null for none. */
export function fieldOf(line: string, kind: Block): string | null {
  return blocks[kind]?.field?.exec(line)?.[0] ?? null;
}

/** Whether a block that begins with a line of this kind may have begun earlier. */
export function isNested(kind: Block): boolean {
  return blocks[kind]?.isNested === true;
}

/** Whether a block whose first line is below a line is a part of the record that the line is in. */
export function isBelow(above: string, kind: Block): boolean {
  return blocks[kind]?.below?.(above) === true;
}

/** Whether a block of this kind may be a part of the record above it. */
export function mayBeBelow(kind: Block): boolean {
  return blocks[kind]?.below !== undefined;
}

/** Whether a block of this kind is a record only as a part of the one above it. */
export function isOnlyBelow(kind: Block): boolean {
  return blocks[kind]?.isOnlyBelow === true;
}

/** Whether the last line of a block has its time. */
export function endsWithTime(kind: Block): boolean {
  return blocks[kind]?.endsWithTime === true;
}
