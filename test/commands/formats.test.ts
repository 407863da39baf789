import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";
import { countedIn } from "./counted.ts";

const at = "2026-11-20T01:02:03";
const refused = "No connection could be made because the target machine actively refused it.";
const closed = "An existing connection was forcibly closed by the remote host.";

/** The journal's own order: the cursor comes first and is long. */
const cursor = `"__CURSOR":"s=7d10054;i=10061;b=${"0f".repeat(16)};m=10060;t=${"6".repeat(13)};x=10053","__MONOTONIC_TIMESTAMP":"1695336200"`;
const listed = (text: string) => `[${[...Buffer.from(text)].join(",")}]`;
const iis = "#Fields: date time s-ip cs-method cs-uri-stem s-port c-ip sc-status sc-win32-status sc-bytes time-taken";

interface Expected {
  readonly code: number;
  readonly time: string;
  readonly operation: string | null;
  readonly endpoint: string | null;
}

/** A format, what of its log comes before the line, the line, and all that the line tells. */
const logs: readonly (readonly [format: string, before: string, line: string, expected: Expected])[] = [
  [
    "Docker's json-file",
    "",
    `{"log":"dial tcp 10.0.0.5:5432: connectex: ${refused}\\r\\n","stream":"stderr","time":"${at}.123456789Z"}`,
    { code: 10061, time: `${at}.123Z`, operation: "connect", endpoint: "10.0.0.5:5432" },
  ],
  [
    "CRI",
    "",
    `${at}.123456789Z stderr F read tcp 10.1.0.4:52011->10.0.0.5:5432: wsarecv: ${closed}`,
    { code: 10054, time: `${at}.123Z`, operation: "receive", endpoint: "10.0.0.5:5432" },
  ],
  [
    "journalctl -o json",
    "",
    `{${cursor},"__REALTIME_TIMESTAMP":"1795136523123456","_HOSTNAME":"relay-1","_PID":"10060","MESSAGE":"recv failed: error 10054"}`,
    { code: 10054, time: `${at}.123Z`, operation: "receive", endpoint: null },
  ],
  [
    "journalctl -o json with a message that is a list of bytes",
    "",
    `{${cursor},"__REALTIME_TIMESTAMP":"1795136523123456","_HOSTNAME":"relay-1","_PID":"10060","MESSAGE":${listed("\x1b[31mrecv failed: error 10054\x1b[0m")},"PRIORITY":"3"}`,
    { code: 10054, time: `${at}.123Z`, operation: null, endpoint: null },
  ],
  [
    "pino",
    "",
    `{"level":50,"time":1795136523123,"pid":10060,"hostname":"relay-1","err":{"type":"Error","message":"connect ECONNREFUSED 10.0.0.5:5432","stack":"Error: connect ECONNREFUSED 10.0.0.5:5432\\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)","errno":-4078,"code":"ECONNREFUSED","syscall":"connect","address":"10.0.0.5","port":5432},"msg":"connect ECONNREFUSED 10.0.0.5:5432"}`,
    { code: 10061, time: `${at}.123Z`, operation: "connect", endpoint: "10.0.0.5:5432" },
  ],
  [
    "bunyan",
    "",
    `{"name":"relay","hostname":"relay-1","pid":10060,"level":50,"msg":"recv failed: 10054","time":"${at}.123Z","v":0}`,
    { code: 10054, time: `${at}.123Z`, operation: "receive", endpoint: null },
  ],
  [
    "Serilog's CLEF",
    "",
    `{"@t":"${at}.1234567Z","@m":"Receive failed","@l":"Error","@x":"System.Net.Sockets.SocketException (10054): ${closed}\\r\\n   at Relay.Pump.Run() in C:\\\\src\\\\Pump.cs:line 10061","MachineName":"RELAY-1","ThreadId":10060}`,
    { code: 10054, time: `${at}.123Z`, operation: "receive", endpoint: null },
  ],
  [
    "ECS",
    "",
    `{"@timestamp":"${at}.123Z","log.level":"ERROR","message":"connection to 10.0.0.5:5432 failed: error 10061","process.pid":10060,"host.name":"relay-1.example.com","error.message":"SocketException (10061): ${refused}"}`,
    { code: 10061, time: `${at}.123Z`, operation: "connect", endpoint: "10.0.0.5:5432" },
  ],
  [
    "ECS with nested objects",
    "",
    `{"@timestamp":"${at}.123Z","log":{"level":"error"},"agent":{"type":"shipper","hostname":"relay-1"},"host":{"architecture":"x86_64","os":{"name":"Windows Server","version":"10.0"},"hostname":"relay-1","ip":["10.1.0.4","fe80::1"],"name":"relay-1.example.com"},"process":{"pid":10060},"message":"recv failed: error 10054"}`,
    { code: 10054, time: `${at}.123Z`, operation: "receive", endpoint: null },
  ],
  [
    "CMTrace",
    "",
    `<![LOG[Failed to connect to the distribution point, error 10060 (0x274c)]LOG]!><time="02:02:03.123-060" date="11-20-2026" component="Transfer" context="" type="3" thread="10054" file="job.cpp:10061">`,
    { code: 10060, time: `${at}.123Z`, operation: "connect", endpoint: null },
  ],
  [
    "IIS",
    `#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n${iis}\r\n2026-11-20 01:02:02 10.0.0.5 GET /a 443 10.0.0.7 200 0 10054 10060\r\n2026-11-20 01:02:02 10.0.0.5 GET /a 443 10.0.0.7 200 64 31 10061\r\n`,
    "2026-11-20 01:02:03 10.0.0.5 GET /a 443 10.0.0.7 200 10054 10053 10060\r",
    { code: 10054, time: `${at}.000Z`, operation: null, endpoint: "10.0.0.7" },
  ],
  [
    "IIS of a request that was given up",
    `${iis}\n`,
    "2026-11-20 01:02:03 10.0.0.5 GET /a 443 10.0.0.7 500 995 10053 10060",
    { code: 995, time: `${at}.000Z`, operation: null, endpoint: null },
  ],
  [
    "IIS of a request that talks about errors and connections",
    `${iis}\n2026-11-20 01:02:03 10.0.0.5 GET /connect?error=10053 443 10.0.0.7 200 0 10061 1\n`,
    "2026-11-20 01:02:03 10.0.0.5 GET /api/connect|code=10061&error=10053 443 10.0.0.7 500 10054 10048 10060",
    { code: 10054, time: `${at}.000Z`, operation: null, endpoint: "10.0.0.7" },
  ],
  [
    "a proxy in the W3C format, which gives the error as its status",
    "#Software: Microsoft ISA Server\n#Fields: c-ip\tcs-username\tdate\ttime\tr-host\tr-port\tsc-bytes\tsc-status\n",
    "10.0.0.7\tsome one\t2026-11-20\t01:02:03\tshop.example.com\t443\t10054\t10060",
    { code: 10060, time: `${at}.000Z`, operation: null, endpoint: "shop.example.com:443" },
  ],
  [
    "SQL Server's ERRORLOG",
    "2026-11-20 01:02:02.90 Server      Server process ID is 10060.\n",
    "2026-11-20 01:02:03.12 Server      TDSSNIClient initialization failed with error 0x2740, status code 0xa.",
    { code: 10048, time: `${at}.120Z`, operation: "bind", endpoint: null },
  ],
  [
    "the Windows event log as text",
    `Event[0]:\r\n  Log Name: Application\r\n  Source: Relay\r\n  Date: ${at}.1230000Z\r\n  Event ID: 10061\r\n  Computer: RELAY-1\r\n  Description: \r\n`,
    "The relay lost its peer: socket error 10054.\r",
    { code: 10054, time: `${at}.123Z`, operation: null, endpoint: null },
  ],
];

