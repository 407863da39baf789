import fc from "fast-check";
import { expect, test } from "vitest";
import { createRecognise } from "../../src/recognise/recognise.ts";

const recognise = createRecognise();

/** `#` becomes a number of the catalogue; the lines are in the style of common logs. */
const ORDINARY = [
  "081109 203615 # INFO dfs.DataNode$PacketResponder: PacketResponder # for block blk_38865049064139660# terminating",
  "081109 203615 # WARN dfs.DataNode$DataXceiver: 10.250.19.102:#:Got exception while serving blk_# to /10.251.215.16:",
  "2015-10-18 18:01:47,# ERROR [RMCommunicator Allocator] v2.app.rm.RMContainerAllocator: ERROR IN CONTACTING RM.",
  "2015-10-18 18:01:47,# INFO [IPC Server handler # on #] ipc.Client: Retrying connect to server: host/10.0.0.1:#. Already tried # time(s)",
  "17/06/09 20:10:40 INFO executor.Executor: Finished task #.0 in stage #.0 (TID #). # bytes result sent to driver",
  "2015-07-29 17:41:44,# - WARN  [SendWorker:188978561024:QuorumCnxManager$SendWorker@#] - Connection broken for id #, my id = 1, error =",
  "Dec 10 06:55:46 LabSZ sshd[#]: Failed password for root from 10.0.0.1 port # ssh2",
  "Dec 10 06:55:46 LabSZ sshd[#]: error: connect_to localhost port #: failed.",
  "Jun 14 15:16:01 combo sshd(pam_unix)[#]: authentication failure; logname= uid=# euid=#",
  "[Sun Dec 04 04:47:44 2005] [error] mod_jk child workerEnv in error state #",
  "[proxy:error] [pid #:tid #] (111)Connection refused: AH00957: HTTP: attempt to connect to 10.0.0.1:# failed",
  "03-17 16:13:38.811  #  # E ActivityManager: connect failed for caller #, uid # not allowed",
  "20171223-22:15:29:#|Step_LSC|30002312|onStandStepChanged #",
  "[10.30 16:49:06] chrome.exe - proxy.example:# close, # bytes sent, # bytes received, lifetime 00:01",
  'nova.osapi_compute.wsgi.server [req-1-2-3] 10.0.0.1 "GET /v2/servers/# HTTP/1.1" status: 200 len: # time: 0.#',
  "- 1131566461 2005.11.09 cn# Nov 9 12:01:01 cn#/cn# ntpd[#]: synchronized to 10.100.20.250, stratum #",
  "RAS APP FATAL ciod: failed to read message prefix on control stream (CioStream socket to 172.16.96.116:#",
  "2016-09-28 04:30:30, Error CBS Failed to resolve package, build #, KB# [HRESULT = 0x80070490]",
  "calvisitor kernel[0]: en0: BSSID changed, port = #, reason = #",
  'srcport=# dstport=# sessionid=# sentbyte=# msg="connection error" policyid=# duration=# action="timeout"',
  "%ASA-6-302014: Teardown TCP connection # for outside:10.0.0.1/# to inside:10.0.0.2/# duration 0:00:# bytes # TCP Reset-O",
  '10.0.0.1 - - [18/May/2015:08:05:25 +0000] "GET /error/#?code=# HTTP/1.1" 404 # "http://h:#/connect/error-#" "Mozilla/5.0"',
  "2026-01-02 03:04:05.678 ERROR # --- [pool-#-thread-#] HikariPool : connection refused after #ms (total=#, active=#)",
  "E0528 16:13:12.#   # reflector.go:#] dial tcp 10.0.0.1:#: connect: connection refused",
  "[error] ###: *# connect() failed (111: Connection refused) while connecting to upstream",
  "mysqld: # [Warning] Aborted connection # to db: 'x' (Got an error reading communication packets)",
  '{"level":"error","pid":#,"port":#,"msg":"connect failed","code":"ECONNREFUSED","errno":-111,"req":{"id":#},"responseTime":#}',
  "eth0: RX packets:# errors:# dropped:# overruns:#",
  "connect=# failed=# refused=# timeout=# retries=# error_count=#",
  "WARNING[#][C-1]: chan_sip.c:# handle_request: connection refused",
];

const number = fc.constantFrom(
  6,
  8,
  87,
  995,
  996,
  997,
  10004,
  10013,
  10035,
  10048,
  10053,
  10054,
  10060,
  10061,
  10110,
  11001,
  11010,
  11033,
);

test("ordinary logs hold no code, whatever their numbers", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ORDINARY), fc.infiniteStream(number), (template, numbers) => {
      expect(recognise(template.replace(/#/g, () => String(numbers.next().value)))).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});
