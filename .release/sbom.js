// Lists what ships, in CycloneDX: the packages in the bundle, and SQLite beside it. `npm run sbom`, behind a build.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const root = new URL("..", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const windows = process.platform === "win32";
const options = { cwd: root, encoding: "utf8", shell: windows, maxBuffer: 2 ** 28 };
const all = JSON.parse(execFileSync(windows ? "npm.cmd" : "npm", ["sbom", "--sbom-format", "cyclonedx"], options));

const bundled = new Set(read("dist/licences.txt").match(/^(?:@\S+\/)?\S+ \d+\.\d+\.\d+\S*$/gm));
const { optionalDependencies } = JSON.parse(read("package.json"));
const ships = ({ name, group, version }) => {
  const full = group ? `${group}/${name}` : name;
  return bundled.has(`${full} ${version}`) || optionalDependencies[full] !== undefined;
};
const components = all.components.filter(ships).map((component) => ({ ...component, properties: [] }));
const kept = new Set([all.metadata.component, ...components].map((component) => component["bom-ref"]));
const dependencies = all.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((to) => kept.has(to)) }));
console.log(JSON.stringify({ ...all, components, dependencies }, null, 2));
