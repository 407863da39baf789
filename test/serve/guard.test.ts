import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { refusalOf } from "../../src/serve/guard.ts";

function asked(headers: Record<string, string>, { method = "GET", url = "/" } = {}): IncomingMessage {
  const rawHeaders = Object.entries(headers).flat();
  return Object.assign(new IncomingMessage(new Socket()), { method, url, headers, rawHeaders });
}

test.each([
  [{ host: "127.0.0.1:7890" }],
  [{ host: "localhost:7890" }],
  [{ host: "LocalHost:7890" }],
  [{ host: "[::1]:7890" }],
  [{ host: "localhost:7890", origin: "http://localhost:7890", "sec-fetch-site": "same-origin" }],
  [{ host: "localhost:7890", "sec-fetch-site": "none" }],
])("%j may ask", (headers) => {
  expect(refusalOf(asked(headers), 7890)).toBe(null);
});

test.each([
  [{}],
  [{ host: "" }],
  [{ host: "127.0.0.1" }],
  [{ host: "127.0.0.1:80" }],
  [{ host: "evil.example:7890" }],
  [{ host: "localhost.evil.example:7890" }],
  [{ host: "127.0.0.1:7890.evil.example" }],
  [{ host: "127.0.0.1:7890@evil.example" }],
  [{ host: "0.0.0.0:7890" }],
  [{ host: "localhost:7890", origin: "http://evil.example" }],
  [{ host: "localhost:7890", origin: "https://localhost:7890" }],
  [{ host: "localhost:7890", origin: "http://localhost:3000" }],
  [{ host: "localhost:7890", origin: "null" }],
  [{ host: "localhost:7890", "sec-fetch-site": "cross-site" }],
])("%j may not", (headers) => {
  expect(refusalOf(asked(headers), 7890)).toMatchObject({ status: 403 });
});
