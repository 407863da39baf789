import { Temporal } from "temporal-polyfill";
import { WsaError } from "../../error.ts";

/** The given time zone in its usual spelling, else the machine's; throws a WsaError `usage` when there is no such zone. */
export function timeZoneOf(tz: string | undefined): string {
  if (tz === undefined) return machineZone();
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tz).timeZoneId;
  } catch (cause) {
    throw new WsaError("usage", `--tz ${tz}`, "no such time zone", {
      hint: "give a name such as Europe/Berlin, Asia/Shanghai or UTC",
      cause,
    });
  }
}

/** A date shows whether the machine keeps UTC, as most servers do; the first use of Intl takes 10 ms. */
function machineZone(): string {
  return new Date(0).toString().endsWith("(Coordinated Universal Time)") ? "UTC" : Temporal.Now.timeZoneId();
}
