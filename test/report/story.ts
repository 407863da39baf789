import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { seeded } from "./detect/chances.ts";

/** One line of the story that names a code. */
export interface Event {
  /** Unix seconds. */
  readonly second: number;
  readonly code: number;
  readonly endpoint: string;
  readonly log: "gateway.log" | "orders.log";
}

export const ZONE = "Europe/Berlin";

/** Unix seconds of a time on the clocks of Berlin. */
export const berlin = (time: string): number =>
  Temporal.PlainDateTime.from(time).toZonedDateTime(ZONE).epochMilliseconds / 1000;

/**
 * A month in Berlin, 1 October 2026 to 1 November, in which the clocks go back on the 25th. Resets and timeouts come
 * and go with the day, refusals now and then; in the night to the 30th one database refuses from 02:10 to 02:40, and
 * at 03:00 a service may not bind.
 */
export function tellStory(seed: number): Event[] {
  const { poisson, random } = seeded(seed);
  const events: Event[] = [];
  const add = (log: Event["log"], code: number, endpoint: string, second: number): void => {
    events.push({ second, code, endpoint, log });
  };
  for (let hour = berlin("2026-10-01T00:00"); hour < berlin("2026-11-01T00:00"); hour += 3600) {
    const ofDay = Temporal.Instant.fromEpochMilliseconds(hour * 1000).toZonedDateTimeISO(ZONE).hour;
    const busy = 1 + Math.cos(((ofDay - 14) / 12) * Math.PI);
    const within = (): number => hour + Math.floor(random() * 3600);
    for (let n = poisson(0.3 + 3 * busy); n > 0; n--) add("gateway.log", 10054, `app-${1 + (n % 3)}:8443`, within());
    for (let n = poisson(0.2 + busy); n > 0; n--) add("gateway.log", 10060, "mail.example:25", within());
    for (let n = poisson(0.15); n > 0; n--) add("orders.log", 10061, "cache-1:6379", within());
  }
  for (let minute = berlin("2026-10-30T02:10"); minute < berlin("2026-10-30T02:40"); minute += 60)
    for (let n = 20 + poisson(15); n > 0; n--)
      add("orders.log", 10061, "db-2:5432", minute + Math.floor(random() * 60));
  for (const second of [12, 14, 19]) add("gateway.log", 10013, "0.0.0.0:80", berlin("2026-10-30T03:00") + second);
  return events.sort((a, b) => a.second - b.second);
}

/** Writes the story as the logs of two services, among lines that are no errors; returns their paths. */
export function writeLogs(folder: string, events: readonly Event[]): string[] {
  return ["gateway.log", "orders.log"].map((name) => {
    const lines = events.filter(({ log }) => log === name).flatMap((event) => [lineOf(event), calmLine(event)]);
    const path = join(folder, name);
    writeFileSync(path, lines.map((line) => `${line}\r\n`).join(""));
    return path;
  });
}

const TEXTS: Readonly<Record<number, (endpoint: string) => string>> = {
  10013: (endpoint) => `ERROR cannot bind ${endpoint}: bind failed with error 10013 (WSAEACCES)`,
  10054: (endpoint) => `WARN recv from ${endpoint}: WSAECONNRESET (10054)`,
  10060: (endpoint) => `WARN connect to ${endpoint} failed: [WinError 10060] it did not answer in time`,
  10061: (endpoint) => `ERROR connect to ${endpoint} failed: [WinError 10061] it refused`,
};

function lineOf({ second, code, endpoint }: Event): string {
  return `${stamp(second)} ${TEXTS[code]?.(endpoint) ?? ""}`;
}

const calmLine = ({ second }: Event): string => `${stamp(second)} INFO request 4711 answered in 12 ms`;

const stamp = (second: number): string =>
  Temporal.Instant.fromEpochMilliseconds(second * 1000)
    .toZonedDateTimeISO(ZONE)
    .toString({ smallestUnit: "second", timeZoneName: "never" });
