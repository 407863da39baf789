import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { platform } from "node:process";
import { describe, expect, onTestFinished, test } from "vitest";
import { createServeCommand } from "../../src/commands/serve.ts";
import { runCommand } from "../commands/run-command.ts";
import { ended, run, start, temporaryFolder } from "../program.ts";
import { ask, count, listenTo, poll, sendRaw, serving } from "./serving.ts";

const RESET = "2026-11-20T08:00:00Z recv from 10.0.0.7:9000 failed: WSAECONNRESET (10054)";
const REFUSED = "2026-11-20T09:00:00Z connect to db-2:5432 failed with error 10061 (WSAECONNREFUSED)";

const paths = ["/", "/api/report", "/metrics", "/events", "/nothing"];

function newStore(): string {
  return join(temporaryFolder(), "counts.db");
}

describe("who may ask", () => {
  test("another site's name, origin or page gets 403 at every path", async () => {
    const { port } = await serving(newStore());
    for (const path of paths) {
      for (const headers of [
        { Host: "evil.example" },
        { Host: `evil.example:${port}` },
        { Host: "127.0.0.1" },
        { Origin: "http://evil.example" },
        { Origin: "null" },
        { "Sec-Fetch-Site": "cross-site" },
      ])
        expect({ path, headers, status: (await ask(port, path, { headers })).status }).toEqual({
          path,
          headers,
          status: 403,
        });
      expect(await sendRaw(port, `GET ${path} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 403 /);
    }
  });

  test("this machine's names are answered, and no other origin may read the answers", async () => {
    const { port } = await serving(newStore());
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) {
      const { status, headers } = await ask(port, "/", { headers: { Host: `${name}:${port}` } });
      expect(status).toBe(200);
      expect(Object.keys(headers).filter((header) => header.startsWith("access-control"))).toEqual([]);
      expect(headers).toMatchObject({
        "content-security-policy": expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/),
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
      });
    }
  });

  test("nobody beyond this machine is listened to", async () => {
    const { port } = await serving(newStore());
    const elsewhere = connect({ port, host: "127.0.0.2" });
    const [error] = await once(elsewhere, "error");
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("nothing but GET and HEAD is understood", async () => {
    const { port } = await serving(newStore());
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
      expect(await ask(port, "/", { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  test("HEAD gets the headers alone", async () => {
    const { port } = await serving(newStore());
    const { status, body, headers } = await ask(port, "/", { method: "HEAD" });
    expect({ status, body }).toEqual({ status: 200, body: "" });
    expect(Number(headers["content-length"])).toBeGreaterThan(1000);
  });

  test("no path reaches a file or anything else", async () => {
    const { port } = await serving(newStore());
    for (const path of [
      "/../../../../etc/passwd",
      "/..%2f..%2f..%2fetc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/%00",
      "//etc/passwd",
      "/package.json",
      "/__proto__",
      "/constructor",
      "/favicon.ico",
    ]) {
      const reply = await sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
      expect(reply).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\n\r\nnothing here\n$/);
    }
  });

  test("a whole URL in place of a path is refused", async () => {
    const { port } = await serving(newStore());
    const head = `Host: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(port, `GET http://evil.example/ HTTP/1.1\r\n${head}`)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("what is answered", () => {
  test("the page shows the same report as the file", async () => {
    const store = newStore();
    await count(store, [RESET, REFUSED], "app.log");
    const { port } = await serving(store);
    const { stdout } = await run(["report", "--store", store, "--format", "html"]);
    const [, report = ""] = /<body>\n([\s\S]*?)\s*<script>/.exec(stdout) ?? [];
    expect(report).toContain("10061");
    const withoutLinks = (html: string) => html.replace(/<a [^>]*>|<\/a>/g, "");
    expect(withoutLinks((await ask(port, "/")).body)).toContain(withoutLinks(report));
  });

  test("the JSON behind /api/report is that of report with the same filters", async () => {
    const store = newStore();
    await count(store, [RESET], "a.log");
    await count(store, [REFUSED, RESET], "b.log");
    const { port } = await serving(store);
    for (const [query, args] of [
      ["", []],
      ["?source=b.log", ["--source", "b.log"]],
      ["?since=2026-11-20%2008:30&until=2026-11-21", ["--since", "2026-11-20 08:30", "--until", "2026-11-21"]],
      ["?source=b", ["--source", "b"]],
      ["?source=&since=", []],
    ] as const) {
      const { headers, body } = await ask(port, `/api/report${query}`);
      expect(headers["content-type"]).toBe("application/json; charset=utf-8");
      expect(body).toBe((await run(["report", "--store", store, "--format", "json", ...args])).stdout);
    }
  });

  test("filters limit the report to a code or an endpoint", async () => {
    const store = newStore();
    await count(store, [RESET, REFUSED], "app.log");
    const { port } = await serving(store);
    const codes = async (query: string): Promise<number[]> =>
      JSON.parse((await ask(port, `/api/report?${query}`)).body).codes.map(({ code }: { code: number }) => code);
    expect(await codes("code=10054")).toEqual([10054]);
    expect(await codes("code=WSAECONNREFUSED,%2010054")).toEqual([10054, 10061]);
    expect(await codes("endpoint=db-2:5432")).toEqual([10061]);
    expect(await codes("endpoint=elsewhere:1")).toEqual([]);
  });

  test("a filter that cannot be understood is told, as a page and as JSON, and stays in its field", async () => {
    const { port } = await serving(newStore());
    const page = await ask(port, "/?since=soon&code=%3Cscript%3E");
    expect(page.status).toBe(400);
    expect(page.body).toMatch(/--since soon: not a point in time/);
    expect(page.body).toContain('name="code" value="&#60;script&#62;"');
    const { status, body } = await ask(port, "/api/report?code=nonsense");
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ error: { code: "usage", subject: "nonsense" } });
  });

  test("a machine or a log that nothing was read from is told with the nearest names", async () => {
    const store = newStore();
    await count(store, [RESET], "a.log");
    const { port } = await serving(store);
    for (const query of ["host=nowhere", "source=b.log"]) {
      expect((await ask(port, `/?${query}`)).status).toBe(400);
      const { status, body } = await ask(port, `/api/report?${query}`);
      expect(status).toBe(400);
      expect(JSON.parse(body)).toMatchObject({ error: { code: "usage", hint: expect.stringMatching(/^known: /) } });
    }
  });

  test("a browser that has the page already is told so", async () => {
    const store = newStore();
    await count(store, [RESET], "app.log");
    const { port } = await serving(store);
    const { headers } = await ask(port, "/");
    const again = { headers: { "If-None-Match": String(headers["etag"]) } };
    expect(await ask(port, "/", again)).toMatchObject({ status: 304, body: "" });
    expect((await ask(port, "/?code=10061", again)).status).toBe(200);
  });
});

describe("how it stays fresh", () => {
  test("a line that a running annotate reads is told to whoever listens, and on the page", async () => {
    const store = newStore();
    await count(store, [RESET], "old.log");
    const { port } = await serving(store);
    const { heard } = listenTo(port);
    await poll(heard, (text) => text.includes("event: change"));
    const before = heard().split("event: change").length;
    const live = start(["--store", store, "--source", "live.log"]);
    onTestFinished(() => {
      live.kill("SIGKILL");
    });
    live.stdout.resume();
    live.stdin.write(`${REFUSED}\n`);
    await poll(heard, (text) => text.split("event: change").length > before);
    expect((await ask(port, "/")).body).toContain("WSAECONNREFUSED");
  });

  test("a store that is not there yet is waited for, in words", async () => {
    const store = newStore();
    const { port } = await serving(store);
    expect(await ask(port, "/")).toMatchObject({
      status: 200,
      body: expect.stringContaining("there is no store here yet"),
    });
    expect(await ask(port, "/api/report")).toMatchObject({ status: 503 });
    await count(store, [RESET], "app.log");
    await poll(
      async () => (await ask(port, "/")).body,
      (body) => body.includes("WSAECONNRESET"),
    );
  });

  test("the field of the time zone names the one that is shown", async () => {
    const store = newStore();
    await count(store, [RESET], "app.log");
    const { port } = await serving(store, ["--port", "0", "--tz", "Asia/Kolkata"]);
    expect((await ask(port, "/")).body).toMatch(/name="tz" value="" placeholder="Asia\/Kolkata"/);
  });

  test("what a page says of a filter is in its language", async () => {
    const store = newStore();
    await count(store, [RESET], "app.log");
    const { port } = await serving(store, ["--port", "0", "--lang", "zh"]);
    const { body } = await ask(port, "/?host=nosuch");
    expect(body).toContain("<p>--host nosuch：没有读取过这台主机的日志</p>");
    expect(body).toContain("<p>已知的有：");
  });

  test("the page speaks Chinese when asked to", async () => {
    const { port } = await serving(newStore(), ["--port", "0", "--lang", "zh"]);
    const { body } = await ask(port, "/");
    expect(body).toContain('<html lang="zh-CN">');
    expect(body).toContain("正在等待计数库");
  });
});

describe("who is slow", () => {
  test("hundreds who listen and never read, and hundreds who never finish asking, hurt nobody", async () => {
    const store = newStore();
    await count(store, [RESET], "app.log");
    const { port, child } = await serving(store);
    const sockets: Socket[] = [];
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    const open = async (bytes: string): Promise<void> => {
      const socket = connect(port, "127.0.0.1").pause();
      socket.on("error", () => undefined);
      sockets.push(socket);
      await once(socket, "connect");
      socket.write(bytes);
    };
    for (let i = 0; i < 500; i++) await open(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    for (let i = 0; i < 400; i++) await open(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Half: `);
    await poll(
      async () => (await ask(port, "/events")).status,
      (status) => status === 503,
    );
    await count(store, [REFUSED], "app-2.log");
    await poll(
      async () => (await ask(port, "/")).body,
      (body) => body.includes("WSAECONNREFUSED"),
    );
    if (platform === "linux") expect(residentMiB(child.pid)).toBeLessThan(400);
    else console.log("resident memory is not looked at: only Linux tells it under /proc");
  });

  test("a request that is never finished is cut off", async () => {
    const { port } = await serving(newStore());
    expect(await sendRaw(port, "GET / HTTP/1.1\r\nX-Half: ")).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe("how it begins and ends", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends it with %i, whoever is listening", async (signal, code) => {
    const { port, child } = await serving(newStore());
    const { heard } = listenTo(port);
    await poll(heard, (text) => text.includes("retry"));
    const end = ended(child);
    child.kill(signal);
    expect(await end).toMatchObject({ code, stderr: expect.not.stringContaining("bug") });
  });

  test("a port that is taken is an error when it was asked for", async () => {
    const { port } = await serving(newStore());
    const { code, stdout, stderr } = await run(["serve", "--store", newStore(), "--port", String(port)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(
      `wsa-annotate: --port ${port}: another program uses this port\n  hint: give another one, or 0 for any free one\n`,
    );
  });

  test("the usual port gives way to a free one", async () => {
    const taken = createServer().listen(7890, "127.0.0.1");
    await Promise.race([once(taken, "listening"), once(taken, "error").catch(() => undefined)]);
    onTestFinished(() => {
      taken.close();
    });
    const { port } = await serving(newStore(), []);
    expect(port).not.toBe(7890);
  });

  test.each(["70000", "-1", "1.5", "web"])("--port %s is refused", async (port) => {
    const { error } = await runCommand(createServeCommand, ["serve", "--port", port]);
    expect(error).toMatchObject({ code: "usage", hint: "give a number from 0 to 65535" });
  });
});

function residentMiB(pid: number | undefined): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
