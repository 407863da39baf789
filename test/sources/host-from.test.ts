import { describe, expect, test } from "vitest";
import { hostFromPath } from "../../src/sources/file/host-from.ts";

describe("the host of a log", () => {
  test.each([
    ["folder", "/logs/web-1/app.log", "web-1"],
    ["folder", "/logs/web-1/../web-2/app.log", "web-2"],
    ["folder", "/app.log", null],
    ["logs/{host}/*.log", "/srv/logs/web-1/app.log", "web-1"],
    ["./logs/{host}/*.log", "/srv/logs/web-1/app.log", "web-1"],
    ["logs/{host}/*.log", "/srv/logs/web-1/app.log.2.gz", "web-1"],
    ["logs/{host}/*.log", "/srv/logs/web-1/app-20261122.log", "web-1"],
    ["logs/{host}/*.log", "/srv/logs/web-1/deep/app.log", null],
    ["logs/{host}/*.log", "/srv/mylogs/web-1/app.log", null],
    ["logs/{host}/*.log", "/srv/logs/app.log", null],
    ["logs/{host}/**/*.log", "/srv/logs/web-1/deep/er/app.log", "web-1"],
    ["logs/{host}/**/*.log", "/srv/logs/web-1/app.log", "web-1"],
    ["/srv/**/{host}/iis/*", "/srv/a/b/web-1/iis/u_ex.log", "web-1"],
    ["/srv/{host}/*", "/mnt/srv/web-1/app.log", null],
    ["{host}-app.log", "/logs/web-1-app.log", "web-1"],
    ["app_{host}.log", "/logs/app_10.0.0.7.log", "10.0.0.7"],
    ["{host}.example/*", "/logs/web-1.example/app.log", "web-1"],
    ["{host}.example/*", "/logs/web-1Xexample/app.log", null],
    ["v?/{host}/*", "/logs/v2/web-1/app.log", "web-1"],
    ["a+(b)/{host}/*", "/logs/a+(b)/web-1/app.log", "web-1"],
  ])("%s takes from %s: %s", (pattern, path, host) => {
    expect(hostFromPath(pattern, "/")(path)).toBe(host);
  });

  test("is found where folders are separated as Windows does it", () => {
    expect(hostFromPath("logs\\{host}\\*.log", "\\")("\\srv\\logs\\web-1\\app.log")).toBe("web-1");
    expect(hostFromPath("logs/{host}/*.log", "\\")("\\srv\\logs\\web-1\\app.log")).toBe("web-1");
    expect(hostFromPath("LOGS\\{host}\\*.log", "\\")("\\srv\\logs\\web-1\\App.LOG")).toBe("web-1");
    expect(hostFromPath("folder", "\\")("\\srv\\logs\\web-1\\app.log")).toBe("web-1");
  });
});

test.each([
  ["", "no {host}"],
  ["logs/*.log", "no {host}"],
  ["folders", "no {host}"],
  ["{host}/{host}/*", "more than one"],
  ["{name}/{host}/*", "braces"],
  ["logs/{host/{host}", "braces"],
  ["logs/{host}*.log", "leaves open"],
  ["logs/*{host}.log", "leaves open"],
  ["logs/{host}/", "of folders"],
])("--host-from %j is refused", (pattern, message) => {
  expect(() => hostFromPath(pattern)).toThrow(
    expect.objectContaining({ code: "usage", message: expect.stringContaining(message), hint: expect.any(String) }),
  );
});
