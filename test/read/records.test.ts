import fc from "fast-check";
import { expect, test } from "vitest";
import type { Source } from "../../src/log/source.ts";
import type { ReaderState } from "../../src/read/reader-state.ts";
import { recall } from "../../src/read/recall.ts";
import { type Reading, read } from "./reading.ts";

const counts = ({ rows }: Reading) => rows.filter((row) => row.startsWith("count"));
const named = ({ rows }: Reading) => rows.filter((row) => row.startsWith("to ") && !row.endsWith("null"));
const ms = (text: string) => Date.parse(text);

const chain = `2026-11-03 14:23:07,611 ERROR root: request failed
Traceback (most recent call last):
  File "db.py", line 3, in connect
ConnectionRefusedError: [WinError 10061] refused

During handling of the above exception, another exception occurred:

shop.db.ConnectError: connect to db-2:8086 failed: [WinError 10061] refused
`;

test("a chain of exceptions is one failure, with the endpoint that its last line names", async () => {
  const reading = await read(chain);
  expect(counts(reading)).toEqual([`count 10061 ${ms("2026-11-03T14:23:07.611Z")}`]);
  expect(named(reading)).toEqual(["to 10061 db-2:8086"]);
  expect(reading.json).toMatchObject([
    { line: 4, record: 1 },
    { line: 8, record: 1, endpoint: "db-2:8086" },
  ]);
});

test("a list of hosts is as many failures as it blames hosts", async () => {
  const reading = await read(`2026-11-03 14:23:07 poll failed: 10061 on a socket
  - connect to db-1:5432: error 10061
  - connect to db-2:5432: error 10061
  - connect to db-1:5432: error 10061
`);
  expect(counts(reading).length).toBe(2);
  expect(named(reading)).toEqual(["to 10061 db-1:5432", "to 10061 db-2:5432"]);
});

test("lines without stamps are counted one by one", async () => {
  const text = "recv failed: WSAECONNRESET\n  at Shop.Save()\n  recv failed: WSAECONNRESET\nCaused by: WSAECONNRESET\n";
  expect(counts(await read(text)).length).toBe(3);
});

test("a line that continues nothing is a record of its own, and so is what follows it", async () => {
  const text = `2026-11-03 14:23:07 recv failed: WSAECONNRESET
recv failed: WSAECONNRESET
  recv failed: WSAECONNRESET
`;
  const reading = await read(text);
  expect(reading.json.map(({ record }) => record)).toEqual([1, 2, 3]);
  expect(counts(reading).length).toBe(3);
});

test("the clock is moved by the stamp of a record, and by nothing that it speaks of", async () => {
  const reading = await read(`2026-11-03 14:22:07 [ERR] TLS failed
Certificate: CN=db
  Not After: 2027-05-01 00:00:00
System.Net.Sockets.SocketException (10054): closed
   last success 2020-05-05 01:02:03 WSAECONNRESET
2026-11-03 14:22:08 [ERR] TLS failed
   last success 2020-05-05 01:02:03
   SocketException (10061): refused
`);
  expect(reading.json.map(({ time }) => time)).toEqual([
    "2026-11-03T14:22:07.000Z",
    "2026-11-03T14:22:07.000Z",
    "2026-11-03T14:22:08.000Z",
  ]);
});

test("lines that are all indented keep their own times", async () => {
  const reading = await read(`  4520:20261103:142207.611 recv failed: WSAECONNRESET
  4520:20261103:142307.611 recv failed: WSAECONNRESET
`);
  expect(counts(reading).length).toBe(2);
  expect(reading.json.map(({ time }) => time)).toEqual(["2026-11-03T14:22:07.611Z", "2026-11-03T14:23:07.611Z"]);
});

test("the endpoint of a neighbouring line is blamed, and none of another record", async () => {
  const reading = await read(`2026-11-03 14:22:07 [ERR] no connection to server 'db-2:5432'
System.Net.Sockets.SocketException (10061): refused
2026-11-03 14:22:08 [ERR] queue broken
System.Net.Sockets.SocketException (10054): closed
`);
  expect(reading.json.map(({ endpoint }) => endpoint)).toEqual(["db-2:5432", null]);
});

