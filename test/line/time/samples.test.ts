import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createClock } from "../../../src/line/time/create-clock.ts";
import { timeFormats } from "../../../src/line/time/formats/index.ts";
import { mayHoldTime } from "../../../src/line/time/may-hold-time.ts";
import type { TimeSample } from "../../../src/line/time/time-format.ts";
import { w3cSamples } from "../../../src/line/time/w3c.ts";

const now = () => Date.parse("2026-11-22T12:00:00Z");

const samples: readonly TimeSample[] = [...Object.values(timeFormats.placed), ...Object.values(timeFormats.keyed)]
  .flatMap((format) => format.samples)
  .concat(w3cSamples);

function read(lines: string, zone: string): string | null {
  const clock = createClock({ zone, now });
  let time: number | null = null;
  for (const line of lines.split("\n")) time = clock.read(line);
  return time === null ? null : new Date(time).toISOString();
}

describe("every format's own sample lines", () => {
  test.each(samples)("%j in %s is %s", (line, zone, time) => {
    expect(read(line, zone)).toBe(time);
  });

  test.each(samples.filter(([line]) => !line.includes("\n")))(
    "%j in %s is the same when it is read again",
    (line, zone, time) => {
      expect(read(`${line}\n${line}`, zone)).toBe(time);
    },
  );

  test.each(samples.filter(([, , time]) => time !== null))("%j is not taken for a text without times", (lines) => {
    expect(createClock({ zone: "UTC", now }).isTimeless(lines)).toBe(false);
    for (const line of lines.split("\n")) {
      if (createClock({ zone: "UTC", now }).read(line) !== null) expect(mayHoldTime(line)).toBe(true);
    }
  });

  test("every format is listed and has a line that it reads and one that it leaves alone", () => {
    const formats = [...Object.values(timeFormats.placed), ...Object.values(timeFormats.keyed)];
    const files = readdirSync(join(import.meta.dirname, "../../../src/line/time/formats")).filter(
      (file) => file !== "index.ts",
    );
    expect(formats).toHaveLength(files.length);
    for (const { samples: own } of formats) {
      expect(own.some(([, , time]) => time !== null)).toBe(true);
      expect(own.some(([, , time]) => time === null)).toBe(true);
    }
  });
});