describe("a log in its own format is read for its code, once, with its time and nothing made up", () => {
  test.each(logs)("%s", async (_, before, line, { code, ...rest }) => {
    const home = temporaryFolder();
    const log = join(home, "x.log");
    const store = join(home, "x.db");
    writeFileSync(log, `${before}${line}\n`);

    const fromFile = await run(["--no-store", "--format", "json", log]);
    const records = fromFile.stdout.split("\n").filter(Boolean);
    expect(records).toHaveLength(1);
    const { findings, ...told } = JSON.parse(records[0] as string);
    expect(new Set(findings.map((finding: { code: number }) => finding.code))).toEqual(new Set([code]));
    expect(told).toMatchObject({ line: before.split("\n").length, ...rest });

    const piped = await run(["--no-store", "--format", "json", "--source", log], { input: `${before}${line}\n` });
    expect(piped.stdout).toBe(fromFile.stdout);

    await run(["ingest", log, "--store", store]);
    expect(await countedIn(store)).toBe(1);
  });
});

test("bytes in a list go out as they came", async () => {
  const list = `{"MESSAGE":${listed("recv failed: error 10054 from peer")},"PRIORITY":"3"`;
  const { stdout } = await run(["--no-store"], { input: `${list}}\n` });
  expect(stdout.startsWith(`${list},"winsock":`)).toBe(true);
  expect(JSON.parse(stdout).winsock).toMatchObject([{ code: 10054 }]);
});