test("a block holds any line up to its end", async () => {
  const reading = await read(`11/23/2026 14:22:07 - Process(4520.18) User(svc) Program(amqrmppa.exe)
                      RemoteHost(10.20.30.40(1414))
AMQ9208E: Error on receive from host mq7.
The return code from the TCP/IP recv() call was 10054 (X'2746').
Winsock error 10054 again
----- amqccita.c : 4214 --------------------------------------------------------
Winsock error 10054 again
`);
  expect(reading.json.map(({ record }) => record)).toEqual([1, 1, 7]);
  expect(counts(reading).length).toBe(2);
});

test("a record has an end, however many lines go on with it", async () => {
  const lines = "  recv failed: WSAECONNRESET\n".repeat(300);
  const reading = await read(`2026-11-03 14:22:07 x\n${lines}`);
  expect(counts(reading).length).toBe(1 + 300 - 199);
  const long = `2026-11-03 14:22:07 x\n  ${"y".repeat(70_000)}\n  recv failed: WSAECONNRESET\n`;
  expect((await read(long)).json).toMatchObject([{ record: 3 }]);
});

const event = (n: number) =>
  `<Event xmlns='x'><System><TimeCreated SystemTime='2026-11-03T13:22:0${n % 10}.000Z'/></System><EventData><Data>connect to db-${n}:5432 failed: WSAECONNREFUSED (10061)</Data></EventData></Event>`;

test.each([2, 5000])("%i events on a line are so many records", async (events) => {
  const reading = await read(
    `<?xml?>\n<Events>${Array.from({ length: events }, (_, n) => event(n)).join("")}</Events>\n`,
  );
  expect(counts(reading).length).toBe(events);
  expect(new Set(named(reading)).size).toBe(events);
  expect(reading.json.map(({ time }) => time)).toEqual(reading.json.map((_, n) => `2026-11-03T13:22:0${n % 10}.000Z`));
  expect(new Set(reading.json.map(({ line, record }) => `${line} ${record}`))).toEqual(new Set(["2 2"]));
});

const returned = (n: number) => `2026-11-03 14:22:0${n % 10} connect to db-${n}:5432 failed: WSAECONNREFUSED (10061)`;

test.each([2, 10_000])("%i lines that end with a carriage return alone are so many records", async (lines) => {
  const log = Array.from({ length: lines }, (_, n) => `${returned(n)}\r`).join("");
  for (const end of ["", "\n"]) {
    const reading = await read(log + end);
    const times = Array.from({ length: lines }, (_, n) => ms(`2026-11-03T14:22:0${n % 10}.000Z`));
    expect(counts(reading)).toEqual(times.map((time) => `count 10061 ${time}`));
    expect(new Set(named(reading)).size).toBe(lines);
  }
});

test("a carriage return that is in a record begins none", async () => {
  const counted = await read("recv failed: WSAECONNRESET\r    at x (10054)\rCaused by: WSAECONNRESET\r\r\n");
  expect(counts(counted).length).toBe(1);
});

test("what a line below the code says is counted, also by the next reading", async () => {
  const head = "2026-11-03 14:22:07 recv failed: WSAECONNRESET\n";
  const log = `${head}    server: db-3:5432\n2026-11-03 14:22:08 well\n`;
  const whole = await read(log);
  expect(named(whole)).toEqual(["to 10054 db-3:5432"]);
  expect(whole.json).toMatchObject([{ endpoint: "db-3:5432" }]);
  const first = await read(head);
  expect(first.done).toMatchObject({ position: head.length, lines: 1 });
  const rest = await read(log, { from: { ...first.done, state: first.state } });
  expect([...first.rows, ...rest.rows]).toEqual(whole.rows);
});

test("a record without its time is read again when it has grown", async () => {
  const head = "<![LOG[request failed\nrecv from db-3:5432 failed: WSAECONNRESET\n";
  const log = `${head}bye]LOG]!><time="14:22:07.6110000" date="11-03-2026" component="x">\n`;
  const whole = await read(log);
  expect(whole.failures).toEqual(["10054 2026-11-03T14:22:07.611Z receive db-3:5432"]);
  const first = await read(head);
  expect(first.failures).toEqual(["10054 null receive db-3:5432"]);
  expect(first.done).toEqual({ position: head.indexOf("recv"), lines: 1, rows: 0 });
  const rest = await read(log, { from: { ...first.done, state: first.state } });
  expect(rest.rows).toEqual(whole.rows);
});

