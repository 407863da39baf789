import { expect, test, vi } from "vitest";
import { annotateText, explain, findCodes } from "../../src/browser.ts";
import type { Entry } from "../../src/catalogue/entry.ts";
import { entries } from "../../src/catalogue/index.ts";
import { laws } from "./laws.ts";

// The rows as they are, with one more.
vi.mock("../../src/catalogue/entries/connection.ts", async (importOriginal) => {
  const { connection } = await importOriginal<typeof import("../../src/catalogue/entries/connection.ts")>();
  const another: Entry = {
    code: 10079,
    name: "WSAEANOTHER",
    aliases: [],
    category: "connection",
    retryable: "no",
    severity: "error",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "another error of sockets", zh: "另一个套接字错误" },
    meaning: { en: "Something else happened to the connection.", zh: "连接发生了别的问题。" },
    advice: [
      {
        operations: [],
        cause: { en: "Nobody knows yet", zh: "尚不清楚" },
        next: {
          en: "Run `ss -ltn` (Linux) or `netstat -ano | findstr :PORT` (Windows) on HOST",
          zh: "在 HOST 上运行 `ss -ltn`（Linux）或 `netstat -ano | findstr :PORT`（Windows）",
        },
        source: "https://docs.example.org/another-code",
      },
      {
        operations: ["send"],
        cause: { en: "The path is cut", zh: "网络路径中断" },
        next: {
          en: "Run `Test-NetConnection HOST -Port PORT` twice",
          zh: "运行两次 `Test-NetConnection HOST -Port PORT`",
        },
        source: "https://docs.example.org/another-code#send",
      },
    ],
    related: [],
  };
  return { connection: [...connection, another] };
});

test("another code keeps the laws of the catalogue", () => {
  expect(entries.map(({ code }) => code)).toContain(10079);
  for (const { broken } of Object.values(laws)) expect(broken(entries)).toEqual([]);
});

test("another code is found in every spelling that follows from it, explained and looked up", () => {
  const text = "WSAEANOTHER, [WinError 10079], hr=0x8007275F, recv error -2147014817";
  expect(findCodes(text).map(({ code, form }) => [code, form])).toEqual([
    [10079, "macro"],
    [10079, "decimal"],
    [10079, "hresult"],
    [10079, "signed"],
  ]);
  expect(annotateText("socket error 10079")).toBe("socket error 10079 «WSAEANOTHER: another error of sockets»");
  expect(explain("另一个套接字错误").readings[0]?.entry.code).toBe(10079);
});
