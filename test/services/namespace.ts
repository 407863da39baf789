import { execFileSync } from "node:child_process";

/** A machine of its own, as far as the network is concerned: a namespace that a cable leads to. */
export interface Namespace {
  /** The addresses of this end of the cable and of both. */
  readonly address: string;
  readonly network: string;
  /** What a command line begins with that runs there. */
  readonly within: readonly string[];
  /** Nothing comes through any more, on neither side, and nobody is told. */
  unplug(): void;
  plug(): void;
  remove(): void;
}

let made = 0;

/** Null where namespaces are not to be had: they need Linux, root and `ip`. */
export function makeNamespace(): Namespace | null {
  const name = `wsa${process.pid}x${++made}`;
  const [here, there] = [`${name}a`.slice(-15), `${name}b`.slice(-15)];
  const block = (process.pid * 7 + made) % 16_000;
  const at = (host: number) =>
    `10.${200 + (Math.floor(block / 320) % 50)}.${Math.floor((block % 320) / 2)}.${(block % 2) * 128 + host}`;
  const ip = (...args: string[]) => execFileSync("ip", args, { stdio: "pipe" });
  try {
    ip("netns", "add", name);
    ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name);
    ip("addr", "add", `${at(1)}/30`, "dev", here);
    ip("link", "set", here, "up");
    for (const command of [`addr add ${at(2)}/30 dev ${there}`, `link set ${there} up`, "link set lo up"])
      ip("-n", name, ...command.split(" "));
  } catch {
    try {
      ip("netns", "del", name);
    } catch {
      // There is none.
    }
    return null;
  }
  return {
    address: at(1),
    network: `${at(0)}/30`,
    within: ["ip", "netns", "exec", name],
    unplug: () => void ip("link", "set", here, "down"),
    plug: () => void ip("link", "set", here, "up"),
    remove: () => void ip("netns", "del", name),
  };
}
