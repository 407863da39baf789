import { Temporal } from "temporal-polyfill";
import { WsaError } from "../../error.ts";
import type { Period } from "../../store/scope.ts";
import { say } from "../../wording.ts";

/** The ways to write a moment, for help and hints. */
export const momentForms = '2026-11-20, "2026-11-20 08:30", today, yesterday, now, or how long ago: 90m, 24h, 7d, 2w';

/**
 * The half-open period [since, until) in Unix seconds, widened to whole minutes because counts are kept by the minute.
 * `24h` is 24 hours ago; `1d` is the same time of day one day before, even when the clocks have changed in between.
 */
export function parsePeriod(
  bounds: { readonly since?: string | undefined; readonly until?: string | undefined },
  zone: string,
  nowMs: number,
): Period {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone);
  const since = bounds.since === undefined ? null : floorMinute(parseMoment("--since", bounds.since, now));
  const until = bounds.until === undefined ? null : ceilMinute(parseMoment("--until", bounds.until, now));
  if (since !== null && until !== null && since >= until)
    throw new WsaError("usage", `--until ${bounds.until}`, say`is not after --since ${bounds.since ?? ""}`, {
      hint: say`a day means its start: --since 2026-11-20 --until 2026-11-21 is all of 2026-11-20`,
    });
  return { since, until, horizon: isRelative(bounds.since) ? ceilMinute(now) : null, zone };
}

const isRelative = (text: string | undefined): boolean => text !== undefined && !/^\s*\d{4}-/.test(text);

function parseMoment(flag: string, text: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const word = text.trim().toLowerCase();
  if (word === "now") return now;
  if (word === "today") return now.startOfDay();
  if (word === "yesterday") return now.subtract({ days: 1 }).startOfDay();
  try {
    return parseAgo(word, now) ?? parseDate(word.toUpperCase(), now.timeZoneId);
  } catch (cause) {
    throw new WsaError("usage", `${flag} ${text}`, say`not a point in time`, {
      hint: say`give ${say`2026-11-20, "2026-11-20 08:30", today, yesterday, now, or how long ago: 90m, 24h, 7d, 2w`}`,
      cause,
    });
  }
}

function parseAgo(word: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined {
  const [, amount, unit] = /^(\d{1,5})\s*([mhdw])$/.exec(word) ?? [];
  const n = Number(amount);
  switch (unit) {
    case "m":
      return now.subtract({ minutes: n });
    case "h":
      return now.subtract({ hours: n });
    case "d":
      return now.subtract({ days: n });
    case "w":
      return now.subtract({ weeks: n });
    default:
      return undefined;
  }
}

// A time that the clocks skipped is read as the one after the gap, a repeated one as its first turn.
function parseDate(text: string, zone: string): Temporal.ZonedDateTime {
  if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text))
    throw new RangeError(text);
  const iso = text.replace(" ", "T").replace(" ", "");
  if (/(?:Z|T.*[+-]\d\d:?\d\d)$/.test(iso)) return Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
  if (iso.includes("T")) return Temporal.PlainDateTime.from(iso).toZonedDateTime(zone);
  return Temporal.PlainDate.from(iso).toZonedDateTime(zone);
}

const floorMinute = (at: Temporal.ZonedDateTime): number => Math.floor(at.epochMilliseconds / 60_000) * 60;
const ceilMinute = (at: Temporal.ZonedDateTime): number => Math.ceil(at.epochMilliseconds / 60_000) * 60;
