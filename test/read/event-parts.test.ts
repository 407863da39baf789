import { expect, test } from "vitest";
import { createEventCutter, hasEvents } from "../../src/read/event-parts.ts";

const part = (bytes: string) => ({ bytes, before: "", behind: "", isNew: false });
const event = (bytes: string) => ({ bytes, before: "", behind: "", isNew: true });

test("a line is cut before each event but the first", () => {
  const cut = createEventCutter("<Events><Event>1</Event><Event>2</Event>");
  expect(cut("<Events><Event>1</Event><Event>2</Event>", "", "")).toEqual([
    part("<Events><Event>1</Event>"),
    event("<Event>2</Event>"),
  ]);
  expect(cut("more</Event><Event>3", "</Event><Event>2", "</Event><Event>4")).toEqual([
    { bytes: "more</Event>", before: "<Event>2", behind: "", isNew: false },
    { ...event("<Event>3"), behind: "</Event>" },
  ]);
});

test.each([
  ["<Event>1</Event><Event>2</Event>", ["<Event>1</Event>", "<Event>2</Event>"]],
  ["one\rtwo\r  of it\r\rthree\r", ["one\r", "two\r  of it\r\r", "three\r"]],
  ['[{"ts":1,"a":"},{"},{"ts":2},{"b":3}, {"ts":4}]', ['[{"ts":1,"a":"},{"},', '{"ts":2},{"b":3},', ' {"ts":4}]']],
])("%s is cut at the same places in any windows", (line, events) => {
  for (let at = (events[0] ?? "").length; at <= line.length; at++) {
    const cut = createEventCutter(line);
    const all: string[] = [];
    for (const [bytes, before] of [[line.slice(0, at), ""] as const, [line.slice(at), line.slice(0, at)] as const]) {
      for (const one of bytes === "" ? [] : cut(bytes, before, "")) {
        if (one.isNew || all.length === 0) all.push(one.bytes);
        else all.push(`${all.pop()}${one.bytes}`);
      }
    }
    // A mark that a window ends inside begins its event with the next one.
    expect(all.join("")).toBe(line);
    expect(all.length).toBe(events.length);
    if (events.some((_, n) => events.slice(0, n + 1).join("").length === at)) expect(all).toEqual(events);
  }
});

test.each([
  ["<Event><EventID>1</EventID><EventData/></Event>", false],
  ["<Event/><Event />", false],
  ["<Event a='1'></Event><Event></Event>", true],
  ["one\r", false],
  ["one\r\n", false],
  ["50%\r100%", true],
  ["connect failed\r    at Shop.Save()\rCaused by: WSAECONNRESET", false],
  ['[{"Id":1,"TimeCreated":"/Date(1)/"},{"Id":2,"TimeCreated":"/Date(2)/"}]', true],
  ['{"total":2,"next":null,"value":[{"timestamp":"2026-11-03","code":10054}, {"timestamp":"2026-11-04"}]}', true],
  ['{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1"},{"timeUnixNano":"2"}]}]}]}', true],
  ['{"time":1,"errors":[{"code":10061,"address":"::1"},{"code":10061,"address":"127.0.0.1"}]}', false],
  ['[{"code":10061,"address":"::1"},{"code":10061,"address":"127.0.0.1"}]', false],
  ['[{"Id":1,"TimeCreated":"/Date(1)/"}]', false],
])("whether %j has several events: %s", (line, several) => {
  expect(hasEvents(line)).toBe(several);
});
