import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { sourceKinds } from "../../src/sources/index.ts";
import { openAddresses, openSources } from "../../src/sources/open-sources.ts";
import type { SourceKind } from "../../src/sources/source-kind.ts";
import { createStdinSource } from "../../src/sources/stdin.ts";
import { schemeOf } from "../../src/text/address.ts";
import { say } from "../../src/wording.ts";
import { scene } from "../ingest/scene.ts";
import { storedCounts } from "../ledger/reading.ts";
import { scratchFolder } from "../store/scratch.ts";

const path = join(scratchFolder(), "app.log");
writeFileSync(path, "");

test.each([path, pathToFileURL(path).href])("%s is a file", async (address) => {
  const [source] = await openSources(address, { host: "here" });
  expect(source).toMatchObject({ subject: path, identity: "content" });
  if (source !== undefined && "blocks" in source) source.blocks?.()?.close();
});

test.each([
  ["nats://broker/logs", "nats"],
  ["NATS+TLS://broker/logs", "nats+tls"],
  ["C:\\logs\\app.log", ""],
  ["C:/logs/app.log", ""],
  ["host:app.log", ""],
  ["logs/app.log", ""],
])("the scheme of %s is '%s'", (address, scheme) => {
  expect(schemeOf(address, "://")).toBe(scheme);
});

test("an unknown scheme is refused, without its password", async () => {
  await expect(openSources("stub://me:secret@broker/logs", { host: "here" })).rejects.toMatchObject({
    code: "usage",
    subject: "stub://broker/logs",
    message: "there is no source for stub: addresses",
  });
});

test("another kind of source is one more line in the list", async () => {
  const stub: SourceKind = {
    schemes: ["stub"],
    open: async (address, { host, name }) =>
      ["connect error 10061\n", "recv failed: 10054\n"].map((text) => ({
        ...createStdinSource(new PassThrough().end(text), { live: false, host, name, encoding: "bytes" }),
        subject: address,
      })),
  };
  const { store, options, path: pathIn } = await scene();
  writeFileSync(pathIn("a.log"), "error 10054\n");
  const unexpected = ({ message }: WsaError) => expect.fail(message);
  const inputs = [pathToFileURL(pathIn("a.log")).href, "stub://broker/logs"];
  const opened = await openAddresses(inputs, { host: "here" }, unexpected, [...sourceKinds, stub]);
  expect(opened).toMatchObject([pathIn("a.log"), { subject: inputs[1] }, { subject: inputs[1] }]);
  await ingest(opened, options);
  expect(await storedCounts(store)).toEqual({ 10054: 2, 10061: 1 });
});

test("what cannot be read at an address is reported, and the rest is opened", async () => {
  const broken: SourceKind = {
    schemes: ["stub"],
    open: () => Promise.reject(new WsaError("input", "stub://broker/", say`does not answer`)),
  };
  const failures: WsaError[] = [];
  const fail = (error: WsaError) => failures.push(error);
  expect(await openAddresses(["stub://broker/", path], { host: "here" }, fail, [broken])).toEqual([path]);
  expect(failures).toMatchObject([{ code: "input", subject: "stub://broker/" }]);
  await expect(openAddresses(["other://broker/"], { host: "here" }, fail, [broken])).rejects.toThrow("no source");
});

test("no two kinds claim a scheme", () => {
  const schemes = sourceKinds.flatMap((kind) => kind.schemes);
  expect(schemes).toEqual([...new Set(schemes)]);
});
