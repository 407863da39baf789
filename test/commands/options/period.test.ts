import { expect, test } from "vitest";
import { WsaError } from "../../../src/error.ts";
import { parsePeriod } from "../../../src/report/time/parse-period.ts";

const now = Date.parse("2026-11-22T14:30:17+01:00");
const berlin = "Europe/Berlin";
const seconds = (iso: string): number => Date.parse(iso) / 1000;
const sinceOf = (text: string, zone = berlin, at = now): number | null => parsePeriod({ since: text }, zone, at).since;

test.each([
  ["2026-11-20", "2026-11-20T00:00+01:00"],
  ["2026-11-20 08:30", "2026-11-20T08:30+01:00"],
  ["2026-11-20T08:30:59", "2026-11-20T08:30+01:00"],
  ["2026-11-20T08:30Z", "2026-11-20T09:30+01:00"],
  ["2026-11-20 08:30 -0500", "2026-11-20T14:30+01:00"],
  ["2026-11-20T08:30:00.250+08:00", "2026-11-20T01:30+01:00"],
  ["now", "2026-11-22T14:30+01:00"],
  ["today", "2026-11-22T00:00+01:00"],
  ["Yesterday", "2026-11-21T00:00+01:00"],
  ["90m", "2026-11-22T13:00+01:00"],
  ["24h", "2026-11-21T14:30+01:00"],
  ["7d", "2026-11-15T14:30+01:00"],
  ["2w", "2026-11-08T14:30+01:00"],
])("--since %s is %s", (text, expected) => {
  expect(sinceOf(text)).toBe(seconds(expected));
});

test.each([
  ["a day of 23 hours", "2026-03-29", berlin, "2026-03-29T00:00+01:00"],
  ["the hour that the clocks skip", "2026-03-29 02:30", berlin, "2026-03-29T03:30+02:00"],
  ["the first turn of the hour that they repeat", "2026-10-25 02:30", berlin, "2026-10-25T02:30+02:00"],
  ["the half hour that Lord Howe repeats", "2026-04-05 01:45", "Australia/Lord_Howe", "2026-04-05T01:45+11:00"],
  ["a midnight that does not exist", "2018-11-04", "America/Sao_Paulo", "2018-11-04T01:00-02:00"],
])("--since knows %s", (_, text, zone, expected) => {
  expect(sinceOf(text, zone)).toBe(seconds(expected));
});

test("a day ago keeps the time of day when the clocks changed, 24 hours ago does not", () => {
  const noon = Date.parse("2026-10-25T12:00+01:00");
  expect(sinceOf("1d", berlin, noon)).toBe(seconds("2026-10-24T12:00+02:00"));
  expect(sinceOf("24h", berlin, noon)).toBe(seconds("2026-10-24T13:00+02:00"));
});

test("an end within a minute takes in the whole minute", () => {
  expect(parsePeriod({ until: "now" }, berlin, now).until).toBe(seconds("2026-11-22T14:31+01:00"));
});

test("since and until of neighbouring days are one day", () => {
  expect(parsePeriod({ since: "2026-03-29", until: "2026-03-30" }, berlin, now)).toEqual({
    since: seconds("2026-03-29T00:00+01:00"),
    until: seconds("2026-03-30T00:00+02:00"),
    horizon: null,
    zone: berlin,
  });
});

test("without bounds the period is everything", () => {
  expect(parsePeriod({}, berlin, now)).toEqual({ since: null, until: null, horizon: null, zone: berlin });
});

test("a period that is told from now runs at least up to now", () => {
  expect(parsePeriod({ since: "24h" }, berlin, now).horizon).toBe(seconds("2026-11-22T14:31+01:00"));
  expect(parsePeriod({ since: "2026-11-21" }, berlin, now).horizon).toBeNull();
});

test.each([
  "",
  "tomorrow",
  "2026-13-01",
  "2026-02-30",
  "20.11.2026",
  "2026-11-20 25:00",
  "-3h",
  "3y",
  "1e3d",
  "999999w",
])("--since %j is refused with what it takes", (text) => {
  const error = thrownBy(() => sinceOf(text));
  expect(error).toMatchObject({ code: "usage", subject: `--since ${text}`, message: "not a point in time" });
  expect(error.hint).toContain("24h");
});

test.each([
  ["2026-11-20", "2026-11-20"],
  ["today", "yesterday"],
])("--since %s --until %s is refused: nothing lies between", (since, until) => {
  expect(thrownBy(() => parsePeriod({ since, until }, berlin, now)).hint).toContain("a day means its start");
});

function thrownBy(work: () => unknown): WsaError {
  try {
    work();
  } catch (error) {
    if (error instanceof WsaError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
