import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";
import { type MadeEvent, writeEvents } from "../sources/evtx/write-events.ts";

const made: MadeEvent[] = [
  { id: 41, time: "2026-11-20T01:02:03Z", data: [["Text", "all is well"]] },
  { id: 42, time: "2026-11-20T01:02:04Z", data: [["Text", "connect to db-2:5432 failed:\r\nerror 10061"]] },
];

function written(): string {
  const home = temporaryFolder();
  mkdirSync(join(home, "logs"));
  writeFileSync(join(home, "logs/System.evtx"), writeEvents(made));
  return home;
}

test("annotate shows each event on its line, explained, and counts it once", async () => {
  const home = written();
  const { code, stdout, stderr } = await run(["annotate", "logs/System.evtx"], { home });
  const lines = stdout.split("\n");
  expect([code, stderr, lines.length]).toEqual([0, "", 3]);
  expect(lines[0]).toMatch(
    /^<Event xmlns='[^']+'><System>.*<Data Name='Text'>all is well<\/Data><\/EventData><\/Event>$/,
  );
  expect(lines[1]).toContain("failed:&#13;&#10;error 10061 «WSAECONNREFUSED: connection refused»</Data>");
  expect((await run(["annotate", "logs/System.evtx"], { home })).stdout).toBe(stdout);
  expect((await run(["query", "SELECT sum(n) FROM counts"], { home })).stdout).toContain("1");
  expect((await run(["ingest", "logs", "--json"], { home })).stdout).toContain('"occurrences":0');
});

test("annotate --format json has the time and the endpoint of an event", async () => {
  const { stdout } = await run(["annotate", "logs/System.evtx", "--format", "json", "--no-store"], { home: written() });
  expect(JSON.parse(stdout)).toMatchObject({
    source: "System",
    line: 2,
    record: 2,
    time: "2026-11-20T01:02:04.000Z",
    operation: "connect",
    endpoint: "db-2:5432",
    findings: [{ code: 10_061, text: "10061" }],
  });
});

test("ingest finds event logs in a folder by what they begin with, and counts them by their machine", async () => {
  const home = written();
  writeFileSync(join(home, "logs/no-ending"), writeEvents(made.map((event) => ({ ...event, computer: "PC-8" }))));
  const { code, stderr } = await run(["ingest", "logs"], { home });
  expect([code, stderr]).toEqual([0, expect.stringContaining("2 logs read")]);
  const { stdout } = await run(["query", "SELECT host, name FROM sources ORDER BY 1", "--format", "csv"], { home });
  expect(stdout.trim().split(/\r?\n/)).toEqual(["host,name", "PC-7,System", "PC-8,System"]);
});

test("ingest says what of an event log is damaged, in the language of the run", async () => {
  const home = written();
  const bytes = writeEvents(made);
  bytes.writeUInt8(1, 4096 + 200);
  writeFileSync(join(home, "logs/System.evtx"), bytes);
  const { code, stderr } = await run(["ingest", "logs"], { home });
  expect([code, stderr]).toEqual([0, expect.stringContaining("logs/System.evtx: is damaged: 1 of its blocks")]);
  expect((await run(["annotate", "logs/System.evtx", "--lang", "zh"], { home })).stderr).toContain("已损坏");
});

test("annotate passes an export through as it is, and counts its events as those of the log", async () => {
  const home = written();
  const machines = ["PC-7", "PC-8", "PC-7"];
  const exported = machines.map(
    (computer, n) =>
      `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>\r\n<TimeCreated SystemTime="2026-11-20T01:02:0${3 + n}.0000000Z"/><EventRecordID>${41 + n}</EventRecordID><Channel>System</Channel><Computer>${computer}</Computer></System>
<EventData><Data Name="Text">connect to db-2:5432 failed: error 10061</Data></EventData></Event>`,
  );
  const text = `<Events>${exported.join("")}</Events>`;
  writeFileSync(join(home, "logs/System.xml"), text);
  const { stdout, stderr } = await run(["annotate", "logs/System.xml"], { home });
  expect([stdout.replaceAll(" «WSAECONNREFUSED: connection refused»", ""), stderr]).toEqual([text, ""]);
  expect((await run(["query", "SELECT sum(n) AS n FROM counts", "--format", "csv"], { home })).stdout).toMatch(
    /^n\s+3\s*$/,
  );
  expect((await run(["ingest", "logs", "--json"], { home })).stdout).toContain('"occurrences":1');
});
