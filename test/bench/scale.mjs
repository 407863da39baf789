// What a worker, a server and a wire carry: `npm run bench:scale` (a few minutes; PostgreSQL and nats-server installed).
//
//   --lines N    lines of the log that is shipped and counted (default 1,000,000)
//   --seconds N  for each number of agents (default 10)
//   --rows N     measures a PostgreSQL store that has so many rows of counts instead (100,000,000: 20 GB of disk)
//   --divided    in partitions by month, which the program's own stores do not have
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
const scale = { cli: join(root, "dist/cli.js"), seconds: option("seconds", 10), agents: [1, 30, 300] };
const rows = option("rows", 0);
if (rows > 0) {
  const { measureLarge } = await load("large");
  await measureLarge({ ...scale, rows, isDivided: process.argv.includes("--divided") });
} else {
  const { measure } = await load("scale");
  await measure({ ...scale, lines: option("lines", 1_000_000), workers: [1, 2, 4] });
}

async function load(name) {
  const file = join(root, `node_modules/.cache/wsa-annotate/${name}.mjs`);
  const bundle = await rolldown({ ...forNode, input: join(import.meta.dirname, `${name}.bench.ts`) });
  await bundle.write({ file, codeSplitting: false });
  await bundle.close();
  return await import(pathToFileURL(file));
}
