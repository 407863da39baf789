import type { Envelope, WrappedText } from "./envelope.ts";
import { isJsonObject, type JsonObject, textIn, timeOfValue } from "./fields.ts";

/** Logs of OpenTelemetry in JSON: resources with scopes with records. */
export const otlp: Envelope = {
  samples: [
    [
      {
        resourceLogs: [
          {
            resource: { attributes: [{ key: "host.name", value: { stringValue: "web-7" } }] },
            scopeLogs: [
              {
                logRecords: [
                  {
                    timeUnixNano: "1795161600000000000",
                    body: { stringValue: "recv failed: 10054" },
                    attributes: [{ key: "log.file.name", value: { stringValue: "gate.log" } }],
                  },
                  {
                    observedTimeUnixNano: "1795161601000000000",
                    body: {
                      kvlistValue: {
                        values: [
                          { key: "channel", value: { stringValue: "System" } },
                          { key: "computer", value: { stringValue: "dc-1" } },
                          { key: "message", value: { stringValue: "error 10060" } },
                        ],
                      },
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
      [
        { text: "recv failed: 10054", time: 1795161600000, host: "web-7", name: "gate.log" },
        { text: "error 10060", time: 1795161601000, host: "dc-1", name: "System" },
      ],
    ],
  ],
  open(value) {
    if (!isJsonObject(value) || !Array.isArray(value["resourceLogs"])) return null;
    return objectsIn(value, "resourceLogs").flatMap((resource) => {
      const shared = attributesOf(isJsonObject(resource["resource"]) ? resource["resource"] : {});
      const scopes = objectsIn(resource, "scopeLogs");
      return scopes.flatMap((scope) => objectsIn(scope, "logRecords").map((record) => entryOf(record, shared)));
    });
  },
};

function entryOf(record: JsonObject, shared: JsonObject): WrappedText {
  const attributes = { ...shared, ...attributesOf(record) };
  const body = plainValue(record["body"]);
  const event = isJsonObject(body) ? body : {};
  const told = textIn(attributes, ["exception.message"]);
  const stack = textIn(attributes, ["exception.stacktrace"]);
  const text = typeof body === "string" ? body : (textIn(event, ["message", "Message"]) ?? JSON.stringify(body ?? ""));
  return {
    text: [text, told, stack].filter((part) => part !== null).join("\n"),
    time: timeOfValue(record["timeUnixNano"]) ?? timeOfValue(record["observedTimeUnixNano"]),
    host: textIn(event, ["computer"]) ?? textIn(attributes, ["host.name", "k8s.node.name"]),
    name:
      textIn(event, ["channel"]) ??
      textIn(attributes, ["log.file.path", "log.file.name", "k8s.pod.name", "container.name", "service.name"]),
  };
}

function attributesOf(object: JsonObject): JsonObject {
  return valuesOf(objectsIn(object, "attributes"));
}

function valuesOf(pairs: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(pairs.map(({ key, value }) => [String(key), plainValue(value)]));
}

/** A value without the name of its type. */
function plainValue(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  const { kvlistValue, arrayValue } = value;
  if (isJsonObject(kvlistValue)) return valuesOf(objectsIn(kvlistValue, "values"));
  if (isJsonObject(arrayValue)) return objectsIn(arrayValue, "values").map(plainValue);
  return Object.values(value)[0];
}

function objectsIn(object: JsonObject, name: string): readonly JsonObject[] {
  const list = object[name];
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
