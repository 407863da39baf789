import type { Entry } from "../entry.ts";

/** Codes of sockets, libraries or objects in the wrong state for the call. */
export const state: readonly Entry[] = [
  {
    code: 10056,
    name: "WSAEISCONN",
    aliases: [],
    category: "state",
    retryable: "no",
    severity: "warning",
    dotnet: "IsConnected",
    posix: "EISCONN",
    libuv: { name: "EISCONN", number: -4069 },
    title: { en: "socket already connected", zh: "套接字已连接" },
    meaning: {
      en: "A connect (or a call that implies one) was made on a socket that already has a peer. The existing connection is untouched and still works; in a loop that polls a non-blocking connect this answer means success.",
      zh: "对已经有对端的套接字再次发起了连接（或隐含连接的调用）。原有连接不受影响，仍可使用；如果程序用循环轮询非阻塞 connect，这个返回值表示连接已经成功。",
    },
    advice: [
      {
        operations: ["connect"],
        cause: {
          en: "A reconnect path calls connect again on the old socket instead of a new one",
          zh: "重连逻辑在旧套接字上再次调用 connect，而没有新建套接字",
        },
        next: {
          en: "Close the old socket and create a new one for each attempt; check with `netstat -ano | findstr :PORT` that the first connection is still ESTABLISHED, so nothing on the network is wrong",
          zh: "每次重连前先关闭旧套接字并新建一个；用 `netstat -ano | findstr :PORT` 确认第一条连接仍为 ESTABLISHED，即网络本身没有问题",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["connect"],
        cause: {
          en: "A non-blocking connect is polled by calling connect repeatedly: 10035, then 10037, and finally this code once the handshake is complete",
          zh: "程序通过反复调用 connect 来轮询非阻塞连接：先是 10035，接着是 10037，握手完成后就是本错误码",
        },
        next: {
          en: "Treat it as connected and go on, or wait for writability with select or WSAPoll and read SO_ERROR instead of calling connect again",
          zh: "把它当作连接成功继续往下走；或者改用 select / WSAPoll 等待可写并读取 SO_ERROR，不再重复调用 connect",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["connect"],
        cause: {
          en: "ConnectEx was given a socket that is connected already, for example one taken from a reuse pool",
          zh: "传给 ConnectEx 的套接字已处于连接状态，例如从复用池中取出的套接字",
        },
        next: {
          en: "Put a socket back into the pool only after DisconnectEx with TF_REUSE_SOCKET has completed; a plain shutdown does not make it reusable",
          zh: "只有带 TF_REUSE_SOCKET 的 DisconnectEx 完成之后才能把套接字放回池中；仅调用 shutdown 并不能让它重新可用",
        },
        source: "https://learn.microsoft.com/windows/win32/api/mswsock/nc-mswsock-lpfn_connectex",
      },
      {
        operations: ["listen"],
        cause: {
          en: "listen was called on a socket that has been connected as a client",
          zh: "对已作为客户端连接出去的套接字调用了 listen",
        },
        next: {
          en: "Use separate sockets for listening and for outgoing connections; look for a handle variable that both code paths share",
          zh: "监听和主动外连使用不同的套接字；检查是否有两段代码共用了同一个句柄变量",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-listen",
      },
      {
        operations: ["send"],
        cause: {
          en: "sendto names a destination on a datagram socket that is already connected; some implementations report this, while the providers of Windows send to that address, and on a stream socket the address is ignored",
          zh: "在已连接的数据报套接字上用 sendto 指定了目标地址；有的实现会报此错误，Windows 自带的服务提供程序则直接发往该地址，而流式套接字会忽略该地址",
        },
        next: {
          en: "Call send without an address on a connected socket, or leave the datagram socket unconnected when it talks to several peers",
          zh: "已连接的套接字直接用不带地址的 send；如果数据报套接字要与多个对端通信，就不要对它调用 connect",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaeisconn",
      },
    ],
    related: [
      {
        code: 10037,
        note: {
          en: "10037: the earlier connect is still under way. 10056: it has finished successfully.",
          zh: "10037 表示先前的 connect 还在进行；10056 表示它已经成功完成。",
        },
      },
      {
        code: 10057,
        note: {
          en: "The opposite state: 10057 means that there is no peer yet or no longer.",
          zh: "状态正好相反：10057 表示尚无对端，或对端已经失去。",
        },
      },
    ],
  },
  {
    code: 10057,
    name: "WSAENOTCONN",
    aliases: [],
    category: "state",
    retryable: "no",
    severity: "warning",
    dotnet: "NotConnected",
    posix: "ENOTCONN",
    libuv: { name: "ENOTCONN", number: -4053 },
    title: { en: "socket not connected", zh: "套接字未连接" },
    meaning: {
      en: "Data was to be sent or received, or the peer was asked for, on a socket that has no connection; for a datagram socket it means that sendto was given no address. Either the connect never completed or the connection is gone, so the real cause usually stands earlier in the log.",
      zh: "在没有连接的套接字上收发数据或查询对端；对数据报套接字而言，是调用 sendto 时没有提供地址。要么 connect 从未完成，要么连接已经断开，因此真正的原因通常在日志更早的位置。",
    },
    advice: [
      {
        operations: ["send", "receive"],
        cause: {
          en: "The connect failed or was still running (non-blocking), and its result was not checked",
          zh: "connect 失败了，或（非阻塞时）尚未完成，而程序没有检查结果",
        },
        next: {
          en: "Search the lines before this one for 10060, 10061 or 10035, and test the target with `Test-NetConnection HOST -Port PORT`; in code, wait for writability and read SO_ERROR before the first send",
          zh: "在此行之前的日志中查找 10060、10061 或 10035，并用 `Test-NetConnection HOST -Port PORT` 测试目标；代码中应先等到可写并读取 SO_ERROR，再第一次发送",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-send",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The connection was reset or dropped earlier and the program keeps using the dead socket",
          zh: "连接此前已被重置或断开，程序仍在使用这个失效的套接字",
        },
        next: {
          en: "Find the first 10053 or 10054 for the same peer and treat that one; make the program close the socket and reconnect after any fatal error",
          zh: "找到同一对端最早的 10053 或 10054，从那里着手处理；程序在任何致命错误之后都应关闭套接字并重连",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-recv",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The server uses its listening socket where it should use the one that accept returned",
          zh: "服务端在收发数据时用了监听套接字，而不是 accept 返回的套接字",
        },
        next: {
          en: "Check in the code that send and recv take accept's return value; this fails on every connection, not now and then",
          zh: "检查代码中 send 和 recv 使用的是不是 accept 的返回值；此类错误每次连接都会出现，而不是偶发",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-accept",
      },
      {
        operations: ["send"],
        cause: {
          en: "A UDP socket sends without a destination: send without connect, or sendto with a null address",
          zh: "UDP 套接字发送时没有目标：未 connect 就调用 send，或 sendto 的地址为空",
        },
        next: {
          en: "Pass the address to sendto, or connect the UDP socket once to set its default peer; check that the configured target name resolves: `Resolve-DnsName HOST`",
          zh: "给 sendto 传入地址，或先对 UDP 套接字 connect 一次以设定默认对端；并确认配置的目标名称能解析：`Resolve-DnsName HOST`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["accept"],
        cause: {
          en: "The client (often a port scanner or a load balancer's health check) reset the connection before the server asked for its address, so getpeername fails",
          zh: "客户端（往往是端口扫描器或负载均衡的健康检查）在服务端查询其地址之前就重置了连接，导致 getpeername 失败",
        },
        next: {
          en: "Ignore the single connection and keep accepting; compare the interval of the lines with the health check's, and see who connects with `Get-NetTCPConnection -LocalPort PORT`",
          zh: "忽略这一条连接并继续 accept；把日志出现的间隔与健康检查的周期对比，并用 `Get-NetTCPConnection -LocalPort PORT` 查看是谁在连接",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-getpeername",
      },
      {
        operations: ["accept", "connect"],
        cause: {
          en: "After AcceptEx or ConnectEx the socket's context was not updated, so shutdown, getpeername and getsockname do not see the connection",
          zh: "AcceptEx 或 ConnectEx 之后没有更新套接字上下文，shutdown、getpeername 和 getsockname 因此看不到这条连接",
        },
        next: {
          en: "Set SO_UPDATE_ACCEPT_CONTEXT or SO_UPDATE_CONNECT_CONTEXT with setsockopt as soon as the call has completed",
          zh: "调用完成后立即用 setsockopt 设置 SO_UPDATE_ACCEPT_CONTEXT 或 SO_UPDATE_CONNECT_CONTEXT",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/sol-socket-socket-options",
      },
      {
        operations: [],
        cause: {
          en: "setsockopt with SO_KEEPALIVE, or shutdown, on a connection that has been reset; other calls can report it for the same reason",
          zh: "在已被重置的连接上用 setsockopt 设置 SO_KEEPALIVE，或调用 shutdown；其他操作也可能因同样的原因返回此错误",
        },
        next: {
          en: "Harmless while closing: log it at debug level and call closesocket; set SO_KEEPALIVE directly after connect or accept, not later",
          zh: "在关闭流程中无害：降为调试级日志并调用 closesocket 即可；SO_KEEPALIVE 应在 connect 或 accept 之后立刻设置，不要拖到以后",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-setsockopt",
      },
    ],
    related: [
      {
        code: 10054,
        note: {
          en: "10054 reports the reset itself, once; the calls after it may report 10057.",
          zh: "10054 是重置发生时的那一次报告，其后的调用可能报 10057。",
        },
      },
      {
        code: 10058,
        note: {
          en: "10058: the program itself shut this direction down. 10057: there is no connection at all.",
          zh: "10058 是程序自己关闭了该方向；10057 则是根本没有连接。",
        },
      },
      {
        code: 10039,
        note: {
          en: "10039 is the datagram case with an unusable address given; 10057 with none given.",
          zh: "数据报场景下，10039 是给了无法使用的目标地址，10057 是没有给地址。",
        },
      },
    ],
  },
  {
    code: 10058,
    name: "WSAESHUTDOWN",
    aliases: [],
    category: "state",
    retryable: "no",
    severity: "warning",
    dotnet: "Shutdown",
    posix: "ESHUTDOWN",
    libuv: { name: "EPIPE", number: -4047 },
    title: { en: "socket already shut down", zh: "套接字该方向已关闭" },
    meaning: {
      en: "The local program has already called shutdown for the direction (sending, receiving or both) that it now wants to use. With TCP and UDP it is an ordering fault inside the program, not the peer's doing, and cannot be undone on this socket.",
      zh: "本地程序先前已用 shutdown 关闭了它现在想使用的方向（发送、接收或两者）。在 TCP 和 UDP 上，这是程序内部的时序问题，与对端无关，而且在该套接字上无法撤销。",
    },
    advice: [
      {
        operations: ["send"],
        cause: {
          en: "One thread or callback shut the sending side down while another still had data queued",
          zh: "某个线程或回调关闭了发送方向，而另一个仍有数据等待发送",
        },
        next: {
          en: "Let one owner both write and shut down, and call shutdown with SD_SEND only after the send queue is empty; look in the log for this connection's close message just before the error",
          zh: "由同一个所有者负责写入和关闭，发送队列清空后再以 SD_SEND 调用 shutdown；在日志中查看报错之前该连接的关闭记录",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-send",
      },
      {
        operations: ["send"],
        cause: {
          en: "A pooled or keep-alive connection is handed out again after its previous user closed it",
          zh: "连接池或长连接中的连接被上一个使用者关闭后又被分配出去",
        },
        next: {
          en: "Drop a connection from the pool as soon as it is shut down; lower the pool's idle time below the server's keep-alive time",
          zh: "连接一旦关闭就从池中移除；把连接池的空闲时间设得比服务端的 keep-alive 时间更短",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-shutdown",
      },
      {
        operations: ["send"],
        cause: {
          en: "A heartbeat, logger or TLS close alert is written after the program has begun to end the session",
          zh: "程序开始结束会话之后，心跳、日志或 TLS 关闭通知仍在写入",
        },
        next: {
          en: "Cancel timers before shutdown, and close TLS first, then the socket; if the lines come only while a service stops, they can be ignored",
          zh: "先取消定时器再 shutdown，先关闭 TLS 再关闭套接字；如果只在服务停止时出现，可以忽略",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-shutdown",
      },
      {
        operations: ["receive"],
        cause: {
          en: "The receiving side was shut down with SD_RECEIVE or SD_BOTH before everything had been read",
          zh: "数据尚未读完就用 SD_RECEIVE 或 SD_BOTH 关闭了接收方向",
        },
        next: {
          en: "Use SD_SEND and then read until recv returns 0; with SD_RECEIVE Windows resets a TCP connection on which data is still unread or arrives later, so the peer then logs 10054",
          zh: "应使用 SD_SEND，然后一直读到 recv 返回 0；使用 SD_RECEIVE 时，只要 TCP 连接上还有未读数据或之后又有数据到达，Windows 就会重置连接，对端随后会记录 10054",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-shutdown",
      },
      {
        operations: ["send"],
        cause: {
          en: "A half-closing client: it shuts sending down after its request and the same code then tries to send a second one",
          zh: "半关闭的客户端：发完请求就关闭发送方向，随后同一段代码又想发送第二个请求",
        },
        next: {
          en: "Open a new connection for the next request, or drop the half-close and mark the end of a request in the protocol",
          zh: "为下一个请求建立新连接；或取消半关闭，改由协议自身标明请求结束",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-shutdown",
      },
      {
        operations: ["connect"],
        cause: {
          en: "On a Bluetooth socket the remote device closed the L2CAP channel while the connection was being made",
          zh: "在蓝牙套接字上，连接尚在建立时远程设备就关闭了 L2CAP 通道",
        },
        next: {
          en: "See with `Get-PnpDevice -Class Bluetooth` that the device is paired and ready, bring it into range, and connect again with a new socket",
          zh: "用 `Get-PnpDevice -Class Bluetooth` 确认设备已配对且状态正常，把它移到有效范围内，再用新套接字重新连接",
        },
        source: "https://learn.microsoft.com/windows/win32/bluetooth/bluetooth-and-connect",
      },
    ],
    related: [
      {
        code: 10053,
        note: {
          en: "10053: Windows gave up the connection. 10058: the program closed this direction on purpose.",
          zh: "10053 是 Windows 放弃了连接；10058 是程序主动关闭了该方向。",
        },
      },
      {
        code: 10101,
        note: {
          en: "10101 reports that the peer closes gracefully; 10058 that this side did.",
          zh: "10101 表示对端正在正常关闭；10058 表示本端已经关闭。",
        },
      },
    ],
  },
  {
    code: 10066,
    name: "WSAENOTEMPTY",
    aliases: [],
    category: "state",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "ENOTEMPTY",
    libuv: null,
    title: { en: "directory not empty", zh: "目录非空" },
    meaning: {
      en: "A directory could not be removed because it still has contents. The number was taken over from BSD's list for completeness; no current Winsock function returns it.",
      zh: "目录中仍有内容，无法删除。该编号只是为完整起见从 BSD 的错误列表沿袭而来，当前没有任何 Winsock 函数会返回它。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A portability layer translated the errno ENOTEMPTY of a file operation into the Winsock number",
          zh: "移植层把文件操作的 errno ENOTEMPTY 转换成了 Winsock 编号",
        },
        next: {
          en: "Look for a folder in the same line and list it with `cmd /c dir /a /s`; hidden files and files opened by another process count as contents",
          zh: "在同一行中查找目录路径，并用 `cmd /c dir /a /s` 列出内容；隐藏文件以及被其他进程打开的文件也算内容",
        },
        source: "https://learn.microsoft.com/cpp/c-runtime-library/errno-constants",
      },
      {
        operations: [],
        cause: {
          en: "The program uses 10066 for something of its own, since Windows reports this condition as Win32 error 145",
          zh: "程序把 10066 用作自己的错误码，因为 Windows 对该情况报告的是 Win32 错误 145",
        },
        next: {
          en: "Compare `certutil -error 145` with the text in the log and search the vendor's documentation for 10066",
          zh: "将 `certutil -error 145` 的输出与日志文字对比，并在厂商文档中查找 10066",
        },
        source: "https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-",
      },
    ],
    related: [
      {
        code: 10070,
        note: {
          en: "Also a file-system code that Winsock only lists. 10070: a stale handle. 10066: a directory with contents.",
          zh: "同为 Winsock 仅列出的文件系统类错误码：10070 是句柄失效，10066 是目录仍有内容。",
        },
      },
    ],
  },
  {
    code: 10070,
    name: "WSAESTALE",
    aliases: [],
    category: "state",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "ESTALE",
    libuv: null,
    title: { en: "stale file handle", zh: "文件句柄已失效" },
    meaning: {
      en: "A handle refers to a file that is no longer available, which is what NFS calls stale. Winsock only reserves the number: current Windows sockets never report it.",
      zh: "句柄所指的文件已不可用，即 NFS 所说的 stale。Winsock 只是保留了这个编号，当前的 Windows 套接字不会报告它。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "An NFS client or a Unix port passes on ESTALE after the server removed or re-exported the file",
          zh: "服务器删除或重新导出文件之后，NFS 客户端或 Unix 移植程序把 ESTALE 转报出来",
        },
        next: {
          en: "List the NFS mounts with `mount.exe` (Client for NFS), unmount the share and mount it again, then reopen the file",
          zh: "用 `mount.exe`（NFS 客户端）列出 NFS 挂载，卸载该共享后重新挂载，再重新打开文件",
        },
        source: "https://www.rfc-editor.org/rfc/rfc1813#section-2.6",
      },
      {
        operations: [],
        cause: {
          en: "The line's 10070 is an event number or a vendor's code, not a socket error",
          zh: "该行的 10070 是事件编号或厂商错误码，并非套接字错误",
        },
        next: {
          en: "Check which component wrote the line; for shares over SMB a vanished handle is Win32 error 64 or 59, which `net helpmsg 64` explains",
          zh: "查明是哪个组件写的这一行；SMB 共享上句柄失效对应的是 Win32 错误 64 或 59，可用 `net helpmsg 64` 查看说明",
        },
        source: "https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-",
      },
    ],
    related: [
      {
        code: 10009,
        note: {
          en: "10009: the handle never was valid or is closed. 10070: it was valid and its file went away.",
          zh: "10009 表示句柄从未有效或已关闭；10070 表示句柄曾经有效，但其文件已不存在。",
        },
      },
    ],
  },
  {
    code: 10071,
    name: "WSAEREMOTE",
    aliases: [],
    category: "state",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "EREMOTE",
    libuv: null,
    title: { en: "item is remote", zh: "对象不在本地" },
    meaning: {
      en: "The object asked for exists, but on another machine and not locally. It is a leftover of BSD's remote file systems; no Winsock function of today's Windows returns it.",
      zh: "请求的对象存在，但在另一台机器上，本地没有。它是 BSD 远程文件系统的遗留代码，如今的 Windows 中没有 Winsock 函数会返回它。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A ported program asked for something local (a mount, a device) that lies on a network share",
          zh: "移植程序以本地方式访问位于网络共享上的对象（挂载点、设备）",
        },
        next: {
          en: "See with `net use` whether the path in the line is a mapped drive, and move the data to a local disk or run the program on the server",
          zh: "用 `net use` 查看该行中的路径是否为映射驱动器；把数据移到本地磁盘，或在服务器上运行该程序",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaeremote",
      },
      {
        operations: [],
        cause: {
          en: "Coincidence: a port, a process or a product's own error has the number 10071",
          zh: "巧合：端口号、进程号或产品自定义错误恰好是 10071",
        },
        next: {
          en: "Read the neighbouring words; `netstat -ano | findstr 10071` shows whether it is a port or a process on this machine",
          zh: "查看数字旁边的文字；`netstat -ano | findstr 10071` 可以看出它是不是本机的端口或进程号",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/netstat",
      },
    ],
    related: [
      {
        code: 10049,
        note: {
          en: "10049 is the network counterpart: an address that is not this machine's.",
          zh: "10049 是网络上的对应情形：地址不属于本机。",
        },
      },
    ],
  },
  {
    code: 10093,
    name: "WSANOTINITIALISED",
    aliases: [],
    category: "state",
    retryable: "no",
    severity: "critical",
    dotnet: "NotInitialized",
    posix: null,
    libuv: null,
    title: { en: "winsock not initialised", zh: "Winsock 尚未初始化" },
    meaning: {
      en: "No successful WSAStartup is in force in this process: it was never called, it failed, or WSACleanup has been called as often as WSAStartup. It is a fault of the program or of one of its libraries; the network is not involved and trying again does not help.",
      zh: "当前进程中没有生效的 WSAStartup：从未调用、调用失败，或 WSACleanup 的调用次数已经与 WSAStartup 相等。这是程序或其某个库的问题，与网络无关，重试也没有用。",
    },
    advice: [
      {
        operations: ["startup", "resolve", "connect", "bind"],
        cause: {
          en: "The program or library uses sockets, gethostname or getaddrinfo before calling WSAStartup, often because it relied on another library to do so",
          zh: "程序或库在调用 WSAStartup 之前就使用了套接字、gethostname 或 getaddrinfo，往往是依赖别的库代为初始化",
        },
        next: {
          en: "Call WSAStartup(MAKEWORD(2,2), …) first thing in main, before any library that may open a socket; a library update that stopped calling it is a typical trigger",
          zh: "在 main 开头、任何可能打开套接字的库之前调用 WSAStartup(MAKEWORD(2,2), …)；某个库升级后不再代为调用，是典型的诱因",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-wsastartup",
      },
      {
        operations: ["send", "receive", "connect", "accept", "resolve"],
        cause: {
          en: "WSACleanup ran once too often: a plugin or library cleaned up what it had not started, and sockets that worked a moment ago fail everywhere in the process",
          zh: "WSACleanup 多调用了一次：某个插件或库清理了并非由它初始化的 Winsock，进程中刚才还正常的套接字随即全部失败",
        },
        next: {
          en: "In WinDbg set `bp ws2_32!WSACleanup` and look at the callers with `k`; each successful WSAStartup needs exactly one WSACleanup",
          zh: "在 WinDbg 中设置 `bp ws2_32!WSACleanup`，命中后用 `k` 查看调用者；每次成功的 WSAStartup 只应对应一次 WSACleanup",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsacleanup",
      },
      {
        operations: ["startup"],
        cause: {
          en: "WSAStartup failed and its result was ignored",
          zh: "WSAStartup 失败，但返回值被忽略",
        },
        next: {
          en: "Log the value that WSAStartup itself returns (not WSAGetLastError) and look that code up, typically 10091 or 10092",
          zh: "记录 WSAStartup 自身的返回值（而不是 WSAGetLastError）并查询该错误码，常见的是 10091 或 10092",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-wsastartup",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "Sockets are still used while the program ends: worker threads, static destructors or atexit functions run after the cleanup",
          zh: "程序退出时仍在使用套接字：工作线程、静态析构函数或 atexit 函数在清理之后运行",
        },
        next: {
          en: "Join all threads before WSACleanup; if the lines appear only in the last second of the process, they are noise",
          zh: "先等待所有线程结束，再调用 WSACleanup；如果只在进程退出前的最后一秒出现，可视为噪声",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsacleanup",
      },
      {
        operations: [],
        cause: {
          en: "The socket belongs to another task or process: handles passed on without WSADuplicateSocket, or inherited by a child that has not called WSAStartup",
          zh: "套接字不归当前活动任务所有，即在任务或进程间共享：未经 WSADuplicateSocket 就传递句柄，或子进程继承了句柄却没有调用 WSAStartup",
        },
        next: {
          en: "Call WSAStartup in every process that touches sockets, and hand sockets over with WSADuplicateSocket and WSASocket",
          zh: "每个使用套接字的进程都要调用 WSAStartup，并通过 WSADuplicateSocket 与 WSASocket 移交套接字",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaduplicatesocketw",
      },
    ],
    related: [
      {
        code: 10091,
        note: {
          en: "10091: WSAStartup was called and Windows could not serve it. 10093: it was not called, or undone.",
          zh: "10091 是调用了 WSAStartup 但系统无法提供服务；10093 是没有调用，或已被撤销。",
        },
      },
      {
        code: 10038,
        note: {
          en: "10038 concerns one handle; 10093 hits every socket call of the process.",
          zh: "10038 只涉及一个句柄；10093 影响进程中的所有套接字调用。",
        },
      },
    ],
  },
];
