import { describe, expect, test } from "vitest";
import { addressesIn } from "../../../src/line/address/addresses-in.ts";

// Each row goes to the edge of a rule: lengths, ports, what stands beside a name, what one shape leaves to the next.
const rows: readonly (readonly [text: string, addresses: readonly string[]])[] = [
  ["connect 1.2.3.4:80", ["pair 1.2.3.4 80 8-18", "bare connect 0-7"]],
  ["k:1 b:0 c:65535 d:65536 e:123456", ["pair k 1 0-3"]],
  ["12:34:56.789", []],
  ["k:80,9 k:80.1 k:80:1 k:80% k:80x", ["bare 80x 29-32"]],
  ["k.:80 k..:80 -k:80 _k:80 k-:80", ["pair k 80 0-5", "pair _k 80 19-24", "pair k- 80 25-30", "bare k 6-8"]],
  ["k-:80", ["bare k 0-1"]],
  ["%41.b:1 \\k:1 1:k:1 x:k:1", ["pair k 1 21-24"]],
  ["a.b.c.d.e.f.g.k.i:1 a.b.c.d.e.f.g.k.i.j:1", ["pair a.b.c.d.e.f.g.k.i 1 0-19", "bare a.b.c.d.e.f.g.k.i 20-37"]],
  [
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:1",
    ["pair aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 1 0-65"],
  ],
  ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:1", []],
  [
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa x",
    ["bare aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 0-63", "bare x 65-66"],
  ],
  ["80-b:90 k:80-b:90", ["pair 80-b 90 0-7", "pair k 80 8-12"]],
  ["main.cpp:120", ["bare main 0-4"]],
  ["foo-bar:8x foo.bar:8x", ["bare foo 0-3", "bare 8x 8-10", "bare foo 11-14", "bare 8x 19-21"]],
  ["::1 x::1 1::2. 1::2.a", ["bare ::1 0-3", "bare 1::2 9-14", "bare 1::2 15-20"]],
  ["ab:cd:ef x", ["bare x 9-10"]],
  ["ab:12:cd:ef y", ["pair ab 12 0-5", "bare y 12-13"]],
  ["2001:db8::5 1:2:3:4:5:6:7:8", ["bare 2001:db8::5 0-11", "bare 1:2:3:4:5:6:7:8 12-27"]],
  ["fe80::1%eth0 1::2%zzzzzzzzzzzzzzzzzzzz x", ["bare fe80::1%eth0 0-12", "bare 1::2 13-17", "bare x 39-40"]],
  ["[::1]:80 [::1] port 80 [12:34]", ["pair ::1 80 0-8", "pair ::1 80 9-14", "bare port 15-19"]],
  [
    "->1.2.3.4:5 -> k:6 ->[::1]:2 ->k",
    ["arrow 1.2.3.4 5 0-11", "arrow k 6 12-18", "arrow ::1 2 19-28", "bare k 31-32"],
  ],
  ["a.b+c://k/ 9x://k x://k xy://k", ["url k 0-9", "url k 24-30", "bare k 16-17", "bare k 22-23"]],
  ["ssssssssssssssssssss://k -ssssssssssssssss://k", ["url k 26-46", "bare k 23-24"]],
  ["https://u:p@k.example/ WSS://k:9", ["url k.example 443 0-21", "url k 9 23-32"]],
  [
    "//srv:445/ x//srv:445 ///srv:445",
    ["marked srv 445 0-9", "marked srv 445 23-32", "pair srv 445 14-21", "bare x 11-12"],
  ],
  [
    "('k', 80) ( \"k\", 0) (`k`, 1) ('k', 1, 2, 3 )",
    ["tuple k 80 0-9", "tuple k 1 29-44", "bare k 13-14", "bare k 22-23"],
  ],
  [
    "k.x/10.0.0.5:5432 /10.0.0.5:5432 1/10.0.0.5:1",
    ["marked k.x 5432 0-17", "pair 10.0.0.5 5432 19-32", "pair 10.0.0.5 1 35-45"],
  ],
  [
    "=:80 (:81 `:82 \u00a0:83 x:84",
    ["pair x 84 20-24", "port  80 1-4", "port  81 6-9", "port  82 11-14", "port  83 16-19"],
  ],
  [":85", []],
  [
    "port=80, host=k 'k' port: 81",
    ["bare port 0-4", "bare host 9-13", "bare k 80 14-15", "bare k 81 17-18", "bare port 20-24"],
  ],
  ["report k 5", ["bare report 0-6", "bare k 7-8"]],
];

describe("the addresses in a text", () => {
  test.each(rows)("%j: %j", (text, addresses) => {
    const found = addressesIn(text).map(
      ({ shape, host, port, start, end }) => `${shape} ${host}${port === null ? "" : ` ${port}`} ${start}-${end}`,
    );
    expect(found).toEqual(addresses);
  });

  test("single words are passed over where they cannot be names", () => {
    const text = "lookup db1: to localhost, resolve host: db2 and 'db3' with db.example port";
    const hosts = addressesIn(text, false).map(({ host }) => host);
    expect(hosts).toEqual(["db1", "localhost", "db2", "db3", "db.example"]);
  });

  test("a bare name that nobody wants is not read", () => {
    const starts: number[] = [];
    const none = (_text: string, start: number) => starts.push(start) === 0;
    expect(addressesIn("to db.example, 10.0.0.5:80", true, none).map(({ shape }) => shape)).toEqual(["pair"]);
    expect(starts).toEqual([0, 3]);
  });
});
