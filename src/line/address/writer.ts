// The machine that writes the log, as journald, ECS, pino and bunyan name it in their JSON.
const writerRole = /"(?:_hostname|host\.(?:host)?name|host\.ip)" ?: ?\[?"$/i;
const writerObject = /"(?:host|agent)" ?: ?\{(?:[^{}]|\{[^{}]*\})*$/;
const writerReach = 320;
const hostname = /"hostname" ?: ?"$/;
const hostnameBehindPid = /"pid" ?: ?\d+, ?"hostname" ?: ?"$/;
const pidBehind = /^" ?, ?"pid" ?: ?\d/;
const nginx = /, client: [^,]{1,60}, server: /;
const nginxOwn = /, (?:server|host): "?$/;
const reach = 64;

/** Whether JSON names the address in `[start, end)` as that of the machine that writes the log. */
export function isWriter(text: string, start: number, end: number): boolean {
  if (!text.includes('"')) return false;
  if (text[start - 1] === '"') {
    const before = text.slice(Math.max(0, start - reach), start);
    if (writerRole.test(before) || hostnameBehindPid.test(before)) return true;
    if (hostname.test(before) && pidBehind.test(text.slice(end, end + 16))) return true;
  }
  const before = text.slice(Math.max(0, start - writerReach), start);
  return (before.includes('"host"') || before.includes('"agent"')) && writerObject.test(before);
}

/** Whether nginx names the requested site there. */
export function isNginxOwn(text: string, start: number): boolean {
  return nginxOwn.test(text.slice(Math.max(0, start - reach), start)) && nginx.test(text);
}
