import { toBytes } from "../../src/text/byte-string.ts";

/** A log of a program, and the failures that a person counts in it: code, time (UTC), operation and endpoint. */
export interface RecordKind {
  readonly name: string;
  readonly log: string;
  readonly posixNames?: boolean;
  readonly failures: readonly string[];
}

/** Logs in the style of many programs, written for this test. */
export const recordKinds: readonly RecordKind[] = [
  {
    name: "an agent's records between lines of asterisks, with a line for the date and one for the time",
    log: `******************************************

Date        : 11/13/2026
Time        : 14:22:07
Type        : Error
Source      : tunnelagent

Description : Function: Tunnel::open
File: .\\Tunnel.cpp
Line: 10054
Invoked Function: ::WSAConnect
Return Code: 10051 (0x00002743)
Description: unreachable

******************************************

Date        : 11/14/2026
Time        : 15:22:07
Type        : Error
Source      : tunnelagent

Description : Function: Tunnel::pump
Invoked Function: ::WSARecv
Return Code: 10054 (0x00002746)

******************************************
`,
    failures: ["10051 2026-11-13T14:22:07.000Z connect null", "10054 2026-11-14T15:22:07.000Z receive null"],
  },
  {
    name: "SAP's errors in a box of asterisks",
    log: `***********************************************************************
*  LOCATION    Gateway on host app-1 / gw00
*  ERROR       partner '10.0.0.9:3300' not reached
*
*  TIME        Fri Nov 13 14:22:07 2026
*  RELEASE     753
*  SYSTEM CALL connect
*  ERRNO       10060
*  COUNTER     10054
***********************************************************************
`,
    failures: ["10060 2026-11-13T14:22:07.000Z connect 10.0.0.9:3300"],
  },
  {
    name: "a line in another language that says whom its record is about",
    log: `2026-11-03 14:22:07 ERROR db-2:5432 nicht erreichbar
System.Net.Sockets.SocketException (10061): Es konnte keine Verbindung hergestellt werden
2026-11-03 14:23:07 ERROR ${toBytes("db-2:5432 недоступен")}
System.Net.Sockets.SocketException (10061): x
2026-11-03 14:24:07 ERROR ${toBytes("无法连接 db-2:5432")}
System.Net.Sockets.SocketException (10061): x
2026-11-03 14:25:07 WARN channel [id: 0x4f1b8d1c, L:/10.0.0.5:51034 ! R:db-2/10.0.0.9:5701] failed
java.io.IOException: An existing connection was forcibly closed by the remote host
`,
    failures: [
      "10061 2026-11-03T14:22:07.000Z connect db-2:5432",
      "10061 2026-11-03T14:23:07.000Z connect db-2:5432",
      "10061 2026-11-03T14:24:07.000Z connect db-2:5432",
      "10054 2026-11-03T14:25:07.000Z null db-2:5701",
    ],
  },
  {
    name: "a stack of Java that shows the call",
    log: `2026-11-03 14:22:07,611 WARN  [grid-nio] selector key failed
java.io.IOException: An existing connection was forcibly closed by the remote host
\tat java.base/sun.nio.ch.SocketDispatcher.read0(Native Method)
\tat java.base/sun.nio.ch.IOUtil.read(IOUtil.java:197)
\tat shop.Grid.sendAll(Grid.java:9)
2026-11-03 14:23:07,611 WARN  [grid-nio] selector key failed
java.net.SocketException: An attempt was made to access a socket in a way forbidden by its access permissions
\tat java.lang.Thread.getStackTrace(Thread.java:1)
\tat sun.nio.ch.SocketChannelImpl.finishConnect(SocketChannelImpl.java:715)
2026-11-03 14:24:07,611 WARN  [grid-nio] selector key failed
java.io.IOException: An established connection was aborted by the software in your host machine
\tat shop.Grid.sendAll(Grid.java:9)
\tat sun.nio.ch.SocketDispatcher.write0(Native Method)
2026-11-03 14:25:07,611 WARN  [grid-nio] selector key failed
shop.GridException: WSAECONNRESET
\tat shop.Grid.sendAll(Grid.java:9)
Caused by: java.io.IOException: An existing connection was forcibly closed by the remote host
\tat java.net.SocketOutputStream.socketWrite0(Native Method)
  remote: 10.0.0.9:5432
`,
    failures: [
      "10054 2026-11-03T14:22:07.611Z receive null",
      "10013 2026-11-03T14:23:07.611Z connect null",
      "10053 2026-11-03T14:24:07.611Z null null",
      "10054 2026-11-03T14:25:07.611Z send 10.0.0.9:5432",
    ],
  },
  {
    name: "a stack of .NET that shows the call",
    log: `2026-11-03 14:22:07.611 +00:00 [ERR] job failed
System.IO.IOException: trouble
 ---> System.Net.Sockets.SocketException (10054): An existing connection was forcibly closed by the remote host.
   at System.Net.Sockets.NetworkStream.Read(Byte[] buffer, Int32 offset, Int32 count)
   at Shop.Pump.Loop()
2026-11-03 14:23:07.611 +00:00 [ERR] job failed
System.Net.Sockets.SocketException (10051): unreachable
   at System.Net.Sockets.Socket.AwaitableSocketAsyncEventArgs.ThrowException(SocketError error)
   at System.Net.Sockets.Socket.<ConnectAsync>g__WaitForConnectWithCancellation|285_0(ValueTask connectTask)
2026-11-03 14:24:07.611 +00:00 [ERR] job failed
System.Net.Sockets.SocketException (10013): forbidden
   at System.Net.Sockets.Socket.DoBind(EndPoint endPointSnapshot, SocketAddress socketAddress)
   at System.Net.Sockets.Socket.Listen(Int32 backlog)
2026-11-03 14:25:07.611 +00:00 [ERR] job failed
System.Net.Sockets.SocketException (10054): gone
   at Shop.Pump.ReadConfig()
`,
    failures: [
      "10054 2026-11-03T14:22:07.611Z receive null",
      "10051 2026-11-03T14:23:07.611Z connect null",
      "10013 2026-11-03T14:24:07.611Z bind null",
      "10054 2026-11-03T14:25:07.611Z null null",
    ],
  },
  {
    name: "a traceback of Python that shows the call",
    log: String.raw`2026-11-03 14:22:07,611 ERROR task failed
Traceback (most recent call last):
  File "C:\Python311\Lib\socket.py", line 706, in readinto
    return self._fill(b)
ConnectionResetError: [WinError 10054] gone
2026-11-03 14:23:07,611 ERROR task failed
Traceback (most recent call last):
  File "C:\Python311\Lib\asyncio\windows_events.py", line 457, in finish_send
    return ov.getresult()
ConnectionAbortedError: [WinError 10053] gone
2026-11-03 14:24:07,611 ERROR task failed
Traceback (most recent call last):
  File "C:\shop\reader.py", line 7, in read
    return loader.go()
ConnectionResetError: [WinError 10054] gone
`,
    failures: [
      "10054 2026-11-03T14:22:07.611Z receive null",
      "10053 2026-11-03T14:23:07.611Z send null",
      "10054 2026-11-03T14:24:07.611Z null null",
    ],
  },
  {
    name: "stacks of .NET in other languages",
    log: toBytes(`2026-11-03 14:22:07.611 [ERR] job failed
System.IO.IOException: trouble ---> System.Net.Sockets.SocketException (10054): gone
   在 System.Net.Sockets.NetworkStream.Read(Byte[] buffer, Int32 offset, Int32 count)
   --- 内部异常堆栈跟踪的结尾 ---
   在 Shop.Pump.SendLoop()
2026-11-03 14:23:07.611 [ERR] job failed
System.Net.Sockets.SocketException (10060): slow
   위치: System.Net.Sockets.Socket.<ConnectAsync>g__Wait|285_0(ValueTask connectTask)
2026-11-03 14:24:07.611 [ERR] job failed
   в System.Net.Sockets.Socket.Receive(Byte[] buffer, SocketFlags socketFlags)
--- Конец трассировки стека из предыдущего расположения ---
   в Shop.Pump.SendLoop()
System.Net.Sockets.SocketException (10054): gone
   à System.Net.Sockets.Socket.Send(Byte[] buffer)
2026-11-03 14:25:07.611 [ERR] job failed
System.Net.Sockets.SocketException (10054): gone
   bei Shop.Pump.Read(Client c) in D:\\src\\Pump.cs:Zeile 7.
   bei System.Net.Sockets.Socket.Send(Byte[] buffer)
`),
    failures: [
      "10054 2026-11-03T14:22:07.611Z receive null",
      "10060 2026-11-03T14:23:07.611Z connect null",
      "10054 2026-11-03T14:24:07.611Z send null",
      "10054 2026-11-03T14:25:07.611Z null null",
    ],
  },
  {
    name: "a stack of Go that shows the call",
    log: `2026/11/03 14:22:07 pump lost: WSAECONNRESET
goroutine 17 [running]:
net.(*netFD).Read(0xc000102000, {0xc000200000, 0x400, 0x400})
	C:/go/src/net/fd_windows.go:10060 +0x49
shop/pump.(*Client).connect(0xc000102000)
	C:/shop/pump/client.go:10061 +0x1f
created by main.main
	C:/shop/main.go:12
2026/11/03 14:23:07 pump lost: WSAECONNRESET
goroutine 18 [running]:
main.sendAll(0xc000102000)
	C:/shop/main.go:12
net.(*conn).Write(0xc000102000, 0x1)
`,
    failures: ["10054 2026-11-03T14:22:07.000Z receive null", "10054 2026-11-03T14:23:07.000Z null null"],
  },
  {
    name: "the console of .NET",
    log: toBytes(`info: Shop.Host[14]
      Now listening on: http://localhost:5080
fail: Shop.Pump[0]
      キューへの接続に失敗しました (amqp1.corp.example:5672)
      System.Net.Sockets.SocketException (10061): refused
         at System.Net.Sockets.Socket.DoConnect(EndPoint endPoint)
\x1b[33mwarn\x1b[39m: Shop.Pump[7]
      System.Net.Sockets.SocketException (10054): gone
      while sending to 10.0.0.9:4001
      WSAECONNRESET
warn: Shop.Pump[7]
      Receive failed for 10.0.0.8:4001
       ---> System.Net.Sockets.SocketException (10054): gone
info: Shop.Pump[7]
      Connected to 10.0.0.7:4001
`),
    failures: [
      "10061 null connect amqp1.corp.example:5672",
      "10054 null send 10.0.0.9:4001",
      "10054 null receive 10.0.0.8:4001",
    ],
  },
  {
    name: "libpq without stamps",
    log: `could not connect to server: Connection refused (0x0000274D/10061)
	Is the server running on host "localhost" (::1) and accepting
	TCP/IP connections on port 5432?
could not connect to server: Connection refused (0x0000274D/10061)
	Is the server running on host "localhost" (127.0.0.1) and accepting
	TCP/IP connections on port 5433?
connection to server at "db-2" (10.0.0.5), port 5434 failed: Connection refused (0x0000274D/10061)
	Is the server running on that host and accepting TCP/IP connections?
`,
    failures: [
      "10061 null connect localhost:5432",
      "10061 null connect localhost:5433",
      "10061 null connect db-2:5434",
    ],
  },
  {
    name: "exceptions without stamps",
    log: `Could not reach 10.0.0.5:443
System.Net.Http.HttpRequestException: refused
 ---> System.Net.Sockets.SocketException (10061): refused
   at Shop.Api.Call()
Connected to 10.0.0.6:443
System.Net.Sockets.SocketException (10054): gone
   at System.Net.Sockets.Socket.Send(Byte[] buffer)
Unhandled exception. System.Net.Http.HttpRequestException: WSAECONNREFUSED (10.0.0.7:443)
 ---> System.Net.Sockets.SocketException (10061): refused
`,
    failures: [
      "10061 null connect 10.0.0.5:443",
      "10054 null send null",
      "10061 null connect 10.0.0.7:443",
      "10061 null connect 10.0.0.7:443",
    ],
  },
  {
    name: "attempts right above their failures",
    log: `Connecting to 10.0.0.5:5432...
socket error 10060
Connecting to 10.0.0.5:5432...
Loading
socket error 10060
Connecting to 10.0.0.5:5432... ok
socket error 10060
Connecting to 10.0.0.5:5432
socket error 10054
2026-11-03 14:22:07.611 [12] INFO Connecting to 10.0.0.6:443
2026-11-03 14:22:28.611 [12] WARN socket error 10060
2026-11-03 14:23:07.611 [12] INFO Connecting to 10.0.0.6:443
2026-11-03 14:23:28.611 [13] WARN socket error 10060
2026-11-03 14:24:07.611 [ftp] INFO Connecting to 10.0.0.6:21
2026-11-03 14:24:28.611 [mail] WARN socket error 10060
`,
    failures: [
      "10060 null connect 10.0.0.5:5432",
      "10060 null null null",
      "10060 null null null",
      "10054 null null null",
      "10060 2026-11-03T14:22:28.611Z connect 10.0.0.6:443",
      "10060 2026-11-03T14:23:28.611Z null null",
      "10060 2026-11-03T14:24:28.611Z null null",
    ],
  },
  {
    name: "a stack of Node that shows the call",
    log: `2026-11-03T14:22:07.611Z uncaught: WSAETIMEDOUT
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1595:16)
2026-11-03T14:23:07.611Z uncaught: WSAECONNRESET
    at TCP.onStreamRead (node:internal/stream_base_commons:217:20)
2026-11-03T14:24:07.611Z uncaught: WSAECONNABORTED
    at WriteWrap.onWriteComplete [as oncomplete] (node:internal/stream_base_commons:94:16)
`,
    failures: [
      "10060 2026-11-03T14:22:07.611Z connect null",
      "10054 2026-11-03T14:23:07.611Z receive null",
      "10053 2026-11-03T14:24:07.611Z send null",
    ],
  },
  {
    name: "log4net",
    log: String.raw`2026-11-03 14:22:07,611 [12] ERROR Shop.Orders.Sync - order 7 was not sent
System.Net.WebException: Unable to connect to the remote server
 ---> System.Net.Sockets.SocketException: No connection could be made because the target machine actively refused it 10.0.0.9:443
   at System.Net.Sockets.Socket.DoConnect(EndPoint endPointSnapshot, SocketAddress socketAddress)
   --- End of inner exception stack trace ---
   at Shop.Orders.Sync.Send(Order order) in D:\src\Sync.cs:line 10054
2026-11-03 14:23:07,611 [12] INFO  Shop.Orders.Sync - order 8 was sent
2026-11-03 14:24:07,000 [12] ERROR Shop.Orders.Sync - order 9 was not sent: SocketException (10054)
   at Shop.Orders.Sync.Send(Order order)
   peer: erp.corp.example:8443
`,
    failures: [
      "10061 2026-11-03T14:22:07.611Z connect 10.0.0.9:443",
      "10054 2026-11-03T14:24:07.000Z null erp.corp.example:8443",
    ],
  },
  {
    name: "NLog with fields below",
    log: `2026-11-03 14:22:07.6110|ERROR|Shop.Mail|mail was not sent
Exception type: System.Net.Sockets.SocketException
Message: A connection attempt failed because the connected party did not properly respond after a period of time
NativeErrorCode: 10060
Server: mail.corp.example:587
2026-11-03 14:22:09.0000|INFO|Shop.Mail|next
`,
    failures: ["10060 2026-11-03T14:22:07.611Z connect mail.corp.example:587"],
  },
  {
    name: "Serilog's text sink",
    log: `2026-11-03 14:22:07.611 +01:00 [ERR] Request to "https://api.corp.example:8443/v1" failed
System.Net.Http.HttpRequestException: refused (api.corp.example:8443)
 ---> System.Net.Sockets.SocketException (10061): refused
   at Shop.Api.Call()
2026-11-03 14:22:08.611 +01:00 [ERR] Request failed
System.Net.Sockets.SocketException (10051): unreachable
   at Shop.Api.Call()
`,
    failures: [
      "10061 2026-11-03T13:22:07.611Z connect api.corp.example:8443",
      "10051 2026-11-03T13:22:08.611Z null null",
    ],
  },
  {
    name: "logging of Python",
    log: `2026-11-03 14:22:07,611 ERROR worker: job 7 failed
Traceback (most recent call last):
  File "job.py", line 10060, in run
    sock.connect(address)
ConnectionRefusedError: [WinError 10061] No connection could be made because the target machine actively refused it

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "job.py", line 12, in run
job.StoreError: store redis-1:6379 is away: [WinError 10061]
2026-11-03 14:22:09,611 ERROR worker: job 8 failed
Traceback (most recent call last):
  File "job.py", line 10060, in run
TimeoutError: [WinError 10060] timed out

During handling of the above exception, another exception occurred:

urllib3.exceptions.MaxRetryError: HTTPConnectionPool(host='web-1', port=8080): Max retries exceeded
`,
    failures: ["10061 2026-11-03T14:22:07.611Z connect redis-1:6379", "10060 2026-11-03T14:22:09.611Z null web-1:8080"],
  },
  {
    name: "a panic of Go",
    log: `2026/11/03 14:22:07 http: panic serving 10.0.0.3:50111: dial tcp 10.0.0.5:6379: connectex: No connection could be made because the target machine actively refused it.
goroutine 10054 [running]:
net/http.(*conn).serve.func1(0xc000102000)
	C:/Program Files/Go/src/net/http/server.go:10060 +0xb0
2026/11/03 14:22:08 store: dial tcp 10.0.0.6:6379: i/o timeout
2026/11/03 14:22:09 store: dial tcp 10.0.0.7:6379: connectex: WSAETIMEDOUT
`,
    failures: [
      "10061 2026-11-03T14:22:07.000Z connect 10.0.0.5:6379",
      "10060 2026-11-03T14:22:09.000Z connect 10.0.0.7:6379",
    ],
  },
  {
    name: "an error chain of Rust",
    log: `2026-11-03T14:22:07.611Z ERROR sync: push failed
Error: could not push

Caused by:
    0: error sending request for url (https://hub.corp.example:8443/push)
    1: tcp connect error
    2: No connection could be made because the target machine actively refused it. (os error 10061)

Stack backtrace:
   0: std::backtrace::Backtrace::create
2026-11-03T14:22:09.611Z  INFO sync: done
`,
    failures: ["10061 2026-11-03T14:22:07.611Z connect hub.corp.example:8443"],
  },
  {
    name: "Rust's debug print",
    log: `[2026-11-03T14:22:07Z ERROR agent] upload failed
Os {
    code: 10054,
    kind: ConnectionReset,
    message: "An existing connection was forcibly closed by the remote host.",
}
[2026-11-03T14:23:07Z ERROR agent] upload failed
`,
    failures: ["10054 2026-11-03T14:22:07.000Z null null"],
  },
  {
    name: "RabbitMQ",
    log: `2026-11-03 14:22:07.611 [error] <0.812.0> Error on AMQP connection <0.812.0> (10.0.0.8:50311 -> 10.0.0.2:5672, vhost: '/', user: 'shop'), channel 0:
 {writer,send_failed,{error,econnreset}} WSAECONNRESET
2026-11-03 14:22:08.611 [warning] <0.813.0> closing AMQP connection <0.813.0> (10.0.0.9:50312 -> 10.0.0.2:5672):
client unexpectedly closed TCP connection
`,
    failures: ["10054 2026-11-03T14:22:07.611Z send 10.0.0.8:50311"],
  },
  {
    name: "a report of Erlang",
    log: `=ERROR REPORT==== 3-Nov-2026::14:22:07 ===
** Generic server db_pool terminating
** Reason for termination ==
** {connect_failed,"db-2:5432","WSAECONNREFUSED (10061)"}

=INFO REPORT==== 3-Nov-2026::14:22:09 ===
restarted
`,
    failures: ["10061 2026-11-03T14:22:07.000Z connect db-2:5432"],
  },
  {
    name: "SQL Server's errorlog",
    log: `2026-11-03 14:22:07.61 Server      Error: 26023, Severity: 16, State: 1.
2026-11-03 14:22:07.61 Server      Server TCP provider failed to listen on [ 10.0.0.4 <ipv4> 1433]. Tcp port is already in use. Error: 0x2740.
2026-11-03 14:22:08.10 Server      The server process ID is 10054.
`,
    failures: ["10048 2026-11-03T14:22:07.610Z listen 10.0.0.4:1433"],
  },
  {
    name: "sqlcmd",
    log: `HResult 0x274D, Level 16, State 1
TCP Provider: No connection could be made because the target machine actively refused it.

Sqlcmd: Error: Microsoft ODBC Driver 17 for SQL Server : Login timeout expired.
`,
    failures: ["10061 null connect null"],
  },
  {
    name: "a table of hosts",
    log: `2026-11-03 14:22:07 ERROR poll: 3 of 4 members failed
    member                 error
    db-1.corp.example:5432 10061 (WSAECONNREFUSED)
    db-2.corp.example:5432 10061 (WSAECONNREFUSED)
    db-3.corp.example:5432 10060 (WSAETIMEDOUT)
2026-11-03 14:22:09 INFO poll: all are well
`,
    failures: [
      "10061 2026-11-03T14:22:07.000Z connect db-1.corp.example:5432",
      "10061 2026-11-03T14:22:07.000Z connect db-2.corp.example:5432",
      "10060 2026-11-03T14:22:07.000Z null db-3.corp.example:5432",
    ],
  },
  {
    name: "Configuration Manager",
    log: `<![LOG[[CCMHTTP] ERROR: URL=https://mp01.corp.example/SMS_MP, Port=443, Options=224, Code=12029]LOG]!><time="14:22:06.611-60" date="11-03-2026" component="CcmMessaging" context="" type="3" thread="10054" file="ccmhttp.cpp:10060">
<![LOG[Request to dp02.corp.example:8530 failed.
Last success was at 2020-05-05 01:02:03.
Error 10060 while connecting
]LOG]!><time="14:22:07.611+00" date="11-03-2026" component="DataTransferService" context="" type="3" thread="7" file="x.cpp:7">
`,
    failures: ["10060 2026-11-03T14:22:07.611Z connect dp02.corp.example:8530"],
  },
  {
    name: "Veeam",
    log: `[03.11.2026 14:22:07] <01> Error    Cannot connect to the host esx-1.corp.example:902 (System.Exception)
[03.11.2026 14:22:07] <01> Error       at Backup.Core.CClient.Connect()
[03.11.2026 14:22:23] <01> Error    No connection could be made because the target machine actively refused it 10.0.0.21:2500 (System.Net.Sockets.SocketException)
[03.11.2026 14:22:23] <01> Error       at System.Net.Sockets.Socket.DoConnect(EndPoint a, SocketAddress b)
`,
    failures: ["10061 2026-11-03T14:22:23.000Z connect 10.0.0.21:2500"],
  },
  {
    name: "Tomcat",
    log: `03-Nov-2026 14:22:07.611 SEVERE [main] org.apache.catalina.core.StandardService.initInternal Failed to initialize connector [Connector[HTTP/1.1-8080]]
	org.apache.catalina.LifecycleException: Protocol handler initialization failed
		at org.apache.catalina.connector.Connector.initInternal(Connector.java:1049)
	Caused by: java.net.BindException: Address already in use: bind (WSAEADDRINUSE) <null>:8080
		at sun.nio.ch.Net.bind0(Native Method)
		... 13 more
03-Nov-2026 14:22:08.611 INFO [main] org.apache.catalina.startup.Catalina.start Server startup in 10054 ms
`,
    failures: ["10048 2026-11-03T14:22:07.611Z bind null"],
  },
  {
    name: "WebLogic",
    log: `####<Nov 3, 2026 2:22:07,611 PM UTC> <Error> <JDBC> <app1> <m1> <[ACTIVE] ExecuteThread: '7'> <<WLS Kernel>> <> <> <1793715727611> <BEA-001112> <Test of pool "orders" failed.
java.sql.SQLRecoverableException: IO Error: The Network Adapter could not establish the connection
	at oracle.jdbc.driver.T4CConnection.logon(T4CConnection.java:10060)
Caused by: java.net.ConnectException: connect failed: WSAECONNREFUSED (10061) to ora-1.corp.example:1521
> 
####<Nov 3, 2026 2:22:08,611 PM UTC> <Info> <JDBC> <app1> <m1> <> <> <> <> <1793715728611> <BEA-000628> <Created 10054 resources.>
`,
    failures: ["10061 2026-11-03T14:22:07.611Z connect ora-1.corp.example:1521"],
  },
  {
    name: "JBoss",
    log: `14:22:07,611 ERROR [org.jboss.msc.service.fail] (MSC service thread 1-2) MSC000001: Failed to start service jboss.undertow.listener.https
	at org.wildfly.extension.undertow@26.1.0//org.wildfly.Listener.start(Listener.java:10061)
Caused by: java.net.BindException: Address already in use: bind WSAEADDRINUSE /10.0.0.4:8443
	at java.base/sun.nio.ch.Net.bind0(Native Method)
`,
    failures: ["10048 null bind 10.0.0.4:8443"],
  },
  {
    name: "SAP's work process",
    log: `
Tue Nov  3 14:22:07 2026
***LOG Q0I=> NiPConnect2: connect (10061: WSAECONNREFUSED: Connection refused) [nixxi.cpp 3289]
*** ERROR => NiPConnect2: SiPeekPendConn failed for hdl 1 / sock 772
    (SI_ECONN_REFUSE/10061; I4; ST; 10.0.0.5:3200) [nixxi.cpp    3289]
*** ERROR => GwIConnect: GwConnect to 10.0.0.5 failed (rc=NIECONN_REFUSED) [gwxx.c 311]

Tue Nov  3 14:25:40 2026
*** ERROR => NiIRead: SiRecv failed for hdl 8 / sock 10060
    (SI_ECONN_BROKEN/10054; I4; ST; 10.0.0.6:50311) [nixxi.cpp    4423]
`,
    failures: [
      "10061 2026-11-03T14:22:07.000Z connect 10.0.0.5:3200",
      "10054 2026-11-03T14:25:40.000Z receive 10.0.0.6:50311",
    ],
  },
  {
    name: "Oracle's sqlnet.log",
    log: `***********************************************************************

Fatal NI connect error 12541, connecting to:
 (DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora-1)(PORT=1521))(CONNECT_DATA=(SID=ORCL)))

  VERSION INFORMATION:
	TNS for 64-bit Windows: Version 19.0.0.0.0 - Production
  Time: 03-NOV-2026 14:22:07
  Tracing not turned on.
  Tns error struct:
    ns main err code: 12541

TNS-12541: TNS:no listener
    ns secondary err code: 12560
    nt main err code: 511

TNS-00511: No listener
    nt secondary err code: 61
    nt OS err code: 10061


***********************************************************************

Fatal NI connect error 12170.

  VERSION INFORMATION:
	TNS for 64-bit Windows: Version 19.0.0.0.0 - Production
  Time: 03-NOV-2026 14:25:07
  Tns error struct:
    ns main err code: 12535

TNS-12535: TNS:operation timed out
    nt secondary err code: 60
    nt OS err code: 10060
  Client address: (ADDRESS=(PROTOCOL=tcp)(HOST=10.4.4.4)(PORT=50111))
`,
    failures: [
      "10061 2026-11-03T14:22:07.000Z connect ora-1:1521",
      "10060 2026-11-03T14:25:07.000Z connect 10.4.4.4:50111",
    ],
  },
  {
    name: "SAP's errors of a client",
    log: `Connecting to the gateway
LOCATION    CPIC (TCP/IP) on local host with Unicode
ERROR       partner '10.4.4.4:3300' not reached
TIME        Tue Nov  3 14:22:07 2026
RELEASE     753
COMPONENT   NI (network interface)
RC          -10
DETAIL      NiPConnect2: 10.4.4.4:3300
SYSTEM CALL connect
ERRNO       10061
ERRNO TEXT  WSAECONNREFUSED: Connection refused
COUNTER     4
`,
    failures: ["10061 2026-11-03T14:22:07.000Z connect 10.4.4.4:3300"],
  },
  {
    name: "Oracle's listener.log",
    log: `03-NOV-2026 14:22:07 * (CONNECT_DATA=(SERVICE_NAME=shop)) * (ADDRESS=(PROTOCOL=tcp)(HOST=10.4.4.4)(PORT=50111)) * establish * shop * 12518
TNS-12518: TNS:listener could not hand off client connection
 TNS-12560: TNS:protocol adapter error
  TNS-00530: Protocol adapter error
   64-bit Windows Error: 10054: Unknown error
03-NOV-2026 14:22:09 * service_update * shop * 0
`,
    failures: ["10054 2026-11-03T14:22:07.000Z connect 10.4.4.4:50111"],
  },
  {
    name: "IBM MQ",
    log: `11/03/2026 02:22:07 PM - Process(4520.18) User(mqm) Program(runmqchl.exe)
                      Host(APP1) Installation(Installation1)
                      VRMF(9.2.0.0) QMgr(QM1)
                     
AMQ9202E: Remote host '10.0.0.7 (10.0.0.7) (1414)' not available, retry later.

EXPLANATION:
The attempt to allocate a conversation using TCP/IP to host '10.0.0.7 (10.0.0.7)
(1414)' for channel TO.QM2 was not successful.
ACTION:
In some cases this might be a configuration error. The return code from TCP/IP is 10061 (X'274D').
----- amqccita.c : 1372 -------------------------------------------------------
11/03/2026 02:25:07 PM - Process(4520.19) User(mqm) Program(amqrmppa.exe)
AMQ9208E: Error on receive from host db-9 (10.0.0.9).

EXPLANATION:
An error occurred receiving data from db-9 (10.0.0.9) over TCP/IP.
ACTION:
The return code from the TCP/IP recv() call was 10054 (X'2746').
----- amqccita.c : 4214 -------------------------------------------------------
`,
    failures: ["10061 2026-11-03T14:22:07.000Z connect 10.0.0.7", "10054 2026-11-03T14:25:07.000Z receive 10.0.0.9"],
  },
  {
    name: "PostgreSQL with detail and hint",
    log: `2026-11-03 14:22:07.611 UTC [4711] LOG:  could not bind IPv4 address "10.0.0.4": Address already in use (WSAEADDRINUSE)
2026-11-03 14:22:07.611 UTC [4711] HINT:  Is another postmaster already running on port 5432?
2026-11-03 14:22:08.611 UTC [4712] FATAL:  could not connect to the primary server: connection to server at "db-1" (10.0.0.5), port 5432 failed: Connection refused (0x0000274D/10061)
		Is the server running on that host and accepting TCP/IP connections?
`,
    failures: ["10048 2026-11-03T14:22:07.611Z bind 10.0.0.4", "10061 2026-11-03T14:22:08.611Z connect db-1:5432"],
  },
  {
    name: "a stack of PHP",
    log: `[03-Nov-2026 14:22:07 UTC] PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [2002] No connection could be made because the target machine actively refused it in C:\\web\\db.php:10060
Stack trace:
#0 C:\\web\\db.php(10060): PDO->__construct('mysql:host=db-4...', 'shop')
#1 {main}
  thrown in C:\\web\\db.php on line 10060
[03-Nov-2026 14:22:09 UTC] PHP Warning:  stream_socket_client(): unable to connect to tcp://cache-1:6379 (A connection attempt failed because the connected party did not properly respond) in C:\\web\\c.php on line 7
`,
    failures: ["10061 2026-11-03T14:22:07.000Z connect null", "10060 2026-11-03T14:22:09.000Z connect cache-1:6379"],
  },
  {
    name: "an error of Node with its fields",
    posixNames: true,
    log: `2026-11-03T14:22:07.611Z error: save failed
Error: connect ECONNREFUSED 10.0.0.5:5432
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {
  errno: -4078,
  code: 'ECONNREFUSED',
  syscall: 'connect',
  address: '10.0.0.5',
  port: 5432
}
2026-11-03T14:22:09.611Z error: read failed {
  errno: -4077,
  code: 'ECONNRESET',
  syscall: 'read',
  address: '10.0.0.6',
  port: 6379
}
2026-11-03T14:22:10.611Z info: done
`,
    failures: [
      "10061 2026-11-03T14:22:07.611Z connect 10.0.0.5:5432",
      "10054 2026-11-03T14:22:09.611Z receive 10.0.0.6:6379",
    ],
  },
  {
    name: "PowerShell's error record",
    log: `2026-11-03 14:22:07 copy failed
Invoke-WebRequest : No connection could be made because the target machine actively refused it 10.0.0.9:443
At C:\\jobs\\copy.ps1:10060 char:10054
+ Invoke-WebRequest -Uri https://10.0.0.9/list
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-WebRequest], WebException
    + FullyQualifiedErrorId : WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeWebRequestCommand
2026-11-03 14:22:09 copy done
`,
    failures: ["10061 2026-11-03T14:22:07.000Z connect 10.0.0.9:443"],
  },
  {
    name: "Format-List of events",
    log: `

TimeCreated  : 11/3/2026 2:22:07 PM
ProviderName : Gatherer
Id           : 10060
Message      : connect to db-2:5432 failed: WSAECONNREFUSED
               the next try is in five minutes

TimeCreated  : 11/3/2026 2:25:07 PM
ProviderName : Gatherer
Id           : 10060
Message      : connect to db-2:5432 failed: WSAECONNREFUSED

`,
    failures: ["10061 2026-11-03T14:22:07.000Z connect db-2:5432", "10061 2026-11-03T14:25:07.000Z connect db-2:5432"],
  },
  {
    name: "Format-List with the time below",
    log: `Message        : recv from 10.0.0.44:7000 failed: WSAECONNRESET
Id             : 3
RecordId       : 10061
TimeCreated    : 11/13/2026 2:22:07 PM

Message        : recv from 10.0.0.44:7000 failed: WSAECONNRESET
Id             : 3
RecordId       : 10061
TimeCreated    : 11/13/2026 2:32:07 PM
`,
    failures: [
      "10054 2026-11-13T14:22:07.000Z receive 10.0.0.44:7000",
      "10054 2026-11-13T14:32:07.000Z receive 10.0.0.44:7000",
    ],
  },
  {
    name: "an event that was copied as text",
    log: `Log Name:      Application
Source:        Gatherer
Date:          11/13/2026 2:22:07 PM
Event ID:      10060
Computer:      APP1.corp.example
Description:
connect to db-2:5432 failed
error 10061 (WSAECONNREFUSED)
Event Xml:
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
  <System>
    <TimeCreated SystemTime="2026-11-13T14:22:07.000000000Z" />
  </System>
  <EventData>
    <Data>connect to db-2:5432 failed, error 10061 (WSAECONNREFUSED)</Data>
  </EventData>
</Event>
`,
    failures: ["10061 2026-11-13T14:22:07.000Z connect db-2:5432"],
  },
  {
    name: "events as XML with the time behind",
    log: `<record>
  <message>recv from 10.0.0.44:7000 failed: WSAECONNRESET</message>
  <date>2026-11-03T14:22:07</date>
</record>
<record>
  <message>recv from 10.0.0.45:7000 failed: WSAECONNRESET</message>
  <date>2026-11-03T14:25:07</date>
</record>
`,
    failures: [
      "10054 2026-11-03T14:22:07.000Z receive 10.0.0.44:7000",
      "10054 2026-11-03T14:25:07.000Z receive 10.0.0.45:7000",
    ],
  },
  {
    name: "printed JSON",
    log: `{
  "level": "error",
  "msg": "connect failed: WSAECONNREFUSED",
  "attempts": 10054,
  "lastSuccess": "2020-05-05T01:02:03Z",
  "peer": "db-2:5432",
  "timestamp": "2026-11-03T14:22:07.611Z"
}
{
  "level": "error",
  "msg": "connect failed: WSAECONNREFUSED",
  "peer": "db-3:5432",
  "timestamp": "2026-11-03T14:25:07.611Z"
}
`,
    failures: ["10061 2026-11-03T14:22:07.611Z connect db-2:5432", "10061 2026-11-03T14:25:07.611Z connect db-3:5432"],
  },
  {
    name: "rows with messages of several lines",
    log: `"Message","Id","MachineName","TimeCreated"
"batch failed, last success 2020-05-05 01:02:03
connect to db-2:5432 failed: WSAECONNREFUSED (10061)
try again","3","APP1.corp.example","11/13/2026 2:22:07 PM"
"connect to db-3:5432 failed: WSAETIMEDOUT","3","APP1.corp.example","11/14/2026 2:22:07 PM"
"send failed: WSAECONNABORTED

to the host db-4:5432","3","APP1.corp.example","11/15/2026 2:22:07 PM"
`,
    failures: [
      "10061 2026-11-13T14:22:07.000Z connect db-2:5432",
      "10060 2026-11-14T14:22:07.000Z connect db-3:5432",
      "10053 2026-11-15T14:22:07.000Z send db-4:5432",
    ],
  },
  {
    name: "Exchange's protocol log",
    log: `#Software: Microsoft Exchange Server
#Version: 15.0.0.0
#Log-type: SMTP Send Protocol Log
#Date: 2026-11-03T14:00:00.000Z
#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context
2026-11-03T14:22:07.611Z,to-mx,08D9,0,,10.0.0.25:25,*,,attempting to connect
2026-11-03T14:22:08.611Z,to-mx,08D9,1,,10.0.0.25:25,*,,"Failed to connect. Winsock error code: 10061, Win32 error code: 10061, Destination domain: corp.example, Error Message: refused 10.0.0.25:25."
`,
    failures: ["10061 2026-11-03T14:22:08.611Z connect 10.0.0.25:25"],
  },
  {
    name: "a trace of a failed request",
    log: `<?xml version="1.0" encoding="UTF-8"?>
<failedRequest url="http://app1:80/pay" siteId="1" appPoolId="shop" processId="10054" statusCode="502.3" timeTaken="10060">
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
 <System>
  <Provider Name="WWW Server" />
  <TimeCreated SystemTime="2026-11-03T14:22:07.611Z"/>
 </System>
 <EventData>
  <Data Name="ModuleName">ApplicationRequestRouting</Data>
  <Data Name="ErrorCode">2147952461</Data>
 </EventData>
 <RenderingInfo Culture="en-US">
  <Opcode>MODULE_SET_RESPONSE_ERROR_STATUS</Opcode>
  <freb:Description Data="ErrorCode">No connection could be made because the target machine actively refused it.
 (0x8007274d)</freb:Description>
 </RenderingInfo>
</Event>
</failedRequest>
`,
    failures: ["10061 2026-11-03T14:22:07.611Z connect null"],
  },
  {
    name: "a service of Windows Communication Foundation",
    log: `2026-11-03 14:22:07 ERROR Could not connect to net.tcp://svc-1.corp.example:8731/orders. The connection attempt lasted for a time span of 00:00:02.0446. TCP error code 10061: No connection could be made because the target machine actively refused it 10.0.0.31:8731.
Server stack trace:
   at System.ServiceModel.Channels.SocketConnectionInitiator.Connect(Uri uri, TimeSpan timeout)
Exception rethrown at [0]:
   at System.Runtime.Remoting.Proxies.RealProxy.HandleReturnMessage(IMessage a, IMessage b)
Inner exception: SocketException 10061
`,
    failures: ["10061 2026-11-03T14:22:07.000Z connect svc-1.corp.example:8731"],
  },
  {
    name: "log4j's XML",
    log: `<log4j:event logger="shop.Db" timestamp="1793715727611" level="ERROR" thread="main">
<log4j:message><![CDATA[query failed]]></log4j:message>
<log4j:throwable><![CDATA[java.net.SocketException: Connection reset by peer: WSAECONNRESET
	at shop.Db.query(Db.java:10061)
Caused by: db.DbException: lost connection to server db-7:3306 WSAECONNRESET]]></log4j:throwable>
</log4j:event>
`,
    failures: ["10054 2026-11-03T14:22:07.611Z null db-7:3306"],
  },
  {
    name: "java.util.logging",
    log: `Nov 03, 2026 2:22:07 PM shop.Db query
SEVERE: query failed: WSAECONNRESET
java.net.SocketException: Connection reset by peer: WSAECONNRESET
	at shop.Db.query(Db.java:10061)
Caused by: shop.DbException: lost the connection to server db-7:3306
Nov 03, 2026 2:22:09 PM shop.Db query
WARNING: query failed: WSAETIMEDOUT
`,
    failures: ["10054 2026-11-03T14:22:07.000Z null db-7:3306", "10060 2026-11-03T14:22:09.000Z null null"],
  },
  {
    name: "Elixir",
    log: `14:22:07.611 [error] GenServer #PID<0.812.0> terminating
** (Pool.ConnectionError) recv: WSAECONNRESET
** (Pool.ConnectionError) recv from db-2:5432: WSAECONNRESET
    (pool 2.4.0) lib/pool/connection.ex:10061: Pool.Connection.connect/2
Last message: nil
`,
    failures: ["10054 null receive db-2:5432"],
  },
  {
    name: "Enterprise Library",
    log: `----------------------------------------
Timestamp: 11/13/2026 2:22:07 PM

Message: HandlingInstanceID: 6f1c
An exception of type 'System.Net.Sockets.SocketException' occurred and was caught.

Message : No connection could be made because the target machine actively refused it 10.0.0.9:443
ErrorCode : 10061
NativeErrorCode : 10061

Category: General
Machine: APP1
----------------------------------------
----------------------------------------
Timestamp: 11/13/2026 2:25:07 PM

Message: SocketException 10060
peer: 10.0.0.8:443

Category: General
----------------------------------------
`,
    failures: [
      "10061 2026-11-13T14:22:07.000Z connect 10.0.0.9:443",
      "10060 2026-11-13T14:25:07.000Z null 10.0.0.8:443",
    ],
  },
  {
    name: "db2diag.log",
    log: `2026-11-03-14.22.07.611000+000 I1234F567          LEVEL: Error
PID     : 4711                 TID : 1012         PROC : db2syscs.exe
INSTANCE: DB2                  NODE : 000         DB   : SHOP
FUNCTION: DB2 UDB, common communication, sqlcctcpconnr, probe:110
MESSAGE : DIA3202C The TCP/IP call "connect" returned an errno="10061" (WSAECONNREFUSED)
CALLED  : OS, -, connect
OSERR   : 10061

2026-11-03-14.23.07.611000+000 I1234F567          LEVEL: Error
PID     : 4711                 TID : 1012         PROC : db2syscs.exe
MESSAGE : DIA3202C The TCP/IP call "connect" returned an errno="10061" (WSAECONNREFUSED)
OSERR   : 10061
`,
    failures: ["10061 2026-11-03T14:22:07.611Z connect null", "10061 2026-11-03T14:23:07.611Z connect null"],
  },
  {
    name: "Event Viewer's export with tabs",
    log: `Level	Date and Time	Source	Event ID	Task Category
Error	11/13/2026 2:22:07 PM	Gatherer	3	None	"batch failed

connect to db-2:5432 failed: WSAECONNREFUSED
error 10061
"
Error	11/13/2026 2:25:07 PM	Gatherer	3	None	"recv failed: WSAECONNRESET
from db-3:5432
"
`,
    failures: ["10061 2026-11-13T14:22:07.000Z connect db-2:5432", "10054 2026-11-13T14:25:07.000Z receive db-3:5432"],
  },
  {
    name: "pretty lines of pino",
    log: `[2026-11-03T14:22:07.611Z] ERROR (4711 on APP1): query failed
    err: {
      "type": "Error",
      "message": "read WSAECONNRESET",
      "host": "db-2",
      "port": 5432
    }
[2026-11-03T14:22:09.611Z] INFO (4711 on APP1): query done
`,
    failures: ["10054 2026-11-03T14:22:07.611Z receive db-2:5432"],
  },
  {
    name: "a console of Jenkins",
    log: `2026-11-03 14:22:07 SEVERE hudson.slaves.ChannelPinger launch failed
Also: hudson.remoting.Channel$CallSiteStackTrace: Remote call to agent-7
java.io.IOException: WSAECONNABORTED
	at hudson.remoting.Request.call(Request.java:10054)
Caused: java.io.IOException: WSAECONNABORTED while sending to agent-7.corp.example:22
	at hudson.remoting.Request.call(Request.java:10060)
`,
    failures: ["10053 2026-11-03T14:22:07.000Z send agent-7.corp.example:22"],
  },
  {
    name: "traces of .NET on one line",
    log: `<E2ETraceEvent xmlns="x"><System><TimeCreated SystemTime="2026-11-03T14:22:07.611Z" /></System><ApplicationData>recv from 10.0.0.7:808 failed: WSAECONNRESET</ApplicationData></E2ETraceEvent><E2ETraceEvent xmlns="x"><System><TimeCreated SystemTime="2026-11-03T14:25:07.611Z" /></System><ApplicationData>recv from 10.0.0.8:808 failed: WSAECONNRESET</ApplicationData></E2ETraceEvent>
`,
    failures: [
      "10054 2026-11-03T14:22:07.611Z receive 10.0.0.7:808",
      "10054 2026-11-03T14:25:07.611Z receive 10.0.0.8:808",
    ],
  },
  {
    name: "an array of printed JSON",
    log: `[
  {
    "error": "recv failed: WSAECONNRESET",
    "peer": { "address": "10.0.0.7:808" },
    "time": "2026-11-03T14:22:07.611Z"
  },
  {
    "error": "recv failed: WSAECONNRESET",
    "peer": { "address": "10.0.0.8:808" },
    "time": "2026-11-03T14:25:07.611Z"
  }
]
`,
    failures: [
      "10054 2026-11-03T14:22:07.611Z receive 10.0.0.7:808",
      "10054 2026-11-03T14:25:07.611Z receive 10.0.0.8:808",
    ],
  },
  {
    name: "an object with an array of events",
    log: `{
  "Records": [
    {
      "time": "2026-11-03T14:22:07.611Z",
      "error": "recv failed: WSAECONNRESET",
      "source": {
        "name": "shop"
      }
    },
    {
      "error": "recv failed: WSAECONNRESET",
      "time": "2026-11-03T14:25:07.611Z"
    }
  ]
}
`,
    failures: ["10054 2026-11-03T14:22:07.611Z receive null", "10054 2026-11-03T14:25:07.611Z receive null"],
  },
  {
    name: "an object below a stamped line",
    log: `2026-11-03 14:22:07 ERROR upload failed: WSAETIMEDOUT
{
  "upstream": "store.corp.example:9000",
  "code": "WSAETIMEDOUT"
}
2026-11-03 14:22:09 ERROR upload failed: WSAETIMEDOUT
`,
    failures: [
      "10060 2026-11-03T14:22:07.000Z send store.corp.example:9000",
      "10060 2026-11-03T14:22:09.000Z send null",
    ],
  },
  {
    name: "a call that only the stack of Java shows",
    log: `2026-11-03 14:22:07,611 WARN  [io-4] shop.Relay - channel [local=/10.0.0.1:9300, remote=/10.0.0.2:51111] closed
java.io.IOException: WSAECONNRESET
\tat java.base/sun.nio.ch.SocketDispatcher.read0(Native Method)
\tat java.base/sun.nio.ch.IOUtil.read(IOUtil.java:245)
\tat shop.Relay.connect(Relay.java:31)
2026-11-03 14:23:07,611 WARN  [io-4] shop.Relay - gone
java.io.IOException: WSAECONNABORTED
\tat shop.Relay.connect(Relay.java:31)
\tat java.base/sun.nio.ch.SocketDispatcher.write0(Native Method)
`,
    failures: ["10054 2026-11-03T14:22:07.611Z receive 10.0.0.2:51111", "10053 2026-11-03T14:23:07.611Z null null"],
  },
  {
    name: "a call that only the stack of .NET shows, and the endpoint below",
    log: `2026-11-03 14:22:07 ERROR job 7
System.IO.IOException: the far end is gone. ---> System.Net.Sockets.SocketException (10054)
   at System.Net.Sockets.NetworkStream.Write(Byte[] buffer, Int32 offset, Int32 size)
   at Shop.Mail.Open()
   server: mail.corp.example:587
2026-11-03 14:22:09 INFO  job 8
`,
    failures: ["10054 2026-11-03T14:22:07.000Z send mail.corp.example:587"],
  },
  {
    name: "a call that only the stack of Node shows",
    log: `2026-11-03T14:22:07.611Z error: upstream 10.0.0.9:8443 went away
Error: WSAECONNRESET
    at TCP.onStreamRead (node:internal/stream_base_commons:218:20)
2026-11-03T14:22:08.611Z info: again
`,
    failures: ["10054 2026-11-03T14:22:07.611Z receive 10.0.0.9:8443"],
  },
  {
    name: "wevtutil's text",
    log: `Event[0]:
  Log Name: Application
  Source: Agent
  Date: 2026-11-03T14:22:07.611
  Event ID: 996
  Description:
connect to 10.0.0.9:8531 failed: WSAECONNREFUSED

Event[1]:
  Log Name: Application
  Source: Agent
  Date: 2026-11-03T13:05:00.000
  Description:
Lost the server at 10.0.0.41:51022
java.io.IOException: WSAECONNRESET
\tat java.base/sun.nio.ch.SocketDispatcher.read0(Native Method)
`,
    failures: [
      "10061 2026-11-03T14:22:07.611Z connect 10.0.0.9:8531",
      "10054 2026-11-03T13:05:00.000Z receive 10.0.0.41:51022",
    ],
  },
  {
    name: "MinIO's console",
    log: `API: SYSTEM.grid
Time: 14:22:07 UTC 11/13/2026
DeploymentID: 7
Error: dial tcp 10.0.0.62:9000: WSAECONNREFUSED

API: PutObject(bucket=b)
Time: 14:25:31 UTC 11/13/2026
Error: read tcp 10.0.0.61:9000->10.0.0.91:53122: WSAECONNRESET
`,
    failures: [
      "10061 2026-11-13T14:22:07.000Z connect 10.0.0.62:9000",
      "10054 2026-11-13T14:25:31.000Z receive 10.0.0.91:53122",
    ],
  },
  {
    name: "the host on one line, and its port on the next",
    log: `2026-11-03 14:22:07 ERROR: could not connect to server: Connection refused (0x0000274D/10061)
\tIs the server running on host "10.0.0.80" and accepting
\tTCP/IP connections on port 5432?
2026-11-03 14:22:08 next
`,
    failures: ["10061 2026-11-03T14:22:07.000Z connect 10.0.0.80:5432"],
  },
  {
    name: "a console without times",
    log: `Error: recv from 10.0.0.7:808 failed: WSAECONNRESET
Error: recv from 10.0.0.7:808 failed: WSAECONNRESET
WARNING: recv from 10.0.0.7:808 failed: WSAECONNRESET
WARNING: recv from 10.0.0.7:808 failed: WSAECONNRESET
Message: recv from 10.0.0.7:808 failed: WSAECONNRESET
Message: recv from 10.0.0.7:808 failed: WSAECONNRESET
`,
    failures: Array<string>(6).fill("10054 null receive 10.0.0.7:808"),
  },
  {
    name: "levels and colons without times",
    log: `ERROR : recv from 10.0.0.7:808 failed: WSAECONNRESET
ERROR : recv from 10.0.0.7:808 failed: WSAECONNRESET
Worker : recv from 10.0.0.7:808 failed: WSAECONNRESET
Worker : recv from 10.0.0.7:808 failed: WSAECONNRESET
Worker : idle
Worker : recv from 10.0.0.7:808 failed: WSAECONNRESET
`,
    failures: Array<string>(5).fill("10054 null receive 10.0.0.7:808"),
  },
  {
    name: "a quote that is never closed",
    log: `the name is "shop, which is odd
recv from 10.0.0.7:808 failed: WSAECONNRESET
2026-11-03 14:22:07 they said,"wait
2026-11-03 14:22:08 recv from 10.0.0.7:808 failed: WSAECONNRESET
2026-11-03 14:22:09 recv from 10.0.0.7:808 failed: WSAECONNRESET
`,
    failures: [
      "10054 null receive 10.0.0.7:808",
      "10054 2026-11-03T14:22:08.000Z receive 10.0.0.7:808",
      "10054 2026-11-03T14:22:09.000Z receive 10.0.0.7:808",
    ],
  },
];
