import { Temporal } from "temporal-polyfill";
import { WsaError } from "../error.ts";

/** The time zone asked for in its usual spelling, else the machine's; throws a WsaError when there is no such zone. */
export function timeZoneOf(tz: string | undefined): string {
  if (tz === undefined) return Temporal.Now.timeZoneId();
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tz).timeZoneId;
  } catch (cause) {
    throw new WsaError("usage", `--tz ${tz}`, "no such time zone", {
      hint: "give a name such as Europe/Berlin, Asia/Shanghai or UTC",
      cause,
    });
  }
}
