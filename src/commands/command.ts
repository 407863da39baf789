import type { CommandModule } from "yargs";
import type { Io } from "../terminal/io.ts";

/** Makes a command for the process that it runs in. */
export type CreateCommand = (io: Io) => CommandModule;
