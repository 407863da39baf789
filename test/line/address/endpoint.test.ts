import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endpointOf } from "../../../src/line/address/endpoint.ts";
import { toBytes } from "../../../src/text/byte-string.ts";
import { byteLines } from "../byte-lines.ts";
import { findingsIn } from "../marked.ts";

const blamed: readonly (readonly [line: string, endpoint: string])[] = [
  ["connect to 10.0.0.5:5432 failed: «10061»", "10.0.0.5:5432"],
  ["dial tcp: connect to db:5432 failed: «10061»", "db:5432"],
  ["lost connection with broker:1883 «10054»", "broker:1883"],
  ["could not connect to server:8080 «10061»", "server:8080"],
  ["Failed to connect to DB.Example.:5432, reason: errno:«10061»", "db.example:5432"],
  ["10.0.0.5:27017: [WinError «10061»] refused", "10.0.0.5:27017"],
  ["No connection could be made («10061») (db.example:5432)", "db.example:5432"],
  ["«refused it|10061» [2001:db8::5]:8080", "[2001:db8::5]:8080"],
  [
    "svc.exe - client.example:443 error : Could not connect to proxy proxy.example:5070 - connection attempt failed with error «11001»",
    "proxy.example:5070",
  ],
  ["read tcp 10.0.0.1:5000->10.0.0.5:443: wsarecv: «closed|10054»", "10.0.0.5:443"],
  ["write tcp [::1]:5000->[2001:db8::5]:443: wsasend: «aborted|10053»", "[2001:db8::5]:443"],
  ["dial tcp: lookup db.example on 10.0.0.53:53: getaddrinfow: «No such host|11001»", "db.example"],
  ["dial tcp: lookup backend: getaddrinfow: «No such host|11001»", "backend"],
  ["getaddrinfo() failed for 'db.example': «11001»", "db.example"],
  ["listen tcp 127.0.0.1:2019: bind: «forbidden|10013»", "127.0.0.1:2019"],
  ["listen tcp :8080: bind: «Only one usage|10048»", ":8080"],
  ["bind() to 0.0.0.0:80 failed («10013»: forbidden)", "0.0.0.0:80"],
  ["cannot bind port 8080: «10048»", ":8080"],
  ["error while attempting to bind on address ('0.0.0.0', 8080): [winerror «10013»]", "0.0.0.0:8080"],
  ["[Errno «10061»] Connect call failed ('10.0.0.5', 5432)", "10.0.0.5:5432"],
  ['connection to server at "localhost" (::1), port 5432 failed: («0x0000274D|10061»)', "localhost:5432"],
  ['could not connect to server "db.example" port 5432: «10061»', "db.example:5432"],
  ["Can't connect to MySQL server on 'localhost' («10061»)", "localhost"],
  ["Can't connect to MySQL server on 'db1' («10061»)", "db1"],
  ["SocketException: errno = «10061», address=10.0.0.5 port=5432", "10.0.0.5:5432"],
  ['{"port":5432,"host":"db.example","code":«10061»}', "db.example:5432"],
  ["HTTPConnectionPool(host='api.example', port=80): Max retries [WinError «10061»]", "api.example:80"],
  [
    "Could not connect to net.tcp://app.example:8060/Service. TCP error code «10061»: refused it 10.0.0.5:8060",
    "app.example:8060",
  ],
  ['Get "https://api.example/v1": connectex: «timed out|10060»', "api.example:443"],
  ["Failed to connect to //10.0.0.5:9000/share: «10060»", "10.0.0.5:9000"],
  [
    'connect() failed («10061»: refused) while connecting to upstream, client: 10.0.0.9, server: www.example, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:8080/", host: "www.example"',
    "127.0.0.1:8080",
  ],
  ["recv() failed («10054»: closed) while reading request, client: 10.0.0.9, server: www.example", "10.0.0.9"],
  ["forwarding from 10.0.0.9:5000 to 10.0.0.5:443: error «10065»", "10.0.0.5:443"],
  ["An error occurred while receiving from 127.0.0.1 : «10054» : closed", "127.0.0.1"],
  ["connect local address 10.0.0.9:5000 remote 10.0.0.5:443: «10060»", "10.0.0.5:443"],
  ["failed to connect to db.example/10.0.0.5:5432: «10060»", "db.example:5432"],
  ["远程服务器连接失败 host:127.0.0.1 ,port:5555 错误 «10061»", "127.0.0.1:5555"],
];

