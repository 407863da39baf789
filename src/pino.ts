// The door of the pino transport: `wsa-annotate/pino`.
export { type PinoOptions, pinoTransport as default } from "./library/pino-transport.ts";
