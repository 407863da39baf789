import type { Entry } from "../entry.ts";

/** Codes of addresses that are missing, unsuitable or in use. */
export const address: readonly Entry[] = [
  {
    code: 10039,
    name: "WSAEDESTADDRREQ",
    aliases: [],
    category: "address",
    retryable: "no",
    severity: "warning",
    dotnet: "DestinationAddressRequired",
    posix: "EDESTADDRREQ",
    libuv: null,
    title: { en: "destination address required", zh: "缺少目标地址" },
    meaning: {
      en: "The call needs a destination and was given none, or only the unspecified address. It is a mistake in the program or its configuration; nothing went out, and the same call will fail again.",
      zh: "调用需要目标地址，但没有提供，或提供的是未指定地址。这是程序或配置的错误；没有发出任何数据，同样的调用还会失败。",
    },
    advice: [
      {
        operations: ["send"],
        cause: {
          en: "The call sendto was given the wildcard address ADDR_ANY (`0.0.0.0` or `::`) as the receiver, often because an empty setting was parsed into it",
          zh: "sendto 的接收方是通配地址 ADDR_ANY（`0.0.0.0` 或 `::`），常见原因是空配置项被解析成了它",
        },
        next: {
          en: "Log the address just before the call, and check the setting or the lookup that should have filled it with `Resolve-DnsName HOST`",
          zh: "在调用前把地址写入日志，检查对应的配置项，并用 `Resolve-DnsName HOST` 检查本应填入它的解析结果",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaedestaddrreq",
      },
      {
        operations: ["send"],
        cause: {
          en: "The call sendto or WSASendTo is given a null address on a datagram socket that is not connected",
          zh: "对未连接的数据报套接字调用 sendto 或 WSASendTo 时传入了空地址",
        },
        next: {
          en: "Call connect on the datagram socket once, or pass the receiver to sendto or WSASendTo every time",
          zh: "对数据报套接字先调用一次 connect，或每次在 sendto、WSASendTo 中传入接收方地址",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-sendto",
      },
      {
        operations: [],
        cause: {
          en: "The address structure was left zeroed, because its copy went wrong or an earlier lookup failed unnoticed",
          zh: "地址结构仍是全零：复制出错，或之前的解析失败而未被察觉",
        },
        next: {
          en: "Print family, address and port of the structure in the debugger, and stop at the first failed getaddrinfo instead of going on",
          zh: "在调试器中查看结构里的地址族、地址和端口，并在 getaddrinfo 首次失败时就终止，不要继续执行",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaedestaddrreq",
      },
    ],
    related: [
      {
        code: 10057,
        note: {
          en: "Windows answers send on an unconnected socket with 10057; 10039 is about the address argument of the call.",
          zh: "在未连接的套接字上调用 send，Windows 返回 10057；10039 针对的是调用的地址参数。",
        },
      },
      {
        code: 10049,
        note: {
          en: "10049: there is an address, but it cannot be used there; 10039: there is none. To ADDR_ANY in sendto Windows may answer with either.",
          zh: "10049 是有地址但用在这里无效；10039 是没有地址。sendto 的地址为 ADDR_ANY 时，两者都可能返回。",
        },
      },
    ],
  },
  {
    code: 10047,
    name: "WSAEAFNOSUPPORT",
    aliases: [],
    category: "address",
    retryable: "no",
    severity: "warning",
    dotnet: "AddressFamilyNotSupported",
    posix: "EAFNOSUPPORT",
    libuv: { name: "EAFNOSUPPORT", number: -4089 },
    title: { en: "address family not supported", zh: "不支持该地址族" },
    meaning: {
      en: "The address does not fit the protocol of the socket. Every socket is created with one address family (AF_INET for IPv4) and one type (SOCK_STREAM); the error comes when the call to socket asks for the wrong protocol, or when an address of another family is used with the socket later, in sendto for example. Trying again does not help.",
      zh: "地址与套接字的协议不匹配。每个套接字在创建时就绑定了一个地址族（如 IPv4 的 AF_INET）和一种类型（如 SOCK_STREAM）；调用 socket 时请求了错误的协议，或之后在其上使用了其他地址族的地址（例如在 sendto 中），就会得到此错误。重试没有意义。",
    },
    advice: [
      {
        operations: ["connect", "send", "bind"],
        cause: {
          en: "An IPv6 address is used on an IPv4 socket, typically because the name now has both kinds of record; the reverse mostly ends in 10014, because an IPv4 address structure is too short",
          zh: "在 IPv4 套接字上使用了 IPv6 地址，通常是因为该名称现在同时有两种记录；反过来使用多半得到 10014，因为 IPv4 的地址结构太短",
        },
        next: {
          en: "See which families the name has with `Resolve-DnsName HOST`; create the socket from ai_family of the getaddrinfo result instead of a fixed AF_INET",
          zh: "用 `Resolve-DnsName HOST` 查看该名称有哪些地址；创建套接字时使用 getaddrinfo 结果中的 ai_family，不要写死 AF_INET",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["connect", "send", "bind"],
        cause: {
          en: "One IPv6 socket is meant to serve IPv4 partners too, but it is given plain IPv4 addresses instead of mapped ones",
          zh: "想用一个 IPv6 套接字兼顾 IPv4 对端，但传入的是普通 IPv4 地址，而不是映射地址",
        },
        next: {
          en: "Turn IPV6_V6ONLY off before bind or connect and write IPv4 partners as mapped addresses such as `::ffff:192.0.2.1`, or open one socket per family",
          zh: "在 bind 或 connect 之前关闭 IPV6_V6ONLY，并把 IPv4 对端写成 `::ffff:192.0.2.1` 这样的映射地址，或为每个地址族各开一个套接字",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/dual-stack-sockets",
      },
      {
        operations: [],
        cause: {
          en: "The protocol itself is missing: IPv4 was uninstalled, or IPv6 was never installed on Windows XP or Server 2003; IPv6 that is only switched off still opens sockets and fails later with 10051 or 10049",
          zh: "协议本身缺失：IPv4 已被卸载，或 Windows XP、Server 2003 上从未安装 IPv6；仅被禁用的 IPv6 仍能创建套接字，之后才以 10051 或 10049 失败",
        },
        next: {
          en: "See which protocols exist with `netsh interface ipv4 show interfaces` and `netsh interface ipv6 show interfaces`; `Get-NetAdapterBinding -ComponentID ms_tcpip6` and `reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters /v DisabledComponents` tell whether IPv6 is only switched off",
          zh: "用 `netsh interface ipv4 show interfaces` 和 `netsh interface ipv6 show interfaces` 查看有哪些协议；IPv6 是否只是被禁用，见 `Get-NetAdapterBinding -ComponentID ms_tcpip6` 和 `reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters /v DisabledComponents`",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/dual-stack-sockets",
      },
      {
        operations: [],
        cause: {
          en: "The family is not installed here: AF_UNIX before Windows 10 1803, AF_HYPERV without Hyper-V, AF_BTH without a Bluetooth radio",
          zh: "系统没有安装该地址族：Windows 10 1803 之前没有 AF_UNIX，未启用 Hyper-V 则没有 AF_HYPERV，没有蓝牙适配器则没有 AF_BTH",
        },
        next: {
          en: "List the installed protocols with `netsh winsock show catalog`; for AF_UNIX see whether `sc.exe query afunix` knows the driver",
          zh: "用 `netsh winsock show catalog` 列出已安装的协议；AF_UNIX 可用 `sc.exe query afunix` 查看驱动是否存在",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The call getaddrinfo was asked for a family that it does not know (EAI_FAMILY is the same number)",
          zh: "getaddrinfo 收到了它不认识的地址族（EAI_FAMILY 就是同一个数值）",
        },
        next: {
          en: "Set ai_family of the hints to AF_UNSPEC, AF_INET or AF_INET6, and zero the structure before filling it",
          zh: "将 hints 的 ai_family 设为 AF_UNSPEC、AF_INET 或 AF_INET6，并在填写前把结构清零",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
      {
        operations: [],
        cause: {
          en: "A removed VPN client or filter left the Winsock catalogue without the entries for the family",
          zh: "卸载 VPN 客户端或过滤软件后，Winsock 目录中丢失了该地址族的条目",
        },
        next: {
          en: "Rebuild the catalogue with `netsh winsock reset` from an elevated prompt and restart the computer",
          zh: "在管理员命令行中执行 `netsh winsock reset` 重建目录，然后重启计算机",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-winsock",
      },
    ],
    related: [
      {
        code: 10046,
        note: {
          en: "10046 blames the protocol family rather than the address; the two differ slightly but are mostly used for the same thing.",
          zh: "10046 指的是协议族而不是地址；两者含义略有不同，但多数情况下可视为同一问题。",
        },
      },
      {
        code: 10051,
        note: {
          en: "10051: the family works, but there is no route for it, as with IPv6 on an IPv4-only network.",
          zh: "10051 表示地址族可用但没有对应路由，例如在纯 IPv4 网络中访问 IPv6 地址。",
        },
      },
      {
        code: 10022,
        note: {
          en: "When only the length or content of the structure is wrong, Windows answers 10022 or 10014.",
          zh: "如果只是地址结构的长度或内容有误，Windows 返回 10022 或 10014。",
        },
      },
    ],
  },
  {
    code: 10048,
    name: "WSAEADDRINUSE",
    aliases: [],
    category: "address",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: "AddressAlreadyInUse",
    posix: "EADDRINUSE",
    libuv: { name: "EADDRINUSE", number: -4091 },
    title: { en: "address already in use", zh: "地址已被占用" },
    meaning: {
      en: "Each combination of protocol, IP address and port can normally be used by one socket only, and this one is taken: by a living socket, by one that was not closed properly, or by one that is still closing. Waiting helps only in the last case or when a client ran out of ports; otherwise the owner must go or another port be chosen.",
      zh: "协议、IP 地址和端口的每种组合通常只能由一个套接字使用，而这一组合已被占用：占用者可能是正常工作的套接字、未正确关闭的套接字，或仍在关闭过程中的套接字。只有最后一种情况或客户端端口耗尽时，等待才有用；否则必须让占用者退出或换一个端口。",
    },
    advice: [
      {
        operations: ["bind", "listen"],
        cause: {
          en: "Another program, or a second copy of this one, already listens on the port",
          zh: "另一个程序或本程序的第二个实例已在监听该端口",
        },
        next: {
          en: 'Find it with `netstat -ano | findstr :PORT` and `tasklist /fi "pid eq PID"`; stop it or change one of the two ports',
          zh: '用 `netstat -ano | findstr :PORT` 和 `tasklist /fi "pid eq PID"` 找到它，停掉它或修改其中一方的端口',
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-bind",
      },
      {
        operations: ["bind", "listen"],
        cause: {
          en: "A child process inherited the listening handle and keeps the port after its parent has gone; the process that netstat shows may no longer exist",
          zh: "子进程继承了监听句柄，父进程退出后端口仍被占着；netstat 显示的进程号可能已不存在",
        },
        next: {
          en: 'List the children of the dead owner with `Get-CimInstance Win32_Process -Filter "ParentProcessId=PID"` and end them; create sockets with WSA_FLAG_NO_HANDLE_INHERIT',
          zh: '用 `Get-CimInstance Win32_Process -Filter "ParentProcessId=PID"` 列出已退出进程的子进程并结束它们；创建套接字时使用 WSA_FLAG_NO_HANDLE_INHERIT',
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsasocketw",
      },
      {
        operations: ["bind", "listen"],
        cause: {
          en: "Connections of the previous run are still closing, which matters above all with SO_EXCLUSIVEADDRUSE",
          zh: "上一次运行的连接仍在关闭中，使用 SO_EXCLUSIVEADDRUSE 时尤其受影响",
        },
        next: {
          en: "Look for Established, FinWait2, CloseWait and LastAck in `Get-NetTCPConnection -LocalPort PORT`, wait until they are gone, and let the service shut its connections down before it stops",
          zh: "在 `Get-NetTCPConnection -LocalPort PORT` 中查找 Established、FinWait2、CloseWait、LastAck 状态，等到它们消失；并让服务在停止前先关闭各连接",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/so-exclusiveaddruse",
      },
      {
        operations: ["bind", "listen"],
        cause: {
          en: "HTTP.sys (process 4, System) serves the port for IIS, WinRM or another web service",
          zh: "HTTP.sys（4 号进程 System）正在该端口上为 IIS、WinRM 或其他 Web 服务提供服务",
        },
        next: {
          en: "See who registered it with `netsh http show servicestate view=requestq`, then stop that service or move its binding",
          zh: "用 `netsh http show servicestate view=requestq` 查看注册者，然后停止该服务或修改它的绑定",
        },
        source: "https://learn.microsoft.com/windows/win32/http/show-servicestate",
      },
      {
        operations: ["bind"],
        cause: {
          en: "The server wants several sockets on one port on purpose, for example for multicast, without saying so",
          zh: "服务器有意让多个套接字绑定同一端口（例如接收组播），但没有声明",
        },
        next: {
          en: "Consider SO_REUSEADDR on all of them before bind; on Windows it also lets strangers take the port over, so do not use it for ordinary TCP servers",
          zh: "考虑在 bind 之前为所有这些套接字设置 SO_REUSEADDR；在 Windows 上它也会让其他程序抢占端口，普通 TCP 服务器不要使用",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/using-so-reuseaddr-and-so-exclusiveaddruse",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The client binds a fixed local port and reconnects to the same server while the old connection is in TIME_WAIT",
          zh: "客户端绑定了固定的本地端口，旧连接还处于 TIME_WAIT 时又重连同一服务器",
        },
        next: {
          en: "Remove the bind: connect picks an unused port by itself; if a bind must stay, use port 0",
          zh: "去掉 bind：connect 会自动选择空闲端口；如果必须绑定，端口填 0",
        },
        source: "https://learn.microsoft.com/windows/win32/api/mswsock/nc-mswsock-lpfn_disconnectex",
      },
      {
        operations: ["connect"],
        cause: {
          en: "Too many short connections have used up the dynamic ports towards this server (16384 by default, each held in TIME_WAIT afterwards)",
          zh: "短连接过多，到该服务器的动态端口已用尽（默认 16384 个，断开后还要在 TIME_WAIT 中停留）",
        },
        next: {
          en: "Count `(Get-NetTCPConnection -State TimeWait).Count`, look for events 4227 and 4231 of source Tcpip in the System log, compare `netsh int ipv4 show dynamicport tcp`; reuse connections, set SO_REUSE_UNICASTPORT where the program binds before it connects, or widen the range",
          zh: "统计 `(Get-NetTCPConnection -State TimeWait).Count`，在系统日志中查找来源为 Tcpip 的 4227、4231 事件，对照 `netsh int ipv4 show dynamicport tcp`；复用连接，若程序在连接之前调用 bind 则设置 SO_REUSE_UNICASTPORT，或扩大范围",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/tcp-ip-port-exhaustion-troubleshooting",
      },
      {
        operations: ["connect", "listen"],
        cause: {
          en: "An earlier bind to a wildcard address (ADDR_ANY) collided, but the error was held back until a specific address was settled; connect, listen, WSAConnect or WSAJoinLeaf then report it",
          zh: "之前用通配地址（ADDR_ANY）调用 bind 时就已冲突，但错误被推迟到确定具体地址时才出现，由 connect、listen、WSAConnect 或 WSAJoinLeaf 报告",
        },
        next: {
          en: "Read it as a failed bind: bind to one specific address to see the error at once, and check the local port with `netstat -ano`",
          zh: "按 bind 失败来处理：改为绑定一个具体地址，让错误立即出现，并用 `netstat -ano` 检查本地端口",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
    ],
    related: [
      {
        code: 10013,
        note: {
          en: "Windows has reserved the port, or its owner keeps it from a bind that overlaps or would share it; netstat may show nobody.",
          zh: "端口被 Windows 保留，或其占用者不允许重叠或共享的绑定；netstat 里可能看不到占用者。",
        },
      },
      {
        code: 10049,
        note: {
          en: "The address is not taken, this machine simply does not have it.",
          zh: "地址没有被占用，而是本机根本没有这个地址。",
        },
      },
      {
        code: 10055,
        note: {
          en: "On connect, a machine without any free dynamic port may also report 10055.",
          zh: "connect 时，如果本机已没有任何空闲的动态端口，也可能报告 10055。",
        },
      },
    ],
  },
  {
    code: 10049,
    name: "WSAEADDRNOTAVAIL",
    aliases: [],
    category: "address",
    retryable: "elsewhere",
    severity: "error",
    dotnet: "AddressNotAvailable",
    posix: "EADDRNOTAVAIL",
    libuv: { name: "EADDRNOTAVAIL", number: -4090 },
    title: { en: "address not available", zh: "地址不可用" },
    meaning: {
      en: "The address is not valid where it is used. On bind it is not an address of this machine; on connect, sendto, WSAConnect, WSAJoinLeaf or WSASendTo the remote address or port cannot be that of a remote machine, as with address or port 0. It stays so until the configuration or the machine's addresses change.",
      zh: "该地址在当前用途下无效。bind 时表示它不是本机的地址；connect、sendto、WSAConnect、WSAJoinLeaf 或 WSASendTo 时表示远程地址或端口不可能属于远程主机，例如地址或端口为 0。在配置或本机地址改变之前，情况不会变化。",
    },
    advice: [
      {
        operations: ["bind", "listen"],
        cause: {
          en: "The configured address does not belong to this machine: it moved, the configuration came from another server, or it is the public address of a cloud or NAT gateway",
          zh: "配置的地址不属于本机：地址已变更、配置复制自另一台服务器，或填的是云主机、NAT 网关的公网地址",
        },
        next: {
          en: "Compare HOST with `Get-NetIPAddress | select IPAddress,InterfaceAlias,AddressState`; bind to `0.0.0.0` or `::` unless one interface is really meant",
          zh: "将 HOST 与 `Get-NetIPAddress | select IPAddress,InterfaceAlias,AddressState` 对照；若非必须限定网卡，绑定到 `0.0.0.0` 或 `::`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-bind",
      },
      {
        operations: ["bind", "listen"],
        cause: {
          en: "The address is not there yet or no longer: the service started before the adapter, duplicate address detection is not finished, or the VPN, cluster resource or virtual switch that carries it is offline",
          zh: "地址尚未就绪或已经失效：服务先于网卡启动、重复地址检测还没有完成，或承载它的 VPN、群集资源、虚拟交换机已离线",
        },
        next: {
          en: "Look for states other than Preferred with `Get-NetIPAddress | where AddressState -ne Preferred` and for the adapter with `Get-NetAdapter -IncludeHidden`; start the service with delay or retry the bind for a minute",
          zh: "用 `Get-NetIPAddress | where AddressState -ne Preferred` 查找状态不是 Preferred 的地址，用 `Get-NetAdapter -IncludeHidden` 检查网卡；让服务延迟启动，或在一分钟内重试 bind",
        },
        source: "https://learn.microsoft.com/powershell/module/nettcpip/get-netipaddress",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "The destination is `0.0.0.0` or `::`; Linux takes this for the machine itself, Windows does not",
          zh: "目标是 `0.0.0.0` 或 `::`；Linux 会把它当作本机，Windows 不会",
        },
        next: {
          en: "Use `127.0.0.1`, `::1` or the server's real address in the client's configuration; the wildcard is for listeners only",
          zh: "在客户端配置中改用 `127.0.0.1`、`::1` 或服务器的真实地址；通配地址只用于监听",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "The destination port is 0, mostly from an empty setting or from a number that was lost on the way",
          zh: "目标端口为 0，多半是配置为空，或端口号在传递途中丢失",
        },
        next: {
          en: "Print the port just before the call; pass it through htons exactly once and reject 0 when reading the configuration",
          zh: "在调用前输出端口号；只做一次 htons 转换，并在读取配置时拒绝 0",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaeaddrnotavail",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "A mapped IPv4 address such as `::ffff:192.0.2.1` is used on an IPv6 socket on which IPV6_V6ONLY is still on, as Windows has it by default",
          zh: "在仍开启 IPV6_V6ONLY（Windows 的默认值）的 IPv6 套接字上，使用了 `::ffff:192.0.2.1` 这样的映射地址",
        },
        next: {
          en: "Turn IPV6_V6ONLY off with setsockopt before bind or connect, or open an IPv4 socket for IPv4 partners",
          zh: "在 bind 或 connect 之前用 setsockopt 关闭 IPV6_V6ONLY，或为 IPv4 对端另开 IPv4 套接字",
        },
        source: "https://github.com/warmcat/libwebsockets/issues/2223",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "The socket is bound to a source address that cannot reach the destination, such as `127.0.0.1` towards another machine",
          zh: "套接字绑定的源地址无法到达目标，例如用 `127.0.0.1` 作为源地址访问其他机器",
        },
        next: {
          en: "See which source Windows would choose with `Test-NetConnection HOST -DiagnoseRouting -InformationLevel Detailed`, and drop the bind to the fixed source",
          zh: "用 `Test-NetConnection HOST -DiagnoseRouting -InformationLevel Detailed` 查看 Windows 会选择的源地址，并去掉对固定源地址的绑定",
        },
        source: "https://learn.microsoft.com/powershell/module/nettcpip/test-netconnection",
      },
      {
        operations: ["bind", "listen"],
        cause: {
          en: "A link-local IPv6 address (`fe80::`) is used without the number of its interface",
          zh: "使用了链路本地 IPv6 地址（`fe80::`），但没有带上接口编号",
        },
        next: {
          en: "Add the scope as in `fe80::1%12`, with the interface number from `Get-NetIPInterface -AddressFamily IPv6`; only a bind insists on it, connect and sendto try one interface after the other",
          zh: "像 `fe80::1%12` 那样补上作用域，接口编号见 `Get-NetIPInterface -AddressFamily IPv6`；只有 bind 必须带上它，connect 和 sendto 会逐个接口尝试",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/link-local-and-site-local-addresses-2",
      },
      {
        operations: [],
        cause: {
          en: "A multicast group was joined twice on the same interface, or with an interface address that is not local",
          zh: "在同一接口上重复加入了同一个组播组，或指定的接口地址不是本机地址",
        },
        next: {
          en: "List the memberships with `netsh int ipv4 show joins`, join each group once for an interface, and pass an address of this machine, or the interface index, to IP_ADD_MEMBERSHIP",
          zh: "用 `netsh int ipv4 show joins` 列出已加入的组，每个接口对同一组只加入一次，并向 IP_ADD_MEMBERSHIP 传入本机地址或接口索引",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/multicast-socket-option-behavior",
      },
    ],
    related: [
      {
        code: 10048,
        note: {
          en: "10048: the address is right but taken; 10049: it cannot be used here at all.",
          zh: "10048 表示地址正确但已被占用；10049 表示地址在这里根本不能使用。",
        },
      },
      {
        code: 10047,
        note: {
          en: "10047: the kind of address does not fit the socket, even before its value is looked at.",
          zh: "10047 表示地址种类与套接字不符，还没有检查到具体的值。",
        },
      },
      {
        code: 10051,
        note: {
          en: "10051: the destination is a possible one, but no route leads there.",
          zh: "10051 表示目标地址本身有效，但没有到达它的路由。",
        },
      },
    ],
  },
];
