import type { Clock } from "./clock.ts";
import { createDateOrder, type DateOrderChoice, orderOf } from "./date-order.ts";
import { timeFormats } from "./formats/index.ts";
import { mayHoldTime } from "./may-hold-time.ts";
import { dateOf, dayStart, type Stamp } from "./stamp.ts";
import { dateBehind, dateInName, headerWithTime, toldDate } from "./stated-date.ts";
import type { KeyedFormat, PlacedFormat, TimeFormats } from "./time-format.ts";
import { createW3cReader } from "./w3c.ts";
import { writtenDates } from "./written-dates.ts";
import { createZone, type Zone } from "./zone.ts";

// A line's own stamp is near its start; a later one belongs to the message.
const startRegion = 120;
const farRegion = 240;
const endRegion = 48;
const collectorRegion = 60;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface ClockOptions {
  /** IANA name: the zone of stamps that name none. */
  readonly zone: string;
  /** Unix milliseconds: decides the year of stamps that name none. */
  readonly now: () => number;
  /** Whether 03/11 is in November; `auto` unless given: decided from the log. */
  readonly dateOrder?: DateOrderChoice | undefined;
  /** The formats to read, in place of the program's own. */
  readonly formats?: TimeFormats;
}

/**
 * Makes a Clock for one source. Of several stamps in a line the first counts. Throws a WsaError `usage` for an unknown
 * zone.
 */
