// In the place of src/commands/guide-text.ts
import { getAsset } from "node:sea";

export async function readGuide(path) {
  return getAsset(`guides/${path}`, "utf8");
}
