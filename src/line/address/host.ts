import { DIGIT, DOT, kindAt } from "../characters.ts";

/** One to three digits up to 255, four times. */
export const v4 = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}";
const onlyDigits = /^[\d.]+$/;
const letter = /[A-Za-z]/;
const domain = /\.(?:[a-z]{2,6}|example|internal|invalid|localhost|localdomain|xn--[a-z0-9-]{2,40})$/i;
const capitalInside = /(?:^|\.)[A-Z][a-z]|[a-z][A-Z]/;
const wholeV4 = new RegExp(`^${v4}$`);

// "main.cpp:120" is a place in a program; none of these is a domain that logs are full of.
const fileEndings = new Set(
  `c cc cpp cxx h hpp hh inc inl s asm m mm cs vb fs java kt kts scala groovy go rs rb py pyc pyx php phtml pl pm js jsx
   mjs cjs ts tsx vue lua swift dart pas dpr erl ex exs hs ml r jl sh bash bat cmd ps1 psm1 exe dll sys so dylib a o obj
   lib jar war class log txt md rst json jsonl xml yml yaml toml ini conf cfg config html htm css sql db csv tsv pdf zip
   gz tar tmp bak old pid sock key pem crt cer dmp etl evtx asp aspx cgi svc proto lock`.split(/\s+/),
);

/** Whether a name is plainly a host (an IP address, localhost, a domain name), not a word, a version or a file. */
export function isDistinct(host: string): boolean {
  if (isV6(host) || host === "localhost") return true;
  if (onlyDigits.test(host)) return host.split(".").length === 4;
  return domain.test(host);
}

/** Whether a name is spelled like a type in a program: `System.Net.Sockets`, `NetUtil`. */
export function isTypeName(host: string): boolean {
  return capitalInside.test(host);
}

/** Whether a name can be one of a machine: no number but an IPv4 address, and not a file's. */
export function isHost(host: string): boolean {
  if (kindAt(host, 0) & (DIGIT | DOT)) {
    if (wholeV4.test(host)) return true;
    if (onlyDigits.test(host)) return false;
  }
  const dot = host.lastIndexOf(".");
  const ending = host.slice(dot + 1);
  return !((dot >= 0 || host.length === 1) && fileEndings.has(ending.toLowerCase())) && letter.test(ending);
}

/** Whether groups between colons are an IPv6 address and not a time or a MAC address. */
export function isV6(host: string): boolean {
  if (!host.includes(":")) return false;
  const groups = host.split("%")[0]?.split(":") ?? [];
  const gap = host.includes("::");
  return gap ? groups.length <= 9 : groups.length === 8 && groups.every((group) => group !== "");
}
