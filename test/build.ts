import { execSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds the program once before the tests: the command-line tests spawn `dist/cli.js`, never the sources. */
export default function build(): void {
  execSync("npm run --silent build", { cwd: fileURLToPath(new URL("..", import.meta.url)), stdio: "inherit" });
}
