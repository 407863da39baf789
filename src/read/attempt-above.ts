import { endpointOf } from "../line/address/endpoint.ts";
import { failsAttempts } from "../line/operation.ts";
import { toBytes } from "../text/byte-string.ts";
import { behind } from "./said-in-record.ts";
import type { Statement } from "./statement.ts";

const attempt = new RegExp(
  `\\b(?:(?:re)?connecting|dial(?:l?ing)|(?:trying|attempt(?:ing)?) (?:to (?:re)?connect|(?:a |an )?\\w{0,12} ?connection|[\\w.-]{1,80}(?:\\.\\.\\.|:\\d)|[\\d.]{7})|opening (?:a |the )?(?:\\w{1,12} )?(?:connection|socket)|(?:resolving|looking up) (?:host|address|name|[\\w-]+\\.))|${toBytes("Verbinde mit|Verbindungsaufbau|Stelle Verbindung|Connexion à|Conectando|Connessione a|Łączenie z|Подключение к|Соединение с|正在连接|连接到|正在連線|に接続(?:中|して)|연결 중|연결하는")}`,
  "i",
);
/** Words of what became of it. */
const outcome =
  /\b(?:connected|failed|failure|succe\w*|ok|done|error|closed|established|refused|timed out|gave up|aborted)\b/i;
const stamp =
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T_ -]{0,2}|\b[A-Z][a-z]{2} {1,2}\d{1,2},?(?: \d{4})? |\d{1,2}[:.]\d\d[:.]\d\d(?:[.,:]\d{1,9})?|\b\d{8,19}\b/g;
const inBrackets = /\[[^\][]{1,60}\]/g;
const level =
  /^\[\s*(?:trace|verbose|debug|dbg|info(?:rmation)?|inf|notice|normal|warn(?:ing)?|wrn|err(?:or)?|\w)?\s*\]$/i;
const number = /\w*\d\w*/g;

/** Whom a line without an endpoint is about: whom the line right above it tries to reach, where both are of one speaker. */
export function saidByAttempt(said: Statement, body: string, above: () => string | null): Statement {
  const finding = said.findings[0];
  if (finding === undefined || said.endpoint !== null || !failsAttempts(said.operation, finding.code)) return said;
  const line = above();
  if (line === null || line.length > longest) return said;
  const begin = attempt.exec(line)?.index ?? -1;
  if (begin < 0 || outcome.test(line) || !isOfOneSpeaker(line.slice(0, begin), body)) return said;
  const operation = said.operation ?? "connect";
  const endpoint = endpointOf(line, [behind(line, finding)], operation);
  return endpoint === null ? said : { ...said, operation, endpoint };
}

const longest = 512;

/** What is in brackets and no level. */
function namesIn(text: string): string[] {
  return (text.match(inBrackets) ?? []).filter((name) => !level.test(name));
}

/** Whether a line's beginning but for its stamp has no number, such as that of a thread, and no name that the other line lacks. */
function isOfOneSpeaker(beginning: string, line: string): boolean {
  const [plain, other] = [beginning.replace(stamp, ""), line.replace(stamp, "")];
  const numbers: readonly string[] = plain.match(number) ?? [];
  const others: readonly string[] = other.match(number) ?? [];
  const isNamed = namesIn(other).length === 0 || namesIn(plain).every((name) => other.includes(name));
  return isNamed && numbers.every((one) => others.includes(one));
}
