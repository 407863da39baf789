import type { Operation } from "../../catalogue/entry.ts";
import type { Finding } from "../../recognise/finding.ts";
import { toBytes, toLowerCase } from "../../text/byte-string.ts";
import { DIGIT, kindAt } from "../characters.ts";
import { operationOf } from "../operation.ts";
import { withoutColours } from "../without-colours.ts";
import type { Address, Wanted } from "./address.ts";
import { addressesIn } from "./addresses-in.ts";
import { isDistinct } from "./host.ts";
import { isClear } from "./is-clear.ts";
import { hasNumberedPort } from "./port-near.ts";
import { isExplained, weightOf } from "./weight.ts";

const reach = 1024;
// An address without a word that explains it is blamed only this close to the finding, or when it is the only one.
const besideTheFinding = 8;

// Where a single word may be the name of a host: in quotes of its own, or looked up.
const namesWords = /["'`][\w.-]+["'`]|\blookup |resolve host/i;
const portWords = ["端口", "埠", "ポート", "포트", "порт", "порту", "порта"].map(toBytes).join("|");
const portWord = new RegExp(
  `(?:\\bport|\\bpuerto|\\bporta|\\bpoort|${portWords})[\\s#=:]{0,3}(\\d{1,5})(?!\\w|\\.\\d)`,
  "i",
);
const usedPort = new RegExp(`(?<![\\w.])(\\d{1,5})()(?= ?(?:port\\b|${portWords}))`, "i");

// Words after "connect to" that are no names.
const commonWords = new Set(
  `a an the to server host client proxy remote local database db mysql sql tcp udp http https socket port address peer any
   error failed failure code errno winsock line status service network internet service it this that be is was because
   localhost: target broker upstream endpoint reason message named null none unknown true false new socks socks5 and or
   at on in of for from with by not no could unable time timeout via through url site node get post undef undefined
   hostname name dns lookup resolve resolution domain query request response returned returns after before while when
   af_inet af_inet6 inet inet6 tcp4 tcp6 udp4 udp6 ipv4 ipv6 nil data info warn warning exception main system java net org com accept accepting bind
   binding listen listening connect connecting connection send sending recv receive receiving read reading write writing
   open start started running cannot can`.split(/\s+/),
);

/** "sock.connect((self.host, self.port))" names no machine. */
const ofObject = /^(?:self|this|cls)\./;

const singleWord = /^[a-z][a-z0-9-]*$/i;
const dotted = /[\w-]*\.\w/y;

/** Words for a machine, which are its name in "connect to broker:1883". */
const machines = /^(?:server|host|proxy|db|database|mysql|sql|broker|upstream|target|node|site|backend|remote)$/i;
const towards = /\b(?:to|at|with|from)[ "'`(]{1,2}$/i;

/**
 * Returns the address that the line blames: the one that its words call upstream, proxy, remote or the one connected to,
 * else the only one, else the one beside the finding; for bind and listen the local address. Returns null when in doubt.
 */
export function endpointOf(
  line: string,
  findings: readonly Finding[],
  operation: Operation | null = operationOf(line, findings),
): string | null {
  const finding = findings[0];
  if (finding === undefined) return null;
  const plain = withoutColours(line, findings);
  if (plain.line !== line) return endpointOf(plain.line, plain.findings, operation);
  const from = Math.max(0, finding.start - reach);
  const text = withoutEscapes(line.slice(from, finding.end + reach));
  const excerpt: Excerpt = { text, from, findings, operation, isLocal: localOperations.has(operation) };

  let best: Address | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  const silent: Address[] = [];
  const readsWords = excerpt.isLocal || operation === "resolve" || hasNumberedPort(text);
  const wanted = operation === "resolve" ? isDottedOrExplained : isExplained;
  for (const address of addressesIn(text, readsWords, wanted)) {
    const candidate = withoutCode(address, excerpt);
    if (candidate === null || !isPlausible(candidate, excerpt)) continue;
    const weight = weightOf(candidate, text, operation);
    if (weight === 0) silent.push(candidate);
    if (weight <= 0) continue;
    const score = weight - distanceTo(candidate, excerpt) / 100;
    if (best !== null && score <= bestScore) continue;
    best = candidate;
    bestScore = score;
  }
  if (best !== null) return written(best.port === null && operation !== "resolve" ? withPort(best, excerpt) : best);
  return lonely(silent, excerpt) ?? (excerpt.isLocal ? portAlone(excerpt) : null);
}

/** Quotes that are escaped inside others, as quotes alone; every place stays where it is. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\"')) return text;
  return text.replace(/\\"/g, (_, at: number) => (/[\w\])}]/.test(text[at - 1] ?? "") ? '" ' : ' "'));
}

/** "dst: 10.0.0.9; connect to 10.0.0.9:18264" is one machine: its port is the one that the line has elsewhere, if it is one. */
function withPort(best: Address, excerpt: Excerpt): Address {
  const name = toLowerCase(best.host);
  if (toLowerCase(excerpt.text).indexOf(`${name}:`) < 0) return best;
  const ports = new Set<number>();
  for (const address of addressesIn(excerpt.text, false, isExplained)) {
    const port = toLowerCase(address.host) === name ? (withoutCode(address, excerpt)?.port ?? null) : null;
    if (port !== null) ports.add(port);
  }
  const [port] = ports;
  return port !== undefined && ports.size === 1 ? { ...best, port } : best;
}

const localOperations: ReadonlySet<Operation | null> = new Set(["bind", "listen", "accept"]);

/** Where a name could not be resolved, it may be the only one in the line. */
const isDottedOrExplained: Wanted = (text, start) =>
  isExplained(text, start) || isDotted(text.slice(start, start + 64));

function isDotted(text: string): boolean {
  dotted.lastIndex = 0;
  return dotted.test(text);
}

/** The part of the line that is read. */
interface Excerpt {
  readonly text: string;
  /** Where it begins in the line: places of findings in the excerpt are this much smaller. */
  readonly from: number;
  readonly findings: readonly Finding[];
  readonly operation: Operation | null;
  /** Whether bind, listen or accept failed, which may blame an address of this machine. */
  readonly isLocal: boolean;
}

/** "127.0.0.1:10054" may be a host and the code: then only the host is an address. */
function withoutCode(address: Address, { from, findings }: Excerpt): Address | null {
  const start = address.start + from;
  const end = address.end + from;
  for (const finding of findings) {
    if (finding.start >= end || finding.end <= start) continue;
    const codeLast = finding.end === end && finding.start > start;
    if (!codeLast || address.shape !== "pair") return null;
    return { ...address, shape: "bare", port: null, end: finding.start - from };
  }
  return address;
}

function isPlausible({ host, port, shape, start }: Address, { text, isLocal }: Excerpt): boolean {
  if (shape === "port" || host === "0.0.0.0" || host === "::") return isLocal;
  if (!(kindAt(host, 0) & DIGIT) && commonWords.has(toLowerCase(host))) {
    return (
      shape === "pair" &&
      port !== null &&
      machines.test(host) &&
      towards.test(text.slice(Math.max(0, start - 8), start))
    );
  }
  if ((host.length < 2 && port === null) || ofObject.test(host)) return false;
  if (shape !== "bare" || port !== null) return true;
  // "localhost-7" is another name, unless the line speaks of names.
  if (host === "localhost" && text[start + host.length] === "-")
    return isLocal || /port/i.test(text) || namesWords.test(text);
  return isDistinct(host) || singleWord.test(host);
}

/** The one address that nothing explains. */
function lonely(silent: readonly Address[], excerpt: Excerpt): string | null {
  if (silent.length === 0) return null;
  const clear = silent.filter((address) => isClear(address, excerpt.text, excerpt.operation));
  const beside = clear.filter((address) => distanceTo(address, excerpt) <= besideTheFinding);
  const [one, ...others] = beside.length > 0 ? beside : clear;
  if (one === undefined) return null;
  const text = written(one);
  return others.every((other) => written(other) === text) ? text : null;
}

function portAlone({ text, from, findings }: Excerpt): string | null {
  const match = portWord.exec(text) ?? usedPort.exec(text);
  if (match === null || Number(match[1]) > 65_535 || Number(match[1]) === 0) return null;
  const digitsAt = from + match.index + match[0].length - (match[1] ?? "").length;
  return findings.some((finding) => finding.start === digitsAt && finding.end > from) ? null : `:${Number(match[1])}`;
}

/** Returns the distance of the nearest finding in the excerpt from an address. */
function distanceTo(address: Address, { text, from, findings }: Excerpt): number {
  const start = address.start + from;
  const end = address.end + from;
  let nearest = Number.POSITIVE_INFINITY;
  for (const finding of findings) {
    if (finding.start >= from + text.length || finding.end <= from) continue;
    nearest = Math.min(nearest, end <= finding.start ? finding.start - end : Math.max(0, start - finding.end));
  }
  return nearest;
}

function written({ host, port }: Address): string {
  const name = host.includes(":") ? `[${toLowerCase(host)}]` : toLowerCase(host);
  return port === null ? name : `${name}:${port}`;
}
