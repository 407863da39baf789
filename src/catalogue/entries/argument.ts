import type { Entry } from "../entry.ts";

/** Codes of wrong arguments: handle, pointer, size, option, type, protocol or name. */
export const argument: readonly Entry[] = [
  {
    code: 6,
    name: "WSA_INVALID_HANDLE",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: { name: "EBADF", number: -4083 },
    title: { en: "invalid event handle", zh: "事件句柄无效" },
    meaning: {
      en: "A Winsock call was given an event object (or a handle that it passes straight to Windows) that is not valid. It is ERROR_INVALID_HANDLE under a Winsock name, so outside socket code the same number comes from files, pipes and consoles.",
      zh: "Winsock 调用收到的事件对象（或直接转交给 Windows 的句柄）无效。它就是换了 Winsock 名称的 ERROR_INVALID_HANDLE，因此在套接字错误码之外，文件、管道和控制台也会报同一个编号。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The event was closed with WSACloseEvent while WSAWaitForMultipleEvents, WSAEventSelect or an overlapped call still used it",
          zh: "WSAWaitForMultipleEvents、WSAEventSelect 或重叠调用仍在使用事件时，它已被 WSACloseEvent 关闭",
        },
        next: {
          en: "Close events only after the socket is closed and its overlapped operations have completed; Application Verifier names the caller: `appverif -enable handles -for app.exe`",
          zh: "先关闭套接字并等重叠操作全部完成，再关闭事件；Application Verifier 可定位调用者：`appverif -enable handles -for app.exe`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsacloseevent",
      },
      {
        operations: [],
        cause: {
          en: "WSACreateEvent failed and its result WSA_INVALID_EVENT was used unchecked, or the array passed to the wait holds unset slots",
          zh: "WSACreateEvent 失败后未检查就使用了返回的 WSA_INVALID_EVENT，或传给等待函数的数组中有未赋值的元素",
        },
        next: {
          en: "Check each WSACreateEvent; see whether handles run out with `(Get-Process -Id PID).HandleCount`",
          zh: "检查每次 WSACreateEvent 的结果；用 `(Get-Process -Id PID).HandleCount` 查看句柄是否即将耗尽",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsawaitformultipleevents",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The hEvent of an OVERLAPPED structure is uninitialised or belongs to a finished operation",
          zh: "OVERLAPPED 结构中的 hEvent 未初始化，或属于已结束的操作",
        },
        next: {
          en: "Zero the structure before every call and give each pending operation its own OVERLAPPED",
          zh: "每次调用前把结构清零，并为每个挂起的操作使用独立的 OVERLAPPED",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaioctl",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The lookup handle is not valid: WSALookupServiceEnd has closed it already, or GetAddrInfoExCancel came after the lookup had completed",
          zh: "查询句柄无效：WSALookupServiceEnd 已将其关闭，或调用 GetAddrInfoExCancel 时查询早已完成",
        },
        next: {
          en: "End every lookup once and forget its handle then; after GetAddrInfoExCancel the code only says that there was nothing left to cancel",
          zh: "每次查询只结束一次，随后不再使用其句柄；GetAddrInfoExCancel 之后出现该错误码，只表示已经没有可取消的查询",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfoexcancel",
      },
      {
        operations: [],
        cause: {
          en: "A child process uses a handle that it has not inherited, or one that its parent has closed",
          zh: "子进程使用了未继承的句柄，或父进程已经关闭的句柄",
        },
        next: {
          en: "Create the handle inheritable and start the child with handle inheritance, or duplicate it with DuplicateHandle (sockets: WSADuplicateSocket)",
          zh: "将句柄创建为可继承并在启动子进程时允许继承，或用 DuplicateHandle 复制（套接字用 WSADuplicateSocket）",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsacreateevent",
      },
    ],
    related: [
      {
        code: 10038,
        note: {
          en: "10038 is a bad socket, 6 a bad event or other Windows handle.",
          zh: "10038 是套接字无效，6 是事件或其他 Windows 句柄无效。",
        },
      },
      {
        code: 10009,
        note: {
          en: "10009 is the file-descriptor counterpart, rarely seen on Windows.",
          zh: "10009 是文件描述符的对应错误码，在 Windows 上很少见。",
        },
      },
    ],
  },
  {
    code: 87,
    name: "WSA_INVALID_PARAMETER",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: { name: "EINVAL", number: -4071 },
    title: { en: "invalid system parameter", zh: "系统调用参数无效" },
    meaning: {
      en: "A Winsock function that maps directly to a Windows function was refused because one or more parameters are wrong. The number is Win32's ERROR_INVALID_PARAMETER, which many non-socket calls return too; Winsock's own argument check answers 10022 instead.",
      zh: "某个直接映射到 Windows 函数的 Winsock 函数被拒绝，因为一个或多个参数有问题。该编号即 Win32 的 ERROR_INVALID_PARAMETER，许多与套接字无关的调用也会返回；Winsock 自身的参数检查则返回 10022。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A socket is bound a second time to an I/O completion port (CreateIoCompletionPort), for example after its handle was passed to another library",
          zh: "套接字被第二次关联到 I/O 完成端口（CreateIoCompletionPort），例如句柄又交给了另一个库",
        },
        next: {
          en: "Associate each socket once; an association ends only when the last handle to the socket is closed, so duplicated or inherited sockets keep it",
          zh: "每个套接字只关联一次；直到指向该套接字的最后一个句柄关闭，关联才会解除，因此复制或继承的套接字仍保有关联",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-createiocompletionport",
      },
      {
        operations: [],
        cause: {
          en: "A socket that was created without WSA_FLAG_OVERLAPPED is attached to a completion port",
          zh: "把创建时未带 WSA_FLAG_OVERLAPPED 的套接字关联到完成端口",
        },
        next: {
          en: "Create it with socket(), which sets the flag, or pass WSA_FLAG_OVERLAPPED to WSASocket",
          zh: "用默认带此标志的 socket() 创建，或在 WSASocket 中传入 WSA_FLAG_OVERLAPPED",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-createiocompletionport",
      },
      {
        operations: [],
        cause: {
          en: "A wait was started on 0 events or on more than 64 (WSA_MAXIMUM_WAIT_EVENTS)",
          zh: "等待的事件数为 0，或超过 64 个（WSA_MAXIMUM_WAIT_EVENTS）",
        },
        next: {
          en: "Log the count passed to WSAWaitForMultipleEvents; if the failure begins at about 64 connections, split the wait or move to completion ports",
          zh: "记录传给 WSAWaitForMultipleEvents 的数量；如果恰好在 64 条连接左右开始失败，请拆分等待或改用完成端口",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsawaitformultipleevents",
      },
      {
        operations: [],
        cause: {
          en: "The 87 comes from a file, process or registry call that happened to fail near the network code",
          zh: "这个 87 来自网络代码附近的文件、进程或注册表调用",
        },
        next: {
          en: "Find the failing function's name in the log or with Process Monitor, filtered on result INVALID PARAMETER and process PID",
          zh: "在日志中找出失败的函数名，或用 Process Monitor 按结果 INVALID PARAMETER 和进程 PID 过滤",
        },
        source: "https://learn.microsoft.com/sysinternals/downloads/procmon",
      },
    ],
    related: [
      {
        code: 10022,
        note: {
          en: "10022 is refused by Winsock or by the socket's state, 87 by the Windows function underneath.",
          zh: "10022 由 Winsock 或套接字状态拒绝，87 由底层 Windows 函数拒绝。",
        },
      },
    ],
  },
  {
    code: 10009,
    name: "WSAEBADF",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "EBADF",
    libuv: null,
    title: { en: "bad file descriptor", zh: "文件句柄或描述符无效" },
    meaning: {
      en: "The file handle given to the call is not valid. Windows sockets themselves nearly always report a bad socket as 10038, so this code mostly comes from a C runtime or a portability layer that translates EBADF.",
      zh: "调用所用的文件句柄无效。Windows 套接字对无效套接字几乎总是报 10038，因此本错误码大多来自转换 EBADF 的 C 运行库或移植层。",
    },
    advice: [
      {
        operations: ["send", "receive", "accept"],
        cause: {
          en: "The socket object was closed (by another thread, a context manager or the garbage collector) while a call on it was being prepared",
          zh: "准备调用时，套接字对象已被另一个线程、上下文管理器或垃圾回收器关闭",
        },
        next: {
          en: "Find the close of the same connection in the lines before; keep a reference to the socket as long as any thread uses it",
          zh: "在前面的日志中查找同一连接的关闭记录；只要还有线程在使用，就要保留套接字的引用",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-closesocket",
      },
      {
        operations: [],
        cause: {
          en: "A C runtime descriptor (a small number such as 3) was taken for a SOCKET, or the other way round",
          zh: "把 C 运行库的描述符（如 3 这样的小整数）当成 SOCKET，或者相反",
        },
        next: {
          en: "Convert with _get_osfhandle and _open_osfhandle, close sockets with closesocket and not with close or _close",
          zh: "用 _get_osfhandle 和 _open_osfhandle 互相转换；关闭套接字用 closesocket，而不是 close 或 _close",
        },
        source: "https://learn.microsoft.com/cpp/c-runtime-library/reference/get-osfhandle",
      },
      {
        operations: [],
        cause: {
          en: "A Unix-style server passes descriptors to children by fork, which Windows does not have",
          zh: "Unix 风格的服务器靠 fork 把描述符传给子进程，而 Windows 没有 fork",
        },
        next: {
          en: "Run the program with one process or with its Windows worker model, and read its documentation for pre-fork workers",
          zh: "以单进程或其 Windows 工作模式运行程序，并查阅其文档中关于 pre-fork 工作进程的说明",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaduplicatesocketa",
      },
    ],
    related: [
      {
        code: 10038,
        note: {
          en: "10038 is what Winsock answers for a closed or foreign handle; treat both alike.",
          zh: "对已关闭或不属于套接字的句柄，Winsock 返回的是 10038；两者处理方法相同。",
        },
      },
      {
        code: 6,
        note: {
          en: "6 is about an event or kernel handle, 10009 about a file descriptor.",
          zh: "6 指事件或内核句柄，10009 指文件描述符。",
        },
      },
    ],
  },
  {
    code: 10014,
    name: "WSAEFAULT",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "Fault",
    posix: "EFAULT",
    libuv: { name: "EFAULT", number: -4074 },
    title: { en: "bad buffer address", zh: "缓冲区地址无效" },
    meaning: {
      en: "The system met an invalid pointer in the arguments, or a buffer whose stated length is too small, such as an address length below the size of sockaddr. It is a programming error on this machine: peers, firewalls and cables have no part in it.",
      zh: "系统在参数中发现无效指针，或声明的缓冲区长度过小，例如地址长度小于 sockaddr 的大小。这是本机程序的编程错误，与对端、防火墙和线路无关。",
    },
    advice: [
      {
        operations: ["accept", "receive"],
        cause: {
          en: "The in-out address length was not set to the buffer's size before the call (it is overwritten each time), or is too small for IPv6",
          zh: "调用前没有把既是输入又是输出的地址长度重置为缓冲区大小（每次调用都会改写它），或其值容纳不下 IPv6 地址",
        },
        next: {
          en: "Reset it to sizeof(sockaddr_storage) before every accept and recvfrom; sockaddr_in has 16 bytes, sockaddr_in6 has 28",
          zh: "每次 accept 和 recvfrom 之前都重置为 sizeof(sockaddr_storage)；sockaddr_in 为 16 字节，sockaddr_in6 为 28 字节",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-recvfrom",
      },
      {
        operations: ["bind", "connect", "send"],
        cause: {
          en: "The address structure is shorter than its family requires (an IPv4-sized length, or a plain sockaddr, on an IPv6 socket), or its family is not the one of the socket",
          zh: "地址结构比其地址族所需的短（在 IPv6 套接字上传入了 IPv4 大小的长度或普通 sockaddr），或其地址族与套接字不同",
        },
        next: {
          en: "Pass ai_addr and ai_addrlen together as getaddrinfo returned them; see with `Resolve-DnsName HOST` whether the name now also gives an AAAA record that the program did not meet before",
          zh: "成对使用 getaddrinfo 返回的 ai_addr 和 ai_addrlen；用 `Resolve-DnsName HOST` 查看该名称是否新增了程序以前没遇到过的 AAAA 记录",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-bind",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The data buffer was freed, moved or never allocated: a garbage-collected buffer that is not pinned, a WSABUF with a wrong length, memory released before the overlapped call completed",
          zh: "数据缓冲区已释放、被移动或从未分配：垃圾回收管理的缓冲区没有固定、WSABUF 长度有误，或在重叠调用完成前就释放了内存",
        },
        next: {
          en: "Keep buffers alive and pinned until completion; `gflags /p /enable app.exe /full` makes the access to freed memory crash where it happens",
          zh: "操作完成前保持缓冲区有效并固定；`gflags /p /enable app.exe /full` 可让访问已释放内存的代码当场崩溃",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-send",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "The buffer for a host name or a lookup result is too small (gethostname, WSALookupServiceNext, WSAAddressToString)",
          zh: "存放主机名或查询结果的缓冲区过小（gethostname、WSALookupServiceNext、WSAAddressToString）",
        },
        next: {
          en: "Allocate the length that the call hands back and call again; 256 bytes are enough for gethostname",
          zh: "按调用返回的所需长度重新分配后再次调用；gethostname 用 256 字节即可",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-gethostname",
      },
      {
        operations: ["startup"],
        cause: {
          en: "WSAStartup's second argument does not point to a writable WSADATA structure",
          zh: "WSAStartup 的第二个参数没有指向可写的 WSADATA 结构",
        },
        next: {
          en: "In hand-written bindings (P/Invoke, ctypes, VBA) pass the structure by reference and reserve 408 bytes; its layout differs between 32-bit and 64-bit processes",
          zh: "手写绑定（P/Invoke、ctypes、VBA）时按引用传递该结构并预留 408 字节；32 位与 64 位进程的结构布局不同",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsastartup",
      },
      {
        operations: [],
        cause: {
          en: "An option or ioctl buffer is too short, for instance an int where SO_LINGER wants a linger structure",
          zh: "选项或 ioctl 的缓冲区过短，例如 SO_LINGER 需要 linger 结构却传了 int",
        },
        next: {
          en: "Compare the option's type and size in the documentation of setsockopt or WSAIoctl with the call",
          zh: "对照 setsockopt 或 WSAIoctl 文档，核对该选项要求的类型和大小",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-setsockopt",
      },
      {
        operations: [],
        cause: {
          en: "A layered provider of a proxy, accelerator or security product damages arguments on their way",
          zh: "代理、加速器或安全软件的分层服务提供程序（LSP）在转发途中破坏了参数",
        },
        next: {
          en: "If unchanged, proven software fails, look for entries that are not Microsoft's in `netsh winsock show catalog` and uninstall their product for a test",
          zh: "如果一向稳定、未作改动的软件突然报错，用 `netsh winsock show catalog` 查找非 Microsoft 的条目，并试着卸载对应产品",
        },
        source:
          "https://learn.microsoft.com/windows/win32/winsock/categorizing-layered-service-providers-and-applications",
      },
    ],
    related: [
      {
        code: 10022,
        note: {
          en: "10014: the memory is wrong. 10022: the memory is readable, its value or the socket's state is wrong.",
          zh: "10014 是内存地址或长度有误；10022 是内存可读，但其中的值或套接字状态有误。",
        },
      },
      {
        code: 10040,
        note: {
          en: "A receive buffer too small for the datagram is 10040; one too small for the address is 10014.",
          zh: "接收缓冲区放不下数据报是 10040，放不下地址是 10014。",
        },
      },
    ],
  },
  {
    code: 10022,
    name: "WSAEINVAL",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "InvalidArgument",
    posix: "EINVAL",
    libuv: { name: "EINVAL", number: -4071 },
    title: { en: "invalid socket argument", zh: "套接字参数或状态无效" },
    meaning: {
      en: "An argument has a value that the call does not take (an invalid level for setsockopt, an unknown flag), or the call does not fit the socket's state, as with accept on a socket that is not listening. The sequence of calls and their arguments have to be mended; waiting does not help.",
      zh: "某个参数的值不被接受（例如 setsockopt 的 level 无效、标志未知），或调用与套接字的当前状态不符，例如在未监听的套接字上调用 accept。需要修正调用的顺序或参数，等待无济于事。",
    },
    advice: [
      {
        operations: ["accept"],
        cause: {
          en: "accept (or AcceptEx) on a socket for which listen was not called or failed",
          zh: "在没有调用 listen 或 listen 失败的套接字上调用 accept（或 AcceptEx）",
        },
        next: {
          en: "See whether the port is listening at all: `netstat -ano | findstr :PORT`; search the log for an earlier error on bind or listen",
          zh: "先看端口是否真的在监听：`netstat -ano | findstr :PORT`；再在日志中查找更早的 bind 或 listen 错误",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-accept",
      },
      {
        operations: ["bind"],
        cause: {
          en: "The socket is bound already: bind is called twice, or a connect or sendto has bound it implicitly",
          zh: "套接字已经绑定：bind 被调用两次，或 connect、sendto 已将其隐式绑定",
        },
        next: {
          en: "Bind once, before connect or the first sendto; a retry after a failed start must use a new socket",
          zh: "只绑定一次，且在 connect 或第一次 sendto 之前；启动失败后重试时必须新建套接字",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-bind",
      },
      {
        operations: ["listen", "connect"],
        cause: {
          en: "The socket has not been bound (listen and ConnectEx require it), or connect is called on a listening socket",
          zh: "套接字尚未绑定（listen 和 ConnectEx 都要求先绑定），或在监听套接字上调用了 connect",
        },
        next: {
          en: "Call bind first, for ConnectEx with the wildcard address and port 0, and never reuse a listening socket as a client",
          zh: "先调用 bind（ConnectEx 绑定通配地址和端口 0 即可），并且不要把监听套接字再当客户端使用",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-listen",
      },
      {
        operations: ["receive"],
        cause: {
          en: "recvfrom or getsockname on a UDP or raw socket that has no local address yet (Linux binds silently, Windows does not), or a receive with an unknown flag, with MSG_OOB despite SO_OOBINLINE or into zero bytes of a stream",
          zh: "UDP 或原始套接字尚无本地地址就调用 recvfrom 或 getsockname（Linux 会自动绑定，Windows 不会），或接收时标志未知、设置了 SO_OOBINLINE 仍使用 MSG_OOB、在流套接字上接收零字节",
        },
        next: {
          en: "Bind the socket (port 0 will do) or send a first datagram before receiving, which is the usual reason why ported code fails only on Windows; if it is bound, log flags and length",
          zh: "接收前先绑定（端口 0 即可）或先发出一个数据报，移植代码仅在 Windows 上失败通常就是这个原因；如果已经绑定，记录 flags 和长度",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-recvfrom",
      },
      {
        operations: ["send"],
        cause: {
          en: "The stack does not send with these arguments: an unknown flag, MSG_OOB on a socket with SO_OOBINLINE, or WSASendMsg with a source address in IP_PKTINFO that the outgoing interface does not have",
          zh: "协议栈不接受发送参数：标志未知、在设置了 SO_OOBINLINE 的套接字上使用 MSG_OOB，或 WSASendMsg 的 IP_PKTINFO 指定了出口网卡上不存在的源地址",
        },
        next: {
          en: "Send once with flags 0 and without the control data; compare source address and interface index with `Get-NetIPAddress` and the route chosen by `Find-NetRoute -RemoteIPAddress HOST`",
          zh: "先以 flags 为 0 且不带控制数据发送一次；再将源地址和接口索引与 `Get-NetIPAddress` 以及 `Find-NetRoute -RemoteIPAddress HOST` 选出的路由对照",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-send",
      },
      {
        operations: [],
        cause: {
          en: "select with three empty sets, or WSAPoll without sockets or with unsupported events; Unix allows it as a sleep",
          zh: "select 的三个集合全为空，或 WSAPoll 没有套接字或使用了不支持的事件；Unix 上可以借此休眠",
        },
        next: {
          en: "Skip the call and sleep when there is nothing to watch, and pass WSAPoll only POLLRDNORM, POLLRDBAND and POLLWRNORM",
          zh: "没有要监视的套接字时跳过调用改为休眠；传给 WSAPoll 的事件只用 POLLRDNORM、POLLRDBAND 和 POLLWRNORM",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-select",
      },
      {
        operations: [],
        cause: {
          en: "An option at the wrong moment or in a forbidden pair: SO_EXCLUSIVEADDRUSE together with SO_REUSEADDR, an option that must be set before bind, an unknown ioctl code",
          zh: "设置选项的时机不对或组合冲突：SO_EXCLUSIVEADDRUSE 与 SO_REUSEADDR 同时使用、须在 bind 之前设置的选项设晚了、ioctl 代码未知",
        },
        next: {
          en: "Log level, option and value of the failing setsockopt; level numbers differ from Linux (SOL_SOCKET is 0xffff on Windows)",
          zh: "记录失败的 setsockopt 的 level、选项和值；level 的数值与 Linux 不同（Windows 上 SOL_SOCKET 为 0xffff）",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-setsockopt",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "getaddrinfo got flags that it does not know or that exclude each other, such as AI_CANONNAME with AI_FQDN (EAI_BADFLAGS is this number), or getnameinfo a buffer of length zero",
          zh: "getaddrinfo 收到未知或互斥的标志，例如同时设置 AI_CANONNAME 和 AI_FQDN（EAI_BADFLAGS 就是这个编号），或 getnameinfo 的缓冲区长度为零",
        },
        next: {
          en: "Zero the hints structure, set only ai_family and ai_socktype, and add flags one by one; give getnameinfo NI_MAXHOST and NI_MAXSERV bytes",
          zh: "把 hints 结构清零，只设置 ai_family 和 ai_socktype，再逐个加上标志；为 getnameinfo 提供 NI_MAXHOST 和 NI_MAXSERV 大小的缓冲区",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
    ],
    related: [
      {
        code: 10014,
        note: {
          en: "10014 points to memory, 10022 to values and the order of calls.",
          zh: "10014 指向内存问题，10022 指向取值和调用顺序问题。",
        },
      },
      {
        code: 10042,
        note: {
          en: "An option that does not exist gives 10042; one with a bad level or value, or at a bad moment, 10022.",
          zh: "选项不存在报 10042；level 或值有误，或时机不对，报 10022。",
        },
      },
      {
        code: 10045,
        note: {
          en: "10045: this kind of socket can never do it. 10022: not with these arguments or not now.",
          zh: "10045 是这类套接字根本做不到；10022 是参数不对或此刻不行。",
        },
      },
    ],
  },
  {
    code: 10038,
    name: "WSAENOTSOCK",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "NotSocket",
    posix: "ENOTSOCK",
    libuv: { name: "ENOTSOCK", number: -4050 },
    title: { en: "not a socket", zh: "句柄不是套接字" },
    meaning: {
      en: "The handle given to a socket call does not refer to a valid socket, or, for select, a member of an fd_set does not. Most often it was a socket and has been closed; the peer and the network are not involved.",
      zh: "传给套接字调用的句柄并不指向有效的套接字；对 select 而言，是 fd_set 中有无效成员。最常见的情况是它曾是套接字，但已经关闭；与对端和网络无关。",
    },
    advice: [
      {
        operations: ["send", "receive", "accept"],
        cause: {
          en: "Another thread or a shutdown path closed the socket while this call was about to use it",
          zh: "本次调用即将使用套接字时，另一个线程或关闭流程已将其关闭",
        },
        next: {
          en: "Look for the close or stop message of the same connection just before; if the lines come only while the program ends or reloads, they are harmless",
          zh: "查看此前是否有同一连接的关闭或停止记录；如果只在程序退出或重新加载时出现，则无害",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-closesocket",
      },
      {
        operations: [],
        cause: {
          en: "closesocket was called twice: the number may already belong to somebody else's new socket, so unrelated connections break at random",
          zh: "closesocket 被调用了两次：该句柄值可能已属于别处新建的套接字，于是不相干的连接会随机出错",
        },
        next: {
          en: "Set the variable to INVALID_SOCKET after closing, and find the first close with `appverif -enable networking -for app.exe` and, in the debugger, `!avrf -net -socket dump -v`",
          zh: "关闭后把变量置为 INVALID_SOCKET，并用 `appverif -enable networking -for app.exe` 配合调试器命令 `!avrf -net -socket dump -v` 找出第一次关闭",
        },
        source:
          "https://learn.microsoft.com/windows-hardware/drivers/devtest/application-verifier-tests-within-application-verifier#networking",
      },
      {
        operations: ["bind", "listen", "connect"],
        cause: {
          en: "socket() failed and its INVALID_SOCKET was passed on unchecked",
          zh: "socket() 失败，返回的 INVALID_SOCKET 未经检查就继续使用",
        },
        next: {
          en: "Log WSAGetLastError directly after socket() and look up that code, typically 10024, 10047, 10093 or 10106",
          zh: "在 socket() 之后立即记录 WSAGetLastError 并查询该错误码，常见的有 10024、10047、10093 和 10106",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "select was given a pipe, a file or standard input, which only Unix allows",
          zh: "把管道、文件或标准输入交给了 select，而只有 Unix 支持这样做",
        },
        next: {
          en: "Read pipes in a thread or with overlapped I/O; in Python use the Proactor event loop for subprocess pipes instead of selectors",
          zh: "用线程或重叠 I/O 读取管道；在 Python 中，子进程管道应使用 Proactor 事件循环而不是 selectors",
        },
        source: "https://docs.python.org/3/library/select.html",
      },
      {
        operations: [],
        cause: {
          en: "A C runtime descriptor or an object's internal number was passed where a SOCKET is wanted, or a SOCKET was squeezed into a smaller integer",
          zh: "在需要 SOCKET 的地方传入了 C 运行库描述符或对象内部编号，或把 SOCKET 截断成了更小的整数类型",
        },
        next: {
          en: "Log the handle's value where the socket is created and where the call fails, and compare; keep it in a SOCKET (UINT_PTR)",
          zh: "在创建处和失败处分别记录句柄值并对比；用 SOCKET（UINT_PTR）类型保存",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/socket-data-type-2",
      },
      {
        operations: ["accept", "listen"],
        cause: {
          en: "A layered provider or a bug of a virus scanner or VPN product breaks the listening socket, above all one that a worker process has inherited; Apache's winnt_accept shows it",
          zh: "分层服务提供程序，或杀毒软件、VPN 产品的缺陷使监听套接字失效，由工作进程继承的尤其如此；Apache 的 winnt_accept 报错即属此类",
        },
        next: {
          en: "List providers with `netsh winsock show catalog` and remove the foreign product; Apache can do without AcceptEx: `AcceptFilter http none` in 2.4, `Win32DisableAcceptEx` before",
          zh: "用 `netsh winsock show catalog` 列出提供程序并卸载相应的第三方产品；Apache 可以不用 AcceptEx：2.4 中设置 `AcceptFilter http none`，更早版本用 `Win32DisableAcceptEx`",
        },
        source: "https://httpd.apache.org/docs-2.2/mod/mpm_winnt.html",
      },
      {
        operations: [],
        cause: {
          en: "A socket was handed to another process by its bare number",
          zh: "把套接字句柄的数值直接交给另一个进程使用",
        },
        next: {
          en: "Use WSADuplicateSocket for the target process and recreate it there with WSASocket; a handle's number means nothing elsewhere",
          zh: "针对目标进程调用 WSADuplicateSocket，再在那里用 WSASocket 重建；句柄数值换个进程就没有意义",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaduplicatesocketa",
      },
    ],
    related: [
      {
        code: 10057,
        note: {
          en: "10057: a valid socket without a connection. 10038: no valid socket.",
          zh: "10057 是有效套接字但没有连接；10038 是套接字本身无效。",
        },
      },
      {
        code: 10004,
        note: {
          en: "A blocking call that was already waiting when the socket was closed usually ends with 10004 (or 995 when overlapped), a later call with 10038.",
          zh: "套接字关闭时已在等待的阻塞调用通常以 10004 结束（重叠调用为 995），之后的调用则报 10038。",
        },
      },
    ],
  },
  {
    code: 10040,
    name: "WSAEMSGSIZE",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "error",
    dotnet: "MessageSize",
    posix: "EMSGSIZE",
    libuv: { name: "EMSGSIZE", number: -4065 },
    title: { en: "datagram too large", zh: "数据报过大" },
    meaning: {
      en: "A datagram is larger than the internal message buffer or another network limit, or a received datagram is larger than the buffer given for it. When receiving, the buffer is filled and the rest of the datagram is lost; the socket stays usable.",
      zh: "要发送的数据报超过了内部消息缓冲区或其他网络限制，或收到的数据报大于提供的缓冲区。接收时缓冲区会被填满，数据报的其余部分丢失；套接字本身仍可继续使用。",
    },
    advice: [
      {
        operations: ["receive"],
        cause: {
          en: "The receive buffer is smaller than what the peer sends; Unix cuts such datagrams silently, Windows reports them",
          zh: "接收缓冲区小于对端发送的数据报；Unix 会静默截断，而 Windows 会报错",
        },
        next: {
          en: "Give recvfrom a buffer of 65,535 bytes, and treat the error as one lost datagram, not as a reason to close the socket",
          zh: "给 recvfrom 提供 65,535 字节的缓冲区；把该错误当作丢失一个数据报处理，而不要关闭套接字",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-recvfrom",
      },
      {
        operations: ["receive"],
        cause: {
          en: "The peer began to send larger messages (DNS with EDNS, SNMP bulk, syslog, discovery answers, a newer protocol version), or strangers send rubbish to an open port",
          zh: "对端开始发送更大的消息（带 EDNS 的 DNS、SNMP 批量、syslog、发现应答、新版协议），或有陌生主机向开放端口乱发数据",
        },
        next: {
          en: "Record the sizes and senders: `pktmon filter add -p PORT`, `pktmon start --capture`, and after a few errors `pktmon stop`",
          zh: "抓包查看长度和来源：`pktmon filter add -p PORT`、`pktmon start --capture`，出现几次错误后执行 `pktmon stop`",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/pktmon-filter-add",
      },
      {
        operations: ["send"],
        cause: {
          en: "The message exceeds what UDP can carry: 65,507 bytes over IPv4",
          zh: "消息超过 UDP 的承载上限：IPv4 上为 65,507 字节",
        },
        next: {
          en: "Split the data or use TCP; SO_MAX_MSG_SIZE tells the limit of the socket. Beyond about 1,400 bytes every datagram is fragmented and easily lost",
          zh: "拆分数据或改用 TCP；SO_MAX_MSG_SIZE 给出套接字的上限。超过约 1,400 字节的数据报都会分片，容易丢失",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-send",
      },
      {
        operations: ["send"],
        cause: {
          en: "The don't-fragment option is set (QUIC, VPN, MTU discovery) and the datagram exceeds the interface's or path's MTU",
          zh: "设置了禁止分片（QUIC、VPN、MTU 探测），而数据报超过了接口或路径的 MTU",
        },
        next: {
          en: "Compare `netsh interface ipv4 show subinterfaces` with `ping -f -l 1472 HOST` and go down until it answers; a VPN usually leaves 1,300 to 1,420 bytes. For programs that probe the MTU the error is expected",
          zh: "对照 `netsh interface ipv4 show subinterfaces`，并用 `ping -f -l 1472 HOST` 逐步减小直到有应答；VPN 下通常只剩 1,300 至 1,420 字节。对会探测 MTU 的程序来说，此错误属于正常现象",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/ipproto-ip-socket-options",
      },
      {
        operations: ["send"],
        cause: {
          en: "A batched send (segmentation offload, UDP_SEND_MSG_SIZE) names a segment size or a total that the stack refuses",
          zh: "批量发送（分段卸载，UDP_SEND_MSG_SIZE）的分段大小或总长度不被协议栈接受",
        },
        next: {
          en: "Switch the program's segmentation offload (GSO/USO) off for a test, and look at the adapter's state with `Get-NetAdapterUso`",
          zh: "先在程序中关闭分段卸载（GSO/USO）测试，并用 `Get-NetAdapterUso` 查看网卡状态",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/ipproto-udp-socket-options",
      },
    ],
    related: [
      {
        code: 10055,
        note: {
          en: "10055: no memory or queue space for the message at the moment. 10040: this message never fits.",
          zh: "10055 是暂时没有内存或队列空间；10040 是这条消息永远放不下。",
        },
      },
      {
        code: 10052,
        note: {
          en: "On a UDP socket 10052 reports an expired time to live for something sent earlier, not a size.",
          zh: "UDP 套接字上的 10052 表示先前发出的数据报 TTL 耗尽，与大小无关。",
        },
      },
    ],
  },
  {
    code: 10041,
    name: "WSAEPROTOTYPE",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "ProtocolType",
    posix: "EPROTOTYPE",
    libuv: null,
    title: { en: "wrong protocol for socket", zh: "协议与套接字类型不符" },
    meaning: {
      en: "socket() was asked for a protocol that does not have the semantics of the requested socket type, as UDP with SOCK_STREAM. Current Windows mostly answers such a mismatch with 10043.",
      zh: "socket() 指定的协议不支持所请求套接字类型的语义，例如 SOCK_STREAM 搭配 UDP。当前的 Windows 对这类不匹配大多返回 10043。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "Type and protocol are mixed up in the call or in a configuration that allows free combinations",
          zh: "调用中，或允许自由组合的配置中，类型与协议搭配错误",
        },
        next: {
          en: "Pair SOCK_STREAM with IPPROTO_TCP and SOCK_DGRAM with IPPROTO_UDP, or pass protocol 0 and let Windows choose",
          zh: "SOCK_STREAM 配 IPPROTO_TCP，SOCK_DGRAM 配 IPPROTO_UDP；或将协议置 0，由 Windows 选择",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "The arguments of socket() are in the wrong order, or an address family was given as the protocol",
          zh: "socket() 的参数顺序写反，或把地址族当成协议传入",
        },
        next: {
          en: "Log the three numbers: family (2 or 23), type (1 stream, 2 datagram), protocol (6 TCP, 17 UDP); AF_INET6 is 23 on Windows, not 10",
          zh: "记录这三个数：地址族（2 或 23）、类型（1 为流，2 为数据报）、协议（6 为 TCP，17 为 UDP）；AF_INET6 在 Windows 上是 23，不是 10",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "An old Windows (7 without SP1) refuses the flag WSA_FLAG_NO_HANDLE_INHERIT with this code or with 10022",
          zh: "旧版 Windows（未装 SP1 的 Windows 7）不认识 WSA_FLAG_NO_HANDLE_INHERIT，以本错误码或 10022 拒绝",
        },
        next: {
          en: "Check the version with `winver`; install SP1, or create the socket without the flag and call SetHandleInformation",
          zh: "用 `winver` 查看版本；安装 SP1，或不带该标志创建套接字，再调用 SetHandleInformation",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsasocketa",
      },
    ],
    related: [
      {
        code: 10043,
        note: {
          en: "10043: no provider offers this protocol for the type. 10041: the protocol exists but means another type.",
          zh: "10043 是没有提供程序为该类型提供此协议；10041 是协议存在，但属于另一种类型。",
        },
      },
    ],
  },
  {
    code: 10042,
    name: "WSAENOPROTOOPT",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "ProtocolOption",
    posix: "ENOPROTOOPT",
    libuv: null,
    title: { en: "unsupported socket option", zh: "套接字选项不受支持" },
    meaning: {
      en: "getsockopt or setsockopt was called with an unknown, invalid or unsupported option or level, or WSAIoctl with a control code of another protocol. The socket itself keeps working; many programs may ignore the error for an optional tuning step.",
      zh: "getsockopt 或 setsockopt 使用了未知、无效或不受支持的选项或 level，或 WSAIoctl 使用了其他协议的控制码。套接字本身仍能工作；如果只是可选的调优步骤，多数程序可以忽略此错误。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "This Windows is too old for the option: TCP_KEEPIDLE and TCP_KEEPINTVL need Windows 10 1709, TCP_KEEPCNT 1703, TCP_FASTOPEN 1607",
          zh: "当前 Windows 版本太旧：TCP_KEEPIDLE 和 TCP_KEEPINTVL 需要 Windows 10 1709，TCP_KEEPCNT 需要 1703，TCP_FASTOPEN 需要 1607",
        },
        next: {
          en: "Compare the build shown by `cmd /c ver` with the option's documentation; for keep-alive times use SIO_KEEPALIVE_VALS, which every Windows has",
          zh: "用 `cmd /c ver` 查看版本号并对照选项文档；keep-alive 时间可改用各版本都支持的 SIO_KEEPALIVE_VALS",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/ipproto-tcp-socket-options",
      },
      {
        operations: [],
        cause: {
          en: "The option does not fit the socket: a TCP option on UDP, IPV6_V6ONLY on an IPv4 socket, an IPv4 option on IPv6",
          zh: "选项与套接字不匹配：在 UDP 上设置 TCP 选项，在 IPv4 套接字上设置 IPV6_V6ONLY，或在 IPv6 上设置 IPv4 选项",
        },
        next: {
          en: "Check family and type of the socket before setting the option, and use the level that belongs to it (IPPROTO_TCP, IPPROTO_IP, IPPROTO_IPV6, SOL_SOCKET)",
          zh: "设置之前确认套接字的地址族和类型，并使用对应的 level（IPPROTO_TCP、IPPROTO_IP、IPPROTO_IPV6、SOL_SOCKET）",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-setsockopt",
      },
      {
        operations: [],
        cause: {
          en: "A control code of another protocol: SIO_KEEPALIVE_VALS on a datagram socket, SIO_GET_BROADCAST_ADDRESS on an IPv6 socket",
          zh: "控制码属于其他协议：在数据报套接字上使用 SIO_KEEPALIVE_VALS，或在 IPv6 套接字上使用 SIO_GET_BROADCAST_ADDRESS",
        },
        next: {
          en: "Ask getsockopt for SO_TYPE before WSAIoctl, and leave the keep-alive of datagrams to the program itself",
          zh: "调用 WSAIoctl 之前用 getsockopt 查询 SO_TYPE；数据报的 keep-alive 由程序自己实现",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaioctl",
      },
      {
        operations: [],
        cause: {
          en: "The option exists only on Unix (SO_REUSEPORT, TCP_CORK, SO_BINDTODEVICE) or has another number there",
          zh: "该选项只存在于 Unix（SO_REUSEPORT、TCP_CORK、SO_BINDTODEVICE），或其数值与 Windows 不同",
        },
        next: {
          en: "Take constants from the Windows headers, switch the option off in the program's configuration, and for load sharing use one listening socket with several workers",
          zh: "使用 Windows 头文件中的常量；在程序配置中关闭该选项；需要分担负载时，用一个监听套接字配多个工作线程",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/sol-socket-socket-options",
      },
      {
        operations: [],
        cause: {
          en: "The program runs under Wine or through a layered provider that does not pass the option on",
          zh: "程序运行在 Wine 下，或经过的分层服务提供程序不转发该选项",
        },
        next: {
          en: "Try the same program on plain Windows; list layers with `netsh winsock show catalog`",
          zh: "在纯净的 Windows 上运行同一程序对比；用 `netsh winsock show catalog` 列出各层提供程序",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-setsockopt",
      },
    ],
    related: [
      {
        code: 10022,
        note: {
          en: "10022 rejects the value or the moment, 10042 the option as such.",
          zh: "10022 拒绝的是取值或时机，10042 拒绝的是选项本身。",
        },
      },
      {
        code: 10045,
        note: {
          en: "10045 refuses an operation, a flag or a call of a control code that cannot be carried out; 10042 an option or control code that this protocol does not have.",
          zh: "10045 拒绝的是操作、标志或无法执行的控制码调用；10042 拒绝的是该协议没有的选项或控制码。",
        },
      },
    ],
  },
  {
    code: 10043,
    name: "WSAEPROTONOSUPPORT",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "ProtocolNotSupported",
    posix: "EPROTONOSUPPORT",
    libuv: { name: "EPROTONOSUPPORT", number: -4045 },
    title: { en: "protocol not available", zh: "协议不可用" },
    meaning: {
      en: "The requested protocol is not configured on this system or nobody implements it, at least not for the socket type it was paired with, as when a SOCK_DGRAM socket is asked for with a stream protocol. Windows knows the family and the type but found no provider with that protocol.",
      zh: "请求的协议未在系统中配置，或没有任何实现，至少不适用于所搭配的套接字类型，例如请求 SOCK_DGRAM 套接字却指定了流协议。Windows 认得地址族和类型，但找不到提供该协议的提供程序。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "Type and protocol contradict each other: SOCK_STREAM with UDP, SOCK_DGRAM with TCP, or .NET's SocketType.Stream with ProtocolType.Udp",
          zh: "类型与协议矛盾：SOCK_STREAM 配 UDP、SOCK_DGRAM 配 TCP，或 .NET 中 SocketType.Stream 配 ProtocolType.Udp",
        },
        next: {
          en: "Correct the pair in the code or configuration; protocol 0 always fits the type",
          zh: "在代码或配置中改正搭配；协议填 0 总能与类型匹配",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "Windows has no such protocol: SCTP, DCCP, UDP-Lite, or ICMP on a datagram socket (Linux ping sockets)",
          zh: "Windows 没有该协议：SCTP、DCCP、UDP-Lite，或数据报套接字上的 ICMP（Linux 的 ping 套接字）",
        },
        next: {
          en: "Use another transport; for ping call IcmpSendEcho instead of opening a socket",
          zh: "改用其他传输协议；ping 应调用 IcmpSendEcho，而不是打开套接字",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "The hardware of the transport is missing: infrared (IrDA) or Bluetooth (RFCOMM) without an adapter and its driver",
          zh: "缺少该传输方式的硬件：没有适配器及其驱动的红外（IrDA）或蓝牙（RFCOMM）",
        },
        next: {
          en: "Look for the protocol in `netsh winsock show catalog`, and check `Get-PnpDevice -Class Bluetooth`",
          zh: "在 `netsh winsock show catalog` 中查找该协议，并检查 `Get-PnpDevice -Class Bluetooth`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "The catalogue of protocols lost its TCP or UDP entries, typically after a VPN, proxy or security product was removed",
          zh: "协议目录丢失了 TCP 或 UDP 条目，多发生在卸载 VPN、代理或安全软件之后",
        },
        next: {
          en: "If every program on the machine fails, run `netsh winsock reset` as administrator and restart Windows",
          zh: "如果本机所有程序都失败，以管理员身份运行 `netsh winsock reset` 并重启 Windows",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-winsock",
      },
    ],
    related: [
      {
        code: 10044,
        note: {
          en: "Windows searches family, type, protocol in this order: 10047 stops at the family, 10044 at the type, 10043 at the protocol.",
          zh: "Windows 按地址族、类型、协议的顺序查找：10047 卡在地址族，10044 卡在类型，10043 卡在协议。",
        },
      },
      {
        code: 10041,
        note: {
          en: "The older code for a mismatch of type and protocol.",
          zh: "类型与协议不匹配的旧错误码。",
        },
      },
      {
        code: 10022,
        note: {
          en: "WSASocket may answer 10022 where family, type and protocol are each known, but not together.",
          zh: "地址族、类型和协议各自都受支持而组合不受支持时，WSASocket 可能返回 10022。",
        },
      },
    ],
  },
  {
    code: 10044,
    name: "WSAESOCKTNOSUPPORT",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "SocketNotSupported",
    posix: "ESOCKTNOSUPPORT",
    libuv: { name: "ESOCKTNOSUPPORT", number: -4025 },
    title: { en: "socket type not supported", zh: "套接字类型不受支持" },
    meaning: {
      en: "The address family exists here but offers no sockets of the requested type, for example SOCK_RAW where an implementation has no raw sockets at all.",
      zh: "地址族存在，但不提供所请求的套接字类型，例如请求 SOCK_RAW，而该实现根本没有原始套接字。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "Ported code adds Linux flags to the type (SOCK_NONBLOCK, SOCK_CLOEXEC), which makes it an unknown type on Windows",
          zh: "移植代码在类型上叠加了 Linux 标志（SOCK_NONBLOCK、SOCK_CLOEXEC），在 Windows 上就成了未知类型",
        },
        next: {
          en: "Create the socket with the plain type, then call ioctlsocket with FIONBIO and pass WSA_FLAG_NO_HANDLE_INHERIT instead",
          zh: "用纯类型创建套接字，再以 ioctlsocket 的 FIONBIO 和 WSA_FLAG_NO_HANDLE_INHERIT 代替这些标志",
        },
        source: "https://man7.org/linux/man-pages/man2/socket.2.html",
      },
      {
        operations: [],
        cause: {
          en: "The family has stream sockets only (AF_UNIX and Bluetooth on Windows) or lacks the rarer types SOCK_SEQPACKET and SOCK_RAW; SOCK_RDM needs the reliable multicast of Message Queuing",
          zh: "该地址族只有流套接字（Windows 上的 AF_UNIX 和蓝牙），或没有 SOCK_SEQPACKET、SOCK_RAW 等少见类型；SOCK_RDM 需要消息队列的可靠多播",
        },
        next: {
          en: "Look at the socket types in `netsh winsock show catalog`, for SOCK_RDM at `Get-WindowsOptionalFeature -Online -FeatureName MSMQ*`; for local datagrams use UDP on 127.0.0.1 or a named pipe",
          zh: "在 `netsh winsock show catalog` 中查看套接字类型，SOCK_RDM 则查看 `Get-WindowsOptionalFeature -Online -FeatureName MSMQ*`；本机数据报可用 127.0.0.1 上的 UDP 或命名管道代替",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "getaddrinfo was given a socket type in its hints that it does not know (EAI_SOCKTYPE is this number)",
          zh: "getaddrinfo 的 hints 中给了它不认识的套接字类型（EAI_SOCKTYPE 就是这个编号）",
        },
        next: {
          en: "Set ai_socktype to SOCK_STREAM, SOCK_DGRAM or 0 and clear the rest of the hints",
          zh: "将 ai_socktype 设为 SOCK_STREAM、SOCK_DGRAM 或 0，并把 hints 其余字段清零",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfo",
      },
    ],
    related: [
      {
        code: 10013,
        note: {
          en: "A raw socket without administrator rights is 10013: supported, but not for you.",
          zh: "没有管理员权限而创建原始套接字报 10013：类型受支持，但当前用户无权使用。",
        },
      },
      {
        code: 10047,
        note: {
          en: "10047: the address family itself is missing or does not fit.",
          zh: "10047 是地址族本身缺失或不匹配。",
        },
      },
    ],
  },
  {
    code: 10045,
    name: "WSAEOPNOTSUPP",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "OperationNotSupported",
    posix: "EOPNOTSUPP",
    libuv: null,
    title: { en: "operation not supported", zh: "套接字不支持该操作" },
    meaning: {
      en: "The operation does not exist for this kind of object; the classic case is accepting connections on a datagram socket. The same call on the same socket will never work.",
      zh: "该类对象不存在此操作，典型情况是在数据报套接字上接受连接。对同一套接字再次调用也不会成功。",
    },
    advice: [
      {
        operations: ["listen", "accept"],
        cause: {
          en: "listen or accept on a UDP socket",
          zh: "在 UDP 套接字上调用 listen 或 accept",
        },
        next: {
          en: "Create the socket with SOCK_STREAM, or, for UDP, bind it and call recvfrom straight away",
          zh: "用 SOCK_STREAM 创建套接字；如果要用 UDP，绑定后直接调用 recvfrom",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-accept",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "A flag that the socket does not take: MSG_OOB on UDP or AF_UNIX, MSG_WAITALL on a datagram or non-blocking socket or with MSG_PEEK, MSG_DONTWAIT or MSG_NOSIGNAL from Linux (10022 by the documentation)",
          zh: "套接字不接受该标志：UDP 或 AF_UNIX 上的 MSG_OOB、数据报或非阻塞套接字上或与 MSG_PEEK 同用的 MSG_WAITALL，以及来自 Linux 的 MSG_DONTWAIT 或 MSG_NOSIGNAL（按文档应为 10022）",
        },
        next: {
          en: "Log the flags argument and pass 0 for a test; make the socket non-blocking with ioctlsocket and FIONBIO instead of MSG_DONTWAIT",
          zh: "记录 flags 参数，并传 0 测试；用 ioctlsocket 的 FIONBIO 设为非阻塞，代替 MSG_DONTWAIT",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-recv",
      },
      {
        operations: [],
        cause: {
          en: "An ioctl that this Windows or provider lacks: the deprecated SIO_LOOPBACK_FAST_PATH, or fetching ConnectEx and AcceptEx through a layered provider",
          zh: "当前 Windows 或提供程序没有该 ioctl：已弃用的 SIO_LOOPBACK_FAST_PATH，或经分层服务提供程序获取 ConnectEx、AcceptEx",
        },
        next: {
          en: "Treat a failed tuning ioctl as optional and go on; find out which one it is from the call just before the error",
          zh: "调优类 ioctl 失败可视为可选，继续执行即可；从报错前的那次调用判断是哪个 ioctl",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/sio-loopback-fast-path",
      },
      {
        operations: [],
        cause: {
          en: "WSL or Docker Desktop stops at once with 0x8007273d because a game accelerator, proxy or VPN has put a layered provider into wsl.exe",
          zh: "游戏加速器、代理或 VPN 把分层服务提供程序注入了 wsl.exe，导致 WSL 或 Docker Desktop 一启动就以 0x8007273d 退出",
        },
        next: {
          en: "`netsh winsock reset` as administrator brings WSL back but removes the product's layer; lasting: exempt wsl.exe with WSCSetApplicationCategory (the product's own tool), then `wsl --shutdown`",
          zh: "以管理员身份运行 `netsh winsock reset` 可恢复 WSL，但会移除该产品的分层；长期办法是用 WSCSetApplicationCategory（产品自带工具）豁免 wsl.exe，然后执行 `wsl --shutdown`",
        },
        source: "https://github.com/microsoft/WSL/issues/9331",
      },
      {
        operations: ["connect", "bind"],
        cause: {
          en: "AF_UNIX on Windows is asked for what it lacks: datagrams, socketpair, passing descriptors",
          zh: "对 Windows 的 AF_UNIX 要求了它没有的功能：数据报、socketpair、传递描述符",
        },
        next: {
          en: "Configure the program for TCP on 127.0.0.1 or for a named pipe",
          zh: "把程序配置为使用 127.0.0.1 上的 TCP 或命名管道",
        },
        source: "https://devblogs.microsoft.com/commandline/af_unix-comes-to-windows",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "WSAGetServiceClassInfo was asked of a name space provider that keeps no service classes",
          zh: "WSAGetServiceClassInfo 所查询的命名空间提供程序不保存服务类",
        },
        next: {
          en: "Ask another provider listed by `netsh winsock show catalog`, or do without the class information",
          zh: "改查 `netsh winsock show catalog` 列出的其他提供程序，或不使用类信息",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsagetserviceclassinfoa",
      },
    ],
    related: [
      {
        code: 10022,
        note: {
          en: "accept before listen is 10022; accept on UDP is 10045.",
          zh: "listen 之前调用 accept 报 10022；在 UDP 上调用 accept 报 10045。",
        },
      },
      {
        code: 10042,
        note: {
          en: "Options and control codes that a protocol does not have are refused with 10042, operations and flags with 10045.",
          zh: "协议没有的选项和控制码报 10042，操作和标志被拒绝报 10045。",
        },
      },
    ],
  },
  {
    code: 10046,
    name: "WSAEPFNOSUPPORT",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: "ProtocolFamilyNotSupported",
    posix: "EPFNOSUPPORT",
    libuv: { name: "EINVAL", number: -4071 },
    title: { en: "protocol family not supported", zh: "协议族不受支持" },
    meaning: {
      en: "The protocol family is not configured on this system or has no implementation. It differs a little from 10047 in meaning, but the two are mostly interchangeable: every Winsock function that can return one of them lists 10047 as well.",
      zh: "协议族未在系统中配置，或没有任何实现。它与 10047 的含义略有差别，但多数情况下可互换：凡是可能返回其中之一的 Winsock 函数，也都列有 10047。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The program wants a family that Windows dropped or never had: IPX, AppleTalk, NetBEUI, AF_PACKET, AF_NETLINK",
          zh: "程序请求了 Windows 已移除或从未支持的协议族：IPX、AppleTalk、NetBEUI、AF_PACKET、AF_NETLINK",
        },
        next: {
          en: "Set the program to TCP/IP; for packet capture use Npcap or `pktmon start --capture` instead of AF_PACKET",
          zh: "把程序改为使用 TCP/IP；抓包请用 Npcap 或 `pktmon start --capture`，而不是 AF_PACKET",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
      {
        operations: [],
        cause: {
          en: "The family number was taken from another system: AF_INET6 is 23 on Windows, 10 on Linux and 30 on macOS",
          zh: "地址族数值取自其他系统：AF_INET6 在 Windows 上为 23，Linux 上为 10，macOS 上为 30",
        },
        next: {
          en: "Log the first argument of socket() and use the constants of the Windows headers; `netsh winsock show catalog` lists the families that exist here",
          zh: "记录 socket() 的第一个参数，并使用 Windows 头文件的常量；`netsh winsock show catalog` 列出本机实际存在的地址族",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-socket",
      },
    ],
    related: [
      {
        code: 10047,
        note: {
          en: "10047 is what today's Windows normally reports for an unknown family or for an address of the wrong one; read both entries.",
          zh: "对未知地址族或地址族不符的地址，如今的 Windows 通常报 10047；两个条目请一并参考。",
        },
      },
      {
        code: 10043,
        note: {
          en: "10043: the family is there, the protocol within it is not.",
          zh: "10043 是协议族存在，但其中没有所请求的协议。",
        },
      },
    ],
  },
  {
    code: 10062,
    name: "WSAELOOP",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "ELOOP",
    libuv: null,
    title: { en: "cannot translate name", zh: "名称无法转换" },
    meaning: {
      en: "A name could not be translated; in BSD, where the code comes from, because symbolic links lead in a circle. Windows lists the number but its socket functions do not return it.",
      zh: "名称无法转换；在该错误码的来源 BSD 中，原因是符号链接形成了循环。Windows 只是列出该编号，其套接字函数不会返回它。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A runtime or portability layer turned ELOOP of a path (links or junctions in a circle) into the Winsock number",
          zh: "运行库或移植层把路径上的 ELOOP（符号链接或目录联接成环）转换成了 Winsock 编号",
        },
        next: {
          en: "List the links below the path in the line with `cmd /c dir /al /s` and remove the circle; Windows itself calls this Win32 error 1921",
          zh: "用 `cmd /c dir /al /s` 列出该行所涉路径下的链接并消除循环；Windows 自身对应的是 Win32 错误 1921",
        },
        source: "https://learn.microsoft.com/windows/win32/debug/system-error-codes--1700-3999-",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "An application's own resolver uses the number for CNAME records or aliases that point to each other",
          zh: "应用自带的解析器用该编号表示相互指向的 CNAME 记录或别名",
        },
        next: {
          en: "Follow the chain with `Resolve-DnsName HOST -Type CNAME` and mend the zone",
          zh: "用 `Resolve-DnsName HOST -Type CNAME` 逐级查看别名链，并修正区域数据",
        },
        source: "https://learn.microsoft.com/powershell/module/dnsclient/resolve-dnsname",
      },
    ],
    related: [
      {
        code: 10063,
        note: {
          en: "10063 complains about a name's length and nothing else.",
          zh: "10063 只针对名称的长度。",
        },
      },
      {
        code: 11001,
        note: {
          en: "The code that Windows really gives for a host name that cannot be found.",
          zh: "主机名找不到时，Windows 实际返回的是 11001。",
        },
      },
    ],
  },
  {
    code: 10063,
    name: "WSAENAMETOOLONG",
    aliases: [],
    category: "argument",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: "ENAMETOOLONG",
    libuv: null,
    title: { en: "name too long", zh: "名称过长" },
    meaning: {
      en: "A name, or one component of it, exceeds the permitted length. Shortening the name is the only cure; Windows sockets hardly ever produce this code themselves.",
      zh: "名称或其中某一部分超过了允许的长度。唯一的办法是缩短名称；Windows 套接字自身几乎不会产生此错误码。",
    },
    advice: [
      {
        operations: ["resolve", "connect"],
        cause: {
          en: "Something longer than a host name stands in the host setting: a whole URL, a connection string, a label of more than 63 characters or a name of more than 253",
          zh: "主机设置中填入了比主机名更长的内容：整个 URL、连接字符串、超过 63 个字符的标签，或总长超过 253 个字符的名称",
        },
        next: {
          en: "Look at the exact value in the configuration and try it with `Resolve-DnsName HOST`; missing quotes or separators often glue values together",
          zh: "查看配置中的原值，并用 `Resolve-DnsName HOST` 测试；缺少引号或分隔符常使多个值粘在一起",
        },
        source: "https://learn.microsoft.com/windows/win32/api/windns/nf-windns-dnsvalidatename_a",
      },
      {
        operations: ["bind", "connect"],
        cause: {
          en: "The path of an AF_UNIX socket does not fit its 108 bytes, checked by the language's runtime",
          zh: "AF_UNIX 套接字的路径超出 108 字节的限制（由语言运行时检查）",
        },
        next: {
          en: "Place the socket file in a short folder such as the root of a drive; long temporary folders of user profiles are the usual reason",
          zh: "把套接字文件放到较短的目录下，例如盘符根目录；用户配置文件中过长的临时目录是常见原因",
        },
        source: "https://devblogs.microsoft.com/commandline/af_unix-comes-to-windows",
      },
    ],
    related: [
      {
        code: 11001,
        note: {
          en: "Windows' own resolver mostly answers an overlong host name with 11001 or 11003.",
          zh: "对过长的主机名，Windows 自带解析器大多返回 11001 或 11003。",
        },
      },
      {
        code: 10062,
        note: {
          en: "10062: the name leads nowhere, whatever its length.",
          zh: "10062 是名称无法转换，与长度无关。",
        },
      },
    ],
  },
];
