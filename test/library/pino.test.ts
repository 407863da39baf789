import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { openStore } from "../../src/index.ts";
import pinoTransport, { type PinoOptions } from "../../src/pino.ts";
import { FIXTURES, temporaryFolder } from "../program.ts";
import { runScript } from "./run-script.ts";

const SCRIPT = `
  const log = pino({ base: null, timestamp: false, transport: { target: TRANSPORT, options: OPTIONS } });
  log.info("listening on 10061");
  log.error({ err: { code: "ECONNREFUSED", errno: -4078 }, to: "db-2:5432" }, "connect failed");
  log.warn("read: [WinError 10054]");
`;

test("pino's records get a field for what they name, on the standard output", async () => {
  const { stdout } = await runScript(SCRIPT, {});
  expect(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { level: 30, msg: "listening on 10061" },
    {
      level: 50,
      err: { code: "ECONNREFUSED", errno: -4078 },
      to: "db-2:5432",
      msg: "connect failed",
      winsock: [{ code: 10061, name: "WSAECONNREFUSED", title: "connection refused" }],
      "error.type": "WSAECONNREFUSED",
    },
    {
      level: 40,
      msg: "read: [WinError 10054]",
      winsock: [{ code: 10054, name: "WSAECONNRESET", title: "connection reset by peer" }],
      "error.type": "WSAECONNRESET",
    },
  ]);
});

test("they go to a file, in Chinese, and are counted", async () => {
  const folder = temporaryFolder();
  const [destination, path] = [join(folder, "logs", "app.log"), join(folder, "counts.db")];
  await runScript(SCRIPT, { destination, store: path, lang: "zh", source: "orders" });
  expect(readFileSync(destination, "utf8")).toContain('"title":"连接被拒绝"');
  const store = await openStore(path, { readOnly: true });
  expect(await store.query("SELECT source, code, n FROM hourly ORDER BY code")).toEqual([
    { source: "orders", code: 10054, n: 1 },
    { source: "orders", code: 10061, n: 1 },
  ]);
  await store.close();
});

test("a long record comes whole, wherever its parts end", async () => {
  const destination = join(temporaryFolder(), "app.log");
  const transport = await pinoTransport({ destination });
  const record = Buffer.from(`{"msg":"os error 10054 ${"中".repeat(3_000_001)}"}\n`);
  for (let at = 0; at < record.length; at += 65_537) transport.write(record.subarray(at, at + 65_537));
  await finished(transport.end());
  expect(readFileSync(destination, "utf8")).not.toContain("\ufffd");
  expect(readFileSync(destination).includes("中".repeat(3_000_001))).toBe(true);
});

test.skipIf(process.platform !== "linux")("a full disk is an error of the transport, early and late", async () => {
  const early = await pinoTransport({ destination: "/dev/full" });
  const broken = once(early, "error");
  early.write('{"msg":"os error 10054"}\n');
  expect(await broken).toMatchObject([{ code: "ENOSPC" }]);
  const late = await pinoTransport({ destination: "/dev/full" });
  await expect(finished(late.end('{"msg":"os error 10054"}\n'))).rejects.toMatchObject({ code: "ENOSPC" });
});

/** What the transport passes on, in this process. */
async function through(text: string, options: PinoOptions): Promise<string> {
  const parts: Buffer[] = [];
  const end = new Writable({
    write(part: Buffer, _, done) {
      parts.push(part);
      done();
    },
  });
  const transport = (await pinoTransport({ ...options, destination: false })) as unknown as NodeJS.ReadWriteStream;
  await pipeline([text], transport, end);
  return Buffer.concat(parts).toString();
}

test("in a pipeline its records are read on, what is not named stays byte for byte", async () => {
  const text = '{"msg":"ok, 10061 ms é中"}\nno json \\ud800\n';
  expect(await through(text, {})).toBe(text);
  expect(await through('{"msg":"os error 10054"}\n', {})).toContain('"name":"WSAECONNRESET"');
});

test("codes of one's own are named too; a catalogue that cannot be read is an error", async () => {
  const own = { catalogue: join(FIXTURES, "acme.json") };
  expect(await through('{"msg":"acme error 20017"}\n', own)).toContain('"name":"ACME_LICENCE_BUSY"');
  const broken = join(temporaryFolder(), "broken.json");
  writeFileSync(broken, "[");
  await expect(through("", { catalogue: broken })).rejects.toMatchObject({ code: "catalogue" });
});
