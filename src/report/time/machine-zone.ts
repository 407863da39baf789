/**
 * The machine's time zone. A date shows whether that is UTC, as on most servers; the first use of Intl takes 10 ms. `TZ`
 * can be empty, a rule (`GMT+5`) or nonsense: the zone then has no name, and the clock's offset is used.
 */
export function machineZone(): string {
  if (new Date(0).toString().endsWith("(Coordinated Universal Time)")) return "UTC";
  return namedZone() ?? offsetZone(-new Date(0).getTimezoneOffset());
}

/** Null where it has no name, which the types leave out. */
function namedZone(): string | null {
  try {
    const id: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (id === undefined) return null;
    new Intl.DateTimeFormat("en-US", { timeZone: id });
    return id;
  } catch {
    return null;
  }
}

/** The zone that is always so many minutes ahead of UTC. */
function offsetZone(minutes: number): string {
  const digits = (n: number) => String(n).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return minutes === 0 ? "UTC" : `${minutes < 0 ? "-" : "+"}${digits(Math.floor(ahead / 60))}:${digits(ahead % 60)}`;
}
