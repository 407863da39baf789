import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

const CHROMIUM = "/usr/bin/chromium";

/** Whether there is a browser to look with. */
export const hasChromium = existsSync(CHROMIUM);

/** A page in a fresh browser, and everything that went wrong in it. */
export interface Opened {
  readonly page: Page;
  /** Dialogs, errors, content that the policy refused, and requests that left for somewhere else. */
  readonly trouble: readonly string[];
}

/** Opens a page, which may ask its own server for more, or nothing if it is a file; the browser ends with the test. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage(options);
  const trouble: string[] = [];
  page.on("dialog", (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") trouble.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  const home = url.startsWith("file:") ? url : new URL("/", url).href;
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, trouble };
}

function launch(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [...args, "--disable-background-networking", "--disable-component-update"],
  });
}
