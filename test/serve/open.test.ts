import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { env, platform } from "node:process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ended, temporaryFolder } from "../program.ts";
import { poll, serving } from "./serving.ts";

const isLinux = platform === "linux";
if (!isLinux) console.log("--open is tried on Linux only, where a program on the PATH can stand in for the browser");

test.runIf(isLinux)("--open hands the address to the browser", async () => {
  const folder = temporaryFolder();
  const note = join(folder, "opened");
  writeFileSync(
    join(folder, "xdg-open"),
    `#!/bin/sh\nprintf %s "$1" > '${note}.part' && mv '${note}.part' '${note}'\n`,
  );
  chmodSync(join(folder, "xdg-open"), 0o755);
  const { url } = await serving(join(folder, "counts.db"), ["--port", "0", "--open"], {
    env: { PATH: `${folder}${delimiter}${env["PATH"]}` },
  });
  await poll(() => existsSync(note), Boolean);
  expect(readFileSync(note, "utf8")).toBe(url);
});

test.runIf(isLinux)("where there is no browser to open, that is said and the page is served all the same", async () => {
  const folder = temporaryFolder();
  const { child, url } = await serving(join(folder, "counts.db"), ["--port", "0", "--open"], { env: { PATH: folder } });
  const said = text(child.stderr);
  expect((await fetch(url)).status).toBe(200);
  const end = ended(child);
  child.kill("SIGINT");
  await end;
  expect(await said).toContain(`--open: xdg-open cannot be started; open ${url} yourself`);
});
