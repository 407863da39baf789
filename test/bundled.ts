import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { forNode } from "../.build.js";

/** Bundles a TypeScript file for a process of its own, because Node 20 cannot run one; returns the path of the bundle. */
export async function bundled(source: URL): Promise<string> {
  const input = fileURLToPath(source);
  // Below the project, so that the packages beside the bundle are found.
  const folder = fileURLToPath(new URL("../node_modules/.cache/wsa-annotate/tests/", import.meta.url));
  const bundle = await rolldown({ ...forNode, input });
  const path = `${folder}${basename(input, ".ts")}.mjs`;
  await bundle.write({ file: path, codeSplitting: false });
  await bundle.close();
  return path;
}
