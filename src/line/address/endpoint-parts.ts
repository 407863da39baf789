/** The parts of an endpoint (`host:port`, `host`, `[v6]:port`, `:port`, `*:port`) by which advice is filled in. */
export function endpointParts(endpoint: string | null): { host?: string; port?: string } {
  const parts = /^(?<host>\[[^\]]*\]|[^:]*|[^:]*(?::[^:]*){2,})(?::(?<port>\d+))?$/.exec(endpoint ?? "")?.groups;
  const host = parts?.["host"]?.replace(/^\[|\]$/g, "");
  const port = parts?.["port"];
  return { ...(host && host !== "*" ? { host } : {}), ...(port ? { port } : {}) };
}
