import { Temporal } from "temporal-polyfill";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import { machineZone } from "./machine-zone.ts";

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
