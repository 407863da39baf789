import { ANGLE, BACKSLASH, COLON, COMMA, DIGIT, ESCAPE, kindAt, NAME, WORD } from "../characters.ts";
import { isHost } from "./host.ts";
import { name, nameStart } from "./name.ts";
import { port, type Shape, sticky } from "./shape.ts";

// The same signs are domains of users, paths and lists of numbers elsewhere.
const serverBefore =
  /(?:\b(?:server|data source|datasource|addr|address|network address|instance|host|(?:connect(?:ing|ed|ion)?|login|logon) to|tcp|np|lpc|-s)["']?\s?[=:]?\s?["'[(]?)$/i;
const reach = 32;
const instance = /^\\{1,2}(?:MS)?SQL/i;

/** How Windows and SQL Server write machines. */
export const windowsShapes: readonly Shape[] = [
  {
    // A share: "\\files-1\backup", and so in JSON, with each backslash twice.
    shape: "marked",
    mark: "\\\\",
    kind: BACKSLASH,
    startOf: freeBackslashes,
    pattern: sticky(`\\\\\\\\(?:\\\\\\\\)?(${name})\\\\{1,2}(?=[\\w$])()`),
    accepts: isHost,
    portOf: noPort,
  },
  {
    // An instance of SQL Server, with or without its port: "db-2\SQL1,1433".
    shape: "marked",
    mark: "\\",
    kind: BACKSLASH,
    startOf: serverBeforeMark,
    pattern: sticky(`(${name})\\\\{1,2}[A-Za-z_]\\w{0,15}(?![\\w$\\\\])(?:,(\\d{1,5})(?![\\w,]|\\.\\d))?`),
    accepts: isHost,
    portOf: null,
  },
  {
    shape: "marked",
    mark: ",",
    kind: COMMA,
    startOf: serverBeforeMark,
    pattern: sticky(`(${name}),\\s?(\\d{2,5})(?![\\w,]|\\.\\d)`),
    accepts: isHost,
    portOf: null,
  },
  {
    // Where SQL Server listens: "'any' <ipv4> 1433", "10.0.0.5 <ipv4> 1434".
    shape: "marked",
    mark: "<ipv",
    kind: ANGLE,
    startOf: (text, at) => nameStart(text, text[at - 2] === "'" ? at - 2 : at - 1),
    pattern: sticky(`(${name})'? <ipv[46]> ${port}`),
    accepts: null,
    portOf: null,
  },
];

function freeBackslashes(text: string, at: number): number {
  return kindAt(text, at - 1) & (WORD | COLON | ESCAPE) ? -1 : at;
}

function serverBeforeMark(text: string, at: number): number {
  if (!(kindAt(text, at - 1) & NAME)) return -1;
  if (text[at] === "," && !(kindAt(text, at + 1) & DIGIT)) return -1;
  const start = nameStart(text, at);
  if (start < 0) return -1;
  if (instance.test(text.slice(at, at + 8))) return start;
  return serverBefore.test(text.slice(Math.max(0, start - reach), start)) ? start : -1;
}

function noPort(): null {
  return null;
}
