const numberedPort = /port["']?\s?[=:#]?\s?["']?\d/i;
const behindReach = 96;
const portBehind =
  /^["'\]]{0,2}(?: ?\([^()]{1,60}\))?["']?[\s,;]{0,3}(?:protocol: \w{2,8}, )?(?:(?:on|at) )?["']?port["']?\s?[=:#]?\s?["']?(\d{1,5})(?![\w.])/i;
const beforeReach = 64;
const portBefore = /port["']?\s?[=:]\s?["']?(\d{1,5})["']?[\s,;]{1,3}["']?[\w-]{2,20}["']?\s?[=:]\s?["']?$/i;
// The end of the text before a name whose port comes first, and the first character behind one whose port follows.
const assigned = /[=:]\s?["']?$/;
const continued = /["'\](\s,;p]/iy;

/** Whether a text has "port" and a number anywhere; if not, no name has a port beside it. */
export function hasNumberedPort(text: string): boolean {
  return numberedPort.test(text);
}

/** Returns the port that the words beside a name give it (`host port 80`, `port=80 host=name`), or null. */
export function portNear(text: string, start: number, end: number): number | null {
  continued.lastIndex = end;
  const behind = continued.test(text) ? portBehind.exec(text.slice(end, end + behindReach)) : null;
  if (behind !== null) return Number(behind[1]);
  if (!assigned.test(text.slice(Math.max(0, start - 3), start))) return null;
  const before = portBefore.exec(text.slice(Math.max(0, start - beforeReach), start));
  return before && Number(before[1]);
}
