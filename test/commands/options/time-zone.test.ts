import { Temporal } from "temporal-polyfill";
import { afterEach, expect, test } from "vitest";
import { timeZoneOf } from "../../../src/report/time/time-zone.ts";

const zone = process.env["TZ"];

afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test.each([
  "UTC",
  "Etc/UTC",
  "Zulu",
  "GMT",
  "Etc/GMT+1",
  "Europe/London",
  "Africa/Abidjan",
  "Europe/Berlin",
  "Asia/Shanghai",
])("where the machine keeps %s, that is the zone", (id) => {
  process.env["TZ"] = id;
  expect(timeZoneOf(undefined)).toBe(Temporal.Now.timeZoneId());
});

test("a zone is named in its usual spelling", () => {
  expect(timeZoneOf("europe/berlin")).toBe("Europe/Berlin");
});
