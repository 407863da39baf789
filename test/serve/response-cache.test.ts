import { expect, test } from "vitest";
import { type CachedResponse, createResponseCache, textResponse } from "../../src/serve/response-cache.ts";

function maker(): { made: () => number; make: () => Promise<CachedResponse> } {
  let made = 0;
  return {
    made: () => made,
    make: async () => {
      made++;
      await new Promise((resolve) => setImmediate(resolve));
      return textResponse(200, "text/plain", `number ${made}`);
    },
  };
}

test("a hundred who ask at once cost one rendering", async () => {
  const cache = createResponseCache();
  const { made, make } = maker();
  const got = await Promise.all(Array.from({ length: 100 }, () => cache.get("v1", "/", make)));
  expect(made()).toBe(1);
  expect(new Set(got).size).toBe(1);
  await cache.get("v1", "/", make);
  expect(made()).toBe(1);
});

test("another filter or another state of the store is rendered anew", async () => {
  const cache = createResponseCache();
  const { made, make } = maker();
  await cache.get("v1", "/", make);
  await cache.get("v1", "/?code=10054", make);
  await cache.get("v2", "/", make);
  expect(made()).toBe(3);
});

test("only so many are remembered, those asked last", async () => {
  const cache = createResponseCache({ most: 2 });
  const { made, make } = maker();
  for (const key of ["a", "b", "a", "c"]) await cache.get("v1", key, make);
  expect(made()).toBe(3);
  await cache.get("v1", "a", make);
  expect(made()).toBe(3);
  await cache.get("v1", "b", make);
  expect(made()).toBe(4);
});

test("a failure is not remembered", async () => {
  const cache = createResponseCache();
  const { make } = maker();
  await expect(cache.get("v1", "/", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect((await cache.get("v1", "/", make)).body.toString()).toBe("number 1");
});

test("the same body has the same tag, another one another", () => {
  expect(textResponse(200, "text/plain", "a").etag).toBe(textResponse(200, "text/plain", "a").etag);
  expect(textResponse(200, "text/plain", "a").etag).not.toBe(textResponse(200, "text/plain", "b").etag);
});
