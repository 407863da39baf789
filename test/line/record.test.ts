import { expect, test } from "vitest";
import { continuesRecord, startsRecord } from "../../src/line/record.ts";

test.each([
  "2026-11-22 08:30:00 x",
  "[2026-11-22T08:30:00.123Z] x",
  "08:30:00.123 [main] x",
  "ERROR 2026-11-22 08:30:00,123 x",
  "[INFO] 2026/11/22 08:30:00 x",
  "11/22/2026 8:30:00 AM x",
  "Nov 22 08:30:00 host app: x",
  "Nov 22, 2026 8:30:00 PM shop.Db query",
  "####<Nov 22, 2026 8:30:00,123 PM UTC> <Error> x",
  "<34>Nov 22 08:30:00 host app: x",
  "E1122 08:30:00.123456 42 x.cc:1] x",
  '"2026-11-22 08:30:00","x"',
  "Error,11/22/2026 8:30:00 AM,x",
  "  2026-11-22 08:30:00 x",
  " 8:30:00 x",
  "22.11. 08:30:00.123 x",
  "[22.11.] [08:30:00] x",
  "[22.11.2026] [08:30:00] x",
])("a record begins with %s", (line) => {
  expect(startsRecord(line)).toBe(true);
  expect(continuesRecord(line)).toBe(false);
});

test.each([
  "    at Shop.Orders.Save()",
  "\tat shop.Orders.save(Orders.java:42)",
  "at Shop.Orders.Save()",
  "Caused by: java.net.ConnectException: refused",
  " ---> System.Net.Sockets.SocketException (10061): refused",
  "---> System.Net.Sockets.SocketException (10061): refused",
  "Traceback (most recent call last):",
  "During handling of the above exception, another exception occurred:",
  "The above exception was the direct cause of the following exception:",
  "... 12 more",
  "ConnectionRefusedError: [WinError 10061] refused",
  "shop.db.errors.OperationalError: 10060",
  "socket.timeout: timed out",
  "System.Net.Sockets.SocketException (10054): reset",
  "NativeErrorCode : 10061",
  "Server: mail.corp.example:587",
  "Remote address: 10.0.0.9",
  "Server stack trace:",
  "goroutine 7 [running]:",
  "net.(*netFD).Read(0xc000102000, {0xc000200000, 0x400})",
  "main.main()",
  "created by main.main in goroutine 1",
  "--- fin du suivi de la pile ---",
  "#0 db.php(12): PDO->__construct()",
  "TNS-12541: TNS:no listener",
  "** (Pool.ConnectionError) recv: closed",
  "Caused: java.io.IOException: x",
  "}",
  "});",
  "  - a:5432: 10061",
  "",
])("a record goes on with %s", (line) => {
  expect(continuesRecord(line)).toBe(true);
  expect(startsRecord(line)).toBe(false);
});

test.each([
  "connect to a:5432 failed: 10061",
  "Error: something else",
  "Timed out at 10.0.0.1",
  "at 8 o'clock",
  "Attaching to db",
  "atomic write failed",
  "- a:5432: 10061",
  "Message from a: 10061",
  "Certificate: CN=a",
  "Servers: 3",
  "# a comment",
  "*** a headline",
  "{ x: 1 }",
  "10.20.30.40 is away",
  "Not After: 2027-05-01 00:00:00",
  "-----",
])("nothing is known of %s", (line) => {
  expect(startsRecord(line)).toBe(false);
  expect(continuesRecord(line)).toBe(false);
});
