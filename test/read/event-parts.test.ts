import { expect, test } from "vitest";
import { eventParts, hasEvents } from "../../src/read/event-parts.ts";

test("the parts of a window are the window, cut before each event", () => {
  expect(eventParts("<Events><Event>1</Event><Event>2</Event>", "", true)).toEqual([
    { bytes: "<Events><Event>1</Event>", before: "", isNew: false },
    { bytes: "<Event>2</Event>", before: "", isNew: true },
  ]);
  expect(eventParts("more</Event><Event>3", "</Event><Event>2", false)).toEqual([
    { bytes: "more</Event>", before: "<Event>2", isNew: false },
    { bytes: "<Event>3", before: "", isNew: true },
  ]);
});

test("an event whose bracket is in the window before is a new one", () => {
  expect(eventParts("Event>2", "<Event>1</Event><", false)).toEqual([{ bytes: "Event>2", before: "", isNew: true }]);
  expect(eventParts("Event>2", "Some ", false)).toEqual([{ bytes: "Event>2", before: "Some ", isNew: false }]);
});

test("lines that end with a carriage return alone are events of their own", () => {
  expect(eventParts("one\rtwo\r  of it\rthree\r", "", true)).toEqual([
    { bytes: "one\r", before: "", isNew: false },
    { bytes: "two\r  of it\r", before: "", isNew: true },
    { bytes: "three\r", before: "", isNew: true },
  ]);
  expect(eventParts("ree\rfour", "two\rth", false)).toEqual([
    { bytes: "ree\r", before: "th", isNew: false },
    { bytes: "four", before: "", isNew: true },
  ]);
  expect(eventParts("four", "three\r", false)).toEqual([{ bytes: "four", before: "", isNew: true }]);
  expect(hasEvents("one\r")).toBe(false);
});

test("a line with one event is read as a line", () => {
  expect(hasEvents("<Event><EventID>1</EventID><EventData/></Event>")).toBe(false);
  expect(hasEvents("<Event/><Event />")).toBe(false);
  expect(hasEvents("<Event a='1'></Event><Event></Event>")).toBe(true);
});
