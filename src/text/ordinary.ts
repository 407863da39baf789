/** Words of logs, in the forms in which logs have them. */
const words = `
accepted access account acquired action active added address agent allocated already application applied argument
array assigned attached attempt attribute authenticated available backup batch begin block branch bridge buffer build bytes
cache call callback cancelled candidate certificate change channel check child class cleanup client close cluster code collect column
command commit compile complete component config connect console consumer container content context control cookie copy core count crawl
create credential cursor customer daemon dashboard data database deadline debug default delay delete deliver deploy detail device digest
directory disable discover dispatch display document domain done download driver drop duration element email empty enable encode end engine
entity entry environment error evaluate event exception exchange execute exit expire export expression external factory failed feature fetch
field file filter finish first fixed flag flush folder format forward found frame function gateway generate global group handle handler hash
header health heartbeat hidden history host identity idle ignore image import inbound include index info init input insert inspect install
instance integration interface interval invalid invoice issue item iteration job join journal json kernel key label language latency launch
layer leader lease length level library license limit line link list listener load local lock logged logout lookup loop mail main manager
map marked master match maximum memory merge message metadata method metric migrate minimum missing mode model module monitor mount move
multiple name namespace native network next node normal notify number object offset online open operation option order origin output owner
package page panel parameter parent parse partition password patch path payload peer pending percent performance period permission persist
phase pipeline platform player plugin policy poll pool port position post prepare present previous primary printer priority process produce
product profile progress project property protocol provider proxy publish pull purge push query queue quota random range ready reason
rebalance receive record recover redirect refresh region register reject release reload remote remove render repair replica reply report
request require reset resolve resource response restart restore result resume retry return revision role rollback root route rule running
sample save scan schedule schema scope script search secret section secure segment select send sequence serial server service session set
setting shard shared shutdown signal size skip sleep slow snapshot socket source stack stage standby start state static status step stop
storage store stream string submit subscribe success sync system table target task template tenant terminate test thread threshold throttle
ticket time timeout timer token topic total trace track transaction transfer transform trigger type unable unknown unlock update upgrade
upload usage user valid value variable verify version view virtual volume wait wake warning watch web window worker workflow write zone
`;
function ordinaryWords(): string {
  const endings = ["ed", "ing", "s", "er"];
  const forms = (word: string, i: number) =>
    `${word} ${word.toUpperCase()} ${word.slice(0, 1).toUpperCase()}${word.slice(1)}${endings[i % 4]}`;
  return words.split(/\s+/).map(forms).join(" ");
}

/** Stamps, levels and numbers, the most frequent parts of logs, in any digits. */
function ordinaryNumbers(): string {
  let state = 20261120;
  const random = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const one = (choices: readonly string[]) => choices[random(choices.length)] as string;
  const marks = [" ", " ", ":", ".", "=", ",", "-", "/", "[", "_", " user", "ms ", "s ", "id=", "(", "#"];
  const levels = ["INFO ", "INFO ", "DEBUG", "DEBUG", "TRACE", "WARN ", "ERROR", "info:", "[error]", "notice"];
  return Array.from({ length: 400 }, () => {
    const time = new Date(Date.UTC(2003 + random(30), random(12), random(28), random(24), 0, 0, random(3_600_000)));
    const numbers = Array.from({ length: 4 }, () => one(marks) + random(10 ** (2 + random(5))));
    const hexadecimal = random(2 ** 32).toString(16);
    return `${stampOf(time, random(6))} ${one(levels)}${numbers.join("")} ${hexadecimal}\n`;
  }).join("");
}

function stampOf(time: Date, style: number): string {
  const stamp = time.toISOString().slice(0, 23);
  if (style === 0) return stamp;
  if (style === 1) return stamp.replace("T", " ").replace(".", ",");
  if (style === 2) return time.toUTCString().slice(5, 25);
  if (style === 3) return stamp.slice(2, 19).replace(/[-:]/g, "").replace("T", " ");
  if (style === 4) return String(time.getTime() / 1000);
  return stamp.replace("T", " ").replaceAll("-", "/");
}

