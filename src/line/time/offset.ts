import { isWordAt, twoDigits } from "./digits.ts";
import { ianaZone, windowsOffset, zoneOffset } from "./zone-names.ts";

/** Minutes east of UTC, or the IANA name of a zone; null: the Clock's zone. */
export type Offset = number | string | null;

const plus = 0x2b;
const minus = 0x2d;
const dot = 0x2e;
const colon = 0x3a;
const space = 0x20;
const slash = 0x2f;
const underscore = 0x5f;
const bigG = 0x47;
const bigU = 0x55;
const bigZ = 0x5a;

/** "(UTC+01:00)", "[UTC+8]", "(GMT)": the sign and the rest. */
const enclosedOffset = / ?[([](?:UTC|GMT)(?:([+-])(\d{1,2}):?(\d{2})?)?[)\]]/y;
/** DB2 writes minutes: "+060". */
const minutesOffset = /([+-])(\d{3})(?![\d:.-])/y;
const unicodeMinus = "\xe2\x88\x92";
const offsetPattern =
  /Z(?![A-Za-z\d])| ?(?:UTC|GMT)?([+-])(\d{2}):?(00|15|30|45)(?![\d:.-])| ?(?:UTC|GMT)([+-])(\d{1,2})(?![\d:.])|([+-])(\d{2})(?![\d:.-])| ([+-])(\d{2})(?= (?:- |[[(|]))| ?([A-Z]{3,4})(?![A-Za-z\d_])/y;

/** Reads the zone at a column (`Z`, `+01:00`, ` +0100`, `UTC+8`, ` CET`, `[Europe/Berlin]`); null for none. */
export function readOffset(line: string, at: number): Offset {
  const start = line.charCodeAt(at) === space ? at + 1 : at;
  const first = line.charCodeAt(start);
  if (first === plus || first === minus) {
    const hours = twoDigits(line, start + 1);
    const minutesAt = line.charCodeAt(start + 3) === colon ? start + 4 : start + 3;
    const minutes = twoDigits(line, minutesAt);
    if (hours >= 0 && minutes >= 0 && minutes % 15 === 0 && minutes < 60 && isOffsetEnd(line, minutesAt + 2))
      return hours > 14 ? null : (first === minus ? -1 : 1) * (hours * 60 + minutes) + 0;
  } else if (first >= 0x41 && first <= 0x5a) {
    if (first === bigZ && start === at && !isWordAt(line, at + 1)) return 0;
    const zone = readFullName(line, start);
    if (zone !== null) return zone;
    if (first !== bigU && first !== bigG && first !== bigZ) return readZoneName(line, start);
  } else if (first === 0x28 || first === 0x5b) {
    enclosedOffset.lastIndex = at;
    const [whole, sign, hours = "0", minutes = "0"] = enclosedOffset.exec(line) ?? [];
    return whole === undefined ? ianaZone(line, at) : signed(sign, 60 * Number(hours) + Number(minutes));
  } else if (first === 0xe2 && line.startsWith(unicodeMinus, start)) {
    return readOffset(`-${line.slice(start + unicodeMinus.length, start + 12)}`, 0);
  } else return null;
  minutesOffset.lastIndex = at;
  const [inMinutes, side, minutesEast] = minutesOffset.exec(line) ?? [];
  if (inMinutes !== undefined && Number(minutesEast) % 15 === 0) return signed(side, Number(minutesEast));
  offsetPattern.lastIndex = at;
  const match = offsetPattern.exec(line);
  if (match === null) return null;
  const [, sign1, hours1, minutes = "0", sign2, hours2, sign3, hours3, sign4, hours4, name] = match;
  if (name !== undefined) return zoneOffset(name);
  const hours = Number(hours1 ?? hours2 ?? hours3 ?? hours4 ?? 0);
  if (hours > 14) return null;
  const sign = (sign1 ?? sign2 ?? sign3 ?? sign4) === "-" ? -1 : 1;
  return sign * (hours * 60 + Number(minutes)) + 0;
}

/** Reads `Europe/Berlin` and `W. Europe Standard Time`. */
function readFullName(line: string, at: number): Offset {
  let end = at + 1;
  while (isLetter(line.charCodeAt(end))) end += 1;
  const next = line.charCodeAt(end);
  if (next === slash) return ianaZone(line, at);
  return next === space || next === dot ? windowsOffset(line, at) : null;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return isBigLetter(code) || (code >= 0x61 && code <= 0x7a);
}

/** Minutes east of UTC; null beyond fourteen hours. */
function signed(sign: string | undefined, minutes: number): number | null {
  if (minutes > 14 * 60) return null;
  return sign === "-" ? 0 - minutes : minutes;
}

/** Whether no more of a number can follow. */
function isOffsetEnd(line: string, at: number): boolean {
  const next = line.charCodeAt(at);
  if (next === colon || next === dot || next === minus) return !isDigit(line.charCodeAt(at + 1));
  return !isDigit(next);
}

/** Reads the name of a zone: three or four capital letters with no other letter beside them. */
function readZoneName(line: string, at: number): number | null {
  let end = at;
  while (end < at + 5 && isBigLetter(line.charCodeAt(end))) end += 1;
  if (end < at + 3 || end > at + 4 || isWordAt(line, end) || line.charCodeAt(end) === underscore) return null;
  return zoneOffset(line.slice(at, end));
}

function isBigLetter(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
