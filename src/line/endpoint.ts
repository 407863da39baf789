import type { Operation } from "../catalogue/entry.ts";
import { toBytes } from "../recognise/bytes.ts";
import type { Finding } from "../recognise/finding.ts";
import { type Address, addressesIn, isDistinct, isTypeName } from "./address.ts";
import type { ReadEndpoint } from "./index.ts";
import { operationOf } from "./operation.ts";

const reach = 1024;
const roleReach = 64;
// An address without a word that explains it is blamed only this close to the finding, or when it is the only one.
const besideTheFinding = 8;

const quote = "[\\s\"'`=:([<@/]{0,4}$";
const remoteRole = words(
  "upstream|proxy|remote(?: ?(?:host|address|addr|endpoint|server|ip))?|peer|destination|dst|raddr",
);
const lookupRole = words(
  "lookup|resolv(?:e|ing)(?: (?:the )?host(?: ?name)?)?|failed for|getaddrinfo|gethostbyname|解析",
);
const connectRole = words(
  `(?:connect(?:ing|ion|ed)?|dial(?:ing)?|reach|login|bind|binding|listen)\\b[^"'(),;]{0,30}? (?:to|through|via|with|on|at)
   |connect(?:ing)?|dial(?:ing)? (?:tcp|udp)[46]?|listen (?:tcp|udp)[46]?|bind|reach|连接(?:到)?|連線到`,
);
const serverRole = words(
  `server(?: (?:at|on|name))?|host(?:name)?|host_?name|ip(?: ?address)?|address|addr|endpoint|broker|node|target|url|site|主机|服务器|地址`,
);
// A link without such a word is one to the documentation.
const requestRole = words(
  "get|post|put|delete|head|options|patch|request(?:ing)?|fetch(?:ing)?|open(?:ing)?|download(?:ing)?|ur[il]",
);
const lookedUp = /\b(?:lookup|resolve host:?) $/i;
// Where a single word may be the name of a host: in quotes of its own, or looked up.
const namesWords = /["'`][\w.-]+["'`]|\blookup |resolve host/i;
const toRole = words("to|with");
const fromRole = words("from");
const placeRole = words("at|on|for");
const parenthesisRole = /\b(?:server|host)\b[^()]{0,50}\($/i;
const clientRole = words("client|conn");
const localRole = words(
  "local(?: ?(?:address|addr|endpoint|ip|port))?|laddr|source|src|version|listening (?:at|on)|user|by",
);
// The machine that writes the log, as journald, ECS, pino and bunyan name it in their JSON.
const writerRole = /"(?:_hostname|host\.(?:host)?name|host\.ip)" ?: ?\[?"$/i;
const writerObject = /"(?:host|agent)" ?: ?\{(?:[^{}]|\{[^{}]*\})*$/;
const writerReach = 320;
const hostname = /"hostname" ?: ?"$/;
const hostnameBehindPid = /"pid" ?: ?\d+, ?"hostname" ?: ?"$/;
const pidBehind = /^" ?, ?"pid" ?: ?\d/;
const nginx = /, client: [^,]{1,60}, server: /;
const nginxOwn = /, (?:server|host): "?$/;
const portWord = new RegExp(`(?:\\bport|${toBytes("端口")})[\\s#=:]{0,3}(\\d{1,5})(?![\\w.])`, "i");

// What stands after "connect to" without being a name.
const commonWords = new Set(
  `a an the to server host client proxy remote local database db mysql sql tcp udp http https socket port address peer any
   error failed failure code errno winsock line status service network internet service it this that be is was because
   localhost: target broker upstream endpoint reason message named null none unknown true false new socks socks5 and or
   at on in of for from with by not no could unable time timeout via through url site node get post`.split(/\s+/),
);

/**
 * Whom the line blames: the address that its words call upstream, proxy, remote or the one connected to, else the
 * only one, else the one beside the finding. For bind and listen that is the local address. Null when in doubt.
 */
export const endpointOf: ReadEndpoint = (line, findings, operation = operationOf(line, findings)) => {
  const finding = findings[0];
  if (finding === undefined) return null;
  const from = Math.max(0, finding.start - reach);
  const text = line.slice(from, finding.end + reach);
  const shifted = findings
    .filter((one) => one.start < from + text.length && one.end > from)
    .map((one) => ({ start: one.start - from, end: one.end - from }));
  const candidates = addressesIn(text, operation === "bind" || operation === "listen" || namesWords.test(text))
    .map((address) => withoutCode(address, shifted))
    .filter((address) => address !== null && isPlausible(address, operation)) as Address[];
  const judged = candidates.map((address) => ({
    address,
    weight: weightOf(text, address, operation),
    distance: Math.min(...shifted.map(({ start, end }) => distanceTo(address, start, end))),
  }));
  const best = judged
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - b.distance / 100 - (a.weight - a.distance / 100))[0];
  if (best !== undefined) return written(best.address);
  return lonely(judged) ?? portAlone(text, operation, shifted);
};

/** The weight that the words before an address give it; 0: none does; negative: they say it is not to blame. */
function weightOf(text: string, address: Address, operation: Operation | null): number {
  const local = operation === "bind" || operation === "listen";
  const before = text.slice(Math.max(0, address.start - roleReach), address.start);
  if (address.shape === "arrow") return 110;
  if (isWriter(text, address, before)) return -1;
  if (nginxOwn.test(before) && nginx.test(text)) return -1;
  if (localRole.test(before)) return local ? 90 : -1;
  if (!isNamed(text, address, before)) return 0;
  if (lookupRole.test(before) && operation === "resolve") return 130;
  if (remoteRole.test(before)) return 120;
  if (clientRole.test(before)) return operation === "connect" || operation === "resolve" ? -1 : 50;
  if (connectRole.test(before)) return 100;
  if (serverRole.test(before)) return 80;
  // "at Net.Client:55" is a line of a program.
  if (isTypeName(address.host)) return 0;
  if (fromRole.test(before)) return operation === "receive" || operation === "accept" ? 75 : 55;
  if (toRole.test(before)) return 70;
  if (address.shape === "tuple" || (address.shape === "url" && requestRole.test(before))) return 60;
  if (placeRole.test(before) || parenthesisRole.test(before)) return 50;
  return 0;
}

function isWriter(text: string, { start, end }: Address, before: string): boolean {
  if (!text.includes('"')) return false;
  if (writerRole.test(before) || hostnameBehindPid.test(before)) return true;
  if (writerObject.test(text.slice(Math.max(0, start - writerReach), start))) return true;
  return hostname.test(before) && pidBehind.test(text.slice(end, end + 16));
}

/** A single word is a host only with a port, in quotes of its own, or after Go's and curl's "lookup". */
function isNamed(text: string, { shape, host, port, end }: Address, before: string): boolean {
  if (shape !== "bare" || port !== null || isDistinct(host)) return true;
  const opening = /["'`]$/.exec(before)?.[0];
  return opening === undefined
    ? lookedUp.test(before) && /^(?:: | on |$)/.test(text.slice(end))
    : text[end] === opening;
}

function isPlausible({ host, port, shape }: Address, operation: Operation | null): boolean {
  const local = operation === "bind" || operation === "listen";
  if (shape === "port") return local;
  if (host === "0.0.0.0" || host === "::") return local;
  if (commonWords.has(host.toLowerCase()) || (host.length < 2 && port === null)) return false;
  return shape !== "bare" || port !== null || isDistinct(host) || /^[a-z][a-z0-9-]*$/i.test(host);
}

/** "127.0.0.1:10054" may be a host and the code: then only the host is an address. */
function withoutCode(address: Address, findings: readonly Pick<Finding, "start" | "end">[]): Address | null {
  const overlapped = findings.find((finding) => finding.start < address.end && finding.end > address.start);
  if (overlapped === undefined) return address;
  const codeLast = overlapped.end === address.end && overlapped.start > address.start;
  return codeLast && address.shape === "pair" ? { ...address, shape: "bare", port: null, end: overlapped.start } : null;
}

function lonely(judged: readonly { address: Address; weight: number; distance: number }[]): string | null {
  const clear = judged.filter(
    ({ address, weight }) =>
      weight === 0 &&
      address.shape === "pair" &&
      isDistinct(address.host) &&
      !isTypeName(address.host) &&
      address.port !== null,
  );
  const beside = clear.filter(({ distance }) => distance <= besideTheFinding);
  const [one, ...others] = beside.length > 0 ? beside : clear;
  if (one === undefined) return null;
  const text = written(one.address);
  return others.every((other) => written(other.address) === text) ? text : null;
}

function portAlone(
  text: string,
  operation: Operation | null,
  findings: readonly Pick<Finding, "start">[],
): string | null {
  if (operation !== "bind" && operation !== "listen") return null;
  const match = portWord.exec(text);
  if (match === null || Number(match[1]) > 65_535 || Number(match[1]) === 0) return null;
  const digitsAt = match.index + match[0].length - (match[1] ?? "").length;
  return findings.some((finding) => finding.start === digitsAt) ? null : `:${Number(match[1])}`;
}

function distanceTo({ start, end }: Address, findingStart: number, findingEnd: number): number {
  return end <= findingStart ? findingStart - end : Math.max(0, start - findingEnd);
}

function written({ host, port }: Address): string {
  const name = host.includes(":") ? `[${host.toLowerCase()}]` : host.toLowerCase();
  return port === null ? name : `${name}:${port}`;
}

function words(alternatives: string): RegExp {
  return new RegExp(`(?<![A-Za-z])(?:${toBytes(alternatives.replace(/\s*\n\s*/g, ""))})${quote}`, "i");
}
