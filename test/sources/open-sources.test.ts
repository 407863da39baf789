import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { sourceKinds } from "../../src/sources/index.ts";
import { openSources } from "../../src/sources/open-sources.ts";
import type { SourceKind } from "../../src/sources/source-kind.ts";
import { schemeOf } from "../../src/text/address.ts";
import { scratchFolder } from "../store/scratch.ts";

const path = join(scratchFolder(), "app.log");
writeFileSync(path, "");

test.each([path, pathToFileURL(path).href])("%s is a file", async (address) => {
  const [source] = await openSources(address, { host: "here" });
  expect(source).toMatchObject({ subject: path, identity: "content" });
  source?.blocks?.()?.close();
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
  const stub: SourceKind = { schemes: ["stub"], open: async () => [] };
  expect(await openSources("stub://broker/logs", { host: "here" }, [...sourceKinds, stub])).toEqual([]);
});

test("no two kinds claim a scheme", () => {
  const schemes = sourceKinds.flatMap((kind) => kind.schemes);
  expect(schemes).toEqual([...new Set(schemes)]);
});
