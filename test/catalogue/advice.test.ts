import { describe, expect, test } from "vitest";
import { adviceFor, fillIn } from "../../src/catalogue/advice.ts";
import type { Advice, Entry, Operation } from "../../src/catalogue/entry.ts";
import { catalogue, entries } from "../../src/catalogue/index.ts";

const advice = (cause: string, ...operations: Operation[]): Advice => ({
  operations,
  cause: { en: cause, zh: cause },
  next: { en: cause, zh: cause },
});

const entry: Entry = {
  ...(catalogue.byCode(10013) as Entry),
  advice: [
    advice("any 1"),
    advice("bind 1", "bind", "listen"),
    advice("send", "send"),
    advice("bind 2", "bind"),
    advice("any 2"),
  ],
};

const causes = (operation: Operation | null, of = entry) => adviceFor(of, operation).map(({ cause }) => cause.en);

describe("the advice for an operation", () => {
  test("is its own first, then the general, each in the catalogue's order", () => {
    expect(causes("bind")).toEqual(["bind 1", "bind 2", "any 1", "any 2"]);
    expect(causes("listen")).toEqual(["bind 1", "any 1", "any 2"]);
  });

  test("is only the general where the operation has none of its own", () => {
    expect(causes("resolve")).toEqual(["any 1", "any 2"]);
  });

  test("is everything where the operation is unknown", () => {
    expect(causes(null)).toEqual(["any 1", "bind 1", "send", "bind 2", "any 2"]);
  });

  test("is everything rather than nothing", () => {
    expect(causes("connect", { ...entry, advice: [advice("bind", "bind")] })).toEqual(["bind"]);
  });

  test("differs between bind, connect and send for 10013", () => {
    const access = catalogue.byCode(10013) as Entry;
    const first = (["bind", "connect", "send"] as const).map((operation) => causes(operation, access)[0]);
    expect(new Set(first).size).toBe(3);
  });
});

describe("placeholders", () => {
  test.each([
    ["ping HOST", { host: "db.example" }, "ping db.example"],
    ["`netstat -ano | findstr :PORT`", { port: "5432" }, "`netstat -ano | findstr :5432`"],
    ["Test-NetConnection HOST -Port PORT", { host: "fe80::1%12", port: 80 }, "Test-NetConnection fe80::1%12 -Port 80"],
    ["taskkill /pid PID", { pid: 4 }, "taskkill /pid 4"],
    ["在HOST上检查 PORT", { host: "10.0.0.5", port: 1 }, "在10.0.0.5上检查 1"],
    ["HOST, HOST", { host: "a" }, "a, a"],
  ])("in %s are filled in", (text, place, expected) => {
    expect(fillIn(text, place)).toBe(expected);
  });

  test.each(["host", "Port", "HOSTS", "LOCALHOST", "SO_PORT", "PID_T", "PORT-RANGE"])("are not in %s", (text) => {
    expect(fillIn(text, { host: "a", port: 1, pid: 2 })).toBe(text);
  });

  test("stay where the line names nothing", () => {
    expect(fillIn("ping HOST on PORT", { port: 1 })).toBe("ping HOST on 1");
    expect(fillIn("ping HOST", { host: "" })).toBe("ping HOST");
  });

  test.each(["a; del *", "$(calc)", "`whoami`", "a|b", "a b", "-t", "%PATH%", "a\nb", "$&"])(
    "stay where the line would smuggle %j into a command",
    (host) => {
      expect(fillIn("ping HOST", { host })).toBe("ping HOST");
    },
  );

  test("are all filled in when the line names everything", () => {
    const place = { host: "db.example", port: 5432, pid: 4 };
    const left = entries.flatMap(({ advice: rows }) =>
      rows.flatMap(({ next }) => [next.en, next.zh].map((text) => fillIn(text, place))),
    );
    expect(left.filter((text) => /\b(?:HOST|PORT|PID)\b/.test(text))).toEqual([]);
  });
});

test("a refused bind is explained by reserved ranges and HTTP.sys before an exclusive owner", () => {
  const [entry] = entries.filter(({ code }) => code === 10013);
  const causes = entry === undefined ? [] : adviceFor(entry, "bind").map(({ cause }) => cause.en);
  const places = ["reserved", "HTTP.sys", "SO_EXCLUSIVEADDRUSE"].map((word) =>
    causes.findIndex((cause) => cause.includes(word)),
  );
  expect(places).toEqual([0, 1, 2]);
});

describe("what a log shows", () => {
  test("on port 80, HTTP.sys and reserved ranges come before SO_EXCLUSIVEADDRUSE for a bind that is denied", () => {
    const access = catalogue.byCode(10013) as Entry;
    const causesOn = (operation: Operation, port: string) =>
      adviceFor(access, operation, { port }).map(({ cause }) => cause.en);
    const found = causesOn("bind", "80").slice(0, 3);
    expect(found[0]).toContain("HTTP.sys");
    expect(found[1]).toContain("reserved");
    expect(found[2]).toContain("SO_EXCLUSIVEADDRUSE");
    expect(causesOn("bind", "50051")[0]).toContain("reserved");
    expect(causesOn("connect", "80")).toEqual(causesOn("connect", "50051"));
  });

  test("an incident of failed connects makes used-up ports the first cause of 10055 on a send", () => {
    const buffers = catalogue.byCode(10055) as Entry;
    const first = (incidentOf: Operation | null) => adviceFor(buffers, "send", { incidentOf })[0]?.cause.en;
    expect(first("connect")).toContain("ephemeral ports");
    expect(first("receive")).toBe(first(null));
    expect(first(null)).not.toContain("ephemeral ports");
  });
});