const lines = `
2026-03-14 08:12:44,107 INFO  [main] com.example.shop.Application - Started Application in 12.603 seconds (JVM running for 14.09)
2026-03-14 08:12:45.318 DEBUG 18244 --- [nio-8080-exec-3] o.s.web.servlet.DispatcherServlet : GET "/orders?page=2", parameters={masked}
2026-10-11T09:41:07.882Z WARN worker-07 queue depth 1024 above limit 1000, oldest message is 00:03:12 old
2026-11-30T23:59:59.999+01:00 ERROR request 7f3a9c10-55d2-4e0b-9a41-0c6f1e2d3b4a failed after 3 attempts: upstream returned 502
Mar 14 08:12:46 web-03 sshd[20817]: Accepted publickey for deploy from 192.168.10.114 port 51022 ssh2: RSA SHA256:Jk3l0Qx
Oct 10 10:01:11 db01 systemd[1]: Started Session 1101 of user backup.
Nov  1 11:00:10 gw kernel: [110034.102938] eth0: link up, 1000 Mbps, full duplex, flow control disabled
10.1.20.7 - - [14/Mar/2026:08:12:47 +0000] "GET /static/app.4f1c.js HTTP/1.1" 200 18231 "https://www.example.com/" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36"
172.16.0.101 - alice [11/Oct/2026:10:11:12 +0200] "POST /api/v2/session HTTP/2.0" 201 512 "-" "curl/8.4.0"
2026-10-01 10:10:01 W3SVC1 10.0.1.10 GET /index.html - 443 - 10.0.1.100 Mozilla/5.0 200 0 0 110
{"level":30,"time":1773475967123,"pid":4211,"hostname":"api-1","reqId":"req-1a","req":{"method":"GET","url":"/health","remoteAddress":"127.0.0.1"},"msg":"incoming request"}
{"@timestamp":"2026-03-14T08:12:48.001Z","log.level":"info","message":"Connection established to broker","service.name":"billing","thread.name":"main","trace.id":"0af7651916cd43dd8448eb211c80319c"}
{"Timestamp":"2026-03-14T08:12:48.1010000+01:00","Level":"Information","MessageTemplate":"Executed action {ActionName} in {ElapsedMilliseconds}ms","Properties":{"ElapsedMilliseconds":11.0272,"StatusCode":200,"RequestPath":"/api/items/10011"}}
I0314 08:12:49.000100   11010 controller.go:116] Adding node "ip-10-0-110-21" with 16 cores, 1048576 kB of memory
time="2026-03-14T08:12:49Z" level=info msg="container created" id=5c1a0f27e3b9 image=registry/app:1.10.0 size=100.2MB
[2026-03-14 08:12:50] production.INFO: User 110234 logged in {"ip":"203.0.113.101","session":"c0ffee27a2b1"}
[14.03.2026 08:12:50.270] [info] Datenbank geladen, 11012 Eintraege, Dauer 0.110 s
2026/03/14 08:12:51 [error] 1187#1187: *10012 open() "/var/www/html/favicon.ico" failed (2: No such file or directory), client: 198.51.100.10
<14>1 2026-03-14T08:12:52.003Z host app 3342 ID47 [exampleSDID@32473 iut="3"] Application event: user session has expired, closing
08:12:53.110 [DEBUG] (Thread-101) cache: hit ratio 0.9971, 996 entries, evicted 27 in 1.01 ms
  at com.example.net.Client.readResponse(Client.java:1101)
  at System.Threading.Tasks.Task.Execute() in D:\\a\\1\\s\\src\\Tasks.cs:line 2710
Caused by: java.lang.IllegalStateException: the connection pool is closed, no further requests are accepted
Traceback (most recent call last): File "/usr/lib/python3.11/site-packages/app/server.py", line 271, in handle_request
03/14/2026 08:12:54 AM Information Service Control Manager 7036 The Print Spooler service entered the running state.
<![LOG[Successfully sent location services request to server]LOG]!><time="08:12:55.110+000" date="03-14-2026" component="LocationServices" context="" type="1" thread="1100" file="lsad.cpp:1011">
0x0000027c0f1a2b30 0x00007ffa10112233 rax=0000000000000000 rbx=000002710a2b3c40 rcx=0000000000000001
ffff8801 00000000 00000001 0000a110 c0a80101 deadbeef 80070057 00002a10 [ 27.100110] usb 1-1: new high-speed USB device
Transferred 1101004800 bytes in 10.11 s (108.9 MB/s), checksum 0x1a2b3c4d, errors: 0, warnings: 11, progress 100%
SELECT id, name, created_at FROM users WHERE status = 'ACTIVE' AND account_id IN (100, 101, 110) ORDER BY created_at DESC LIMIT 100
INSERT INTO events VALUES (10011023, '2026-10-11 00:10:10', 'user.login', 'EU-WEST', 0.00, NULL); COMMIT; -- 1001 rows affected
TRACE entering function update_status(node=110, state=RUNNING, reason="scheduled maintenance window has started")
NOTICE: the system is going down for maintenance at 11:00, all users have been informed by mail, please save your work
FATAL config: unknown option "maxConnections" in section [server], expected one of: max_connections, timeout, listen_address
INFO  Processing of order 100110 took 1011 ms; customer 27110, amount 110.01 EUR, status CONFIRMED, items 3, warehouse NORTH
DEBUG Received heartbeat from 10.10.10.11:4001 (age 101 ms), sending acknowledgement 1101, next one in 5000 ms, EXPIRES 10:00:11
WARN  Retrying request to https://api.example.org/v1/accounts/a10b-11c0?expand=all in 2 seconds (attempt 1 of 5), timeout 30000
AUDIT EventID=4624 LogonType=3 TargetUserName=SYSTEM WorkstationName=SERVER-11 IpAddress=10.110.0.11 ProcessName=C:\\Windows\\System32\\svchost.exe
`;

/**
 * Returns text like that of ordinary logs: the windows of a sieve are chosen so that it rarely stops in such text. Another
 * text would change the speed of the sieve, not its findings.
 */
export function ordinaryText(): string {
  return lines + ordinaryNumbers() + ordinaryWords();
}
