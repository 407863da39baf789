import { describe, expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import { openPublisher } from "../../src/ship/open-publisher.ts";
import { openSources } from "../../src/sources/open-sources.ts";
import { openStore } from "../../src/store/open-store.ts";

/** What is opened by an address, each with what comes behind its host. */
const kinds: readonly (readonly [name: string, address: string, open: (address: string) => Promise<unknown>])[] = [
  ["a store", "postgres://LOGIN127.0.0.1:1/counts", (address) => openStore(address, { codes: [], busyTimeoutMs: 1 })],
  ["a stream of NATS", "nats://LOGIN127.0.0.1:1/LOGS", opened],
  ["a stream of Redis", "redis://LOGIN127.0.0.1:1/logs", opened],
  [
    "a stream that is shipped to",
    "nats://LOGIN127.0.0.1:1/LOGS",
    (address) =>
      openPublisher(address, {
        ...{ env: {}, create: false, patient: false, waits: () => undefined },
        signal: new AbortController().signal,
      }),
  ],
];

async function opened(address: string): Promise<void> {
  const [stream] = await openSources(address, { host: "here" });
  if (stream === undefined || !("partitions" in stream)) throw new Error("no stream");
  await stream.partitions().finally(() => stream.close());
}

/** What people write; SECRET is in it wherever it is wrong. */
const logins = [
  "me:SECRET@",
  ":SECRET@",
  "SECRET@",
  "me:SECRET%23%3F%2F%40%3A%25%20SECRET@",
  "me:SECRET#SECRET@",
  "me:SECRET?SECRET@",
  "me:1/SECRET@",
  "me:SECRET@SECRET@",
  "me:SECRET:SECRET@",
  "me:SECRET%SECRET@",
  "me:SECRET%zz@",
  "me:SECRET SECRET@",
  "me:SECRET\\SECRET@",
  "me:SECRET[SECRET@",
  "me:SECRET@[",
];

describe.each(kinds)("%s that cannot be opened", (_, pattern, open) => {
  test.each(logins)("by %s is told without what lets somebody in", async (login) => {
    for (const address of [
      pattern,
      pattern.replace("://", ":"),
      pattern.replace("://", ":/"),
      `${pattern}?password=SECRET`,
    ]) {
      const error = await open(address.replace("LOGIN", login)).then(
        () => new Error("it was opened"),
        (cause) => cause,
      );
      expect(error, address).toBeInstanceOf(WsaError);
      const { subject, message, told } = error as WsaError;
      expect(JSON.stringify([subject, message, told, String(error)]), address).not.toContain("SECRET");
    }
  });
});
