import { describe } from "vitest";
import { memoryKind } from "../../src/store/memory/memory-kind.ts";
import { describeStore } from "./contract.ts";
import { codes } from "./scratch.ts";

let stores = 0;

describe("a store in memory keeps the contract of stores", () => {
  describeStore(() => {
    const address = `memory:${++stores}`;
    return (options) => memoryKind.open(address, { codes, ...options });
  });
});