export function createClock({ zone, now, dateOrder = "auto", formats = timeFormats }: ClockOptions): Clock {
  const toUtc = createZone(zone);
  const placed = Object.values(formats.placed);
  const digitFormats = placed.filter(({ first }) => first === "digit");
  const letterFormats = placed.filter(({ first }) => first === "letter");
  const keyed = Object.values(formats.keyed);
  const keyedBefore = keyed.filter(({ turn }) => turn === "before columns");
  const keyedAfter = keyed.filter(({ turn }) => turn === "after columns");
  /** No line of the log is later: for the year of stamps that name none. */
  let latest = now;
  const order = createDateOrder(dateOrder, now, () => latest());
  /** The day in the log's name: for times of day before any date. */
  let named: Stamp | null = null;
  let w3c = createW3cReader();
  let usual: { readonly format: PlacedFormat; readonly at: number } | null = null;
  let last: Stamp | null = null;
  let dependent = 0;

  function find(line: string): Stamp | null {
    if (usual !== null && line[0] !== "{" && isBoundary(line, usual.at)) {
      const stamp = usual.format.read(line, usual.at, order);
      if (stamp !== null && !isOfAnotherMoment(line, usual.at)) return labelled(stamp, line, usual.at);
    }
    if (!/\d/.test(line)) return null;
    const brace = line.indexOf("{");
    const split = Math.min(line.length, startRegion, brace < 0 ? startRegion : brace);
    return (
      findKeyed(keyedBefore, line) ??
      scan(line, 0, split, true) ??
      findKeyed(keyedAfter, line) ??
      scan(line, split, Math.min(line.length, startRegion), false) ??
      (usual === null ? scanFurther(line) : null)
    );
  }

  function findKeyed(formats: readonly KeyedFormat[], line: string): Stamp | null {
    for (const format of formats) {
      const stamp = format.find(line, readAt);
      if (stamp !== null) return stamp;
    }
    return null;
  }

  function readAt(line: string, at: number): Stamp | null {
    return readPlaced(line, at)?.stamp ?? null;
  }

  function readPlaced(line: string, at: number): { stamp: Stamp; format: PlacedFormat } | null {
    const first = line.charCodeAt(at);
    for (const format of isDigit(first) ? digitFormats : isLetter(first) ? letterFormats : []) {
      const stamp = format.read(line, at, order);
      if (stamp !== null) return { stamp: labelled(stamp, line, at), format };
    }
    return null;
  }

  function scan(line: string, from: number, to: number, remember: boolean): Stamp | null {
    for (let at = from; at < to; at += 1) {
      const found = mayBegin(line.charCodeAt(at)) && isBoundary(line, at) ? readPlaced(line, at) : null;
      if (found === null) continue;
      if (isOfAnotherMoment(line, at)) return null;
      const dated = found.stamp.missing === "date" && remember ? sameTimeWithDate(line, at, found.stamp) : null;
      if (dated !== null) {
        usual = dated;
        return dated.stamp;
      }
      // A bare time further right might be the end of another line's full date.
      if (remember && (found.stamp.missing !== "date" || at === 0)) usual = { format: found.format, at };
      return found.stamp;
    }
    return null;
  }

  /** `08:30:00 app | 2026-11-22 08:30:00 recv`: the stamp behind a collector's time of day. */
  function sameTimeWithDate(line: string, from: number, { local }: Stamp) {
    const end = Math.min(line.length, from + collectorRegion);
    if (!/20\d\d/.test(line.slice(from, end))) return null;
    for (let at = from + 8; at < end; at += 1) {
      const found = isDigit(line.charCodeAt(at)) && isBoundary(line, at) ? readPlaced(line, at) : null;
      if (found?.stamp.missing !== "nothing") continue;
      const isSame = Math.abs((found.stamp.local % dayMs) - local) <= 2000 && !isOfAnotherMoment(line, at);
      return isSame ? { ...found, at } : null;
    }
    return null;
  }

  /** Where lines have no usual stamp: behind a long beginning, or at the end of the line. */
  function scanFurther(line: string): Stamp | null {
    const ends = line.length - endRegion;
    for (let at = startRegion; at < line.length; at += 1) {
      if (at === farRegion && at < ends) at = ends;
      const found = isDigit(line.charCodeAt(at)) && isBoundary(line, at) ? readPlaced(line, at) : null;
      const isOwn = found?.stamp.missing === "nothing" || (found?.stamp.missing === "year" && isAtEnd(line, at));
      if (found !== null && isOwn) return isOfAnotherMoment(line, at) ? null : found.stamp;
    }
    return null;
  }

  /** Midnight of the day that a line names in a log without dates; null where it names none. */
  function dayToldIn(line: string): number | null {
    const told = last === null ? toldDate(line) : null;
    const found = told === null ? null : scan(told, 0, told.length, false);
    return found?.missing === "nothing" ? dayStart(found.local) : null;
  }

  return {
    read(raw) {
      const line = isPlainBeginning(raw) ? raw : withoutDecoration(raw);
      const stamp = w3c.read(line) ?? find(line);
      if (stamp === null) {
        // A header such as "Log opened 2026-11-03": the times of day below it need its day.
        const header = last === null ? headerWithTime(line) : null;
        if (header !== null) last = scan(header, 0, header.length, false);
        return null;
      }
      const behind = stamp.missing === "date" ? dateBehind(line) : null;
      const day = stamp.missing === "date" ? (behind ?? dayToldIn(line)) : null;
      if ((stamp.missing === "date" && behind === null) || order.isDisputed()) dependent++;
      const complete =
        day === null
          ? completed(stamp, last ?? named, toUtc, latest)
          : ({ ...stamp, local: day + stamp.local, missing: "nothing" } satisfies Stamp);
      if (complete === null) return null;
      last = complete;
      return instant(complete, toUtc);
    },
    get dependent() {
      return dependent;
    },
    // Before any date, a header may be all that there is of it.
    isTimeless: (text) => !mayHoldTime(text) && (last !== null || !/20\d\d/.test(text)),
    wantsSamples: () => order.isOpen(),
    prepare(hints, samples) {
      const { written } = hints;
      const noon = dateInName(hints.name);
      named = noon === null ? null : { local: noon, offset: null, missing: "nothing" };
      if (written !== null) latest = () => written;
      if (!order.isOpen()) return;
      const dates = samples.flatMap(writtenDates);
      const found = orderOf(dates, hints, now());
      // Where they show nothing, what earlier lines have shown is kept.
      if (found.dayFirst !== null) order.restore(found);
    },
    state: () => ({
      last,
      order: order.state(),
      usual: usual === null ? null : { format: nameOf(usual.format, formats), at: usual.at },
      w3c: w3c.state(),
    }),
    restore(state) {
      const name = state.usual?.format ?? "";
      const format = Object.hasOwn(formats.placed, name) ? formats.placed[name] : undefined;
      usual = format === undefined || state.usual === null ? null : { format, at: state.usual.at };
      last = state.last;
      order.restore(state.order);
      w3c = createW3cReader(state.w3c);
    },
  };
}

