import type { Envelope } from "./envelope.ts";
import { flatEnvelope } from "./flat-envelope.ts";

/** Vector: one object, with the text in `message` and the kind of its source in `source_type`. */
export const vector: Envelope = flatEnvelope(
  {
    is: (object) => typeof object["source_type"] === "string",
    text: ["message"],
    time: ["timestamp"],
    host: ["host", "hostname", "kubernetes.pod_node_name"],
    name: ["file", "kubernetes.pod_name", "container_name", "appname", "source_type"],
  },
  [
    [
      {
        file: "C:\\logs\\gate.log",
        host: "web-3",
        message: "connect failed: WSAECONNREFUSED",
        source_type: "file",
        timestamp: "2026-11-20T08:00:00.125Z",
      },
      [
        {
          text: "connect failed: WSAECONNREFUSED",
          time: 1795161600125,
          host: "web-3",
          name: "C:\\logs\\gate.log",
        },
      ],
    ],
  ],
);
