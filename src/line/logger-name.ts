const reach = 96;

/** What a logger or a thread is called, behind a word of its work: "ReadThread", "send-worker-2". */
const noun =
  "[-_]?(?:Thread|Loop|Manager|Service|Worker|Queue|Pool|Task|Handler|Factory|Monitor|Controller|Module|Job|Component|Engine|Actor)s?(?:[-_#]?\\d{1,6})?";
/** A level, a bar, a dash or a bracket, and the name up to the word. */
const nameBefore =
  /(?:\b(?:trace|debug|dbg|info|inf|notice|warn|warning|wrn|error|err|severe|fatal|ftl|crit|critical)\]?:?\s{1,8}|\|\s?|\s-\s|\]\s{1,8}|[[(])((?:[A-Za-z_]\w{0,40}[.$])*)([A-Za-z_-]\w{0,40})?$/i;
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

/** "Acme.Client.send" is a method, "acme.send" and "Acme.Listen" are names. */
function isMethod(name: string): boolean {
  const labels = name.split(/[.$]/);
  return /^[a-z_]/.test(labels.at(-1) ?? "") && /^[A-Z]/.test(labels.at(-2) ?? "");
}
