import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** Turns the milliseconds of a wall clock into Unix milliseconds. */
export type Zone = (local: number) => number;

// Every zone since 1972 has changed its clock on a quarter of an hour, so one answer serves the whole quarter.
const slotMs = 15 * 60_000;
const slotsKept = 4096;

const dayMs = 24 * 60 * 60_000;

/**
 * The conversion for an IANA zone. A time that the clock skips in spring is read with the offset before the change;
 * of a time that comes twice in autumn the first is meant (Temporal's "compatible", which would take long to load).
 * Throws a WsaError `usage`.
 */
export function createZone(id: string): Zone {
  const known = zones.get(id) ?? openZone(id);
  zones.set(id, known);
  return known;
}

/** One for all clocks: for a short log the first answer takes longer than everything else. */
const zones = new Map<string, Zone>();

function openZone(id: string): Zone {
  if (id === "UTC") return (local) => local;
  const fixed = OFFSET.exec(id);
  if (fixed !== null && fixed[0] === id) return (local) => local - offsetIn(fixed);
  const offsetAt = createOffsets(id);
  const offsets = new Map<number, number>();
  let lastSlot = Number.NaN;
  let lastOffset = 0;
  return (local) => {
    const slot = Math.floor(local / slotMs);
    if (slot !== lastSlot) {
      if (offsets.size >= slotsKept) offsets.clear();
      const start = slot * slotMs;
      lastOffset = offsets.get(slot) ?? offsetOf(start, offsetAt);
      lastSlot = slot;
      offsets.set(slot, lastOffset);
    }
    return local - lastOffset;
  };
}

/** The offset that a time of a wall clock is read with. */
function offsetOf(local: number, offsetAt: Offsets): number {
  const before = offsetAt(local - dayMs);
  const after = offsetAt(local + dayMs);
  return offsetAt(local - before) !== before && offsetAt(local - after) === after ? after : before;
}

/** The offset of a zone from UTC at a moment, both in milliseconds. */
type Offsets = (moment: number) => number;

function createOffsets(id: string): Offsets {
  const format = formatFor(id);
  return (moment) => {
    const name = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const offset = OFFSET.exec(name);
    return offset === null ? 0 : offsetIn(offset);
  };
}

/** As it ends the name of a zone, or is one. */
const OFFSET = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/;

function offsetIn([, sign, hours, minutes, seconds = "0"]: RegExpExecArray): number {
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}

function formatFor(id: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: id, timeZoneName: "longOffset" });
  } catch (cause) {
    throw new WsaError("usage", id, say`is not a time zone`, {
      hint: say`Use a name such as Europe/Berlin or UTC.`,
      cause,
    });
  }
}
