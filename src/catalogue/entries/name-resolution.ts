import type { Entry } from "../entry.ts";

/** Codes of host, service and name space lookups. */
export const nameResolution: readonly Entry[] = [
  {
    code: 10102,
    name: "WSAENOMORE",
    aliases: [],
    category: "name-resolution",
    retryable: "no",
    severity: "info",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "no more results (old)", zh: "没有更多结果（旧代码）" },
    meaning: {
      en: "Not a failure: WSALookupServiceNext has handed out every result of the lookup. This is the older of two numbers for the same thing; Windows itself answers with 10110, but name space providers of other makers may still use this one.",
      zh: "这不是故障：WSALookupServiceNext 已返回查询的全部结果。同一含义有两个数值，这是较旧的一个；Windows 自身返回 10110，但第三方命名空间提供程序可能仍使用它。",
    },
    advice: [
      {
        operations: ["resolve"],
        cause: {
          en: "The loop over the results has reached its end",
          zh: "遍历结果的循环已到末尾",
        },
        next: {
          en: "End the loop on 10102 as well as on 10110, call WSALookupServiceEnd, and do not log it as an error",
          zh: "遇到 10102 或 10110 都结束循环，调用 WSALookupServiceEnd，不要记录为错误",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsalookupservicenexta",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "It is already the answer to the first WSALookupServiceNext: the query matched nothing",
          zh: "第一次调用 WSALookupServiceNext 就得到它：查询没有匹配到任何内容",
        },
        next: {
          en: "Check name, service class GUID and name space of the query, and list the name space providers with `netsh winsock show catalog`",
          zh: "检查查询的名称、服务类 GUID 和命名空间，并用 `netsh winsock show catalog` 列出命名空间提供程序",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsalookupservicebegina",
      },
    ],
    related: [
      {
        code: 10110,
        note: {
          en: "The newer number for the same answer; programs should accept both.",
          zh: "同一结果的新数值；程序应两者都接受。",
        },
      },
    ],
  },
  {
    code: 10103,
    name: "WSAECANCELLED",
    aliases: [],
    category: "name-resolution",
    retryable: "yes",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "lookup cancelled (old)", zh: "查询已取消（旧代码）" },
    meaning: {
      en: "WSALookupServiceEnd was called while a lookup on the same handle was still being processed, and the lookup was cancelled. It is the older number beside 10111; the program stopped the search itself, so no server is to blame.",
      zh: "同一句柄上的查询仍在处理时调用了 WSALookupServiceEnd，查询因此被取消。它是与 10111 并存的旧数值；查询是程序自己终止的，与服务器无关。",
    },
    advice: [
      {
        operations: ["resolve"],
        cause: {
          en: "Another thread ended the search on purpose, for instance because the user closed the search window",
          zh: "另一个线程有意结束了搜索，例如用户关闭了搜索窗口",
        },
        next: {
          en: "Treat 10103 and 10111 alike as the end of the search and discard the partial results",
          zh: "将 10103 与 10111 一样视为搜索结束，丢弃不完整的结果",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsalookupserviceend",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The lookup handle is shared between threads, and one of them ends it too early",
          zh: "多个线程共用查询句柄，其中一个过早结束了它",
        },
        next: {
          en: "Give every search a handle of its own, or count its users and call WSALookupServiceEnd when the last one has finished",
          zh: "为每次搜索使用独立句柄，或对使用者计数，最后一个完成后再调用 WSALookupServiceEnd",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsalookupservicenexta",
      },
    ],
    related: [
      {
        code: 10111,
        note: {
          en: "The newer number for the same event.",
          zh: "同一事件的新数值。",
        },
      },
      {
        code: 995,
        note: {
          en: "995: socket input or output was cancelled, not a lookup.",
          zh: "995 取消的是套接字收发，不是查询。",
        },
      },
    ],
  },
  {
    code: 10108,
    name: "WSASERVICE_NOT_FOUND",
    aliases: [],
    category: "name-resolution",
    retryable: "elsewhere",
    severity: "error",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "service not found", zh: "找不到服务" },
    meaning: {
      en: "No such service is known: it could not be found in the name space that was searched. It concerns a lookup through WSALookupServiceBegin or WSASetService (Bluetooth above all), not a stopped Windows service, and stays until the service, the radio or the name space provider is there.",
      zh: "没有已知的此类服务：在所搜索的命名空间中找不到它。它涉及通过 WSALookupServiceBegin 或 WSASetService 进行的查询（以蓝牙最为常见），与停止的 Windows 服务无关；在该服务、蓝牙适配器或命名空间提供程序可用之前，错误会一直存在。",
    },
    advice: [
      {
        operations: ["resolve"],
        cause: {
          en: "A Bluetooth search found no device: Bluetooth is off, the computer has no working radio, or nothing in range answers",
          zh: "蓝牙搜索没有找到任何设备：蓝牙已关闭、计算机没有可用的蓝牙适配器，或范围内没有设备应答",
        },
        next: {
          en: "Check `Get-PnpDevice -Class Bluetooth` and `Get-Service bthserv`, switch Bluetooth on in the settings, and make the other device visible",
          zh: "检查 `Get-PnpDevice -Class Bluetooth` 和 `Get-Service bthserv`，在系统设置中打开蓝牙，并让另一台设备处于可被发现状态",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsalookupservicebegina",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "A Bluetooth service search without LUP_FLUSHCACHE, which sees only the few records that Windows happens to keep",
          zh: "蓝牙服务搜索没有带 LUP_FLUSHCACHE，因而只能看到 Windows 恰好缓存的少量记录",
        },
        next: {
          en: "Pass LUP_FLUSHCACHE to WSALookupServiceBegin, so that Windows asks the device itself; that takes some seconds",
          zh: "调用 WSALookupServiceBegin 时带上 LUP_FLUSHCACHE，让 Windows 直接询问设备；这需要几秒钟",
        },
        source:
          "https://learn.microsoft.com/windows/win32/bluetooth/bluetooth-and-wsalookupservicebegin-for-service-discovery",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The service is not published in that name space: the program that offers it does not run, or the query has another GUID or name",
          zh: "该服务未在此命名空间中发布：提供它的程序没有运行，或查询所用的 GUID、名称不同",
        },
        next: {
          en: "Start the offering program, compare the service class GUID on both sides, and search with NS_ALL instead of one name space",
          zh: "启动提供服务的程序，核对双方的服务类 GUID，并用 NS_ALL 代替单一命名空间进行搜索",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsalookupservicebegina",
      },
      {
        operations: [],
        cause: {
          en: "WSASetService was asked to deregister or delete a service that was never registered or is gone already",
          zh: "要求 WSASetService 注销或删除的服务从未注册，或早已移除",
        },
        next: {
          en: "Register it with RNRSERVICE_REGISTER first; in a clean-up the code can be ignored",
          zh: "先用 RNRSERVICE_REGISTER 注册；如果只是清理，可以忽略该错误码",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsasetservicea",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The name space providers of Winsock are damaged, so that even ordinary host lookups end here",
          zh: "Winsock 的命名空间提供程序已损坏，连普通的主机名解析也会失败",
        },
        next: {
          en: "Look for the providers at the end of `netsh winsock show catalog`; `netsh winsock reset` leaves name space entries alone, so if the DNS one (Tcpip) is missing, restore `HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinSock2\\Parameters` from a backup or a restore point",
          zh: "在 `netsh winsock show catalog` 输出的末尾查看命名空间提供程序；`netsh winsock reset` 不会处理命名空间条目，因此如果缺少 DNS（Tcpip）一项，请从备份或还原点恢复 `HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinSock2\\Parameters`",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-winsock",
      },
    ],
    related: [
      {
        code: 10109,
        note: {
          en: "10109: the kind of service is unknown; 10108: the kind is known, but no such service is there.",
          zh: "10109 是不认识这类服务；10108 是认识这类服务，但找不到这一个。",
        },
      },
      {
        code: 10061,
        note: {
          en: "A Windows service that does not run shows as 10061 on connect.",
          zh: "Windows 服务未运行时，connect 得到的是 10061。",
        },
      },
    ],
  },
  {
    code: 10109,
    name: "WSATYPE_NOT_FOUND",
    aliases: [],
    category: "name-resolution",
    retryable: "no",
    severity: "error",
    dotnet: "TypeNotFound",
    posix: "EAI_SERVICE",
    libuv: null,
    title: { en: "service class not found", zh: "找不到服务类" },
    meaning: {
      en: "The specified class was not found. In practice it comes from getaddrinfo (EAI_SERVICE has this number): the service name or port text is unknown for the requested socket type. The input has to be changed.",
      zh: "找不到指定的类。实际上它多来自 getaddrinfo（EAI_SERVICE 就是这个数值）：对于所请求的套接字类型，服务名或端口文本无法识别。必须修改输入。",
    },
    advice: [
      {
        operations: ["resolve", "connect", "bind"],
        cause: {
          en: "The service given to getaddrinfo is a name that is not in the `services` file, or a number with spaces or other characters in it",
          zh: "传给 getaddrinfo 的服务名不在 `services` 文件中，或端口号中夹有空格等字符",
        },
        next: {
          en: 'Look the name up in `type %SystemRoot%\\System32\\drivers\\etc\\services`, or pass the port as a plain number such as `"443"`',
          zh: '在 `type %SystemRoot%\\System32\\drivers\\etc\\services` 中查找该名称，或直接传入纯数字端口，例如 `"443"`',
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The service exists, but not for the socket type in the hints, as with a UDP-only service and SOCK_STREAM",
          zh: "服务存在，但不适用于 hints 中的套接字类型，例如仅有 UDP 的服务配 SOCK_STREAM",
        },
        next: {
          en: "Set ai_socktype and ai_protocol to match the service, or leave both at zero and choose from the results",
          zh: "让 ai_socktype、ai_protocol 与服务相符，或都设为 0，再从结果中选择",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "WSAGetServiceClassInfo asks a name space provider for a class GUID that was never registered on this machine",
          zh: "WSAGetServiceClassInfo 向命名空间提供程序查询的类 GUID 从未在本机注册",
        },
        next: {
          en: "Register it with WSAInstallServiceClass, or run the installer of the program that should have done so again",
          zh: "用 WSAInstallServiceClass 注册它，或重新运行本应完成注册的安装程序",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsagetserviceclassinfoa",
      },
    ],
    related: [
      {
        code: 10108,
        note: {
          en: "10108: a single service was not found in its name space.",
          zh: "10108 是在命名空间中找不到某个具体服务。",
        },
      },
      {
        code: 11001,
        note: {
          en: "11001: the host part of the lookup is unknown, not the service part.",
          zh: "11001 是查询中的主机部分未知，而不是服务部分。",
        },
      },
    ],
  },
  {
    code: 10110,
    name: "WSA_E_NO_MORE",
    aliases: [],
    category: "name-resolution",
    retryable: "no",
    severity: "info",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "no more results", zh: "没有更多结果" },
    meaning: {
      en: "Not a failure: WSALookupServiceNext says that no further results are left. Every complete enumeration ends with this answer; only as the first answer does it mean that nothing was found.",
      zh: "这不是故障：WSALookupServiceNext 表示已没有剩余结果。每次完整的枚举都以它结束；只有第一次调用就得到它时，才表示什么都没有找到。",
    },
    advice: [
      {
        operations: ["resolve"],
        cause: {
          en: "The enumeration is complete",
          zh: "枚举已完成",
        },
        next: {
          en: "Leave the loop and call WSALookupServiceEnd; keep this code out of the error log",
          zh: "退出循环并调用 WSALookupServiceEnd；不要把该错误码写入错误日志",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsalookupservicenexta",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The first call ended so: no device or service answered the search, for example in a Bluetooth inquiry",
          zh: "第一次调用就结束：没有设备或服务响应搜索，例如蓝牙查询",
        },
        next: {
          en: "Make the device visible and search again with LUP_FLUSHCACHE, so that Windows asks the radio instead of its cache",
          zh: "让设备处于可被发现状态，并带上 LUP_FLUSHCACHE 重新搜索，使 Windows 实际查询而不是使用缓存",
        },
        source:
          "https://learn.microsoft.com/windows/win32/bluetooth/bluetooth-and-wsalookupservicebegin-for-device-inquiry",
      },
    ],
    related: [
      {
        code: 10102,
        note: {
          en: "The older number for the same end of the list.",
          zh: "列表结束的旧数值。",
        },
      },
      {
        code: 10108,
        note: {
          en: "10108: the search could not even begin.",
          zh: "10108 表示搜索根本无法开始。",
        },
      },
    ],
  },
  {
    code: 10111,
    name: "WSA_E_CANCELLED",
    aliases: [],
    category: "name-resolution",
    retryable: "yes",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "lookup cancelled", zh: "查询已取消" },
    meaning: {
      en: "The call was still being processed when WSALookupServiceEnd ended the lookup, so it was cancelled; an asynchronous GetAddrInfoEx that is called off with GetAddrInfoExCancel ends with it too. The program asked for it, and a new lookup works as usual.",
      zh: "调用仍在处理时，WSALookupServiceEnd 结束了查询，因此被取消；用 GetAddrInfoExCancel 取消异步的 GetAddrInfoEx 时也会得到它。取消由程序自己发起，重新查询不受影响。",
    },
    advice: [
      {
        operations: ["resolve"],
        cause: {
          en: "The program's own time-out or cancel button stopped the lookup",
          zh: "程序自身的超时或取消操作终止了查询",
        },
        next: {
          en: "Measure how long the name takes with `Measure-Command { Resolve-DnsName HOST }`; if it is slow, check the servers of `Get-DnsClientServerAddress`, otherwise raise the limit",
          zh: "用 `Measure-Command { Resolve-DnsName HOST }` 测量解析耗时；若缓慢，检查 `Get-DnsClientServerAddress` 列出的服务器，否则调大超时",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfoexcancel",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The program is stopping and ends its open searches",
          zh: "程序正在停止，结束了尚未完成的搜索",
        },
        next: {
          en: "Expect the code during a stop and log it at most for debugging; accept 10103 in the same place",
          zh: "停机时出现属于正常，最多按调试级别记录；同一处也要接受 10103",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsalookupserviceend",
      },
    ],
    related: [
      {
        code: 10103,
        note: {
          en: "The older number for the same cancellation.",
          zh: "同样的取消，旧数值。",
        },
      },
      {
        code: 11002,
        note: {
          en: "11002: the lookup was not stopped, it got no answer.",
          zh: "11002 不是被终止，而是没有得到应答。",
        },
      },
    ],
  },
  {
    code: 10112,
    name: "WSAEREFUSED",
    aliases: [],
    category: "name-resolution",
    retryable: "elsewhere",
    severity: "error",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "name query refused", zh: "名称查询被拒绝" },
    meaning: {
      en: "A database query failed because it was actively refused: the name server or directory is there but does not answer this client. It is rarely seen, since refusals of DNS servers mostly surface under one of the 110xx codes.",
      zh: "数据库查询被主动拒绝而失败：名称服务器或目录在线，但不为该客户端提供应答。该错误码少见，因为 DNS 服务器的拒绝多以 110xx 代码出现。",
    },
    advice: [
      {
        operations: ["resolve"],
        cause: {
          en: "The DNS server does not serve this client: recursion is off, the client's network is not on its list, or the zone is paused or forbids the query",
          zh: "DNS 服务器不为该客户端服务：关闭了递归、客户端网段不在允许列表中，或区域已暂停或禁止此查询",
        },
        next: {
          en: "See which server refuses with `nslookup HOST` (it prints Query refused), compare `Get-DnsClientServerAddress`, and ask the server's administrator or use the right server",
          zh: "用 `nslookup HOST` 查看是哪台服务器拒绝（会显示 Query refused），对照 `Get-DnsClientServerAddress`，联系该服务器的管理员或换用正确的服务器",
        },
        source:
          "https://learn.microsoft.com/windows-server/networking/dns/troubleshoot/troubleshoot-dns-server#check-dns-server-problems",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "A name space provider or directory other than DNS wants another account or permission",
          zh: "DNS 以外的命名空间提供程序或目录要求其他账户或权限",
        },
        next: {
          en: "Try the program under an account of the domain, and see which providers take part with `netsh winsock show catalog`",
          zh: "用域账户运行程序再试，并用 `netsh winsock show catalog` 查看有哪些提供程序参与查询",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/name-resolution-model-2",
      },
    ],
    related: [
      {
        code: 11003,
        note: {
          en: "What a refusal or another severe answer of a DNS server more often becomes.",
          zh: "DNS 服务器拒绝或返回其他严重错误时，更常见的是它。",
        },
      },
      {
        code: 10061,
        note: {
          en: "10061 refuses a connection, 10112 an answer to a question.",
          zh: "10061 拒绝的是连接，10112 拒绝的是查询。",
        },
      },
    ],
  },
  {
    code: 11001,
    name: "WSAHOST_NOT_FOUND",
    aliases: [],
    category: "name-resolution",
    retryable: "elsewhere",
    severity: "error",
    dotnet: "HostNotFound",
    posix: "HOST_NOT_FOUND",
    libuv: { name: "ENOENT", number: -4058 },
    title: { en: "host not found", zh: "找不到主机" },
    meaning: {
      en: "No such host is known: the name is not an official host name or alias, or no source that was asked has it. Protocol and service lookups give it too when the name is not in their database. Trying again helps only if this machine was offline or could not reach its DNS servers, which Windows may report in the same way.",
      zh: "没有已知的此类主机：该名称不是正式主机名或别名，或查询的各个来源中都没有它。协议和服务查询在相应数据库中找不到名称时也返回它。只有当本机离线或连不上 DNS 服务器时（Windows 可能同样报告此错误码），重试才有用。",
    },
    advice: [
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The name is misspelt, or the program passes something that is not a name (a whole URL, a port with it, spaces), or neither a name nor a service",
          zh: "名称拼写有误，或传入的不是名称（整个 URL、带端口、含空格），或者名称和服务都没有传入",
        },
        next: {
          en: "Log the exact text in quotes, and ask for the bare name with `Resolve-DnsName HOST`",
          zh: "把传入的文本加引号写入日志，并用 `Resolve-DnsName HOST` 单独解析该名称",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The name exists only in an internal DNS, and this machine asks another server: VPN off, wrong adapter first, a missing suffix",
          zh: "名称只存在于内部 DNS，而本机询问的是其他服务器：VPN 未连、网卡优先级不对或缺少域名后缀",
        },
        next: {
          en: "Compare `Get-DnsClientServerAddress`, `Get-DnsClientNrptPolicy` and the suffix list of `ipconfig /all` with a machine where it works; try the full name with its domain",
          zh: "将 `Get-DnsClientServerAddress`、`Get-DnsClientNrptPolicy` 以及 `ipconfig /all` 中的后缀列表与正常的机器对照；用带域名的完整名称再试",
        },
        source: "https://learn.microsoft.com/troubleshoot/windows-server/networking/dns-client-resolution-timeouts",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The machine is offline or its DNS servers cannot be reached",
          zh: "本机离线，或无法访问所配置的 DNS 服务器",
        },
        next: {
          en: "See whether `nslookup HOST` says that no server answers, and check `Get-NetConnectionProfile` for IPv4Connectivity Internet; then trying again is right",
          zh: "看 `nslookup HOST` 是否提示服务器没有应答，并检查 `Get-NetConnectionProfile` 的 IPv4Connectivity 是否为 Internet；若是离线所致，恢复后重试即可",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/nslookup",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "This DNS server lacks or filters the name: expired domain, blocked by a security service, not yet replicated",
          zh: "该 DNS 服务器没有或过滤了此名称：域名过期、被安全服务拦截或尚未同步",
        },
        next: {
          en: "Compare the answer with that of another server, `Resolve-DnsName HOST -Server 9.9.9.9`; if only yours fails, talk to whoever runs it",
          zh: "与其他服务器的应答对照：`Resolve-DnsName HOST -Server 9.9.9.9`；如果只有自己的服务器失败，联系其维护者",
        },
        source:
          "https://learn.microsoft.com/windows-server/networking/dns/troubleshoot/troubleshoot-dns-server#checking-for-problems-with-authoritative-data",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "Windows remembers an earlier negative answer although the record exists by now (for 5 seconds by default, before Windows 10 1703 for 15 minutes)",
          zh: "记录现已存在，但 Windows 还缓存着之前的否定应答（默认 5 秒，Windows 10 1703 之前为 15 分钟）",
        },
        next: {
          en: "Look for the name in `ipconfig /displaydns`, clear it with `Clear-DnsClientCache`, and restart programs that keep a cache of their own",
          zh: "在 `ipconfig /displaydns` 中查找该名称，用 `Clear-DnsClientCache` 清除缓存，并重启自带缓存的程序",
        },
        source:
          "https://learn.microsoft.com/windows-server/networking/dns/troubleshoot/disable-dns-client-side-caching",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "A short name works only in its own environment: a container's service name, a NetBIOS or .local name, an entry in somebody else's `hosts` file",
          zh: "短名称只在自己的环境中有效：容器的服务名、NetBIOS 或 .local 名称、别人 `hosts` 文件中的条目",
        },
        next: {
          en: "Check `type %SystemRoot%\\System32\\drivers\\etc\\hosts` (saved as UTF-16 or as hosts.txt it is ignored) and `nbtstat -a HOST`; use the full name or the address",
          zh: "检查 `type %SystemRoot%\\System32\\drivers\\etc\\hosts`（存成 UTF-16 或 hosts.txt 都不会生效）和 `nbtstat -a HOST`；改用完整名称或 IP 地址",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/nbtstat",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The calls getservbyname, getprotobyname or their asynchronous forms did not find the name in the `services` or `protocol` file",
          zh: "getservbyname、getprotobyname 或其异步版本在 `services`、`protocol` 文件中找不到该名称",
        },
        next: {
          en: "List both files with `dir %SystemRoot%\\System32\\drivers\\etc`, restore the missing entry, or use the number in the program",
          zh: "用 `dir %SystemRoot%\\System32\\drivers\\etc` 查看这两个文件，补回缺失的条目，或在程序中直接使用数值",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-getservbyname",
      },
    ],
    related: [
      {
        code: 11004,
        note: {
          en: "11004: the name exists, but not with the kind of record that was asked for.",
          zh: "11004 表示名称存在，但没有所查类型的记录。",
        },
      },
      {
        code: 11002,
        note: {
          en: "11002: no final answer yet, so a retry is worthwhile.",
          zh: "11002 表示尚无最终结果，值得重试。",
        },
      },
      {
        code: 10065,
        note: {
          en: "10065: the name was found, the machine behind it cannot be reached.",
          zh: "10065 表示名称已解析，但到不了对应的机器。",
        },
      },
    ],
  },
  {
    code: 11002,
    name: "WSATRY_AGAIN",
    aliases: [],
    category: "name-resolution",
    retryable: "yes",
    severity: "error",
    dotnet: "TryAgain",
    posix: "TRY_AGAIN",
    libuv: null,
    title: { en: "name lookup failed temporarily", zh: "域名解析暂时失败" },
    meaning: {
      en: "The host was not found, but the answer is not authoritative: usually a temporary error in which the local server got no response from an authoritative server. The name may well exist, and a retry some time later can succeed.",
      zh: "没有找到主机，但该结果并非权威应答：通常是暂时性错误，即本地服务器没有收到权威服务器的响应。该名称很可能存在，稍后重试可能成功。",
    },
    advice: [
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The configured DNS server does not answer, or answers too late",
          zh: "所配置的 DNS 服务器没有应答，或应答太慢",
        },
        next: {
          en: "Time it with `Measure-Command { Resolve-DnsName HOST -DnsOnly }`, ask each server of `Get-DnsClientServerAddress` in turn with `nslookup`, and remove a dead one from the first place",
          zh: "用 `Measure-Command { Resolve-DnsName HOST -DnsOnly }` 计时，对 `Get-DnsClientServerAddress` 中的服务器逐一执行 `nslookup`，把失效的服务器从首位移除",
        },
        source: "https://learn.microsoft.com/troubleshoot/windows-server/networking/dns-client-resolution-timeouts",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The server answers for other names, but reports a server failure for this one: it cannot reach those responsible (its forwarder, the domain's own servers), or DNSSEC fails",
          zh: "服务器能解析其他名称，但对此名称报告服务器故障：联系不上负责此名称的服务器（转发器、该域自己的服务器），或 DNSSEC 验证失败",
        },
        next: {
          en: "Compare `Resolve-DnsName HOST` with `Resolve-DnsName HOST -Server 9.9.9.9`; on a Windows DNS server check `Get-DnsServerForwarder`",
          zh: "比较 `Resolve-DnsName HOST` 与 `Resolve-DnsName HOST -Server 9.9.9.9`；在 Windows DNS 服务器上检查 `Get-DnsServerForwarder`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-gethostbyname",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The network was not ready: boot, VPN just connecting, Wi-Fi change",
          zh: "网络尚未就绪：刚开机、VPN 正在连接或 Wi-Fi 切换",
        },
        next: {
          en: "Retry with a growing pause for a minute or two; compare the time with `Get-WinEvent -LogName Microsoft-Windows-NetworkProfile/Operational -MaxEvents 10`",
          zh: "在一两分钟内以递增间隔重试；将发生时间与 `Get-WinEvent -LogName Microsoft-Windows-NetworkProfile/Operational -MaxEvents 10` 对照",
        },
        source: "https://learn.microsoft.com/troubleshoot/windows-server/networking/dns-client-resolution-timeouts",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "DNS packets get lost: port 53 is filtered for UDP or for TCP, or too many queries are dropped under load",
          zh: "DNS 数据包丢失：UDP 或 TCP 的 53 端口被过滤，或高负载下查询过多而被丢弃",
        },
        next: {
          en: "Ask over TCP with `Resolve-DnsName HOST -TcpOnly`, capture with `pktmon filter add -p 53` and `pktmon start --capture`, and let the program keep addresses instead of asking for every request",
          zh: "用 `Resolve-DnsName HOST -TcpOnly` 改走 TCP 查询，用 `pktmon filter add -p 53` 和 `pktmon start --capture` 抓包，并让程序缓存地址，不要每次请求都查询",
        },
        source:
          "https://learn.microsoft.com/windows-server/networking/dns/troubleshoot/troubleshoot-dns-server#check-dns-server-problems",
      },
      {
        operations: [],
        cause: {
          en: "The line comes from a ping and not from a name lookup: to the ICMP functions 11002 is `IP_DEST_NET_UNREACHABLE`",
          zh: "该行来自 ping 而非域名解析：对 ICMP 函数来说，11002 是 `IP_DEST_NET_UNREACHABLE`（目标网络不可达）",
        },
        next: {
          en: "If `Win32_PingStatus`, `IcmpSendEcho` or .NET `IPStatus` is behind it, look for the missing route with `tracert -d HOST` and `route print`",
          zh: "如果来源是 `Win32_PingStatus`、`IcmpSendEcho` 或 .NET 的 `IPStatus`，请用 `tracert -d HOST` 和 `route print` 查找缺失的路由",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ipexport/ns-ipexport-icmp_echo_reply",
      },
    ],
    related: [
      {
        code: 11001,
        note: {
          en: "11001 is normally the final no; 11002 leaves it open.",
          zh: "11001 通常是最终的否定，11002 则没有定论。",
        },
      },
      {
        code: 11003,
        note: {
          en: "11003: the lookup failed in a way that a retry does not mend.",
          zh: "11003 是重试无法解决的查询失败。",
        },
      },
    ],
  },
  {
    code: 11003,
    name: "WSANO_RECOVERY",
    aliases: [],
    category: "name-resolution",
    retryable: "no",
    severity: "error",
    dotnet: "NoRecovery",
    posix: "NO_RECOVERY",
    libuv: null,
    title: { en: "unrecoverable lookup failure", zh: "名称查询发生不可恢复的错误" },
    meaning: {
      en: "A database lookup failed in a way that a retry cannot fix: a database file compatible with BSD (HOSTS, SERVICES or PROTOCOLS) could not be found, or a DNS server returned a severe error.",
      zh: "数据库查询过程中发生了重试无法解决的错误：找不到与 BSD 兼容的数据库文件（HOSTS、SERVICES 或 PROTOCOLS），或 DNS 服务器返回了严重错误。",
    },
    advice: [
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The DNS server answers with a severe error, such as a format error or a refusal",
          zh: "DNS 服务器返回严重错误，例如格式错误或拒绝",
        },
        next: {
          en: "See the server's own words with `nslookup -debug HOST`, and record the client's side with `wevtutil sl Microsoft-Windows-DNS-Client/Operational /e:true`, then `Get-WinEvent -LogName Microsoft-Windows-DNS-Client/Operational -MaxEvents 50`",
          zh: "用 `nslookup -debug HOST` 查看服务器的原始应答；客户端一侧先执行 `wevtutil sl Microsoft-Windows-DNS-Client/Operational /e:true` 开启记录，再查看 `Get-WinEvent -LogName Microsoft-Windows-DNS-Client/Operational -MaxEvents 50`",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The files hosts, services and protocol are missing, unreadable or looked for in the wrong folder",
          zh: "hosts、services、protocol 文件缺失、不可读，或查找的目录不对",
        },
        next: {
          en: "Check `dir %SystemRoot%\\System32\\drivers\\etc`, its permissions with `icacls %SystemRoot%\\System32\\drivers\\etc`, and the folder in `reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /v DataBasePath`",
          zh: "检查 `dir %SystemRoot%\\System32\\drivers\\etc`，用 `icacls %SystemRoot%\\System32\\drivers\\etc` 检查权限，并用 `reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /v DataBasePath` 核对目录",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-getservbyname",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "A sandbox, an app container without a network capability or a firewall rule keeps the process from looking names up (a stopped DNS Client service alone does not: Windows then asks the DNS servers without it)",
          zh: "沙箱、没有网络权能的应用容器或防火墙规则使进程无法查询名称（仅停止 DNS Client 服务不会如此：Windows 会绕过它直接询问 DNS 服务器）",
        },
        next: {
          en: "If `Resolve-DnsName HOST` works in a console but not in the program, look at the program's sandbox, capabilities and firewall rules",
          zh: "如果控制台中 `Resolve-DnsName HOST` 正常而程序不行，检查程序的沙箱、权能和防火墙规则",
        },
        source:
          "https://learn.microsoft.com/windows-server/networking/dns/troubleshoot/disable-dns-client-side-caching",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "getaddrinfo or GetAddrInfoEx got hints that it does not take: ai_addrlen, ai_canonname, ai_addr or ai_next is not zero, or AI_CANONNAME or AI_FQDN is set without a name",
          zh: "getaddrinfo 或 GetAddrInfoEx 不接受传入的 hints：ai_addrlen、ai_canonname、ai_addr 或 ai_next 不为零，或设置了 AI_CANONNAME、AI_FQDN 却没有给名称",
        },
        next: {
          en: "Zero the whole hints structure before each call and fill in only ai_flags, ai_family, ai_socktype and ai_protocol",
          zh: "每次调用前把整个 hints 结构清零，只填写 ai_flags、ai_family、ai_socktype 和 ai_protocol",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The Winsock catalogue lost its DNS provider, or a security product replaced it with a broken one",
          zh: "Winsock 目录丢失了 DNS 提供程序，或被安全软件替换成了失效的提供程序",
        },
        next: {
          en: "Compare the name space part of `netsh winsock show catalog` with a healthy machine; uninstall the product or remove its entry with `netsh winsock remove provider`, since `netsh winsock reset` leaves name space entries alone",
          zh: "将 `netsh winsock show catalog` 的命名空间部分与正常机器对照；卸载该产品，或用 `netsh winsock remove provider` 删除其条目，因为 `netsh winsock reset` 不会处理命名空间条目",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-winsock",
      },
      {
        operations: [],
        cause: {
          en: "A monitoring tool pinged the host: as an ICMP status 11003 is `IP_DEST_HOST_UNREACHABLE`",
          zh: "监控工具在 ping 该主机：作为 ICMP 状态，11003 是 `IP_DEST_HOST_UNREACHABLE`（目标主机不可达）",
        },
        next: {
          en: "See who reports it with `ping HOST`: this machine itself (no ARP answer, check `arp -a`) or a router on the way",
          zh: "用 `ping HOST` 看是谁报告的：本机自身（没有 ARP 应答，用 `arp -a` 检查），还是途中的路由器",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ipexport/ns-ipexport-icmp_echo_reply",
      },
    ],
    related: [
      {
        code: 11002,
        note: {
          en: "11002 is the passing kind of failure.",
          zh: "11002 是会自行消失的暂时性失败。",
        },
      },
      {
        code: 11004,
        note: {
          en: "11004: the lookup itself worked, only the record is missing.",
          zh: "11004 表示查询本身正常，只是缺少记录。",
        },
      },
    ],
  },
  {
    code: 11004,
    name: "WSANO_DATA",
    aliases: ["WSANO_ADDRESS"],
    category: "name-resolution",
    retryable: "no",
    severity: "error",
    dotnet: "NoData",
    posix: "NO_DATA",
    libuv: { name: "ENOENT", number: -4058 },
    title: { en: "name has no such record", zh: "名称有效但无所需记录" },
    meaning: {
      en: "The name is valid and was found in the database, but without the data that was asked for. The usual example is gethostbyname or WSAAsyncGetHostByName for a name whose DNS entry has an MX record but no A record: the host exists, but is not directly reachable.",
      zh: "名称有效且在数据库中找到，但没有所请求的数据。常见例子是用 gethostbyname 或 WSAAsyncGetHostByName 通过 DNS 查询某个名称，它有 MX 记录却没有 A 记录：主机存在，但不能直接访问。",
    },
    advice: [
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The name is a domain that only receives mail or holds text records; it has no address",
          zh: "该名称是只用于收信或只有文本记录的域名，没有地址",
        },
        next: {
          en: "Compare `Resolve-DnsName HOST -Type A` with `Resolve-DnsName HOST -Type MX`, and use the name of a host in that domain, such as its www or mail server",
          zh: "比较 `Resolve-DnsName HOST -Type A` 与 `Resolve-DnsName HOST -Type MX`，并改用该域中具体主机的名称，例如其 www 或邮件服务器",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The program asks for the wrong family: IPv6 only (AAAA) where the name has IPv4 only, or the reverse",
          zh: "程序查询的地址族不对：名称只有 IPv4 而只查 IPv6（AAAA），或者相反",
        },
        next: {
          en: "See what there is with `Resolve-DnsName HOST -Type A_AAAA`, and ask with AF_UNSPEC",
          zh: "用 `Resolve-DnsName HOST -Type A_AAAA` 查看实际有哪些地址，并以 AF_UNSPEC 查询",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "A reverse lookup with gethostbyaddr for an address that has no PTR record",
          zh: "用 gethostbyaddr 反向解析的地址没有 PTR 记录",
        },
        next: {
          en: "Check `Resolve-DnsName HOST -Type PTR` with the address; do not require a host name for logging or access control",
          zh: "用该地址执行 `Resolve-DnsName HOST -Type PTR` 检查；日志和访问控制不要依赖反向主机名",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-gethostbyaddr",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "gethostbyname was given an address instead of a name: an IPv6 address, or an IPv4 address that is not valid",
          zh: "传给 gethostbyname 的是地址而不是名称：IPv6 地址，或无效的 IPv4 地址",
        },
        next: {
          en: "Use getaddrinfo, which takes addresses of both families, and log the exact text that is passed",
          zh: "改用同时接受两种地址的 getaddrinfo，并把传入的文本原样写入日志",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-gethostbyname",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The network or its DNS is out of order for a moment; some programs then see this code for names that are perfectly fine",
          zh: "网络或 DNS 暂时异常，此时一些程序对完全正常的名称也会得到该错误码",
        },
        next: {
          en: "If the name resolves now with `nslookup HOST`, treat it as an outage: `Clear-DnsClientCache`, check VPN and adapter, and let the program retry",
          zh: "如果现在 `nslookup HOST` 能够解析，就按网络中断处理：执行 `Clear-DnsClientCache`，检查 VPN 和网卡，并让程序重试",
        },
        source: "https://learn.microsoft.com/powershell/module/dnsclient/clear-dnsclientcache",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "An alias (CNAME) leads to a name that has been deleted or is empty, often after a move to another provider",
          zh: "别名（CNAME）指向已删除或没有记录的名称，常见于更换服务商之后",
        },
        next: {
          en: "Follow the chain with `Resolve-DnsName HOST -Type CNAME` and mend its last link in the zone",
          zh: "用 `Resolve-DnsName HOST -Type CNAME` 逐级查看别名链，并在区域中修正最后一环",
        },
        source: "https://learn.microsoft.com/powershell/module/dnsclient/resolve-dnsname",
      },
    ],
    related: [
      {
        code: 11001,
        note: {
          en: "11001: not even the name exists; getnameinfo with NI_NAMEREQD answers so for an address without a name, too.",
          zh: "11001 表示连名称本身都不存在；带 NI_NAMEREQD 的 getnameinfo 遇到没有名称的地址时也返回它。",
        },
      },
      {
        code: 11002,
        note: {
          en: "11002: it is not known yet whether the record exists.",
          zh: "11002 表示还不知道记录是否存在。",
        },
      },
    ],
  },
  {
    code: 11032,
    name: "WSA_SECURE_HOST_NOT_FOUND",
    aliases: [],
    category: "name-resolution",
    retryable: "no",
    severity: "error",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "no secure name found", zh: "未找到安全的主机名" },
    meaning: {
      en: "No such host is known securely: the program demanded a name resolved with enhanced security (AI_SECURE, Windows Vista and later), and no source could vouch for it. An ordinary lookup of the same name may succeed; it is extremely rare.",
      zh: "没有以安全方式得知的此类主机：程序要求使用增强安全性的名称解析（AI_SECURE，Windows Vista 及以上），而没有来源能够担保该名称。对同一名称的普通解析可能成功；该错误码极为少见。",
    },
    advice: [
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The program passes AI_SECURE to getaddrinfo or GetAddrInfoEx (documented for the NS_EMAIL name space), and no provider vouches for the name",
          zh: "程序向 getaddrinfo 或 GetAddrInfoEx 传入了 AI_SECURE（文档所述适用于 NS_EMAIL 命名空间），而没有提供程序能够担保该名称",
        },
        next: {
          en: "Compare with a plain `Resolve-DnsName HOST`; where security permits it, use AI_SECURE_WITH_FALLBACK",
          zh: "与普通的 `Resolve-DnsName HOST` 结果对照；在安全允许的情况下改用 AI_SECURE_WITH_FALLBACK",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "A name resolution policy demands validated DNS answers, and the zone or the server does not provide them",
          zh: "名称解析策略要求经过验证的 DNS 应答，而区域或服务器没有提供",
        },
        next: {
          en: "Look for a matching rule in `Get-DnsClientNrptPolicy`, and test the signatures with `Resolve-DnsName HOST -DnssecOk`",
          zh: "在 `Get-DnsClientNrptPolicy` 中查找匹配的规则，并用 `Resolve-DnsName HOST -DnssecOk` 检验签名",
        },
        source: "https://learn.microsoft.com/powershell/module/dnsclient/get-dnsclientnrptpolicy",
      },
      {
        operations: [],
        cause: {
          en: "A ping was sent while IPsec was still being negotiated, which `Win32_PingStatus` reports with the same number",
          zh: "ping 发出时 IPsec 仍在协商，`Win32_PingStatus` 用同一个数字表示这种状态",
        },
        next: {
          en: "Ping again some seconds later; if it stays so, look at the security associations with `Get-NetIPsecMainModeSA`",
          zh: "几秒后再 ping 一次；若仍是如此，用 `Get-NetIPsecMainModeSA` 查看安全关联",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/wmipicmp/win32-pingstatus",
      },
    ],
    related: [
      {
        code: 11001,
        note: {
          en: "11001: not known at all, securely or otherwise.",
          zh: "11001 表示完全不知道该主机，与是否安全无关。",
        },
      },
      {
        code: 11033,
        note: {
          en: "11033: the name was fine, its IPsec rule was not.",
          zh: "11033 表示名称没有问题，出错的是对应的 IPsec 规则。",
        },
      },
    ],
  },
  {
    code: 11033,
    name: "WSA_IPSEC_NAME_POLICY_ERROR",
    aliases: [],
    category: "name-resolution",
    retryable: "elsewhere",
    severity: "error",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "name-based IPsec policy failed", zh: "无法添加基于名称的 IPsec 策略" },
    meaning: {
      en: "Windows was to protect traffic to this name with IPsec, and the policy that belongs to the name could not be added, so the lookup was failed rather than left unprotected. It concerns machines with name resolution policies such as DirectAccess and is extremely rare.",
      zh: "Windows 需要用 IPsec 保护到该名称的流量，但与该名称对应的策略无法添加，因此让查询失败，以免流量失去保护。它只涉及配置了名称解析策略（如 DirectAccess）的机器，极为少见。",
    },
    advice: [
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "The services that apply IPsec policies are stopped or disabled",
          zh: "负责应用 IPsec 策略的服务已停止或被禁用",
        },
        next: {
          en: "Check `Get-Service BFE,IKEEXT,PolicyAgent,mpssvc` and start what is stopped; tuning tools like to disable them",
          zh: "检查 `Get-Service BFE,IKEEXT,PolicyAgent,mpssvc` 并启动已停止的服务；优化工具常会禁用它们",
        },
        source: "https://learn.microsoft.com/windows/win32/fwp/about-windows-filtering-platform",
      },
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "A name resolution or connection security rule from group policy is incomplete or contradicts another",
          zh: "组策略下发的名称解析规则或连接安全规则不完整或相互矛盾",
        },
        next: {
          en: "Compare `Get-DnsClientNrptPolicy` with `Get-NetIPsecRule -PolicyStore ActiveStore`, refresh with `gpupdate /force`, and correct the rule for HOST",
          zh: "将 `Get-DnsClientNrptPolicy` 与 `Get-NetIPsecRule -PolicyStore ActiveStore` 对照，用 `gpupdate /force` 刷新策略，并修正针对 HOST 的规则",
        },
        source: "https://learn.microsoft.com/powershell/module/dnsclient/get-dnsclientnrptpolicy",
      },
    ],
    related: [
      {
        code: 11032,
        note: {
          en: "11032: the secure lookup itself found nothing.",
          zh: "11032 是安全解析本身没有找到结果。",
        },
      },
      {
        code: 10013,
        note: {
          en: "10013: a filter forbids the traffic after the name has been resolved.",
          zh: "10013 是名称解析之后，过滤器禁止了流量。",
        },
      },
    ],
  },
];
