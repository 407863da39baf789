import { BRACKET, COLON, DIGIT, DOT, kindAt, NAME, PARENTHESIS, QUOTE, SLASH, TILDE, WORD } from "../characters.ts";
import { isDistinct, isHost, isV6, v4 } from "./host.ts";
import { hexEnd } from "./marks.ts";
import { isInside, name, nameStart, v6 } from "./name.ts";
import { portNear } from "./port-near.ts";
import { port, type Shape, sticky } from "./shape.ts";

const familyV6 = "[AF_INET6]";
/** A possible IPv6 address before a port that is not set off. */
const v6Lazy = "[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}?(?:%\\w{1,16})?";
const quotedName = `(?<=["'])${name}(?=\\(\\d{1,5}\\)["'])`;

/** A name and an address of one machine, and addresses in brackets and with a port in parentheses. */
export const bracketShapes: readonly Shape[] = [
  {
    // Java: "db-2/10.0.0.9:5432", "db-2/<unresolved>:5432", and "[db-2/10.0.0.9]:5432".
    shape: "marked",
    mark: "/",
    kind: SLASH,
    startOf: nameBeforeAddress,
    pattern: sticky(`(${name})/(?:${v4}|<unresolved>|\\[?(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}\\]?)\\]?:${port}`),
    accepts: isHost,
    portOf: null,
  },
  {
    // Java: "Socket[addr=db-2/10.0.0.9,port=5432,localport=50000]".
    shape: "marked",
    mark: "/",
    kind: SLASH,
    startOf: nameBeforeAddress,
    pattern: sticky(`(${name})/${v4}(?=,port=\\d)()`),
    accepts: isHost,
    portOf: portNear,
  },
  {
    // Java, without a name: "Socket[addr=/10.0.0.9,port=5432,localport=50000]".
    shape: "marked",
    mark: "/",
    kind: SLASH,
    startOf: assignedAddress,
    pattern: sticky(`/(${v4})(?=,port=\\d)()`),
    accepts: isHost,
    portOf: portNear,
  },
  {
    // Firebird, Squid and Cisco: "10.0.0.9/3050"; two digits are the length of a network.
    shape: "pair",
    mark: "/",
    kind: SLASH,
    startOf: addressBefore,
    pattern: sticky(`(${v4})/(\\d{3,5})(?![\\w/.]|:\\d)`),
    accepts: isHost,
    portOf: null,
  },
  {
    // Windows' clusters: "10.0.0.9:~3343~".
    shape: "pair",
    mark: ":~",
    kind: TILDE,
    startOf: addressBefore,
    pattern: sticky(`(${v4}):~(\\d{1,5})~`),
    accepts: isHost,
    portOf: null,
  },
  {
    // BIND: "10.0.0.9#53".
    shape: "pair",
    mark: "#",
    kind: DIGIT,
    startOf: addressBefore,
    pattern: sticky(`(${v4})#(\\d{2,5})(?![\\w#]|\\.\\d)`),
    accepts: isHost,
    portOf: null,
  },
  {
    // VNC: "10.0.0.9::50333".
    shape: "pair",
    mark: "::",
    kind: COLON,
    startOf: addressBefore,
    pattern: sticky(`(${v4})::(\\d{2,5})(?![\\w:]|\\.\\d)`),
    accepts: isHost,
    portOf: null,
  },
  {
    // OpenVPN: "[AF_INET6]2001:db8::7:443".
    shape: "pair",
    mark: familyV6,
    kind: BRACKET,
    startOf: (_text, at) => at,
    pattern: sticky(`\\[AF_INET6\\](${v6Lazy}):${port}`),
    accepts: isV6,
    portOf: null,
  },
  {
    shape: "pair",
    mark: "[",
    kind: BRACKET,
    startOf: beforeV6,
    pattern: sticky(`\\[(${v6})\\](?::${port})?`),
    accepts: isV6,
    portOf: portNear,
  },
  {
    // Mail servers: "mx.example[10.0.0.12]:25", "mx.example [10.0.0.12]".
    shape: "marked",
    mark: "[",
    kind: BRACKET,
    startOf: nameBeforeBracket,
    pattern: sticky(`(${name})\\.? ?\\[${v4}\\](?::${port})?`),
    accepts: isDistinct,
    portOf: null,
  },
  {
    shape: "marked",
    mark: "[",
    kind: BRACKET,
    startOf: beforeName,
    pattern: sticky(`\\[(?:(${v4})|(${name})(?=\\]:\\d))\\](?::${port})?`),
    accepts: isHost,
    portOf: portNear,
  },
  {
    // PostgreSQL: "10.0.0.12(50122)"; MQ: "'mq-1(1414)'".
    shape: "marked",
    mark: "(",
    kind: PARENTHESIS,
    startOf: nameBeforeParenthesis,
    pattern: sticky(`(?:(${v4})|(${quotedName}))\\((\\d{1,5})\\)`),
    accepts: isHost,
    portOf: null,
  },
];

function nameBeforeAddress(text: string, at: number): number {
  const behind = kindAt(text, at + 1);
  const isAddress = behind & (DIGIT | BRACKET) || text[at + 1] === "<" || kindAt(text, hexEnd(text, at + 1)) & COLON;
  return isAddress && kindAt(text, at - 1) & NAME ? nameStart(text, at) : -1;
}

function assignedAddress(text: string, at: number): number {
  return text[at - 1] === "=" && kindAt(text, at + 1) & DIGIT ? at : -1;
}

function addressBefore(text: string, at: number): number {
  // A port of three digits, or the tilde before one: most slashes are parts of paths and dates.
  if (text[at] === "/" && !(kindAt(text, at + 2) & kindAt(text, at + 3) & DIGIT)) return -1;
  return kindAt(text, at - 1) & DIGIT && kindAt(text, at - 2) & (DIGIT | DOT) ? nameStart(text, at) : -1;
}

function beforeV6(text: string, at: number): number {
  return kindAt(text, hexEnd(text, at + 1)) & COLON ? at : -1;
}

function beforeName(text: string, at: number): number {
  const first = kindAt(text, at + 1);
  if (!(first & WORD)) return -1;
  let end = at + 2;
  while (kindAt(text, end) & NAME) end++;
  return text[end] === "]" && (first & DIGIT || text[end + 1] === ":") ? at : -1;
}

function nameBeforeBracket(text: string, at: number): number {
  if (!(kindAt(text, at + 1) & DIGIT)) return -1;
  const end = text[at - 1] === " " ? at - 1 : at;
  return kindAt(text, end - 1) & NAME ? nameStart(text, end) : -1;
}

function nameBeforeParenthesis(text: string, at: number): number {
  if (!(kindAt(text, at + 1) & DIGIT && kindAt(text, at - 1) & WORD)) return -1;
  const start = nameStart(text, at);
  return start >= 0 && (kindAt(text, start) & DIGIT || kindAt(text, start - 1) & QUOTE) && !isInside(text, start)
    ? start
    : -1;
}
