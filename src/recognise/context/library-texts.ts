import { SYMPTOMS } from "./symptoms.ts";

/** The short texts of the C libraries for an error, and its symptoms in other languages: patterns, by code. */
export const LIBRARY_TEXTS: ReadonlyMap<number, string> = new Map(
  (
    [
      [10004, "interrupted (?:system|function) call"],
      [10009, "bad file (?:number|descriptor)"],
      [10013, "permission denied|access denied"],
      [10024, "too many open (?:files|sockets)"],
      [10035, "(?:operation )?would block|resource temporarily unavailable|operation now in progress"],
      [10036, "operation now in progress"],
      [10037, "operation already in progress"],
      [10038, "socket operation on non-?socket|not a socket"],
      [10039, "destination address required"],
      [10040, "(?:message|datagram) too (?:long|large)"],
      [10041, "protocol wrong type"],
      [10042, "(?:bad protocol option|protocol not available)"],
      [10043, "protocol not supported"],
      [10044, "socket type not supported"],
      [10045, "operation not supported (?:on socket|on transport)"],
      [10046, "protocol family not supported"],
      [10047, "address family not supported"],
      [10048, "address (?:is )?(?:already )?in use"],
      [10049, "can(?:no|')t assign requested address|no name available"],
      [10050, "network is down"],
      [10051, "(?:the )?network is unreachable|network unreachable"],
      [10052, "network dropped connection"],
      [10053, "software caused connection abort|connection aborted"],
      [10054, "connection reset(?: by peer)?|connection was reset"],
      [10055, "no buffer space"],
      [10056, "socket is already connected"],
      [10057, "(?:socket is )?not connected"],
      [10058, "can(?:no|')t send after socket shutdown"],
      [10059, "too many references"],
      [10060, "(?:connect(?:ion)? |operation )?timed out|(?:connect(?:ion)? |network )?timeout"],
      [10061, "connect(?:ion)? (?:was )?refused|connection is forcefully rejected|host refused"],
      [10064, "host is down"],
      [10065, "no route to host|host (?:is )?unreachable"],
      [
        11001,
        "host not found|unknown host|getaddrinfo failed|(?:dns|name|host)? ?look-?up failed|name resolution failed",
      ],
      [11002, "(?:non-authoritative )?host not found|try again"],
      [11004, "no data record|valid name, no data|getaddrinfo failed"],
    ] as const
  ).map(([code, english]) => [code, [english, SYMPTOMS.get(code)].filter(Boolean).join("|")] as const),
);
