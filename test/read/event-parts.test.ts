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

test("a line with one event is read as a line", () => {
  expect(hasEvents("<Event><EventID>1</EventID><EventData/></Event>")).toBe(false);
  expect(hasEvents("<Event/><Event />")).toBe(false);
  expect(hasEvents("<Event a='1'></Event><Event></Event>")).toBe(true);
});
