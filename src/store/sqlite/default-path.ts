import { join } from "node:path";
import type { StoreUser } from "../store-kind.ts";

/** `wsa-annotate/wsa-annotate.db` in the folder where the platform keeps the state of programs. */
export function defaultPath(user: StoreUser): string {
  return join(stateFolder(user), "wsa-annotate", "wsa-annotate.db");
}

function stateFolder({ env, platform, home }: StoreUser): string {
  if (platform === "win32") return env["LOCALAPPDATA"] || join(home, "AppData", "Local");
  return env["XDG_STATE_HOME"] || join(home, ".local", "state");
}
