/**
 * Whether the identifier that ends here is an application's own name for an error, `NO_SUCH_ORDER_ERROR`: some part of it
 * is unknown and none is a word of sockets, as in `redis_connect_error`.
 */
export function isOwnName(before: string): boolean {
  const parts = (/[a-z0-9_]+$/.exec(before)?.[0] ?? "").split("_").filter((part) => part !== "");
  // A resource of a program: IDS_CONNECT_FAILED.
  if (/^id[a-z]?$/.test(parts[0] ?? "") && parts.length > 1) return true;
  return parts.some((part) => !GENERAL.test(part)) && !parts.some((part) => SOCKETS.test(part));
}

/** What a name for just any error is made of: `last_error`, `m_err_code`, `raw_os_error`. */
const GENERAL =
  /^(?:[a-z]|err(?:or|no|num|nr)?s?|code|nr|num(?:ber)?|no|status|value|val|msg|message|n?last(?:err(?:or|no)?(?:code)?)?|sys(?:tem)?|os|win(?:32|dows)?|native|raw|inner|internal|lib|api|io|ret(?:urn|val)?|rc|res(?:ult)?|get|so|the|exit|fatal|is|on|log|ex|exc|exception|dw|event|reason|orig(?:in(?:al)?)?)$/;
const SOCKETS =
  /^(?:w?so?ck(?:et)?s?|winsock|winerror|wsa\w*|net\w*|conn\w*|tcp|udp|ip|send|sent|recv\w*|receive\w*|bind|listen\w*|accept\w*|dns|resolve\w*|gai|h|peer|remote|proxy|tls|ssl|http|transport|link|channel|stream|read|write)$/;
