import { expect, test } from "vitest";
import { createStatusColumn } from "../../src/line/status-column.ts";

/** What stands in the status column of the last line, the lines before it being headers. */
function statusUnder(...lines: string[]): string | null {
  const status = createStatusColumn();
  for (const line of lines) status.learn(line);
  const row = lines.at(-1) as string;
  const place = status.find(row);
  return place && row.slice(place.start, place.end);
}

test.each<[string, string[], string | null]>([
  ["the Win32 error of IIS", ["#Fields: date sc-status sc-win32-status sc-bytes", "2026-11-20 500 64 10054"], "64"],
  ["the last column", ["#Fields: date sc-win32-status", "2026-11-20 10054"], "10054"],
  ["the status where there is no other", ["#Fields: c-ip sc-status", "10.0.0.7 10061"], "10061"],
  ["columns that tabs part", ["#Fields: c-ip\tuser\tsc-status\tx", "10.0.0.7\tsome one\t10061\t-"], "10061"],
  ["the newest header", ["#Fields: sc-win32-status date", "#Fields: date sc-win32-status", "2026-11-20 64"], "64"],
  ["no header", ["2026-11-20 10054"], null],
  ["a header without it", ["#Fields: date sc-win32-status", "#Fields: date sc-bytes", "2026-11-20 10054"], null],
  ["a row that breaks off", ["#Fields: date time sc-win32-status", "2026-11-20 01:02:03"], null],
  [
    "IIS's own format",
    ["10.0.0.9, -, 11/19/2026, 14:22:07, W3SVC1, WEB1, 10.0.0.5, 31, 250, 1200, 502, 10054, GET, /a, -,"],
    "10054",
  ],
  [
    "a DNS update of the DHCP server",
    ["31,11/19/26,14:22:07,DNS Update Failed,10.0.0.7,pc7.example,,,0,6,,,,,,,,,10060"],
    "10060",
  ],
  [
    "the shorter rows of older servers",
    ["31,11/19/26,14:22:07,DNS Update Failed,10.0.0.7,pc7.example,10054,"],
    "10054",
  ],
  ["a lease of the DHCP server", ["10,11/19/26,14:22:07,Assign,10.0.0.7,pc7.example,0A1B2C3D4E5F,,10054"], null],
  ["another table of that shape", ["10.0.0.9, -, 11/19/2026, 14:22:07, 31, 10054"], null],
  ["a remark", ["#Fields: x sc-win32-status", "#Remark: 10054 x"], null],
])("%s", (_, lines, expected) => {
  expect(statusUnder(...lines)).toBe(expected);
});

/** What the columns of the last line show of a failure with a code, the lines before it being headers. */
function factsUnder(code: number, ...lines: string[]) {
  const status = createStatusColumn();
  for (const line of lines) status.learn(line);
  return status.factsOf(lines.at(-1) as string, code).endpoint;
}

test.each<[string, number, string[], string | null]>([
  [
    "the client of a server",
    10054,
    ["#Fields: s-ip c-ip c-port sc-win32-status", "10.0.0.5 10.0.0.9 50122 10054"],
    "10.0.0.9:50122",
  ],
  ["nobody, where the code is of no connection", 10022, ["#Fields: c-ip sc-win32-status", "10.0.0.9 10022"], null],
  ["nobody, where a gateway failed", 10060, ["#Fields: c-ip sc-status sc-win32-status", "10.0.0.9 502 10060"], null],
  [
    "the site that a proxy asked",
    10060,
    ["#Fields: c-ip cs-host sc-status", "10.0.0.9 shop.example 10060"],
    "shop.example",
  ],
  [
    "the remote end",
    10054,
    ["#Fields: date,local-endpoint,remote-endpoint", "x,10.0.0.5:25,10.0.0.9:50122"],
    "10.0.0.9:50122",
  ],
  ["an IPv6 address in brackets", 10054, ["#Fields: c-ip sc-win32-status", "fe80::1 10054"], "[fe80::1]"],
  ["nothing of an empty column", 10054, ["#Fields: c-ip sc-win32-status", "- 10054"], null],
  [
    "the client of IIS's own format",
    10054,
    ["10.0.0.9, -, 11/19/2026, 14:22:07, W3SVC1, WEB1, 10.0.0.5, 31, 250, 1200, 200, 10054, GET, /a, -,"],
    "10.0.0.9",
  ],
  ["nothing without a header", 10054, ["10.0.0.9 10054"], null],
])("the columns blame %s", (_, code, lines, endpoint) => {
  expect(factsUnder(code, ...lines)).toBe(endpoint);
});
