import { toBytes } from "../../text/byte-string.ts";
import type { Address } from "./address.ts";

// RabbitMQ writes "(peer -> self)"; the others, and Go, write "local->remote".
const peerFirst =
  /\b(?:AMQP|MQTT|STOMP|stream|WebSocket)\b[^()"]{0,24}\bconnection\b[^()"]{0,40}[("](?:\S{1,300} ?|\[)?$/i;
const peerReach = 400;
const arrowBehind = new RegExp(`^\\]?\\s?(?:<?->|=>|${toBytes("→")})\\s?(?:\\[|/|[\\w.-]{1,253}:\\d)`);

const ownSocket = "'>, <TCP '";

const leftward = /\d ?<- ?$/;
const leftwardBehind = /^ ?<- ?(?:\[|[\w.-]{1,20})/;

/** Which side of an arrow an address is on: null where there is no arrow. */
export function arrowSide(text: string, { shape, start, end }: Address): "local" | "remote" | null {
  // "self <- peer".
  if (leftward.test(text.slice(Math.max(0, start - 4), start))) return "remote";
  if (leftwardBehind.test(text.slice(end, end + 24))) return "local";
  // "<TCP 'self'>, <TCP 'peer'>" of VMware.
  if (text.startsWith(ownSocket, end)) return "local";
  if (text.slice(0, start).endsWith(ownSocket)) return "remote";
  const isRight = shape === "arrow";
  if (!isRight && !arrowBehind.test(text.slice(end, end + 264))) return null;
  const isPeerFirst = peerFirst.test(text.slice(Math.max(0, start - peerReach), start));
  return isRight === isPeerFirst ? "local" : "remote";
}
