import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** A number of whole days, from `90d` or `12w`; throws a WsaError `usage`. */
export function parseDays(flag: string, text: string): number {
  const [, amount, unit] = /^(\d{1,5})([dw])$/.exec(text.trim().toLowerCase()) ?? [];
  const days = Number(amount) * (unit === "w" ? 7 : 1);
  if (days > 0) return days;
  throw new WsaError("usage", `${flag} ${text}`, say`not a number of days above zero`, {
    hint: say`give days or weeks: ${flag} 90d, ${flag} 12w`,
  });
}
