import { Temporal } from "temporal-polyfill";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** The given time zone in its usual spelling, else the machine's; throws a WsaError `usage` when there is no such zone. */
export function timeZoneOf(tz: string | undefined): string {
  if (tz === undefined) return machineZone();
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tz).timeZoneId;
  } catch (cause) {
    throw new WsaError("usage", `--tz ${tz}`, say`no such time zone`, {
      hint: say`give a name such as Europe/Berlin, Asia/Shanghai or UTC`,
      cause,
    });
  }
}

/**
 * A date shows whether the machine keeps UTC, as most servers do; the first use of Intl takes 10 ms. `TZ` can be empty, a
 * rule (`GMT+5`) or nonsense: the zone then has no name, and the clock's offset stands for it.
 */
function machineZone(): string {
  if (new Date(0).toString().endsWith("(Coordinated Universal Time)")) return "UTC";
  try {
    return timeZoneOf(Temporal.Now.timeZoneId());
  } catch {
    const minutesWest = new Date(0).getTimezoneOffset();
    return minutesWest === 0 ? "UTC" : offsetZone(-minutesWest);
  }
}

/** The zone that is always so many minutes ahead of UTC. */
function offsetZone(minutes: number): string {
  const digits = (n: number) => String(n).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${digits(Math.floor(ahead / 60))}:${digits(ahead % 60)}`;
}
