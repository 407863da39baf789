/** The id before all others. */
export const FIRST_ID = "0-0";

/** Whether an id (`milliseconds-number`, both below 2^64) comes behind another. */
export function isBehindId(id: string, other: string): boolean {
  const [[time, number], [otherTime, otherNumber]] = [partsOf(id), partsOf(other)];
  return time === otherTime ? number > otherNumber : time > otherTime;
}

/** The time in an id, Unix milliseconds; null where it is none, because somebody has chosen the id. */
export function timeOfId(id: string): number | null {
  const time = Number(id.split("-", 1)[0]);
  return time > 1e11 && time < 1e14 ? time : null;
}

function partsOf(id: string): readonly [time: bigint, number: bigint] {
  const [time = "0", number = "0"] = id.split("-");
  return [BigInt(time), BigInt(number)];
}
