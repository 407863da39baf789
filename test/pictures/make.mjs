// Makes the pictures of the READMEs from real runs: `npm run pictures`. It wants the built program and Chromium.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { terminalPicture } from "./terminal.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = join(ROOT, "fixtures/pictures");

for (const lang of ["en", "zh"]) writeFileSync(join(FOLDER, `terminal.${lang}.svg`), terminalPicture(lang));
await takeScreenshots();

/** The live page on the shipped log, on a light and on a dark screen. */
async function takeScreenshots() {
  const home = mkdtempSync(join(tmpdir(), "wsa-picture-"));
  const env = { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, TZ: "Europe/Berlin" };
  const cli = join(ROOT, "dist/cli.js");
  const name = ["--source", "service.log", "--host", "web-1"];
  execFileSync(process.execPath, [cli, "ingest", "fixtures/service.log", ...name], { cwd: ROOT, env, stdio: "ignore" });
  const server = spawn(process.execPath, [cli, "serve", "--port", "0"], { env, stdio: ["ignore", "pipe", "ignore"] });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const [url] = await once(createInterface(server.stdout), "line");
    for (const [lang, colorScheme] of [
      ["en", "light"],
      ["zh", "dark"],
    ]) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1100, height: 1260 } });
      await page.goto(`${url}?lang=${lang}&since=2026-11-19&until=2026-11-22`);
      await page.screenshot({ path: join(FOLDER, `page.${lang}.png`) });
    }
  } finally {
    await browser.close();
    server.kill();
    rmSync(home, { recursive: true, force: true });
  }
}
