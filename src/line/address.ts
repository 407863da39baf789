/** A place in a line that looks like somebody's address. */
export interface Address {
  /** As it stands, without a final dot; an IPv6 address without its brackets; empty when only a port is named. */
  readonly host: string;
  readonly port: number | null;
  /** Half-open range in the line. */
  readonly start: number;
  readonly end: number;
  /** How it is written; a bare name is an address only where a word before it says so. */
  readonly shape: "arrow" | "url" | "pair" | "tuple" | "bare" | "port";
}

const v4 = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}";
const wholeV4 = new RegExp(`^${v4}$`);
const v6 = "[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:\\.\\d{1,3}){0,3}(?:%\\w{1,16})?";
const label = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})";
const name = `${label}(?:\\.${label}){0,8}`;
const notInside = "(?<![\\w.%\\\\-]|[\\d:]:)";
const portEnd = "(?![\\w%]|[.,]\\d|:\\d)";

const v6Port = new RegExp(`\\[(${v6})\\](?::(\\d{1,5})${portEnd})?`, "g");
const arrow = new RegExp(`->\\s?(?:\\[(${v6})\\]|(${name})):(\\d{1,5})${portEnd}`, "g");
const url = new RegExp(
  `\\b([a-z][a-z+.-]{1,15})://(?:[^\\s/@"'<>]{1,80}@)?(?:\\[(${v6})\\]|(${name})\\.?)(?::(\\d{1,5})(?!\\d))?`,
  "gi",
);
const slashes = new RegExp(`(?<![:\\w])//(${name}):(\\d{1,5})${portEnd}`, "g");
const resolved = new RegExp(`${notInside}(${name})/${v4}:(\\d{1,5})${portEnd}`, "g");
const pair = new RegExp(`${notInside}(${name})\\.?:(\\d{1,5})${portEnd}`, "g");
const tuple = /\(\s?["']([^\s"'(),]{1,253})["'],\s?(\d{1,5})(?:,\s?\d+){0,2}\s?\)/g;
const endOfBare = "\\.?(?![\\w:\\\\(]\\S|[\\\\/@]\\w)";
// Without the single words, of which a line has twenty: they matter only where something else makes them names.
const dotted = new RegExp(
  `${notInside}(?:(${v6})(?![\\w:])|(${label}(?:\\.${label}){1,8}|localhost(?![\\w-])))${endOfBare}`,
  "gi",
);
const bare = new RegExp(`${notInside}(?:(${v6})(?![\\w:])|(${name}))\\.?(?![\\w:\\\\(]\\S|[\\\\/@]\\w)`, "g");
const onlyPort = new RegExp(`(?<=[\\s"'=(]):(\\d{1,5})${portEnd}`, "g");
const portBehind =
  /^["'\]]{0,2}(?: ?\([^()]{1,60}\))?["']?[\s,;]{0,3}(?:protocol: \w{2,8}, )?(?:(?:on|at) )?["']?port["']?\s?[=:#]?\s?["']?(\d{1,5})(?![\w.])/i;
const portBefore = /port["']?\s?[=:]\s?["']?(\d{1,5})["']?[\s,;]{1,3}["']?[\w-]{2,20}["']?\s?[=:]\s?["']?$/i;

const defaultPorts: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["ws", 80],
  ["https", 443],
  ["wss", 443],
]);

// "main.cpp:120" is a place in a program; none of these is a domain that logs are full of.
const fileEndings = new Set(
  `c cc cpp cxx h hpp hh inc inl s asm m mm cs vb fs java kt kts scala groovy go rs rb py pyc pyx php phtml pl pm js jsx
   mjs cjs ts tsx vue lua swift dart pas dpr erl ex exs hs ml r jl sh bash bat cmd ps1 psm1 exe dll sys so dylib a o obj
   lib jar war class log txt md rst json jsonl xml yml yaml toml ini conf cfg config html htm css sql db csv tsv pdf zip
   gz tar tmp bak old pid sock key pem crt cer dmp etl evtx asp aspx cgi svc proto lock`.split(/\s+/),
);

