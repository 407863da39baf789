import { expect, test } from "vitest";
import { type Answer, answer, createAnswers } from "../../src/serve/answers.ts";

function maker(): { made: () => number; make: () => Promise<Answer> } {
  let made = 0;
  return {
    made: () => made,
    make: async () => {
      made++;
      await new Promise((resolve) => setImmediate(resolve));
      return answer(200, "text/plain", `number ${made}`);
    },
  };
}

test("a hundred who ask at once cost one rendering", async () => {
  const answers = createAnswers();
  const { made, make } = maker();
  const got = await Promise.all(Array.from({ length: 100 }, () => answers.get("v1", "/", make)));
  expect(made()).toBe(1);
  expect(new Set(got).size).toBe(1);
  await answers.get("v1", "/", make);
  expect(made()).toBe(1);
});

test("another filter or another state of the store is rendered anew", async () => {
  const answers = createAnswers();
  const { made, make } = maker();
  await answers.get("v1", "/", make);
  await answers.get("v1", "/?code=10054", make);
  await answers.get("v2", "/", make);
  expect(made()).toBe(3);
});

test("only so many are remembered, those asked last", async () => {
  const answers = createAnswers({ most: 2 });
  const { made, make } = maker();
  for (const key of ["a", "b", "a", "c"]) await answers.get("v1", key, make);
  expect(made()).toBe(3);
  await answers.get("v1", "a", make);
  expect(made()).toBe(3);
  await answers.get("v1", "b", make);
  expect(made()).toBe(4);
});

test("a failure is not remembered", async () => {
  const answers = createAnswers();
  const { make } = maker();
  await expect(answers.get("v1", "/", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect((await answers.get("v1", "/", make)).body.toString()).toBe("number 1");
});

test("the same body has the same tag, another one another", () => {
  expect(answer(200, "text/plain", "a").etag).toBe(answer(200, "text/plain", "a").etag);
  expect(answer(200, "text/plain", "a").etag).not.toBe(answer(200, "text/plain", "b").etag);
});
