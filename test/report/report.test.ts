import { createHash } from "node:crypto";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { formats } from "../../src/report/formats/index.ts";
import { buildReport } from "../../src/report/model/build-report.ts";
import type { Report } from "../../src/report/model/report.ts";
import type { Period } from "../../src/store/scope.ts";
import { wholeDay } from "../../src/store/whole-day.ts";
import { catalogue, friday, type Log, memoryStoreOf, seconds } from "./sample.ts";

const everything: Period = { since: null, until: null, horizon: null, zone: "Europe/Berlin" };
const day: Period = {
  ...everything,
  since: seconds("2026-11-20T00:00+01:00"),
  until: seconds("2026-11-21T00:00+01:00"),
};

/** The same Friday after a calm month, so that what it brought is news. */
const news: readonly Log[] = [
  ...friday,
  { name: "old.log", minutes: [{ minute: seconds("2026-11-01T08:00Z"), code: 10060, n: 1 }] },
];

const NOW = Date.UTC(2026, 11, 1);

async function reportOf(
  logs: readonly Log[],
  { period = day, lang = "en", source = null, host = null }: Partial<Report> = {},
): Promise<Report> {
  const store = await memoryStoreOf(logs);
  return buildReport(store, { catalogue, scope: { period, source, host }, lang, nowMs: NOW });
}

async function render(name: string, report: Report, width = 80): Promise<string> {
  const format = formats.find((one) => one.name === name);
  return (await format?.render(report, { width, color: false })) ?? "";
}

