import type { Envelope } from "./envelope.ts";
import { fieldIn, type JsonObject } from "./fields.ts";
import { flatEnvelope } from "./flat-envelope.ts";

/** Filebeat and Winlogbeat: ECS, with the agent that has sent it. What a program writes as ECS itself has no agent. */
export const beats: Envelope = flatEnvelope(
  {
    is: (object) => hasAgent(object),
    text: ["message", "event.original"],
    below: ["error.message", "error.stack_trace"],
    time: ["@timestamp"],
    host: ["winlog.computer_name", "host.name", "host.hostname", "agent.hostname", "agent.name", "beat.hostname"],
    name: ["log.file.path", "winlog.channel", "container.name", "kubernetes.pod.name", "source", "service.name"],
  },
  [
    [
      {
        "@timestamp": "2026-11-20T08:00:00.000Z",
        agent: { type: "filebeat", name: "web-4" },
        host: { name: "web-4" },
        log: { offset: 8812, file: { path: "C:\\inetpub\\gate.log" } },
        message: "System.Net.Sockets.SocketException (10054)\n   at Gate.Read()",
      },
      [
        {
          text: "System.Net.Sockets.SocketException (10054)\n   at Gate.Read()",
          time: 1795161600000,
          host: "web-4",
          name: "C:\\inetpub\\gate.log",
        },
      ],
    ],
    [
      {
        "@timestamp": "2026-11-20T08:00:01.000Z",
        agent: { type: "winlogbeat", name: "collector" },
        winlog: { channel: "System", computer_name: "dc-1.corp", record_id: 77 },
        message: "The time provider failed with error 10060.",
        error: { message: "WSAETIMEDOUT" },
      },
      [
        {
          text: "The time provider failed with error 10060.\nWSAETIMEDOUT",
          time: 1795161601000,
          host: "dc-1.corp",
          name: "System",
        },
      ],
    ],
  ],
);

function hasAgent(object: JsonObject): boolean {
  return ["agent", "beat", "@metadata.beat", "winlog.channel"].some((name) => fieldIn(object, [name]) !== undefined);
}
