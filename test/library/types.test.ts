// Checked by tsc (`npm run check`): at run time these say nothing.
import type { Transform } from "node:stream";
import { expectTypeOf, test } from "vitest";
import * as browser from "../../src/browser.ts";
import * as library from "../../src/index.ts";

type Api = typeof library;

test("functions take text and options, and return what they say", () => {
  expectTypeOf<Parameters<Api["findCodes"]>>().toEqualTypeOf<
    [text: string, options?: library.FindOptions | undefined]
  >();
  expectTypeOf<Api["findCodes"]>().returns.toEqualTypeOf<library.FoundCode[]>();
  expectTypeOf<Api["annotateText"]>().returns.toBeString();
  expectTypeOf<Api["annotateStream"]>().returns.toEqualTypeOf<Transform>();
  expectTypeOf<Api["explain"]>().returns.toEqualTypeOf<library.Explanation>();
  expectTypeOf<Api["openStore"]>().returns.resolves.toEqualTypeOf<library.StoreHandle>();
  expectTypeOf<Api["ingest"]>().returns.resolves.toEqualTypeOf<library.Ingested>();
  expectTypeOf(library.catalogue).toEqualTypeOf<library.Catalogue>();
  expectTypeOf<library.FoundCode["form"]>().toEqualTypeOf<library.Form>();
});

test("a report is a model, and with a format it is text", () => {
  const unformatted = (store: library.StoreHandle) => library.report(store, { since: new Date() });
  const formatted = (store: library.StoreHandle) => library.report(store, { format: "html" });
  expectTypeOf(unformatted).returns.resolves.toEqualTypeOf<library.Report>();
  expectTypeOf(formatted).returns.resolves.toBeString();
});

test("options are checked", () => {
  // @ts-expect-error: no such language
  expectTypeOf(browser.annotateText).toBeCallableWith("", { lang: "fr" });
  // @ts-expect-error: no such option
  expectTypeOf(browser.findCodes).toBeCallableWith("", { posix: true });
  expectTypeOf(browser.findCodes).toBeCallableWith("", { strict: undefined });
});
