import type { Entry } from "../entry.ts";

/** Codes of resources that ran out: memory, sockets, buffers, ports, quotas. */
export const resource: readonly Entry[] = [
  {
    code: 8,
    name: "WSA_NOT_ENOUGH_MEMORY",
    aliases: [],
    category: "resource",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: null,
    posix: "ENOMEM",
    libuv: { name: "ENOMEM", number: -4057 },
    title: { en: "not enough memory", zh: "内存不足" },
    meaning: {
      en: "A Winsock function that maps directly to a Windows function was told that memory it needs is not available. The number is Win32's ERROR_NOT_ENOUGH_MEMORY; it may pass once memory is freed, but a leak will bring it back.",
      zh: "某个直接映射到 Windows 函数的 Winsock 函数得知所需的内存资源不可用。该编号即 Win32 的 ERROR_NOT_ENOUGH_MEMORY；内存释放后可能恢复，但若存在泄漏还会再次出现。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The machine has reached its commit limit, or a job object or container limits the process",
          zh: "系统已达到提交内存上限，或作业对象、容器限制了该进程",
        },
        next: {
          en: "Compare `Get-Counter '\\Memory\\Committed Bytes','\\Memory\\Commit Limit'`; enlarge the paging file or stop the largest process",
          zh: "对比 `Get-Counter '\\Memory\\Committed Bytes','\\Memory\\Commit Limit'`；增大页面文件，或停掉占用最大的进程",
        },
        source: "https://learn.microsoft.com/troubleshoot/windows-client/performance/introduction-to-the-page-file",
      },
      {
        operations: [],
        cause: {
          en: "A 32-bit process has used up its 2 GB (or, if large-address-aware, 4 GB) of address space, although the machine has memory left",
          zh: "32 位进程用尽了 2 GB（启用大地址感知时为 4 GB）地址空间，即使整机仍有空闲内存",
        },
        next: {
          en: "Look at `(Get-Process -Id PID).VirtualMemorySize64`; use the 64-bit build or restart the program before it grows so far",
          zh: "查看 `(Get-Process -Id PID).VirtualMemorySize64`；改用 64 位版本，或在增长到上限之前重启程序",
        },
        source: "https://learn.microsoft.com/windows/win32/memory/memory-limits-for-windows-releases",
      },
      {
        operations: [],
        cause: {
          en: "A leak of sockets, events or pending overlapped operations in the program itself",
          zh: "程序自身泄漏了套接字、事件或未完成的重叠操作",
        },
        next: {
          en: "Watch `Get-Process -Id PID | Select-Object HandleCount, PrivateMemorySize64` over some hours; numbers that only rise mean a leak",
          zh: "连续数小时观察 `Get-Process -Id PID | Select-Object HandleCount, PrivateMemorySize64`；只升不降即为泄漏",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-closesocket",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "getaddrinfo ran out of memory: its EAI_MEMORY is this number",
          zh: "getaddrinfo 内存不足：EAI_MEMORY 就是这个编号",
        },
        next: {
          en: "Check that every getaddrinfo result is released with freeaddrinfo, above all in loops that resolve before each connect",
          zh: "检查每个 getaddrinfo 结果是否都用 freeaddrinfo 释放，尤其是每次连接前都要解析的循环",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
    ],
    related: [
      {
        code: 10055,
        note: {
          en: "10055 is a shortage of network buffers or ports, 8 of ordinary memory.",
          zh: "10055 是网络缓冲区或端口不足，8 是普通内存不足。",
        },
      },
    ],
  },
  {
    code: 10024,
    name: "WSAEMFILE",
    aliases: [],
    category: "resource",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: "TooManyOpenSockets",
    posix: "EMFILE",
    libuv: { name: "EMFILE", number: -4066 },
    title: { en: "too many open sockets", zh: "打开的套接字过多" },
    meaning: {
      en: "The number of socket handles has reached a maximum, which an implementation may set for the whole system, a process or a thread. Windows itself limits them only by memory, so the cause is nearly always a leak or a limit built into a library; it passes only when sockets are closed.",
      zh: "套接字句柄数量达到上限；各实现可对全局、每个进程或每个线程设限。Windows 本身只受内存限制，因此原因几乎总是泄漏，或某个库内置的限制；只有关闭一些套接字后才会恢复。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The program leaks sockets: it never closes them, or not on its error paths",
          zh: "程序泄漏套接字：从不关闭，或在出错路径上没有关闭",
        },
        next: {
          en: "Count them by state with `Get-NetTCPConnection -OwningProcess PID | Group-Object State`; many in CLOSE_WAIT mean that the peers have gone and the program does not close",
          zh: "用 `Get-NetTCPConnection -OwningProcess PID | Group-Object State` 按状态统计；大量 CLOSE_WAIT 表示对端已离开而程序没有关闭",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-closesocket",
      },
      {
        operations: ["accept"],
        cause: {
          en: "More clients at once than the server is built for, or clients that hold idle connections",
          zh: "同时连接的客户端超出服务端的设计容量，或客户端长期占用空闲连接",
        },
        next: {
          en: "See who holds the connections: `Get-NetTCPConnection -LocalPort PORT | Group-Object RemoteAddress | Sort-Object Count -Descending`; then set an idle time limit and a limit per client",
          zh: "查看连接来自哪里：`Get-NetTCPConnection -LocalPort PORT | Group-Object RemoteAddress | Sort-Object Count -Descending`；再设置空闲超时和单客户端连接上限",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-accept",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "A client opens a new connection per request, or its pool has no upper bound",
          zh: "客户端每个请求都新建连接，或连接池没有上限",
        },
        next: {
          en: "Share one HTTP client or pool in the whole process and limit its size; compare the number of connections to HOST with the number of requests",
          zh: "整个进程共用一个 HTTP 客户端或连接池并限制其大小；将到 HOST 的连接数与请求数作对比",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/tcp-ip-specific-issues-2",
      },
      {
        operations: [],
        cause: {
          en: "A limit of the runtime or a library, which reports it under this code: FD_SETSIZE lets select take 64 sockets by default, the C runtime allows 512 streams and 8,192 low-level descriptors",
          zh: "限制来自运行时或某个库，并以此错误码报告：FD_SETSIZE 默认让 select 只能处理 64 个套接字，C 运行库默认允许 512 个流、最多 8,192 个底层描述符",
        },
        next: {
          en: "If the failure begins at a round number of connections, define FD_SETSIZE before including winsock2.h, raise the limit with _setmaxstdio, or use completion ports",
          zh: "如果总在某个整数连接数处开始失败，请在包含 winsock2.h 之前定义 FD_SETSIZE、用 _setmaxstdio 提高上限，或改用完成端口",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/maximum-number-of-sockets-supported-2",
      },
      {
        operations: [],
        cause: {
          en: "A security product or layered provider keeps its own limited table of sockets",
          zh: "安全软件或分层服务提供程序自带容量有限的套接字表",
        },
        next: {
          en: "If the handle count is low (`(Get-Process -Id PID).HandleCount`), repeat the test without that product, listed by `netsh winsock show catalog`",
          zh: "如果句柄数并不高（`(Get-Process -Id PID).HandleCount`），用 `netsh winsock show catalog` 找出相关产品，停用后再测",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/maximum-number-of-sockets-supported-2",
      },
    ],
    related: [
      {
        code: 10055,
        note: {
          en: "10055: buffers or ports are used up. 10024: socket handles are. Leaks often lead to 10055 first on current Windows.",
          zh: "10055 是缓冲区或端口耗尽，10024 是套接字句柄耗尽；在当前 Windows 上，泄漏往往先表现为 10055。",
        },
      },
      {
        code: 10048,
        note: {
          en: "A client that runs out of local ports sees 10048 or 10055, not 10024.",
          zh: "客户端本地端口用尽时看到的是 10048 或 10055，而不是 10024。",
        },
      },
    ],
  },
  {
    code: 10055,
    name: "WSAENOBUFS",
    aliases: [],
    category: "resource",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: "NoBufferSpaceAvailable",
    posix: "ENOBUFS",
    libuv: { name: "ENOBUFS", number: -4060 },
    title: { en: "socket buffers or ports exhausted", zh: "缓冲区或端口耗尽" },
    meaning: {
      en: "The operation failed because the system lacked buffer space or a queue was full. On connect and bind this very often means that the ephemeral ports are used up; on send it means too much data in flight or exhausted kernel memory. It passes when ports or buffers are freed, and returns until the cause is found.",
      zh: "系统缓冲区空间不足或队列已满，操作无法执行。出现在 connect 和 bind 上，往往意味着临时端口耗尽；出现在 send 上，则是在途数据过多或内核内存耗尽。端口或缓冲区释放后即可恢复，但不找到原因还会再来。",
    },
    advice: [
      {
        operations: ["connect", "bind"],
        cause: {
          en: "All ephemeral ports are taken, by connections in TIME_WAIT after many short connections or by one process that leaks sockets, whose ports then show as Bound",
          zh: "临时端口全部被占用：大量短连接留下的 TIME_WAIT，或某个进程泄漏套接字（其端口显示为 Bound）",
        },
        next: {
          en: "Run `Get-NetTCPConnection | Group-Object State, OwningProcess | Sort-Object Count -Descending | Select-Object -First 10` and compare with `netsh int ipv4 show dynamicport tcp` (16,384 by default)",
          zh: "运行 `Get-NetTCPConnection | Group-Object State, OwningProcess | Sort-Object Count -Descending | Select-Object -First 10`，并与 `netsh int ipv4 show dynamicport tcp`（默认 16,384 个）对比",
        },
        evidence: { incidentOf: "connect" },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/tcp-ip-port-exhaustion-troubleshooting",
      },
      {
        operations: ["connect", "bind"],
        cause: {
          en: "Windows has logged the port shortage: Tcpip event 4231 (TCP) or 4266 (UDP), or 4227 when ports are reused too fast",
          zh: "Windows 已记录端口短缺：Tcpip 事件 4231（TCP）或 4266（UDP），端口重用过快则为 4227",
        },
        next: {
          en: "`Get-WinEvent -FilterHashtable @{LogName='System';ProviderName='Tcpip';Id=4227,4231,4266} -MaxEvents 20`; as first aid widen the range with `netsh int ipv4 set dynamicport tcp start=20000 num=45536`, then reuse connections",
          zh: "查询 `Get-WinEvent -FilterHashtable @{LogName='System';ProviderName='Tcpip';Id=4227,4231,4266} -MaxEvents 20`；应急可用 `netsh int ipv4 set dynamicport tcp start=20000 num=45536` 扩大范围，随后应改为复用连接",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/tcp-ip-port-exhaustion-troubleshooting",
      },
      {
        operations: ["bind", "send"],
        cause: {
          en: "A process holds thousands of UDP ports (DNS queries, discovery, game or peer-to-peer software)",
          zh: "某个进程占用了数千个 UDP 端口（DNS 查询、设备发现、游戏或 P2P 软件）",
        },
        next: {
          en: "`Get-NetUDPEndpoint | Group-Object OwningProcess | Sort-Object Count -Descending | Select-Object -First 5`, then restart or update that program",
          zh: "执行 `Get-NetUDPEndpoint | Group-Object OwningProcess | Sort-Object Count -Descending | Select-Object -First 5`，然后重启或更新该程序",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/tcp-ip-port-exhaustion-troubleshooting",
      },
      {
        operations: ["send"],
        cause: {
          en: "Too much in flight: a single send of hundreds of megabytes, overlapped sends queued without waiting for completions, or UDP sent faster than the adapter or VPN tunnel takes it",
          zh: "在途数据过多：一次 send 数百 MB、不等完成就不断投递重叠发送，或 UDP 发送速度超过网卡或 VPN 隧道的承受能力",
        },
        next: {
          en: "Send in pieces of 64 KB to 1 MB, bound the number of pending sends, and after this code pause for some milliseconds before the next datagram",
          zh: "按 64 KB 至 1 MB 分块发送，限制挂起的发送数量；遇到此错误码后停顿数毫秒再发下一个数据报",
        },
        source: "https://learn.microsoft.com/windows/win32/api/mswsock/nc-mswsock-lpfn_connectex",
      },
      {
        operations: ["receive", "accept"],
        cause: {
          en: "Pending receives lock more memory pages than the system allows: a large buffer for each of very many idle connections",
          zh: "挂起的接收操作锁定的内存页超过系统限制：数量庞大的空闲连接各占一个大缓冲区",
        },
        next: {
          en: "Post zero-byte receives on idle connections, or smaller buffers, and read when data has arrived",
          zh: "空闲连接改投零字节接收或使用更小的缓冲区，数据到达后再读取",
        },
        source: "https://cppblog.com/huangwei1024/archive/2010/11/21/134205.aspx",
      },
      {
        operations: [],
        cause: {
          en: "Non-paged pool is exhausted, usually by a leaking driver (VPN, antivirus filter, network card)",
          zh: "非分页池耗尽，通常是驱动泄漏所致（VPN、杀毒过滤驱动、网卡驱动）",
        },
        next: {
          en: "Watch `Get-Counter '\\Memory\\Pool Nonpaged Bytes'`; find the tag that grows with `poolmon /p /b` and the driver that contains it, then update or remove it",
          zh: "观察 `Get-Counter '\\Memory\\Pool Nonpaged Bytes'`；用 `poolmon /p /b` 找出持续增长的标记及其所属驱动，然后更新或卸载",
        },
        source: "https://learn.microsoft.com/windows-hardware/drivers/devtest/poolmon-examples",
      },
      {
        operations: [],
        cause: {
          en: "Old Windows: up to Server 2003 ports end at 5000, and Vista to Server 2008 R2 never free TIME_WAIT after 497 days without a restart",
          zh: "旧版 Windows：Server 2003 及更早版本的端口只到 5000；Vista 至 Server 2008 R2 连续运行 497 天后 TIME_WAIT 不再释放",
        },
        next: {
          en: "See with `net statistics workstation` since when it has been running, and restart (hotfix KB2553549); on Server 2003 raise MaxUserPort under `HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters`",
          zh: "用 `net statistics workstation` 查看自何时起运行并重启（修复补丁 KB2553549）；Server 2003 上可在 `HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters` 下调大 MaxUserPort",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/connect-tcp-greater-than-5000-error-wsaenobufs-10055",
      },
      {
        operations: [],
        cause: {
          en: "No shortage at all: WSAEnumProtocols asks in this way for a larger result buffer",
          zh: "并非资源短缺：WSAEnumProtocols 以此要求更大的结果缓冲区",
        },
        next: {
          en: "Call it again with the length that it has written to lpdwBufferLength",
          zh: "按它写入 lpdwBufferLength 的长度重新调用即可",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaenumprotocolsa",
      },
    ],
    related: [
      {
        code: 10048,
        note: {
          en: "10048 on connect is the same port shortage met for one particular destination or a bound local address.",
          zh: "connect 时的 10048 是同一种端口短缺，只是发生在某个特定目标或已绑定的本地地址上。",
        },
      },
      {
        code: 10035,
        note: {
          en: "10035 only says that the socket's own send buffer is full: normal, wait until it is writable.",
          zh: "10035 只表示该套接字自己的发送缓冲区已满：属正常情况，等待可写即可。",
        },
      },
      {
        code: 10024,
        note: {
          en: "10024: too many socket handles, whatever the ports and buffers.",
          zh: "10024 是套接字句柄过多，与端口和缓冲区无关。",
        },
      },
    ],
  },
  {
    code: 10059,
    name: "WSAETOOMANYREFS",
    aliases: [],
    category: "resource",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "ETOOMANYREFS",
    libuv: null,
    title: { en: "too many kernel references", zh: "内核对象引用过多" },
    meaning: {
      en: "There are too many references to some kernel object. The code comes from BSD and is reserved in Winsock; no function of current Windows is known to return it.",
      zh: "对某个内核对象的引用过多。该错误码源自 BSD，在 Winsock 中仅作保留，当前 Windows 没有已知函数会返回它。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The number was made by a compatibility layer, an emulator or a driver that translates Unix errors",
          zh: "该编号由兼容层、模拟器或转换 Unix 错误的驱动产生",
        },
        next: {
          en: "Find out which module wrote the line, and see whether handles to the object pile up: `handle.exe -s -p PID` (Sysinternals)",
          zh: "查明该行由哪个模块写入，并查看该对象的句柄是否不断累积：`handle.exe -s -p PID`（Sysinternals）",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/error-codes-errno-h-errno-and-wsagetlasterror-2",
      },
      {
        operations: [],
        cause: {
          en: "A product counts with its own table of 10000-codes and means something else by 10059",
          zh: "产品使用自己的 10000 段错误表，10059 另有含义",
        },
        next: {
          en: "Ask Windows for its wording with `certutil -error 10059`; if the log's wording differs, search the product's documentation",
          zh: "用 `certutil -error 10059` 查看 Windows 的说法；如果与日志文字不符，请查产品文档",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/certutil",
      },
    ],
    related: [
      {
        code: 10024,
        note: {
          en: "When handles pile up, 10024 is the everyday code.",
          zh: "句柄不断累积时，平常见到的是 10024。",
        },
      },
    ],
  },
  {
    code: 10067,
    name: "WSAEPROCLIM",
    aliases: [],
    category: "resource",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: "ProcessLimit",
    posix: "EPROCLIM",
    libuv: null,
    title: { en: "process limit reached", zh: "使用 Winsock 的进程过多" },
    meaning: {
      en: "WSAStartup failed because the Winsock implementation limits how many applications may use it at the same time, and that number is reached. The stacks of the 16-bit days had such limits; Windows NT and its successors have none of practical size.",
      zh: "Winsock 实现限制了可同时使用它的应用数量，且已达到上限，因此 WSAStartup 失败。16 位时代的协议栈有这类限制，Windows NT 及其后续版本则没有实际意义上的上限。",
    },
    advice: [
      {
        operations: ["startup"],
        cause: {
          en: "An embedded, emulated or third-party Winsock with a fixed table of tasks",
          zh: "嵌入式、模拟环境或第三方 Winsock 使用固定大小的任务表",
        },
        next: {
          en: "Close other network programs and start again; find out which DLL is loaded with `tasklist /m wsock32.dll` and `tasklist /m ws2_32.dll`",
          zh: "关闭其他网络程序后重新启动；用 `tasklist /m wsock32.dll` 和 `tasklist /m ws2_32.dll` 查看加载的是哪个 DLL",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-wsastartup",
      },
      {
        operations: [],
        cause: {
          en: "A ported program turns BSD's error EPROCLIM, too many processes, into this number",
          zh: "移植程序把 BSD 的 EPROCLIM（进程过多）转换成了这个编号",
        },
        next: {
          en: "Count the processes with `(Get-Process).Count` and look for ones that start over and over or never end",
          zh: "用 `(Get-Process).Count` 统计进程数，查找反复启动或从不退出的进程",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/error-codes-errno-h-errno-and-wsagetlasterror-2",
      },
    ],
    related: [
      {
        code: 10091,
        note: {
          en: "Also from WSAStartup. 10091: Winsock is not ready. 10067: it is full.",
          zh: "同样来自 WSAStartup：10091 是 Winsock 尚未就绪，10067 是名额已满。",
        },
      },
    ],
  },
  {
    code: 10068,
    name: "WSAEUSERS",
    aliases: [],
    category: "resource",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "EUSERS",
    libuv: null,
    title: { en: "user quota exceeded", zh: "超出用户配额" },
    meaning: {
      en: "The quota of users has run out. It is another BSD number that Winsock merely defines, so a socket call is not the likely origin.",
      zh: "用户配额已用尽。这是另一个 Winsock 仅作定义的 BSD 编号，因此不太可能来自套接字调用。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A server application limits users, sessions or licences and reports that under the BSD name",
          zh: "服务端应用限制了用户数、会话数或许可证数，并沿用 BSD 名称报告",
        },
        next: {
          en: "Count the sessions on the server (`query session`, or the product's own console) and compare with its licence",
          zh: "在服务器上统计会话数（`query session` 或产品自带控制台），并与许可数量对比",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/query-session",
      },
      {
        operations: [],
        cause: {
          en: "The file server refuses another connection to its share, which Windows calls Win32 error 71",
          zh: "文件服务器拒绝更多的共享连接，Windows 对应的是 Win32 错误 71",
        },
        next: {
          en: "On the server list `Get-SmbSession` and the limits with `net share` and `net config server`; a client edition of Windows admits far fewer connections than a server edition",
          zh: "在服务器上用 `Get-SmbSession` 列出会话，用 `net share` 和 `net config server` 查看限制；客户端版 Windows 允许的连接数远少于服务器版",
        },
        source: "https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-",
      },
    ],
    related: [
      {
        code: 10069,
        note: {
          en: "10069 is about disk space granted to a user, 10068 about the number of users.",
          zh: "10069 针对分配给用户的磁盘空间，10068 针对用户数量。",
        },
      },
    ],
  },
  {
    code: 10069,
    name: "WSAEDQUOT",
    aliases: [],
    category: "resource",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "EDQUOT",
    libuv: null,
    title: { en: "disk quota exceeded", zh: "超出磁盘配额" },
    meaning: {
      en: "The disk quota has run out. The code belongs to file systems and exists in Winsock in name only; on Windows a full quota is Win32 error 1295.",
      zh: "磁盘配额已用尽。该错误码属于文件系统，在 Winsock 中只有名称；在 Windows 上，配额用尽对应的是 Win32 错误 1295。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A download or log could not be written because the account's quota on that volume is used up",
          zh: "账户在该卷上的配额已满，下载文件或日志无法写入",
        },
        next: {
          en: "`fsutil quota query C:` with the drive in question; on a file server `Get-FsrmQuota`",
          zh: "对相应的盘符执行 `fsutil quota query C:`；文件服务器上用 `Get-FsrmQuota`",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/fsutil-quota",
      },
      {
        operations: [],
        cause: {
          en: "An NFS or Samba server hands EDQUOT through to a ported client",
          zh: "NFS 或 Samba 服务器把 EDQUOT 传给了移植的客户端",
        },
        next: {
          en: "Ask for the quota on the server itself (`quota -u` there) and free space or raise it",
          zh: "在服务器端查询配额（在那里执行 `quota -u`），清理空间或提高配额",
        },
        source: "https://www.rfc-editor.org/rfc/rfc1813#section-2.6",
      },
    ],
    related: [
      {
        code: 10055,
        note: {
          en: "A lack of buffer space (10055) has nothing to do with disk space.",
          zh: "缓冲区空间不足（10055）与磁盘空间无关。",
        },
      },
    ],
  },
];
