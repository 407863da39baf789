import type { Clock } from "./clock.ts";
import { formatsByName, keyedFormats, placedFormats } from "./formats/index.ts";
import { dateOf, dayStart, type Stamp } from "./stamp.ts";
import type { DateOrder, PlacedFormat } from "./time-format.ts";
import { createW3cReader } from "./w3c.ts";
import { createZone, type Zone } from "./zone.ts";

// A log's own stamp stands near the start of its line; what comes later is something that the message talks about.
const startRegion = 120;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const endsInEscape = /\x1b\[[\d;]*m$|\\[nrt]$/;
const formats: Readonly<Record<string, PlacedFormat>> = formatsByName;
const digitFormats = placedFormats.filter((format) => format.first === "digit");
const letterFormats = placedFormats.filter((format) => format.first === "letter");

/**
 * A Clock for one source: `zone` (IANA) holds where a line names none, `now` decides the year where a line names none.
 * Of several stamps in a line the first counts. Throws a WsaError `usage` for an unknown zone.
 */
export function createClock(options: { readonly zone: string; readonly now: () => number }): Clock {
  const toUtc = createZone(options.zone);
  let w3c = createW3cReader();
  const order: DateOrder = { dayFirst: null };
  const readAt = (line: string, at: number) => readPlaced(line, at, order)?.stamp ?? null;
  let usual: { readonly format: PlacedFormat; readonly at: number } | null = null;
  let last: Stamp | null = null;

  function find(line: string): Stamp | null {
    if (usual !== null && line[0] !== "{" && isBoundary(line, usual.at)) {
      const stamp = usual.format.read(line, usual.at, order);
      if (stamp !== null) return stamp;
    }
    if (!/\d/.test(line)) return null;
    const brace = line.indexOf("{");
    const split = Math.min(line.length, startRegion, brace < 0 ? startRegion : brace);
    return (
      keyedFormats.attributes.find(line, readAt) ??
      scan(line, 0, split, true) ??
      keyedFormats.json.find(line, readAt) ??
      scan(line, split, Math.min(line.length, startRegion), false)
    );
  }

  function scan(line: string, from: number, to: number, remember: boolean): Stamp | null {
    for (let at = from; at < to; at += 1) {
      const found = isBoundary(line, at) ? readPlaced(line, at, order) : null;
      if (found === null) continue;
      // A bare time further right might be the end of another line's full date.
      if (remember && (found.stamp.missing !== "date" || at === 0)) usual = { format: found.format, at };
      return found.stamp;
    }
    return null;
  }

  return {
    read(line) {
      const stamp = w3c.read(line) ?? find(line);
      if (stamp === null) return null;
      const complete = completed(stamp, last, toUtc, options.now);
      if (complete === null) return null;
      last = complete;
      return instant(complete, toUtc);
    },
    state: () => ({
      last,
      dayFirst: order.dayFirst,
      usual: usual === null ? null : { format: nameOf(usual.format), at: usual.at },
      w3c: w3c.state(),
    }),
    restore(state) {
      const format = formats[state.usual?.format ?? ""];
      usual = format === undefined || state.usual === null ? null : { format, at: state.usual.at };
      last = state.last;
      order.dayFirst = state.dayFirst;
      w3c = createW3cReader(state.w3c);
    },
  };
}

function nameOf(format: PlacedFormat): string {
  return Object.keys(formats).find((name) => formats[name] === format) ?? "";
}

function readPlaced(line: string, at: number, order: DateOrder): { stamp: Stamp; format: PlacedFormat } | null {
  const first = line.charCodeAt(at);
  for (const format of isDigit(first) ? digitFormats : isLetter(first) ? letterFormats : []) {
    const stamp = format.read(line, at, order);
    if (stamp !== null) return { stamp, format };
  }
  return null;
}

/** Whether a stamp may begin here: not inside a word, a number, a path or a version. */
function isBoundary(line: string, at: number): boolean {
  if (at === 0) return true;
  const before = line.charCodeAt(at - 1);
  if (isDigit(before) || isJoint(before) || at > line.length) return false;
  if (!(before < 0x80 && isLetter(before))) return true;
  // The "m" that ends a terminal's colour code is no word, nor is the "n" of a line feed written as "\\n".
  return "mnrt".includes(line[at - 1] ?? " ") && endsInEscape.test(line.slice(Math.max(0, at - 12), at));
}

/** One of `./\-_+%`. */
function isJoint(code: number): boolean {
  if (code <= 0x2f) return code === 0x2e || code === 0x2f || code === 0x2d || code === 0x2b || code === 0x25;
  return code === 0x5c || code === 0x5f;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0x80;
}

function completed(stamp: Stamp, last: Stamp | null, toUtc: Zone, now: () => number): Stamp | null {
  if (stamp.missing === "nothing") return stamp;
  return stamp.missing === "date" ? withDate(stamp, last) : withYear(stamp, toUtc, now());
}

/** The date of the last stamp, or a neighbouring day when midnight lies between. */
function withDate(stamp: Stamp, last: Stamp | null): Stamp | null {
  if (last === null) return null;
  let local = dayStart(last.local) + stamp.local;
  if (last.local - local > 12 * hourMs) local += dayMs;
  // Almost a day ahead: a line that came late, just after midnight.
  else if (local - last.local > 23 * hourMs) local -= dayMs;
  return { local, offset: stamp.offset ?? last.offset, missing: "nothing" };
}

/** The latest year in which the time is no more than a day ahead of now. */
function withYear(stamp: Stamp, toUtc: Zone, now: number): Stamp | null {
  const wall = new Date(stamp.local);
  const latest = new Date(now + 2 * dayMs).getUTCFullYear();
  // February 29 may have to go back eight years.
  for (let year = latest; year >= latest - 8; year -= 1) {
    const date = dateOf(year, wall.getUTCMonth() + 1, wall.getUTCDate());
    if (date === null) continue;
    const dated: Stamp = { local: date + (stamp.local % dayMs), offset: stamp.offset, missing: "nothing" };
    if (instant(dated, toUtc) <= now + dayMs) return dated;
  }
  return null;
}

function instant(stamp: Stamp, toUtc: Zone): number {
  return stamp.offset === null ? toUtc(stamp.local) : stamp.local - stamp.offset * 60_000;
}