describe("text", () => {
  test("tells a day in 80 columns", async () => {
    expect(await render("text", await reportOf(news))).toMatchInlineSnapshot(`
      "Winsock errors · Fri 2026-11-20 00:00 – Sat 2026-11-21 00:00 (Europe/Berlin)
      1,169 occurrences · 3 codes · 3 sources · none vs Thu, none vs last Fri

      NEW  10061 WSAECONNREFUSED  first seen 00:12 in orders.log, db-2:5432
      NEW  10054 WSAECONNRESET    first seen 01:00 in gateway.log, evil\\x1b[2J|
                                  \`$(x)\`:1
      NEW  12345 12345            first seen 23:59 in vendor.log

         code  name             count  share  first   last  trend, 1 h each
        10061  WSAECONNREFUSED  1,102   94 %  00:12  02:40  ▂▁█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        10054  WSAECONNRESET       66    6 %  01:00  21:00  ▁▂▁▁▁▃▁▁▁▄▁▁▁▅▁▁▁▇▁▁▁█▁▁
        12345  12345                1   <1 %  23:59  23:59  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█

      Incidents
        02:10–02:11  1 min  peak 700/min
          10061 WSAECONNREFUSED 700 → db-2:5432
        02:40–02:41  1 min  peak 400/min
          10061 WSAECONNREFUSED 400 → db-2:5432
        13:00–13:01  1 min  peak 13/min
          10054 WSAECONNRESET 13 → evil\\x1b[2J|\`$(x)\`:1
        17:00–17:01  1 min  peak 17/min
          10054 WSAECONNRESET 17
        21:00–21:01  1 min  peak 21/min
          10054 WSAECONNRESET 21

      What to do first
        10061 WSAECONNREFUSED  connection refused
          nothing listens on the port
          → check that the service runs: \`Test-NetConnection db-2 -Port 5432\` from
            here, \`netstat -ano | findstr :5432\` over there
        10054 WSAECONNRESET  connection reset by peer
          the process at the other end died
          → look at HOST with \`Get-Process -Id PID\`

      Top endpoints
        1,098  10061  WSAECONNREFUSED  db-2:5432
            3  10054  WSAECONNRESET    evil\\x1b[2J|\`$(x)\`:1

      Hosts
        1,168  web-1
            1  web-2

      Sources
        1,102  orders.log (web-1)
           66  gateway.log (web-1)
            1  vendor.log (web-2)

      Read in all: 1 run, 16.0 KiB, 400 lines; 2.0 KiB lost; 12 more without a time,
      not in this period
      "
    `);
  });

  test("tells it in Chinese", async () => {
    expect(await render("text", await reportOf(news, { lang: "zh" }))).toMatchInlineSnapshot(`
      "Winsock 错误 · 周五 2026-11-20 00:00 – 周六 2026-11-21 00:00（Europe/Berlin）
      出现 1,169 次 · 3 种错误码 · 3 个日志 · 周四没有，上周五没有

      新增  10061 WSAECONNREFUSED  00:12 首次出现于 orders.log，db-2:5432
      新增  10054 WSAECONNRESET    01:00 首次出现于 gateway.log，evil\\x1b[2J|\`$(x)\`:1
      新增  12345 12345            23:59 首次出现于 vendor.log

        错误码  名称              次数  占比   首次   末次  趋势，每格 1 小时
         10061  WSAECONNREFUSED  1,102  94 %  00:12  02:40  ▂▁█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
         10054  WSAECONNRESET       66   6 %  01:00  21:00  ▁▂▁▁▁▃▁▁▁▄▁▁▁▅▁▁▁▇▁▁▁█▁▁
         12345  12345                1  <1 %  23:59  23:59  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█

      故障
        02:10–02:11  1 分钟  峰值每分钟 700 次
          10061 WSAECONNREFUSED 700 → db-2:5432
        02:40–02:41  1 分钟  峰值每分钟 400 次
          10061 WSAECONNREFUSED 400 → db-2:5432
        13:00–13:01  1 分钟  峰值每分钟 13 次
          10054 WSAECONNRESET 13 → evil\\x1b[2J|\`$(x)\`:1
        17:00–17:01  1 分钟  峰值每分钟 17 次
          10054 WSAECONNRESET 17
        21:00–21:01  1 分钟  峰值每分钟 21 次
          10054 WSAECONNRESET 21

      优先处理
        10061 WSAECONNREFUSED  连接被拒绝
          该端口上没有监听程序
          → 确认服务正在运行：在本机执行 \`Test-NetConnection db-2 -Port 5432\`，在对端
            执行 \`netstat -ano | findstr :5432\`
        10054 WSAECONNRESET  连接被对端重置
          对端进程已退出
          → 在 HOST 上查看 \`Get-Process -Id PID\`

      主要端点
        1,098  10061  WSAECONNREFUSED  db-2:5432
            3  10054  WSAECONNRESET    evil\\x1b[2J|\`$(x)\`:1

      主机
        1,168  web-1
            1  web-2

      日志
        1,102  orders.log (web-1)
           66  gateway.log (web-1)
            1  vendor.log (web-2)

      累计读取：运行 1 次，16.0 KiB，400 行；丢失 2.0 KiB；另有 12 次没有时间，不计入
      本时段
      "
    `);
  });

  test("an empty period is one line", async () => {
    const period = { ...day, since: seconds("2026-11-21T00:00+01:00"), until: seconds("2026-11-22T00:00+01:00") };
    expect(await render("text", await reportOf(friday, { period }))).toMatchInlineSnapshot(`
      "Winsock errors · Sat 2026-11-21 00:00 – Sun 2026-11-22 00:00 (Europe/Berlin) · none
      "
    `);
  });

  test.each(["en", "zh"] as const)(
    "no line of a long and crowded report in %s is wider than asked for",
    async (lang) => {
      const report = await reportOf(crowded, { lang, period: everything });
      for (const width of [80, 100, 120]) {
        const lines = (await render("text", report, width)).split("\n");
        expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      }
    },
  );

  test("colours appear only when asked for and change nothing else", async () => {
    const report = await reportOf(friday);
    const [text] = formats;
    const colored = await text.render(report, { width: 80, color: true });
    expect(colored).toContain("\x1b[31m");
    expect(colored.replace(/\x1b\[\d+m/g, "")).toBe(await render("text", report));
  });
});

test("Markdown draws tables in which hostile text stays text", async () => {
  expect(await render("markdown", await reportOf(news))).toMatchInlineSnapshot(`
    "# Winsock errors · Fri 2026-11-20 00:00 – Sat 2026-11-21 00:00 (Europe/Berlin)

    1,169 occurrences · 3 codes · 3 sources · none vs Thu, none vs last Fri

    - **NEW** 10061 WSAECONNREFUSED: first seen 00:12 in orders.log, db-2:5432
    - **NEW** 10054 WSAECONNRESET: first seen 01:00 in gateway.log, evil\\\\x1b\\[2J\\|\\\`\\$(x)\\\`:1
    - **NEW** 12345 12345: first seen 23:59 in vendor.log

    | code | name | count | share | first | last | trend |
    | ---: | --- | ---: | ---: | --- | --- | --- |
    | 10061 | WSAECONNREFUSED | 1,102 | 94 % | 2026-11-20 00:12 | 2026-11-20 02:40 | ▂▁█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁ |
    | 10054 | WSAECONNRESET | 66 | 6 % | 2026-11-20 01:00 | 2026-11-20 21:00 | ▁▂▁▁▁▃▁▁▁▄▁▁▁▅▁▁▁▇▁▁▁█▁▁ |
    | 12345 | 12345 | 1 | \\<1 % | 2026-11-20 23:59 | 2026-11-20 23:59 | ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█ |

    ## Incidents

    | Incidents | duration | peak per minute | codes and endpoints | began |
    | --- | ---: | ---: | --- | --- |
    | 02:10–02:11 | 1 min | 700 | 10061 WSAECONNREFUSED 700 → db-2:5432 | – |
    | 02:40–02:41 | 1 min | 400 | 10061 WSAECONNREFUSED 400 → db-2:5432 | – |
    | 13:00–13:01 | 1 min | 13 | 10054 WSAECONNRESET 13 → evil\\\\x1b\\[2J\\|\\\`\\$(x)\\\`:1 | – |
    | 17:00–17:01 | 1 min | 17 | 10054 WSAECONNRESET 17 | – |
    | 21:00–21:01 | 1 min | 21 | 10054 WSAECONNRESET 21 | – |

    ## What to do first

    | code | likely cause | next step |
    | ---: | --- | --- |
    | 10061 | nothing listens on the port | check that the service runs: \`Test-NetConnection db-2 -Port 5432\` from here, \`netstat -ano \\| findstr :5432\` over there |
    | 10054 | the process at the other end died | look at HOST with \`Get-Process -Id PID\` |

    ## Top endpoints

    | endpoint | code | name | count |
    | --- | ---: | --- | ---: |
    | db-2:5432 | 10061 | WSAECONNREFUSED | 1,098 |
    | evil\\\\x1b\\[2J\\|\\\`\\$(x)\\\`:1 | 10054 | WSAECONNRESET | 3 |

    ## Hosts

    | host | count |
    | --- | ---: |
    | web-1 | 1,168 |
    | web-2 | 1 |

    ## Sources

    | source | count |
    | --- | ---: |
    | orders.log (web-1) | 1,102 |
    | gateway.log (web-1) | 66 |
    | vendor.log (web-2) | 1 |

    Read in all: 1 run, 16.0 KiB, 400 lines; 2.0 KiB lost; 12 more without a time, not in this period
    "
  `);
});

test("CSV has a row for each code", async () => {
  expect((await render("csv", await reportOf(news))).split("\r\n")).toMatchInlineSnapshot(`
    [
      "code,name,title,category,count,share,before,week_before,new,spike,quiet,incident,acknowledged,first,last,source,operation,endpoint,cause,next",
      "10061,WSAECONNREFUSED,connection refused,connection,1102,0.9427,0,0,1,0,0,1,0,2026-11-20T00:12:00+01:00,2026-11-20T02:40:00+01:00,orders.log,,db-2:5432,nothing listens on the port,"check that the service runs: \`Test-NetConnection db-2 -Port 5432\` from here, \`netstat -ano | findstr :5432\` over there"",
      "10054,WSAECONNRESET,connection reset by peer,connection,66,0.0565,0,0,1,0,0,1,0,2026-11-20T01:00:00+01:00,2026-11-20T21:00:00+01:00,gateway.log,,evil\\x1b[2J|\`$(x)\`:1,the process at the other end died,look at HOST with \`Get-Process -Id PID\`",
      "12345,12345,,,1,0.0009,0,0,1,0,0,0,0,2026-11-20T23:59:00+01:00,2026-11-20T23:59:00+01:00,vendor.log,,,,",
      "",
    ]
  `);
});

describe("json", () => {
  test("has every number that the text shows", async () => {
    const report = JSON.parse(await render("json", await reportOf(friday)));
    expect(report).toMatchObject({
      version: 1,
      period: { since: "2026-11-20T00:00:00+01:00", until: "2026-11-21T00:00:00+01:00", zone: "Europe/Berlin" },
      totals: { occurrences: 1169, codes: 3, sources: 3, first: "2026-11-20T00:12:00+01:00" },
      trend: { minutes: 30, end: "2026-11-21T00:00:00+01:00" },
      endpoints: [
        { endpoint: "db-2:5432", code: 10061, name: "WSAECONNREFUSED", count: 1098 },
        { endpoint: "evil\x1b[2J|`$(x)`:1", code: 10054, name: "WSAECONNRESET", count: 3 },
      ],
      read: { runs: 1, bytes: 12288, lines: 300, lostBytes: 2048, withoutTime: 12 },
    });
    expect(report.codes.map(({ code, count }: { code: number; count: number }) => [code, count])).toEqual([
      [10061, 1102],
      [10054, 66],
      [12345, 1],
    ]);
  });

  test("each trend has a value for every step and adds up to the count", async () => {
    const { trend, codes } = JSON.parse(await render("json", await reportOf(friday)));
    for (const row of codes as { trend: number[]; count: number }[]) {
      expect(row.trend).toHaveLength(trend.starts.length);
      expect(row.trend.reduce((a, b) => a + b, 0)).toBe(row.count);
    }
  });
});

describe("the period", () => {
  test("is half-open: what happened in its last minute is in, in the next one is not", async () => {
    const minute = seconds("2026-11-20T23:59+01:00");
    const log = { name: "a.log", minutes: [minute, minute + 60].map((at) => ({ minute: at, code: 10054, n: 1 })) };
    expect((await reportOf([log])).totals.occurrences).toBe(1);
  });

  test("everything includes what has no time", async () => {
    expect((await reportOf(friday, { period: everything })).totals.occurrences).toBe(1181);
  });

  test.each([
    ["Europe/Berlin", "+01:00", ["on-2026-11-19", "on-2026-11-20"]],
    ["UTC", "Z", ["on-2026-11-20"]],
    ["America/New_York", "-05:00", ["on-2026-11-20", "on-2026-11-21"]],
  ])(
    "of a day in %s (%s) shows the endpoints of %j: every UTC day that it touches, where only days were counted",
    async (zone, offset, endpoints) => {
      const period = {
        ...day,
        zone,
        since: seconds(`2026-11-20T00:00${offset}`),
        until: seconds(`2026-11-21T00:00${offset}`),
      };
      const log = {
        name: "a.log",
        minutes: [{ minute: seconds("2026-11-20T12:00Z"), code: 10054, n: 4 }],
        endpoints: ["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"].map((date) => ({
          minute: wholeDay(seconds(`${date}T00:00Z`)),
          code: 10054,
          endpoint: `on-${date}`,
          n: 1,
        })),
      };
      expect((await reportOf([log], { period })).endpoints.map(({ endpoint }) => endpoint)).toEqual(endpoints);
    },
  );

  test("that is told from now shows that it has been quiet since", async () => {
    const until = seconds("2026-11-21T06:00+01:00");
    const report = await reportOf(friday, { period: { ...day, until: null, horizon: until } });
    expect(report.steps?.end).toBe(until);
  });
});

test.each([
  [{ source: "orders.log" }, [10061]],
  [{ host: "web-2" }, [12345]],
])("only %j gives the codes %j", async (only, codes) => {
  expect((await reportOf(friday, only)).codes.map(({ code }) => code)).toEqual(codes);
});

test.each(formats.map(({ name }) => name))("%s is the same byte for byte when asked twice", async (name) => {
  const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
  expect(hashOf(await render(name, await reportOf(friday)))).toBe(hashOf(await render(name, await reportOf(friday))));
});

test.each(formats.map(({ name }) => name))("%s lets no control character of a log through", async (name) => {
  const evil = "\x1b]0;x\x07\x9b31m\u202e|=cmd\r\n";
  const log = {
    name: evil,
    host: evil,
    minutes: [{ minute: seconds("2026-11-20T12:00Z"), code: 10054, n: 1 }],
    endpoints: [{ minute: seconds("2026-11-20T00:00Z"), code: 10054, endpoint: evil, n: 1 }],
  };
  const text = await render(name, await reportOf([log], { source: evil, host: evil }));
  expect(text).toContain("202e");
  expect(text.replaceAll("\r\n", "\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
});

test("an endpoint that is no plain host is not filled into a command", async () => {
  const log = {
    name: "a.log",
    minutes: [{ minute: seconds("2026-11-20T12:00Z"), code: 10061, n: 1 }],
    endpoints: [{ minute: seconds("2026-11-20T00:00Z"), code: 10061, endpoint: "x;reboot:80", n: 1 }],
  };
  expect((await reportOf([log])).codes[0]?.advice?.next).toContain("Test-NetConnection HOST -Port 80");
});

/** Long names, wide characters, many years and large numbers. */
const crowded: readonly Log[] = [
  {
    name: "日志".repeat(40),
    minutes: Array.from({ length: 90 }, (_, i) => ({
      minute: seconds("2019-03-01T00:00Z") + i * 2_592_000,
      code: i % 3 === 0 ? 10061 : 20000 + i,
      n: 10 ** (i % 9),
    })),
    endpoints: Array.from({ length: 30 }, (_, i) => ({
      minute: seconds("2026-11-20T00:00Z"),
      code: 10061,
      endpoint: `${"数据库".repeat(i)}.internal:5432`,
      n: i + 1,
    })),
  },
];
