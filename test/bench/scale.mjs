// What a worker, a server and a wire carry: `npm run bench:scale` (a few minutes; PostgreSQL and nats-server installed).
//
//   --lines N    lines of the log that is shipped and counted (default 1,000,000)
//   --seconds N  for each number of agents (default 10)
//
// Everything runs on one machine, so a server and its clients share the cores; a server of its own carries more.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { build, forNode, isStale } from "../../.build.js";

const root = join(import.meta.dirname, "../..");
const option = (name, usual) =>
  process.argv.includes(`--${name}`) ? Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) : usual;

if (isStale()) await build();
const file = join(root, "node_modules/.cache/wsa-annotate/scale.mjs");
const bundle = await rolldown({ ...forNode, input: join(import.meta.dirname, "scale.bench.ts") });
await bundle.write({ file, codeSplitting: false });
await bundle.close();
const { measure } = await import(pathToFileURL(file));
await measure({
  cli: join(root, "dist/cli.js"),
  lines: option("lines", 1_000_000),
  seconds: option("seconds", 10),
  agents: [1, 30, 300],
  workers: [1, 2, 4],
});
