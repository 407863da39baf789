import { isDigit, tableOf } from "../../text/byte-array.ts";
import { toBytes } from "../../text/byte-string.ts";
import type { Line } from "../line.ts";

/**
 * Whether the number is a part of something else, whatever words are around it: a port, an address, a path, a URL, a
 * date, a version, a quantity with its unit, a process number.
 */
export function isOtherNumber(line: Line, start: number, end: number): boolean {
  return (
    isBehindSomethingElse(line, start) ||
    isBeforeSomethingElse(line, start, end) ||
    isInUrl(line, start) ||
    isProcessOfAndroid(line, start, end)
  );
}

/** `W/System.err(10054): java.net.SocketException: Connection reset`. */
function isProcessOfAndroid({ bytes, lower }: Line, start: number, end: number): boolean {
  if (bytes[end] !== CLOSING_BRACKET || bytes[end + 1] !== COLON) return false;
  return /(?:^|[\s,"'>])[vdiwef]\/[\w.$:@-]{1,48} {0,16}\( {0,4}$/.test(lower.slice(Math.max(0, start - 64), start));
}

/** Whether the number is the port of a host: `db-2:10054`, `[::1]:10054`. */
export function isPort(line: Line, start: number): boolean {
  return (
    start > 0 &&
    line.bytes[start - 1] === COLON &&
    /(?:[a-z0-9_-]|[\])*])\s?:$/.test(line.lower.slice(Math.max(0, start - 3), start))
  );
}

/** Most numbers come after a blank or an opening bracket, where the pattern cannot match. */
function isBehindSomethingElse(line: Line, start: number): boolean {
  const { bytes } = line;
  if (start === 0) return false;
  const last = bytes[start - 1] as number;
  const former = bytes[start - 2];
  if (last === BLANK || (OPENS[last] === 1 && former !== HASH && !isDigit(former))) return false;
  return BEFORE.test(line.lower.slice(Math.max(0, start - 12), start));
}

const BEFORE = new RegExp(
  [
    "[a-z0-9_.$%@~+-]$", // glued to a word, a decimal point, a sign
    "[\\\\/]$(?<!(?:^|[\\s;{})])//)(?<!1(?:00|01|10)\\d\\d ?/|_[a-z]+/)", // a path, but not 10053/10054
    "\\d[:,]$", // a time of day with milliseconds, a column after a number
    "\\d#$", // nginx's process#thread
    ": \\*$", // nginx's connection number
    "[?&][a-z_-]{1,10}=$", // the query of a URL
  ].join("|"),
);

/** Most numbers come before the end, a blank and a word, or closing punctuation, where the pattern cannot match. */
function isBeforeSomethingElse(line: Line, start: number, end: number): boolean {
  const { bytes, length } = line;
  if (end === length || CLOSES[bytes[end] as number] === 1) return false;
  AFTER.lastIndex = end;
  return AFTER.test(line.lower) && !isErrorOfWindows(line.lower, start, end);
}

/** What is counted or measured, in languages beside English. */
const UNITS = toBytes(
  "zeilen|pakete|sekunden|minuten|stunden|tagen?|dateien|einträgen?|datensätzen?|versuchen?|verbindungen|regels|rijen|seconden|minuten|bestanden|rader|sekunder|minuter|filer|rækker|sekunter|riviä|sekuntia|sor|sort|másodperc|perc|fájl|řádků|řádek|sekund|souborů|riadkov|satır|saniye|dakika|dosya|dòng|giây|phút|tệp|lignes|secondes|fichiers|filas|líneas|lineas|segundos|archivos|linhas|arquivos|righe|secondi|linii|wierszy|plików|rânduri|secunde|строк|строки|секунд|секунды|сек|мс|мин|минут|файлов|записей|раз|рядків|секунди|файлів|γραμμές|δευτερόλεπτα|سطر|ثانية|שורות|שניות|zapisa|redaka|datoteka|baris|detik|berkas",
);
/** Ports, in languages that put the number first; `10048 порт занят` is an error. */
const PORTS = toBytes(
  "porton|portra|portot|portján|portissa|porttiin|portista|portuna|portunda|portundan|(?:numaralı|nolu) port[a-z]*|番ポート|ポート[にへで]|번 포트|포트[에로]",
);
const COUNTERS = toBytes("条|條|件|건|个|個|次(?!に)|行|秒|毫秒|ミリ|밀리초|分钟|小时|회|개|초|번(?!호)|บรรทัด|วินาที");

const AFTER = new RegExp(
  `(?:${[
    "[:.#-]\\d", // a time, a version, a range, process#thread
    ",\\d{3}(?!\\d)",
    "[-_/](?!1(?:00|01|10)\\d\\d|(?:es|as|os|\xc3\xb6s|\xc3\xa1s) (?:[^ \\d]{3,24} )?hiba|(?:fehler|fout|fel|fejl|feil|virhe)\\b|(?:wsa)?e(?:conn|timed|addr|host|net)[a-z]+\\b)[a-z0-9]",
    "\\\\(?!1(?:00|01|10)\\d\\d|[nrt])[a-z0-9]", // \n, \r and \t end a line or a field inside JSON
    "%",
    " ?(?:bytes?|[kmg]i?b|bits?|b|ms|msecs?|millis\\w*|us|usecs?|\\xc2\\xb5s|ns|s|secs?|seconds?|minutes?|hours?|days?)\\b(?![\\xc3-\\xca]|\\xe1[\\xb8-\\xbb]|(?:'|\\xe2\\x80\\x99)[a-z])", // not `s'est`, `b\u00e1o`
    " ?(?:times|errors|requests|connections|sockets|clients|threads|packets|records|rows|items|users|files|lines|entries|retries|attempts)\\b",
    ` ?(?:${PORTS})`,
    ` ?(?:${UNITS})(?![a-z\\x80-\\xff])`,
    ` ?(?:${COUNTERS})`,
    " ?(?:px|hz|khz|mhz|fps|rpm|kbps|mbps|pts?|points)\\b",
    " ?---| of \\d",
  ].join("|")})`,
  "y",
);

/** `on Windows 10061 errors`: nothing counts errors of Windows. */
function isErrorOfWindows(lower: string, start: number, end: number): boolean {
  return (
    lower.startsWith(" errors", end) &&
    /\b(?:windows|winsock|win32|socket|tcp) $/.test(lower.slice(Math.max(0, start - 12), start))
  );
}

/** Whether the run of characters around the number has a scheme before it. */
function isInUrl(line: Line, start: number): boolean {
  const { bytes } = line;
  const limit = Math.max(0, start - LONGEST_URL);
  let at = start;
  while (at > limit && ENDS_RUN[bytes[at - 1] as number] === 0) at--;
  if (start - at < 4) return false;
  const run = line.lower.slice(at, start);
  return run.includes("://") || run.startsWith("www.");
}

const LONGEST_URL = 200;
const ENDS_RUN = tableOf(" \t\r\n\v\f\xa0\"'<>()[]{},;|`");
const OPENS = tableOf("([\"'#");
const CLOSES = tableOf(")];\"'}>|");
const BLANK = 0x20;
const HASH = 0x23;
const CLOSING_BRACKET = 0x29;
const COLON = 0x3a;
