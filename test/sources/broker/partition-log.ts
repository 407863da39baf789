import { readPartition } from "../../../src/sources/broker/read-partition.ts";
import { Room } from "../../../src/sources/broker/room.ts";
import type { TestLog } from "../contract.ts";
import { linesCut } from "../lines-cut.ts";
import { MemoryPartition, memoryStream } from "./memory-stream.ts";

/**
 * A log in a partition that delivers each message three times, and all of them again in each reading: how far the partition
 * was counted is not kept, so that it is the log alone that knows what it has. It waits at its end for more.
 */
export function partitionLog(hasIds: boolean): TestLog {
  const partition = new MemoryPartition("logs", { hasIds, times: 3 });
  const { naming } = memoryStream([partition]);
  return {
    write(lines, cuts) {
      for (const bytes of linesCut(lines, cuts)) if (bytes.length > 0) partition.write({ bytes });
    },
    async read(visit, signal) {
      await readPartition(partition, {
        ...{ naming, room: new Room(), follow: true, signal, now: Date.now },
        async visit(source) {
          if (source.isIndex !== true) return await visit(source);
          for await (const _ of source.messages?.(0, signal, () => false, undefined) ?? []);
        },
        setAside: () => undefined,
        lost: () => undefined,
        lag: () => undefined,
      });
    },
    bytesFrom: (position) =>
      partition.messages
        .filter(({ offset }, number) => (offset ?? number) >= position)
        .reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}
