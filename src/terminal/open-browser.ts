import { spawn } from "node:child_process";
import { say } from "../wording.ts";
import { type Io, tell } from "./io.ts";

/** Opens a page in the user's browser; writes a message where that fails. */
export function openBrowser(io: Io, url: string): void {
  const [command, args] = commands[io.platform] ?? other;
  const child = spawn(command, [...args, url], { detached: true, stdio: "ignore", env: io.env as NodeJS.ProcessEnv });
  child.on("error", () => void tell(io, say`--open: ${command} cannot be started; open ${url} yourself`));
  child.unref();
}

const other = ["xdg-open", []] as const;

const commands: Readonly<Record<string, readonly [command: string, args: readonly string[]]>> = {
  win32: ["rundll32", ["url.dll,FileProtocolHandler"]],
  darwin: ["open", []],
};
