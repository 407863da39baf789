import type { Envelope, WrappedText } from "./envelope.ts";
import { isJsonObject, timeOfValue } from "./fields.ts";
import { type FlatFields, flatEntry, flatEnvelope } from "./flat-envelope.ts";

const fields: FlatFields = {
  is: (object) => typeof object["log"] === "string" || typeof object["date"] === "number",
  text: ["log", "message", "MESSAGE", "msg", "Message"],
  time: ["date", "@timestamp", "time", "timestamp"],
  host: ["hostname", "host", "_HOSTNAME", "kubernetes.host", "ComputerName", "Computer"],
  name: ["filepath", "file", "path", "kubernetes.pod_name", "container_name", "Channel", "tag"],
};

/** Fluent Bit and Fluentd: one object, with the text in `log`; also what Docker writes. */
export const fluentBit: Envelope = flatEnvelope(fields, [
  [
    { date: 1795161600.25, log: "recv failed: 10054\n", hostname: "web-1", filepath: "/var/log/gate.log" },
    [{ text: "recv failed: 10054\n", time: 1795161600250, host: "web-1", name: "/var/log/gate.log" }],
  ],
  [
    {
      "@timestamp": "2026-11-20T08:00:00.000Z",
      log: "dial tcp: connectex: 10061",
      kubernetes: { pod_name: "gate-5d9", host: "node-3" },
    },
    [{ text: "dial tcp: connectex: 10061", time: 1795161600000, host: "node-3", name: "gate-5d9" }],
  ],
]);

/** The pairs of time and record that Fluent Bit publishes to NATS, many in a message. */
export const fluentBitChunk: Envelope = {
  samples: [
    [
      [
        [1795161600.5, { tag: "iis.gate", log: "recv failed: 10054", hostname: "web-2" }],
        [1795161601, { tag: "iis.gate", message: "listening" }],
      ],
      [
        { text: "recv failed: 10054", time: 1795161600500, host: "web-2", name: "iis.gate" },
        { text: "listening", time: 1795161601000, host: null, name: "iis.gate" },
      ],
    ],
  ],
  open(value) {
    if (!Array.isArray(value) || value.length === 0) return null;
    const entries = value.map(pairEntry);
    return entries.every((entry) => entry !== null) ? entries : null;
  },
};

function pairEntry(pair: unknown): WrappedText | null {
  if (!Array.isArray(pair) || pair.length !== 2) return null;
  const [time, record] = pair as [unknown, unknown];
  if (typeof time !== "number" || !isJsonObject(record)) return null;
  const entry = flatEntry(record, fields) ?? { text: JSON.stringify(record), time: null, host: null, name: null };
  return { ...entry, time: timeOfValue(time) };
}
