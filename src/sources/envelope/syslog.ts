import type { Envelope } from "./envelope.ts";
import { flatEnvelope } from "./flat-envelope.ts";

/** The fields of syslog: syslog-ng in capitals, rsyslog in small letters. */
export const syslog: Envelope = flatEnvelope(
  {
    is: (object) =>
      (typeof object["MESSAGE"] === "string" && typeof object["HOST"] === "string") ||
      (typeof object["msg"] === "string" && (object["programname"] ?? object["syslogtag"]) !== undefined),
    text: ["MESSAGE", "msg"],
    time: ["ISODATE", "DATE", "timereported", "timestamp"],
    host: ["HOST", "hostname", "fromhost"],
    name: ["FILE_NAME", "PROGRAM", "programname", "syslogtag"],
  },
  [
    [
      { PROGRAM: "gate", MESSAGE: "recv failed: 10054", HOST: "web-5", ISODATE: "2026-11-20T09:00:00+01:00" },
      [{ text: "recv failed: 10054", time: 1795161600000, host: "web-5", name: "gate" }],
    ],
    [
      { msg: " recv failed: 10054", programname: "gate", hostname: "web-6", timereported: "2026-11-20T08:00:00Z" },
      [{ text: " recv failed: 10054", time: 1795161600000, host: "web-6", name: "gate" }],
    ],
  ],
);
