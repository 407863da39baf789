// How long reports take on stores of a year: `npm run bench:report` (minutes).
//
//   --rows N     rows of counts (default 10,000,000)
//   --hosts N    machines whose logs rotate every day (default 100)
//   --store FILE a store that is made there, and kept; one that is there is measured as it is
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { build, forNode, isStale } from "../../.build.js";

const root = join(import.meta.dirname, "../..");
const option = (name, usual) =>
  process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : usual;

if (isStale()) await build();
const file = join(root, "node_modules/.cache/wsa-annotate/report.mjs");
const bundle = await rolldown({ ...forNode, input: join(import.meta.dirname, "report.bench.ts") });
await bundle.write({ file, codeSplitting: false });
await bundle.close();
const { measure } = await import(pathToFileURL(file));
await measure({
  cli: join(root, "dist/cli.js"),
  rows: Number(option("rows", 10_000_000)),
  hosts: Number(option("hosts", 100)),
  store: option("store", null),
});
