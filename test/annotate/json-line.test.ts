import { expect, test } from "vitest";
import { annotateText } from "../../src/index.ts";

const annotated = (record: object): Record<string, unknown> => JSON.parse(annotateText(JSON.stringify(record)));

test("a record gets the type of OpenTelemetry, the name of its first code", () => {
  expect(annotated({ msg: "connect failed: [WinError 10060], then WSAECONNREFUSED" })).toMatchObject({
    winsock: [{ code: 10060 }, { code: 10061 }],
    "error.type": "WSAETIMEDOUT",
  });
  expect(annotated({ msg: "[WinError 10060]", error: { message: "no answer" } })["error.type"]).toBe("WSAETIMEDOUT");
});

test.each([
  ["its own one", { "error.type": "java.net.ConnectException" }],
  ["its own one in ECS", { error: { type: "java.net.ConnectException" } }],
  ["an error that is text", { error: "connect" }],
  ["an error that is nothing", { error: null }],
])("a record with %s keeps that alone", (_, own) => {
  const { winsock, msg, ...rest } = annotated({ msg: "connect failed: [WinError 10060]", ...own });
  expect(rest).toEqual(own);
  expect(winsock).toHaveLength(1);
});

test("a line without a code gets neither", () => {
  expect(annotateText('{"msg":"ok"}')).toBe('{"msg":"ok"}');
});
