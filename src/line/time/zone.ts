import { Temporal } from "temporal-polyfill";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** Turns the milliseconds of a wall clock into Unix milliseconds. */
export type Zone = (local: number) => number;

// Every zone since 1972 has changed its clock on a quarter of an hour, so one answer serves the whole quarter.
const slotMs = 15 * 60_000;
const slotsKept = 4096;

/**
 * The conversion for an IANA zone. A time that the clock skips in spring is read with the offset before the change;
 * of a time that comes twice in autumn the first is meant (Temporal's "compatible"). Throws a WsaError `usage`.
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
  convert(0, id);
  const offsets = new Map<number, number>();
  let lastSlot = Number.NaN;
  let lastOffset = 0;
  return (local) => {
    const slot = Math.floor(local / slotMs);
    if (slot !== lastSlot) {
      if (offsets.size >= slotsKept) offsets.clear();
      const start = slot * slotMs;
      lastOffset = offsets.get(slot) ?? start - convert(start, id);
      lastSlot = slot;
      offsets.set(slot, lastOffset);
    }
    return local - lastOffset;
  };
}

function convert(local: number, id: string): number {
  const wallClock = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO("UTC").toPlainDateTime();
  try {
    return wallClock.toZonedDateTime(id, { disambiguation: "compatible" }).epochMilliseconds;
  } catch (cause) {
    throw new WsaError("usage", id, say`is not a time zone`, {
      hint: say`Use a name such as Europe/Berlin or UTC.`,
      cause,
    });
  }
}
