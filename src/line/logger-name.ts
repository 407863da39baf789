import { kindAt, LETTER, NAME, SPACE } from "./characters.ts";
import { WordTable } from "./word-table.ts";

const reach = 96;

const level = "trace|debug|dbg|info|inf|notice|warn|warning|wrn|error|err|severe|fatal|ftl|crit|critical";
const levels = new WordTable(level.split("|").map((word) => [word, true] as const));

/** What a logger or a thread is called, behind a word of its work: "ReadThread", "send-worker-2". */
const noun =
  "[-_]?(?:Thread|Loop|Manager|Service|Worker|Queue|Pool|Task|Handler|Factory|Monitor|Controller|Module|Job|Component|Engine|Actor)s?(?:[-_#]?\\d{1,6})?";
/** A level, a bar, a dash or a bracket, and the name up to the word. */
const nameBefore = new RegExp(
  `(?:\\b(?:${level})\\]?:?\\s{1,8}|\\|\\s?|\\s-\\s|\\]\\s{1,8}|[[(])((?:[A-Za-z_]\\w{0,40}[.$])*)([A-Za-z_-]\\w{0,40})?$`,
  "i",
);
/** The end of a name behind the word, and what separates it from the message. */
const nounBehind = new RegExp(`^(?:${noun})(?:\\s?\\||\\s{1,8}[-:] |: |[\\])])`, "i");
const separatorBehind = /^(\w{0,40}(?:[.$]\w{1,40}){0,8})(?:\s?\||\s{1,8}[-:] |\])/;
/** The first part of a call: "socket.send - 10054" is one. */
const calls =
  /^(?:socket|sock|_?sock\w*|net|tcp\w*|udp\w*|conn\w*|winsock2?|ws2_32|ssl|tls|http\w*|stream|channel|self|this|system|java|sun|win32|asyncio)[.$]/i;
const fieldBefore =
  /(?:"(?:logger(?:_?name)?|log_name|category(?:name)?|sourcecontext|source_context|thread(?:_?name)?|class(?:name)?)"\s?:\s?"|\b(?:logger|thread|category)=)[\w.$-]{0,80}$/i;

/** Whether the word in `[start, end)` is a part of the name of a logger, a class or a thread before the message. */
export function isInLoggerName(line: string, start: number, end: number): boolean {
  if (!mayFollow(line, nameStart(line, start))) return false;
  const before = line.slice(Math.max(0, start - reach), start);
  if (fieldBefore.test(before)) return true;
  const match = nameBefore.exec(before);
  if (match === null) return false;
  const behind = line.slice(end, end + reach);
  if (nounBehind.test(behind)) return true;
  const [, qualifier = "", part = ""] = match;
  const rest = separatorBehind.exec(behind)?.[1];
  if (rest === undefined || (qualifier === "" && !rest.includes("."))) return false;
  const name = qualifier + part + line.slice(start, end) + rest;
  return !calls.test(name) && !isMethod(name);
}

/** Where the characters begin that may be the beginning of the name. */
function nameStart(line: string, end: number): number {
  let start = end;
  while (start > end - reach && (kindAt(line, start - 1) & NAME || line[start - 1] === "$")) start--;
  return start;
}

/** Whether what comes before a name may be a field's quote or sign, a bar, a bracket, a dash or a level: seldom in prose. */
function mayFollow(line: string, start: number): boolean {
  if (!(kindAt(line, start - 1) & SPACE)) return start > 0 && `"=|[(`.includes(line.charAt(start - 1));
  let end = start - 1;
  while (kindAt(line, end - 1) & SPACE) end--;
  if (line[end - 1] === "|" || line[end - 1] === "-" || line[end - 1] === "]") return true;
  if (line[end - 1] === ":") end--;
  if (line[end - 1] === "]") end--;
  let word = end;
  while (kindAt(line, word - 1) & LETTER) word--;
  return levels.find(line, word, end) !== undefined;
}

/** "Acme.Client.send" is a method, "acme.send" and "Acme.Listen" are names. */
function isMethod(name: string): boolean {
  const labels = name.split(/[.$]/);
  return /^[a-z_]/.test(labels.at(-1) ?? "") && /^[A-Z]/.test(labels.at(-2) ?? "");
}