test.each([
  "    see https://docs.example.com:8443/errors",
  "    retrying with server db-4:5432",
  "    at Server.Connect(db-4:5432)",
])("a line below the code that blames nobody is not believed: %s", async (line) => {
  const log = `2026-11-03 14:22:07 recv failed: WSAECONNRESET\n${line}\n`;
  expect((await read(log)).failures).toEqual(["10054 2026-11-03T14:22:07.000Z receive null"]);
});

let second = 0;
const stamped = fc
  .constantFrom("all is well", "recv: WSAECONNRESET", "no connection to server 'db-2:5432'", "- Process(1.2) x")
  .map((text) => `${new Date(Date.UTC(2026, 10, 3) + 7000 * second++).toISOString().slice(0, 19)} ${text}`);
const other = fc.constantFrom(
  "",
  "    at Shop.Save()",
  "  Not After: 2027-05-01 00:00:00",
  "  - connect to db-1:5432: error 10061",
  "  - connect to db-2:5432: error 10061",
  "Caused by: WSAECONNRESET",
  "ConnectionError: [WinError 10061] refused",
  "ConnectionError: [WinError 10061] refused by the server db-4:5432",
  "    server: db-3:5432",
  "Fatal NI connect error 10061.",
  "  Time: 03-NOV-2026 15:22:07",
  "  Client address: (ADDRESS=(PROTOCOL=tcp)(HOST=10.4.4.4)(PORT=50111))",
  '"recv failed: WSAECONNRESET',
  '","3","11/3/2026 2:22:07 PM"',
  "{",
  '  "error": "connect ECONNREFUSED WSAECONNREFUSED",',
  '  "timestamp": "2026-11-03T16:22:07Z"',
  "}",
  "Message       : recv failed: WSAECONNRESET",
  "TimeGenerated : 11/3/2026 2:22:08 PM",
  "recv failed: WSAECONNRESET",
  "<![LOG[Download failed:",
  `]LOG]!><time="09:00:01.2500000" date="11-5-2026" component="x">`,
  "----- amqccita.c : 4214 -----",
  event(3) + event(4),
  "recv failed: WSAECONNRESET\r2026-11-03 17:22:07 recv failed: WSAECONNRESET\r    at x()\rWSAECONNRESET\r",
  `  ${"z".repeat(30_000)}`,
  "z".repeat(30_000),
  `${"y ".repeat(140_000)} WSAECONNRESET`,
);
const logs = fc
  .array(fc.oneof(stamped, { weight: 3, arbitrary: other }), { minLength: 1, maxLength: 40 })
  .map((lines) => lines.map((line) => `${line}\n`).join(""));

test("records are the same however a log is chunked, and wherever it is cut and read on", async () => {
  const places = fc.array(fc.nat(1_000_000), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(logs, places, fc.nat(39), async (log, cuts, cut) => {
      const whole = await read(log);
      expect(await read(log, { cuts })).toMatchObject({ rows: whole.rows, json: whole.json });
      const ends = [...log.matchAll(/\n/g)].map(({ index }) => index + 1);
      const lines = (cut % ends.length) + 1;
      const first = await read(log.slice(0, ends[lines - 1]), { cuts });
      const { done } = first;
      const rest = await read(log, { from: { ...done, state: first.state } });
      expect([...first.rows.slice(0, done.rows), ...rest.rows]).toEqual(whole.rows);
      const shown = [...first.json.filter(({ line }) => Number(line) <= done.lines), ...rest.json];
      // At the end of what could be read a line is shown before the next one says whom it was about.
      const all = (lines: Reading["json"]) => lines.map(({ endpoint, operation, ...line }) => line);
      expect(all(shown)).toEqual(all(whole.json));
    }),
    { numRuns: 150 },
  );
});

test("what is remembered of a record needs only the bytes behind its last code", async () => {
  const behind = "    at a\n2026-11-03 14:23:08 x\n";
  const { state } = await read(`${chain}${behind}`);
  const { records } = state as ReaderState;
  expect(records.bytes).toBe(behind.length);
  const source = {
    seek: () => ({ read: async (at: number, length: number) => chain.concat(behind).slice(at, at + length) }),
  };
  const recalled = await recall(source as unknown as Source, {
    ...{ position: chain.length + behind.length, time: null, occurrences: 0, reading: "" },
    lines: 9,
    state,
  });
  expect(recalled.behind).toBe(behind);
});
