import { describe, expect, test } from "vitest";
import { withoutCredentials } from "../../src/text/address.ts";

describe("an address is shown without what lets somebody in", () => {
  test.each([
    ["postgres://host/db", "postgres://host/db"],
    ["postgres://me:s3cr3t@host/db", "postgres://host/db"],
    ["nats://s3cr3t@a:4222,b:4222/LOGS", "nats://a:4222,b:4222/LOGS"],
    ["redis://:s3cr3t@host/key?db=1", "redis://host/key?db=1"],
    [
      "postgres://host/db?user=me&password=s3cr3t&sslmode=require",
      "postgres://host/db?user=me&password=…&sslmode=require",
    ],
    ["nats://host/LOGS?token=s3cr3t", "nats://host/LOGS?token=…"],
    ["nats://host/LOGS#password=s3cr3t", "nats://host/LOGS#password=…"],
    // Marks that should have been percent-encoded.
    ["nats://me:s3cr3t#s3cr3t@host/LOGS", "nats://host/LOGS"],
    ["nats://me:1?s3cr3t@host/LOGS", "nats://host/LOGS"],
    ["postgres://me:s3cr3t/s3cr3t@host/db", "postgres://host/db"],
    ["postgres://me:s3cr3t@s3cr3t@host/db", "postgres://host/db"],
    ["postgres://me:s3cr3t s3cr3t%zz@host/db", "postgres://host/db"],
    ["postgres://me:s3\ncr3t@host/db", "postgres://host/db"],
    ["postgres://me:s3cr3t?x@host/db?password=s3cr3t", "postgres://host/db?password=…"],
    // Slashes that are missing.
    ["postgres:me:s3cr3t@host/db", "postgres:host/db"],
    ["nats:/me:s3cr3t@host/LOGS", "nats:/host/LOGS"],
    // No addresses.
    ["C:\\logs\\me@home.db", "C:\\logs\\me@home.db"],
    ["logs/me:2@home.db", "logs/me:2@home.db"],
    ["of-2026:me@home.db", "of-2026:me@home.db"],
  ])("%j", (address, shown) => {
    expect(withoutCredentials(address)).toBe(shown);
  });
});