/**
 * Every address in a text: the better spelled come first. Single words without a port beside them count as names only
 * with `words`; they are most of the work.
 */
export function addressesIn(text: string, words = true): Address[] {
  const hasPort = /port/i.test(text);
  const found: Address[] = [];
  const add = (shape: Address["shape"], match: RegExpExecArray, host: string, port: string | number | null) => {
    const number = port === null || port === undefined ? null : Number(port);
    if (number !== null && (number < 1 || number > 65_535)) return;
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((other) => start < other.end && end > other.start)) return;
    found.push({ shape, host: host.replace(/\.$/, ""), port: number, start, end });
  };
  // A look for the marks that a pattern needs costs a tenth of the pattern.
  if (text.includes("->"))
    for (const match of text.matchAll(arrow)) add("arrow", match, match[1] ?? match[2] ?? "", match[3] ?? null);
  if (text.includes("://")) {
    for (const match of text.matchAll(url)) {
      const scheme = (match[1] ?? "").toLowerCase();
      add("url", match, match[2] ?? match[3] ?? "", match[4] ?? defaultPorts.get(scheme) ?? null);
    }
  }
  if (text.includes("//"))
    for (const match of text.matchAll(slashes)) add("pair", match, match[1] ?? "", match[2] ?? null);
  if (text.includes("("))
    for (const match of text.matchAll(tuple)) add("tuple", match, match[1] ?? "", match[2] ?? null);
  if (/\/\d{1,3}\./.test(text)) {
    for (const match of text.matchAll(resolved))
      if (isHost(match[1] ?? "")) add("pair", match, match[1] ?? "", match[2] ?? null);
  }
  if (text.includes("[")) {
    for (const match of text.matchAll(v6Port))
      if (isV6(match[1] ?? "")) add("pair", match, match[1] ?? "", match[2] ?? portNear(text, match, hasPort));
  }
  if (/[\w.]:\d/.test(text)) {
    for (const match of text.matchAll(pair))
      if (isHost(match[1] ?? "")) add("pair", match, match[1] ?? "", match[2] ?? null);
  }
  if (/[\s"'=(]:\d/.test(text)) for (const match of text.matchAll(onlyPort)) add("port", match, "", match[1] ?? null);
  for (const match of text.matchAll(words || hasPort ? bare : dotted)) {
    const [, six, host = ""] = match;
    if (six !== undefined ? isV6(six) : isHost(host) && !isTypeName(host))
      add("bare", match, six ?? host, portNear(text, match, hasPort));
  }
  return found;
}

/** Whether a name can be told from a word, a version, a number or a file: an IPv4 address, localhost, a domain name. */
export function isDistinct(host: string): boolean {
  if (isV6(host) || host === "localhost") return true;
  if (/^[\d.]+$/.test(host)) return host.split(".").length === 4;
  return /\.(?:[a-z]{2,6}|example|internal|invalid|localhost|localdomain|xn--[a-z0-9-]{2,40})$/i.test(host);
}

/** Whether a name is spelled like a type in a program: `System.Net.Sockets`, `NetUtil`. */
export function isTypeName(host: string): boolean {
  return /(?:^|\.)[A-Z][a-z]|[a-z][A-Z]/.test(host);
}

function isHost(host: string): boolean {
  if (/^[\d.]+$/.test(host)) return wholeV4.test(host);
  const ending = host.slice(host.lastIndexOf(".") + 1);
  return !fileEndings.has(ending.toLowerCase()) && /[A-Za-z]/.test(ending);
}

function isV6(host: string): boolean {
  const groups = host.split("%")[0]?.split(":") ?? [];
  const gap = host.includes("::");
  return gap ? groups.length <= 9 && host.length > 2 : groups.length === 8 && groups.every((group) => group !== "");
}

function portNear(text: string, match: RegExpExecArray, hasPort: boolean): string | null {
  if (!hasPort) return null;
  const end = match.index + match[0].length;
  const behind = portBehind.exec(text.slice(end, end + 96));
  return behind?.[1] ?? portBefore.exec(text.slice(Math.max(0, match.index - 64), match.index))?.[1] ?? null;
}
