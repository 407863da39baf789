import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { createZone } from "../../../src/line/time/zone.ts";

/** Zones that change their clocks by an hour, half an hour and a day. */
const ids = [
  "America/New_York",
  "Europe/Berlin",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "-03:30",
];

/** In these years one of them left out a day. */
const [from, to] = [Date.UTC(2010, 6), Date.UTC(2012, 6)];

/** The hours around each change of the clock. */
function* changes(id: string): Generator<number> {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(id);
  for (let next = at.getTimeZoneTransition("next"); next !== null; next = at.getTimeZoneTransition("next")) {
    if (next.epochMilliseconds > to) return;
    at = next;
    const local = at.toPlainDateTime().toZonedDateTime("UTC").epochMilliseconds;
    for (let half = -60; half < 60; half++) yield local + half * 30 * 60_000;
  }
}

function expected(local: number, id: string): number {
  const clock = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO("UTC").toPlainDateTime();
  return clock.toZonedDateTime(id, { disambiguation: "compatible" }).epochMilliseconds;
}

test.each(ids)("the clock of %s is read as Temporal reads it, around its changes and anywhere", (id) => {
  const zone = createZone(id);
  const wrong = [...changes(id)].filter((local) => zone(local) !== expected(local, id));
  expect(wrong.map((local) => new Date(local).toISOString())).toEqual([]);
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1972, 0), max: Date.UTC(2040, 0) }),
      (local) => zone(local) === expected(local, id),
    ),
    { numRuns: 50 },
  );
});