const nobody: readonly string[] = [
  "recv failed: «10054»",
  "Unable to send message to 'server': «10053»",
  "main.cpp:120: connect failed «10061»",
  "could not connect to server: 10 tries «10061»",
  "main.db:120 socket error «10061»",
  "at Net.Foo(Foo.java:55) «10061»",
  "connect failed (D:\\a\\net\\src\\usock_win.inc:474) «10061»",
  "2026-11-22 08:30:00 connect error:«10061»",
  "version 1.2.3.4 connect «10061»",
  "client 4711 build 10.0.19041.1 «10054»",
  "{9B1F122C-2982-4e91-AA8B-E071D54F2A4D} connect «10061»",
  "mac 00:1a:2b:3c:4d:5e connect «10061»",
  "at Net.Client:55 «10054»",
  "ratio 3:4 of 10:20 sent, WSAECONNREFUSED:«10061»",
  "see https://docs.example/winsock/«10054»-explained",
  "Lost connection to server at 'reading authorization packet', system error: «10060»",
  "System.Net.Sockets.SocketException («10061»)",
  "recv from: 0.0.0.0 «10040»",
  "10.0.0.1:80 and 10.0.0.2:80 took part, then something else happened: «10054»",
];

// How far words reach, and what parts them from an address.
const edges: readonly (readonly [line: string, endpoint: string | null])[] = [
  [`connect${"-".repeat(30)} to 10.0.0.5:80, by 10.0.0.6:80 «10054»`, "10.0.0.5:80"],
  [`connect${"-".repeat(31)} to 10.0.0.5:80, 10.0.0.6:80 «10054»`, "10.0.0.5:80"],
  ["connect_ex to db1.example «10054»", "db1.example"],
  ["peer     10.0.0.5 «10054»", null],
  ["peer    10.0.0.5 «10054»", "10.0.0.5"],
  ["xpeer 10.0.0.5 «10054»", null],
  ["9peer 10.0.0.5 «10054»", "10.0.0.5"],
  ["resolve the host name db1.example «10060»", "db1.example"],
  ["REMOTE Address: 10.0.0.5, peer 10.0.0.6 «10054»", "10.0.0.6"],
  ["host_name=db1.example «10054»", "db1.example"],
  ["dialing tcp4 10.0.0.5 «10054»", "10.0.0.5"],
  ["tcp4 10.0.0.5 «10054»", null],
  ["服务器 10.0.0.5 «10054»", "10.0.0.5"],
  ["to localhost-a:b «10054»", null],
  ["'x' to localhost-a:b «10054»", "localhost"],
  ["failed for 10.0.0.5 «11001»", "10.0.0.5"],
  [`${"x".repeat(64)}peer    10.0.0.5 «10054»`, null],
  ["the server (see there) (10.0.0.5) «10054»", null],
  ["the server, see there (10.0.0.5) «10054»", "10.0.0.5"],
  ["connect(a) to 10.0.0.5 «10065»", "10.0.0.5"],
  ["10.0.0.5:«10054» 10.0.0.6:80", "10.0.0.6:80"],
  ['{"agent":{"name":"a","ip":"10.0.0.9:80"},"x":"10.0.0.5:80"} «10054»', "10.0.0.5:80"],
  ["lookup db1 on «10054»", "db1"],
  ["lookup db1: «10054»", "db1"],
  ["lookup db1, «10054»", "db1"],
  ["Resolve Host: db1 «10054»", "db1"],
  ["connect to db1 port 80 «10054»", "db1:80"],
  ["port=80, server=db1 «10054»", "db1:80"],
];

describe("whom a line blames", () => {
  test.each(blamed)("%s: %s", (line, endpoint) => {
    const { text, findings } = findingsIn(toBytes(line));
    expect(endpointOf(text, findings)).toBe(endpoint);
  });

  test.each(nobody)("%s: nobody", (line) => {
    const { text, findings } = findingsIn(toBytes(line));
    expect(endpointOf(text, findings)).toBeNull();
  });

  test.each(edges)("%s: %s", (line, endpoint) => {
    const { text, findings } = findingsIn(toBytes(line));
    expect(endpointOf(text, findings)).toBe(endpoint);
  });

  test("what follows 'connect to' in any address is written the same way", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        fc.pre(host !== "0.0.0.0");
        const { text, findings } = findingsIn(toBytes(`cannot connect to ${host}:${port}: error «10061»`));
        expect(endpointOf(text, findings)).toBe(`${host}:${port}`);
      }),
    );
  });

  test("no line and no position makes it throw", () => {
    fc.assert(
      fc.property(byteLines, fc.nat(40), fc.nat(40), (line, start, length) => {
        const finding = { code: 10054, name: "", form: "decimal", confidence: "certain", text: "" } as const;
        endpointOf(line, [{ ...finding, start, end: start + length }]);
      }),
    );
  });

  test.each(["a.", "1:", "(", "[::", "connect to ", "1.1.1.1:1 ", "port=1,"])(
    "%j over and over costs no more than its length",
    (part) => {
      const { text, findings } = findingsIn(`${part.repeat(50_000)}${toBytes("«10054»")}${part.repeat(50_000)}`);
      expect(() => endpointOf(text, findings)).not.toThrow();
    },
  );
});
