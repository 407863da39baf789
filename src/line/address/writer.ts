import { objectAround } from "./json-object.ts";

// The machine that writes the log, as its shippers name it.
const writerField =
  /"(?:_hostname|host[._](?:host)?name|host[._]ip|hostip|computer|computer[_ ]?name|machine[_ ]?name|node[._]?name|pod[._]?(?:name|ip)|sysloghost|syslog[_ ]?host|source_?host|fromhost(?:-ip)?|logger_?host|container[._]?name|dvchost)" ?: ?\[?"$/i;
const hostField = /"(?:host|host_?name|machine|node|instance|server_?name|origin|logsource|source_host)" ?: ?"$/i;
/** The objects that describe the writer. */
const writerObjects =
  /^(?:host|agent|beat|kubernetes|k8s|node|pod|container|docker|cloud|observer|orchestrator|resource|os|log)$/i;
/** What a record of a log has beside its host, and a target does not. */
const ofRecord =
  /"(?:@?time(?:stamp)?|@t|ts|date|eventtime|event_?time|msg|message|@m|short_message|full_message|level|severity|log|pid|priority)" ?:/i;
/** What a target has beside its host. */
const ofTarget = /"(?:[a-z_.-]{0,20}port|syscall|address)" ?: ?"?[\d"[]/i;
const logfmt = /(?:^|\s)(?:level|lvl|severity|msg|ts|pod|namespace|hostname)=/;
const logfmtHost = /(?:^|\s)(?:host|node|instance)=["']?$/;
const logfmtHostname = /(?:^|\s)_?hostname=["']?$/i;
const nginx = /, client: [^,]{1,60}, server: /;
const nginxOwn = /, (?:server|host): "?$/;
const reach = 64;

/** Whether a field names the address in `[start, end)` as that of the machine that writes the log. */
export function isWriter(text: string, start: number, hasPort: boolean): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  if (logfmtHostname.test(before) && !hasPort) return true;
  if (logfmtHost.test(before) && !hasPort && logfmt.test(text)) return true;
  if (!text.includes('"')) return false;
  if (writerField.test(before)) return true;
  if (!text.includes("{") || !isFieldStart(text, start)) return false;
  const around = objectAround(text, start);
  if (around === null) return false;
  for (const name of around.names) if (writerObjects.test(name)) return !ofTarget.test(around.own);
  return hostField.test(before) && around.names.length === 0 && ofRecord.test(around.own) && !ofTarget.test(around.own);
}

/** Whether nginx names the requested site there. */
export function isNginxOwn(text: string, start: number): boolean {
  return nginxOwn.test(text.slice(Math.max(0, start - reach), start)) && nginx.test(text);
}

/** Whether the value of a field begins there, or an element of a list. */
function isFieldStart(text: string, start: number): boolean {
  return /"[\w.@-]{1,40}" ?: ?(?:\[(?:"[^"]{0,60}", ?){0,8})?"?$/.test(
    text.slice(Math.max(0, start - 4 * reach), start),
  );
}
