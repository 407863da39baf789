// The commands. Each file here makes one: its arguments, its help, and what it does with an Io; options that several
// commands take are in options/. To add one, copy prune.ts and list it below; the tests ask for its help, its place in
// the README and its exit codes.
import type { CreateCommand } from "./command.ts";

/** Every command, in the order of the help. Each is loaded when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<CreateCommand>>> = {
  annotate: async () => (await import("./annotate.ts")).createAnnotateCommand,
  ingest: async () => (await import("./ingest.ts")).createIngestCommand,
  report: async () => (await import("./report.ts")).createReportCommand,
  trend: async () => (await import("./trend.ts")).createTrendCommand,
  serve: async () => (await import("./serve.ts")).createServeCommand,
  query: async () => (await import("./query.ts")).createQueryCommand,
  explain: async () => (await import("./explain.ts")).createExplainCommand,
  catalogue: async () => (await import("./catalogue.ts")).createCatalogueCommand,
  guide: async () => (await import("./guide.ts")).createGuideCommand,
  ack: async () => (await import("./ack.ts")).createAckCommand,
  ship: async () => (await import("./ship.ts")).createShipCommand,
  prune: async () => (await import("./prune.ts")).createPruneCommand,
  merge: async () => (await import("./merge.ts")).createMergeCommand,
  completion: async () => (await import("./completion.ts")).createCompletionCommand,
};
