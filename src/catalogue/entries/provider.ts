import type { Entry } from "../entry.ts";

/** Codes of a missing, broken or outdated Winsock, or of a provider installed into it. */
export const provider: readonly Entry[] = [
  {
    code: 10091,
    name: "WSASYSNOTREADY",
    aliases: [],
    category: "provider",
    retryable: "yes",
    severity: "critical",
    dotnet: "SystemNotReady",
    posix: null,
    libuv: null,
    title: { en: "network subsystem unavailable", zh: "网络子系统不可用" },
    meaning: {
      en: "WSAStartup failed because the system underneath that provides network services is not available at present. During the start of Windows it can pass by itself; otherwise Winsock is damaged, replaced by a foreign DLL or out of the process's reach.",
      zh: "底层提供网络服务的系统当前不可用，WSAStartup 因此失败。在 Windows 启动期间可能自行恢复；否则就是 Winsock 已损坏、被其他 DLL 顶替，或进程无法访问。",
    },
    advice: [
      {
        operations: ["startup"],
        cause: {
          en: "The program starts before the network stack does, for example an early service or a recovery environment",
          zh: "程序先于网络协议栈启动，例如过早启动的服务，或恢复环境",
        },
        next: {
          en: "Check the drivers with `sc.exe query afd` and `sc.exe query tcpip`; make the service depend on Tcpip and Afd or start it delayed; in Windows PE run `wpeinit`",
          zh: "用 `sc.exe query afd` 和 `sc.exe query tcpip` 检查驱动；让服务依赖 Tcpip 和 Afd 或延迟启动；Windows PE 中执行 `wpeinit`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsastartup",
      },
      {
        operations: ["startup"],
        cause: {
          en: "The wrong Winsock DLL is loaded: a copy of ws2_32.dll or wsock32.dll in the program's folder or earlier in the path, so that it does not fit the network subsystem that is loaded",
          zh: "加载了错误的 Winsock DLL：程序目录或路径靠前的位置有 ws2_32.dll 或 wsock32.dll 的副本，与当前加载的网络子系统不匹配",
        },
        next: {
          en: 'In the program\'s folder, `where.exe ws2_32.dll` and `where.exe wsock32.dll` may name nothing outside the Windows folder (with several, the first in the path counts; but Windows takes what `reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\KnownDLLs"` lists from its own folder in any case); move any other copy away',
          zh: '在程序目录中执行 `where.exe ws2_32.dll` 和 `where.exe wsock32.dll`，结果不应出现 Windows 目录以外的文件（有多个时以路径中的第一个为准；但 `reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\KnownDLLs"` 列出的 DLL 总是取自 Windows 目录）；移走其他副本',
        },
        source: "https://learn.microsoft.com/windows/win32/dlls/dynamic-link-library-search-order",
      },
      {
        operations: ["startup"],
        cause: {
          en: "Two Winsock implementations are used at once, or the installed one lacks a component: the remains of an old stack, emulator or parental-control product",
          zh: "同时使用了两套 Winsock 实现，或已安装的实现缺少组件：旧协议栈、模拟器或家长控制软件的残留",
        },
        next: {
          en: "Keep one implementation, follow its documentation on installed and configured components, and repair Windows' own with `sfc /scannow` and `netsh winsock reset`, then restart",
          zh: "只保留一套实现，按其文档核对组件是否正确安装和配置；Windows 自带的实现可用 `sfc /scannow` 和 `netsh winsock reset` 修复，然后重启",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
      },
      {
        operations: ["startup", "resolve"],
        cause: {
          en: "The process may not reach the network: a sandbox, a service with a restricted token, safe mode without networking",
          zh: "进程无权使用网络：沙箱、使用受限令牌的服务，或不带网络的安全模式",
        },
        next: {
          en: "Start the same program by hand in an ordinary session; if it works there, loosen the sandbox or change the service's account",
          zh: "在普通会话中手动运行同一程序；如果正常，请放宽沙箱限制或更换服务账户",
        },
        source: "https://github.com/sandboxie-plus/Sandboxie/issues/2530",
      },
    ],
    related: [
      {
        code: 10093,
        note: {
          en: "If a program ignores 10091 from WSAStartup, all its later calls fail with 10093.",
          zh: "程序若忽略 WSAStartup 的 10091，之后的调用都会以 10093 失败。",
        },
      },
      {
        code: 10050,
        note: {
          en: "10050: Winsock runs but the network is dead. 10091: Winsock itself does not start.",
          zh: "10050 是 Winsock 正常而网络失效；10091 是 Winsock 本身无法启动。",
        },
      },
    ],
  },
  {
    code: 10092,
    name: "WSAVERNOTSUPPORTED",
    aliases: [],
    category: "provider",
    retryable: "no",
    severity: "critical",
    dotnet: "VersionNotSupported",
    posix: null,
    libuv: null,
    title: { en: "winsock version not supported", zh: "Winsock 版本不受支持" },
    meaning: {
      en: "The Winsock implementation does not support the version of the specification that the application asked WSAStartup for. Windows today serves 2.2 and all the older versions down to 1.0, so the request itself or an old DLL is to blame.",
      zh: "当前 Winsock 实现不支持应用在 WSAStartup 中请求的规范版本。如今的 Windows 支持 2.2 以及直到 1.0 的所有旧版本，因此问题出在请求本身，或加载了旧的 DLL。",
    },
    advice: [
      {
        operations: ["startup"],
        cause: {
          en: "The requested version is garbage: an uninitialised variable, 0, or bytes in the wrong order",
          zh: "请求的版本号有误：变量未初始化、为 0，或字节顺序颠倒",
        },
        next: {
          en: "Pass MAKEWORD(2,2), which is 0x0202: the major version stands in the low byte; afterwards compare wVersion in WSADATA with what you need",
          zh: "传入 MAKEWORD(2,2)，即 0x0202：主版本号在低字节；成功后再核对 WSADATA 中的 wVersion 是否满足需要",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsastartup",
      },
      {
        operations: ["startup"],
        cause: {
          en: "An old Windows Sockets DLL is found before the system's, often one that an installer put beside the program",
          zh: "先于系统 DLL 找到了旧的 Windows Sockets DLL，往往是安装程序放在程序目录里的",
        },
        next: {
          en: "List what the running program has loaded: `(Get-Process -Id PID).Modules | Where-Object ModuleName -match 'sock|ws2' | Select-Object FileName`; delete or rename copies outside the Windows folder",
          zh: "列出程序实际加载的模块：`(Get-Process -Id PID).Modules | Where-Object ModuleName -match 'sock|ws2' | Select-Object FileName`；删除或改名 Windows 目录之外的副本",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
      },
      {
        operations: ["startup"],
        cause: {
          en: "An old stack answers (Windows CE, 16-bit emulation, a DLL of the Winsock 1.1 age) whose lowest version is higher than the one asked for",
          zh: "应答的是旧协议栈（Windows CE、16 位模拟环境、Winsock 1.1 时代的 DLL），其最低版本高于所请求的版本",
        },
        next: {
          en: "Ask for version 1.1 or higher everywhere in the process, plugins included, or move the program to a current Windows",
          zh: "让进程内（包括插件）统一请求 1.1 或更高版本，或把程序迁移到当前的 Windows",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsastartup",
      },
    ],
    related: [
      {
        code: 10105,
        note: {
          en: "10105 is about the version of one provider's DLL, 10092 about Winsock as a whole.",
          zh: "10105 针对某个提供程序 DLL 的版本，10092 针对整个 Winsock。",
        },
      },
    ],
  },
  {
    code: 10104,
    name: "WSAEINVALIDPROCTABLE",
    aliases: [],
    category: "provider",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid provider procedure table", zh: "提供程序函数表无效" },
    meaning: {
      en: "A service provider gave Ws2_32.dll a bogus table of its procedures, usually because one or more function pointers are NULL. The provider's DLL is broken or incomplete; the application can do nothing about it.",
      zh: "某个服务提供程序向 Ws2_32.dll 返回了错误的函数表，通常是其中一个或多个函数指针为 NULL。提供程序的 DLL 有缺陷或不完整，应用程序对此无能为力。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A layered provider of a VPN, proxy, filter or game accelerator is faulty, half updated or does not fit this Windows",
          zh: "VPN、代理、过滤软件或游戏加速器的分层服务提供程序有缺陷、更新不完整，或与当前 Windows 不兼容",
        },
        next: {
          en: "List the provider paths in `netsh winsock show catalog` (mswsock.dll, wshbth.dll, napinsp.dll, pnrpnsp.dll, nlansp_c.dll and winrnr.dll are Windows' own) and reinstall or uninstall the product concerned",
          zh: "在 `netsh winsock show catalog` 中查看提供程序路径（mswsock.dll、wshbth.dll、napinsp.dll、pnrpnsp.dll、nlansp_c.dll 和 winrnr.dll 为 Windows 自带），重装或卸载对应产品",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "The product is gone but its chain entries stayed behind and point to an incompatible file",
          zh: "产品已卸载，但其链条目仍留在目录中并指向不兼容的文件",
        },
        next: {
          en: "Run `netsh winsock reset` as administrator, restart Windows, then reinstall the products that need a layer",
          zh: "以管理员身份运行 `netsh winsock reset`，重启 Windows，再重装确实需要分层的产品",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-winsock",
      },
      {
        operations: ["startup"],
        cause: {
          en: "You are developing the provider: WSPStartup or NSPStartup does not fill every entry of the table",
          zh: "正在开发该提供程序：WSPStartup 或 NSPStartup 没有填满函数表的每一项",
        },
        next: {
          en: "Set all 30 pointers of WSPPROC_TABLE, passing on to the lower provider's where you change nothing",
          zh: "为 WSPPROC_TABLE 的全部 30 个指针赋值，不作改动的转交给下层提供程序",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2spi/nf-ws2spi-wspstartup",
      },
    ],
    related: [
      {
        code: 10106,
        note: {
          en: "10106: the provider could not be loaded or refused to start. 10104: it started and returned rubbish.",
          zh: "10106 是提供程序无法加载或拒绝启动；10104 是启动了，却返回了无效内容。",
        },
      },
    ],
  },
  {
    code: 10105,
    name: "WSAEINVALIDPROVIDER",
    aliases: [],
    category: "provider",
    retryable: "no",
    severity: "critical",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid service provider", zh: "服务提供程序无效" },
    meaning: {
      en: "The requested service provider is not valid: WSCGetProviderInfo or WSCGetProviderInfo32 does not find the protocol entry, or the provider of a new socket reports another version than 2.2 (2.0 in the vendor's list of codes).",
      zh: "请求的服务提供程序无效：WSCGetProviderInfo 或 WSCGetProviderInfo32 找不到指定的协议条目，或新建套接字时提供程序返回的版本号不是 2.2（官方错误码列表中写作 2.0）。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "An installer or diagnostic tool asks for a provider whose catalogue entry has been removed, or asks in the catalogue of the other bitness",
          zh: "安装程序或诊断工具查询的提供程序条目已被删除，或查错了位数对应的目录",
        },
        next: {
          en: "Compare the provider's GUID with `netsh winsock show catalog`; 32-bit providers are kept in a catalogue of their own and are read with WSCGetProviderInfo32 from a 64-bit tool",
          zh: "将提供程序的 GUID 与 `netsh winsock show catalog` 对照；32 位提供程序另有独立目录，64 位工具须用 WSCGetProviderInfo32 读取",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2spi/nf-ws2spi-wscgetproviderinfo",
      },
      {
        operations: [],
        cause: {
          en: "The provider's DLL reports an outdated or wrong version on start",
          zh: "提供程序 DLL 在启动时报告了过时或错误的版本号",
        },
        next: {
          en: "Read product and version of the file at the provider path, for example `(Get-Item C:\\Windows\\System32\\mswsock.dll).VersionInfo`, and update the product that installed it",
          zh: "查看提供程序路径所指文件的产品与版本，例如 `(Get-Item C:\\Windows\\System32\\mswsock.dll).VersionInfo`，并更新安装它的产品",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
    ],
    related: [
      {
        code: 10106,
        note: {
          en: "10105 comes from asking about or checking an entry, 10106 from loading its DLL.",
          zh: "10105 出自查询或校验条目，10106 出自加载其 DLL。",
        },
      },
    ],
  },
  {
    code: 10106,
    name: "WSAEPROVIDERFAILEDINIT",
    aliases: [],
    category: "provider",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "provider failed to initialise", zh: "服务提供程序初始化失败" },
    meaning: {
      en: "A service provider's DLL could not be loaded (LoadLibrary failed), or its WSPStartup or NSPStartup function failed. No socket of that kind can be created in this process until the environment or the Winsock catalogue is repaired.",
      zh: "无法加载服务提供程序的 DLL（LoadLibrary 失败），或其 WSPStartup、NSPStartup 函数失败。在修复环境或 Winsock 目录之前，该进程无法创建这类套接字。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The process was started without the environment variable SystemRoot, so the provider's path %SystemRoot%\\System32\\mswsock.dll leads nowhere: a hand-made environment for a child process, a cleared environment, a strict service wrapper or build tool",
          zh: "进程启动时缺少环境变量 SystemRoot，提供程序路径 %SystemRoot%\\System32\\mswsock.dll 因此无法展开：手工构造的子进程环境、被清空的环境，或严格的服务包装器、构建工具",
        },
        next: {
          en: "If only this one program fails, this is it: extend the parent's environment instead of replacing it (Python's `env={**os.environ, …}`; the env option of Node likewise), or pass SystemRoot on",
          zh: "如果只有这一个程序失败，原因多半在此：应在父进程环境上追加而不是替换（Python 用 `env={**os.environ, …}`，Node 的 env 选项同理），或把 SystemRoot 一并传下去",
        },
        source: "https://github.com/python/cpython/pull/134363",
      },
      {
        operations: [],
        cause: {
          en: "The Winsock catalogue names a DLL that no longer exists: what a VPN, proxy, antivirus product or malware left behind when it was removed",
          zh: "Winsock 目录引用的 DLL 已不存在：VPN、代理、杀毒软件或恶意软件被清除后留下的残余",
        },
        next: {
          en: "If all programs fail, check the provider paths in `netsh winsock show catalog`, then run `netsh winsock reset` as administrator and restart Windows",
          zh: "如果所有程序都失败，核对 `netsh winsock show catalog` 中的提供程序路径，再以管理员身份运行 `netsh winsock reset` 并重启 Windows",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "The DLL is there but may not be loaded: wrong bitness, missing rights on the file, or a policy (AppLocker, WDAC, a sandbox)",
          zh: "DLL 存在但无法加载：位数不符、没有文件权限，或被策略拦截（AppLocker、WDAC、沙箱）",
        },
        next: {
          en: "Watch the program's start with Process Monitor for a failed Load Image or CreateFile of a DLL, and read `Get-WinEvent -LogName 'Microsoft-Windows-CodeIntegrity/Operational' -MaxEvents 20`",
          zh: "用 Process Monitor 观察程序启动时哪个 DLL 的 Load Image 或 CreateFile 失败，并查看 `Get-WinEvent -LogName 'Microsoft-Windows-CodeIntegrity/Operational' -MaxEvents 20`",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "A name space provider does not start, so only name lookups fail while connections to IP addresses work",
          zh: "命名空间提供程序无法启动，因此只有名称解析失败，而直接连接 IP 地址正常",
        },
        next: {
          en: "Look for foreign entries among the name space providers in `netsh winsock show catalog` (mDNS from Bonjour, VPN clients) and reinstall or uninstall their product, since `netsh winsock reset` leaves name space entries alone; cross-check with `Resolve-DnsName HOST`",
          zh: "在 `netsh winsock show catalog` 的命名空间提供程序中查找第三方条目（Bonjour 的 mDNS、VPN 客户端），重装或卸载对应产品（`netsh winsock reset` 不会处理命名空间条目）；并用 `Resolve-DnsName HOST` 交叉验证",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-winsock",
      },
      {
        operations: [],
        cause: {
          en: "The provider's start function fails for lack of memory or because its own service is stopped",
          zh: "提供程序的启动函数因内存不足或其配套服务已停止而失败",
        },
        next: {
          en: "Start the product's service again (`Get-Service | Where-Object Status -eq Stopped` shows candidates) and look into the Application event log at the time of the line",
          zh: "重新启动该产品的服务（`Get-Service | Where-Object Status -eq Stopped` 可列出候选），并查看对应时间的应用程序事件日志",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2spi/nf-ws2spi-wspstartup",
      },
    ],
    related: [
      {
        code: 10104,
        note: {
          en: "10104: the DLL was loaded but its function table is unusable.",
          zh: "10104 是 DLL 已加载，但函数表不可用。",
        },
      },
      {
        code: 10091,
        note: {
          en: "10091 stops WSAStartup; 10106 usually comes later, at socket() or a name lookup.",
          zh: "10091 出在 WSAStartup；10106 通常出现得更晚，在 socket() 或名称解析时。",
        },
      },
    ],
  },
  {
    code: 10107,
    name: "WSASYSCALLFAILURE",
    aliases: [],
    category: "provider",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "system call failure", zh: "系统调用失败" },
    meaning: {
      en: "A system call that should never fail has failed. The code is generic: a wait for events (WaitForMultipleEvents) or a registry function on the protocol and name space catalogues failed, or a provider reported failure without a reason, which can point to a fault in that provider.",
      zh: "一个本不应失败的系统调用失败了。这是通用错误码：可能是等待事件（WaitForMultipleEvents）失败，或注册表函数操作协议、命名空间目录失败，也可能是提供程序既未返回成功又没给出扩展错误码，后者可能说明该提供程序实现有误。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A layered provider (VPN, accelerator, filter, antivirus) fails without saying why",
          zh: "分层服务提供程序（VPN、加速器、过滤软件、杀毒软件）失败却不说明原因",
        },
        next: {
          en: "Uninstall or exempt the program in the product listed by `netsh winsock show catalog`; if it is a leftover, `netsh winsock reset` and restart Windows",
          zh: "卸载 `netsh winsock show catalog` 中列出的相关产品，或在其中豁免本程序；若是残留条目，运行 `netsh winsock reset` 并重启 Windows",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
      },
      {
        operations: ["startup", "resolve"],
        cause: {
          en: "The Winsock catalogue in the registry cannot be read: damaged, or the account lacks the right",
          zh: "无法读取注册表中的 Winsock 目录：已损坏，或账户没有权限",
        },
        next: {
          en: "Try `reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinSock2\\Parameters` under the program's account, and watch its registry access with Process Monitor",
          zh: "以程序所用账户执行 `reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinSock2\\Parameters`，并用 Process Monitor 观察其注册表访问",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
      },
      {
        operations: [],
        cause: {
          en: "The process ran out of handles or memory, or closed an event that a Winsock call was waiting for",
          zh: "进程的句柄或内存耗尽，或关闭了 Winsock 调用正在等待的事件",
        },
        next: {
          en: "Check `Get-Process -Id PID | Select-Object HandleCount, WorkingSet64`; restart the program and see whether the code comes back after the same running time",
          zh: "检查 `Get-Process -Id PID | Select-Object HandleCount, WorkingSet64`；重启程序，看是否在运行同样长时间后再次出现",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsawaitformultipleevents",
      },
      {
        operations: [],
        cause: {
          en: "System files of the network stack are damaged",
          zh: "网络协议栈的系统文件损坏",
        },
        next: {
          en: "Run `sfc /scannow` and `DISM /Online /Cleanup-Image /RestoreHealth`, then restart Windows",
          zh: "运行 `sfc /scannow` 和 `DISM /Online /Cleanup-Image /RestoreHealth`，然后重启 Windows",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/sfc",
      },
    ],
    related: [
      {
        code: 10106,
        note: {
          en: "10106 says plainly that a provider did not load; 10107 leaves open what failed.",
          zh: "10106 明确指出提供程序没有加载成功；10107 则没有说明失败的是什么。",
        },
      },
      {
        code: 10022,
        note: {
          en: "An argument at fault is named by 10022 or 10014; 10107 means the system or a provider.",
          zh: "参数有误会报 10022 或 10014；10107 指系统或提供程序的问题。",
        },
      },
    ],
  },
];