function nameOf(format: PlacedFormat, { placed }: TimeFormats): string {
  return Object.keys(placed).find((name) => placed[name] === format) ?? "";
}

/** Whether a stamp is all that is in the brackets at the end of a line. */
function isAtEnd(line: string, at: number): boolean {
  return line[at - 1] === "[" && /^[^[\]]{1,40}\]\s*$/.test(line.slice(at));
}

/** U+200E, which Windows writes around the parts of a date. */
const directionMark = "\xe2\x80\x8e";

/** Whether a line begins with its text, and has no colours. */
function isPlainBeginning(line: string): boolean {
  const first = line.charCodeAt(0);
  return first !== 0 && first !== 0xef && !line.includes("\x1b") && !line.includes(directionMark);
}

/** A line without the zeros of a file system's crash, the byte-order mark and the colours that come before and in its stamp. */
function withoutDecoration(line: string): string {
  const plain = line.replace(/^(?:\0+|\xef\xbb\xbf)/, "").replaceAll(/\xe2\x80[\x8e\x8f]/g, "");
  // A colour may be all that is between a word and a stamp.
  return plain.replace(/([A-Za-z])?(?:\x1b\[[\d;?]{0,16}[A-Za-z])+/g, (_, before) =>
    before === undefined ? "" : `${before} `,
  );
}

/** `Event time (UTC): 11/3/2026`: the zone is named before. */
function labelled(stamp: Stamp, line: string, at: number): Stamp {
  const mark = line[at - 2];
  if (stamp.offset !== null || !(mark === ")" || mark === "]" || mark === ":")) return stamp;
  return /[([]UTC[)\]][:=]? ?["']?$/.test(line.slice(Math.max(0, at - 9), at)) ? { ...stamp, offset: 0 } : stamp;
}

/** Words that introduce the time of something else than the event. */
const otherMoment =
  /(?:\b(?:not ?(?:after|before)|valid(?:ity)?(?: (?:from|to|until|through))?|(?:expir|renew)\w*|until|since|deadline|(?:last|next|previous|prior|first) [\w-]+(?: [\w-]+)?|built|build(?: date)?|compiled|modified|g\xc3\xbcltig (?:ab|bis)|bis|seit|zuletzt|letzte[mnrs]? [\w-]+|depuis|desde|fino al?)(?: (?:on|at|was|is|am|um|le|el|il))?)[\s:=("'[]{0,12}$/i;

/** Whether the words before a stamp show that it is not the line's own. */
function isOfAnotherMoment(line: string, at: number): boolean {
  if (at < 6) return false;
  let end = at - 1;
  while (end > 4 && end > at - 12 && !isLetter(line.charCodeAt(end))) end -= 1;
  const last = line.charCodeAt(end);
  return last >= 0x61 && last <= 0x7a && otherMoment.test(line.slice(Math.max(0, at - 40), at));
}

/** Whether a stamp may begin with this character. */
function mayBegin(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** Whether a stamp may begin here: not inside a word, a number, a path or a version. */
function isBoundary(line: string, at: number): boolean {
  if (at === 0) return true;
  const before = line.charCodeAt(at - 1);
  if (isDigit(before) || isJoint(before) || at > line.length) return false;
  return !(before < 0x80 && isLetter(before)) || endsEscape(line, at - 1);
}

/** The "m" that ends a terminal's colour code is no word, nor is the "n" of a line feed written as "\\n". */
function endsEscape(line: string, at: number): boolean {
  const last = line[at];
  if (last === "n" || last === "r" || last === "t") return line[at - 1] === "\\";
  if (last !== "m") return false;
  let start = at - 1;
  while (start > at - 12 && (isDigit(line.charCodeAt(start)) || line[start] === ";")) start -= 1;
  return line[start] === "[" && line[start - 1] === "\x1b";
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

/** Adds the date of the last stamp, or a neighbouring day when midnight was between them. */
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
  const { local, offset } = stamp;
  if (typeof offset === "string") return createZone(offset)(local);
  return offset === null ? toUtc(local) : local - offset * 60_000;
}
