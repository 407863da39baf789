import type { Entry } from "../entry.ts";

/** Codes of calls that wait, continue in the background or were interrupted. Most of them are not failures. */
export const asyncIo: readonly Entry[] = [
  {
    code: 995,
    name: "WSA_OPERATION_ABORTED",
    aliases: [],
    category: "async",
    retryable: "no",
    severity: "warning",
    dotnet: "OperationAborted",
    posix: "ECANCELED",
    libuv: { name: "ECANCELED", number: -4081 },
    title: { en: "overlapped operation aborted", zh: "重叠操作已中止" },
    meaning: {
      en: "A pending overlapped operation was cancelled, because its socket was closed, SIO_FLUSH was executed through WSAIoctl, the operation was cancelled with CancelIoEx, or the thread that had started it ended. During a shutdown this is the expected end of every pending call; the same call on a closed socket cannot succeed.",
      zh: "挂起的重叠操作被取消：套接字已关闭、通过 WSAIoctl 执行了 SIO_FLUSH、用 CancelIoEx 取消了操作，或发起操作的线程已结束。停机时，每个挂起的调用都会这样结束，属于预期现象；在已关闭的套接字上重复调用不会成功。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The program itself closed the socket or called WSACleanup while operations were pending, mostly on shutdown or after another error",
          zh: "程序在操作挂起时自己关闭了套接字或调用了 WSACleanup，多半是在停机时或其他错误之后",
        },
        next: {
          en: "Read the lines before this one: the first error or the stop request is the story; release the buffers of the aborted operations and log them quietly",
          zh: "查看这一行之前的日志：最先出现的错误或停止请求才是原因；释放被中止操作的缓冲区，并以低级别记录",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-closesocket",
      },
      {
        operations: ["connect", "receive", "send"],
        cause: {
          en: "A time-out or cancellation in the program ended the operation (CancelIoEx, a CancellationToken, an asio timer)",
          zh: "程序中的超时或取消机制结束了操作（CancelIoEx、CancellationToken、asio 定时器）",
        },
        next: {
          en: "Compare the duration with the configured time-out, find out why the peer is slow with `Test-NetConnection HOST -Port PORT`, and raise the limit if it is simply too short",
          zh: "将耗时与配置的超时对照，用 `Test-NetConnection HOST -Port PORT` 查明对端为何缓慢；如果只是设得太短，就调大超时",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-cancelioex",
      },
      {
        operations: ["accept"],
        cause: {
          en: "The listening socket was closed while AcceptEx was waiting, as every stop or restart of a server does",
          zh: "AcceptEx 等待期间监听套接字被关闭，服务器每次停止或重启都会如此",
        },
        next: {
          en: "Nothing to do if the server was stopping; otherwise look for who closes or disposes of the listener, and see whether it still listens with `netstat -ano | findstr :PORT`",
          zh: "如果服务器正在停止，无需处理；否则查找是谁关闭或释放了监听器，并用 `netstat -ano | findstr :PORT` 查看是否还在监听",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/overlapped-i-o-and-event-objects-2",
      },
      {
        operations: ["connect"],
        cause: {
          en: "Several addresses were tried at once and another one connected first, so this attempt was given up",
          zh: "同时尝试了多个地址，另一个先连上，因此放弃了本次尝试",
        },
        next: {
          en: "Look for a successful connection to HOST in the same second; then this line is harmless",
          zh: "查找同一秒内到 HOST 的成功连接；若有，这一行无害",
        },
        source: "https://www.rfc-editor.org/rfc/rfc8305",
      },
      {
        operations: ["receive", "send", "accept"],
        cause: {
          en: "The thread that had issued the operation ended, and Windows cancels its pending I/O with it when no completion port is attached",
          zh: "发起操作的线程已结束；在没有关联完成端口时，Windows 会随线程一起取消其挂起的 I/O",
        },
        next: {
          en: "Start overlapped calls from a thread that lives as long as they do, or bind the socket to a completion port",
          zh: "由生命周期足够长的线程发起重叠调用，或将套接字关联到完成端口",
        },
        source: "https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-exitthread",
      },
      {
        operations: ["receive"],
        cause: {
          en: "The virtual adapter that a VPN or driver reads from was removed or reset",
          zh: "VPN 或驱动程序所读取的虚拟网卡被移除或重置",
        },
        next: {
          en: "Look for the adapter's events at that time with `Get-WinEvent -LogName System -MaxEvents 50` and restart the service that owns it",
          zh: "用 `Get-WinEvent -LogName System -MaxEvents 50` 查找该网卡同一时间的事件，并重启其所属服务",
        },
        source: "https://github.com/OpenVPN/openvpn3/issues/261",
      },
    ],
    related: [
      {
        code: 10004,
        note: {
          en: "10004 is the same story for a blocking call instead of an overlapped one.",
          zh: "10004 是同样的情况，只是发生在阻塞调用而不是重叠调用上。",
        },
      },
      {
        code: 10053,
        note: {
          en: "10053: the connection itself broke; 995: only the operation was called off.",
          zh: "10053 是连接本身断开，995 只是操作被取消。",
        },
      },
      {
        code: 10038,
        note: {
          en: "10038: the call came after the socket had been closed; 995: it was already waiting.",
          zh: "10038 是套接字关闭之后才调用，995 是关闭时调用已在等待。",
        },
      },
    ],
  },
  {
    code: 996,
    name: "WSA_IO_INCOMPLETE",
    aliases: [],
    category: "async",
    retryable: "yes",
    severity: "info",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "overlapped operation not finished", zh: "重叠操作尚未完成" },
    meaning: {
      en: "Not a failure: the program asked for the state of an overlapped operation that has not completed yet, so its event object is not signalled. WSAGetOverlappedResult with fWait FALSE answers so until the operation is done; asking again later is right.",
      zh: "这不是故障：程序查询了一个尚未完成的重叠操作，其事件对象还没有处于有信号状态。以 fWait 为 FALSE 调用 WSAGetOverlappedResult，在操作完成之前都会得到此结果；稍后再查询即可。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The program polls WSAGetOverlappedResult with fWait set to FALSE",
          zh: "程序以 fWait 为 FALSE 轮询 WSAGetOverlappedResult",
        },
        next: {
          en: "Wait for the event with WSAWaitForMultipleEvents, or use a completion port, instead of asking in a loop",
          zh: "用 WSAWaitForMultipleEvents 等待事件，或使用完成端口，不要循环查询",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsagetoverlappedresult",
      },
      {
        operations: ["receive", "send", "connect", "accept"],
        cause: {
          en: "The program treats the answer as an error and gives up an operation that is still running",
          zh: "程序把该结果当作错误，放弃了仍在进行的操作",
        },
        next: {
          en: "Keep buffer and OVERLAPPED structure alive until completion; to really give up call CancelIoEx and wait for 995",
          zh: "在完成之前保持缓冲区和 OVERLAPPED 结构有效；若确实要放弃，调用 CancelIoEx 并等待 995",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsagetoverlappedresult",
      },
      {
        operations: ["receive"],
        cause: {
          en: "It never ends: the peer sends nothing, or the event in the OVERLAPPED structure was reset or shared by two operations",
          zh: "一直不结束：对端没有发送数据，或 OVERLAPPED 结构中的事件被重置、被两个操作共用",
        },
        next: {
          en: "Check that the connection is alive with `Get-NetTCPConnection -RemotePort PORT`, and give each pending operation an event of its own",
          zh: "用 `Get-NetTCPConnection -RemotePort PORT` 确认连接仍在，并为每个挂起的操作使用独立的事件",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsagetoverlappedresult",
      },
    ],
    related: [
      {
        code: 997,
        note: {
          en: "997 comes from the call that starts the operation, 996 from the one that asks how far it is.",
          zh: "997 来自发起操作的调用，996 来自查询进度的调用。",
        },
      },
      {
        code: 10035,
        note: {
          en: "10035 belongs to non-blocking sockets: nothing was started there.",
          zh: "10035 用于非阻塞套接字，操作并未留在后台执行。",
        },
      },
    ],
  },
  {
    code: 997,
    name: "WSA_IO_PENDING",
    aliases: [],
    category: "async",
    retryable: "no",
    severity: "info",
    dotnet: "IOPending",
    posix: null,
    libuv: null,
    title: { en: "overlapped operation started", zh: "重叠操作已启动" },
    meaning: {
      en: "Not a failure: an overlapped operation was started and could not complete at once; its completion will be indicated later. The call must not be repeated, because that would start a second operation.",
      zh: "这不是故障：重叠操作已启动但无法立即完成，完成时会另行通知。不要重复调用，否则会启动第二个操作。",
    },
    advice: [
      {
        operations: ["send", "receive", "accept", "connect"],
        cause: {
          en: "The normal answer of WSASend, WSARecv, AcceptEx or ConnectEx when no data or connection is ready yet",
          zh: "数据或连接尚未就绪时，WSASend、WSARecv、AcceptEx、ConnectEx 的正常返回",
        },
        next: {
          en: "Wait for the event, callback or completion port, and read the real result there with WSAGetOverlappedResult",
          zh: "等待事件、回调或完成端口，然后用 WSAGetOverlappedResult 读取真正的结果",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsasend",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "GetAddrInfoExW was given an OVERLAPPED structure and looks the name up in the background, which it can from Windows 8 on",
          zh: "调用 GetAddrInfoExW 时传入了 OVERLAPPED 结构，名称正在后台解析（Windows 8 起支持）",
        },
        next: {
          en: "Wait for its event or completion routine, then fetch the outcome with GetAddrInfoExOverlappedResult",
          zh: "等待它的事件或完成例程，然后用 GetAddrInfoExOverlappedResult 取得结果",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfoexw",
      },
      {
        operations: [],
        cause: {
          en: "The program or its library logs every non-zero return as an error",
          zh: "程序或其库把所有非零返回都记录为错误",
        },
        next: {
          en: "Treat 997 as success in the code that checks WSAGetLastError; in the log look for the later line with the true outcome",
          zh: "在检查 WSAGetLastError 的代码中将 997 视为成功；在日志中查找之后记录真实结果的那一行",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/overlapped-i-o-and-event-objects-2",
      },
      {
        operations: ["connect", "receive", "resolve"],
        cause: {
          en: "The completion never comes, and the program seems to hang",
          zh: "完成通知迟迟不来，程序看似卡死",
        },
        next: {
          en: "Check that the peer answers with `Test-NetConnection HOST -Port PORT`, that some thread waits on the completion port, and that buffer and OVERLAPPED structure outlive the call",
          zh: "用 `Test-NetConnection HOST -Port PORT` 确认对端有应答，确认有线程在等待完成端口，且缓冲区和 OVERLAPPED 结构在完成前一直有效",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsarecv",
      },
    ],
    related: [
      {
        code: 996,
        note: {
          en: "996: asked too early about an operation that is already under way.",
          zh: "996 表示操作已在进行，但查询得太早。",
        },
      },
      {
        code: 10036,
        note: {
          en: "10036: a blocking call is running and forbids any other; 997 forbids nothing.",
          zh: "10036 表示有阻塞调用在执行，不允许其他调用；997 没有这种限制。",
        },
      },
    ],
  },
  {
    code: 10004,
    name: "WSAEINTR",
    aliases: [],
    category: "async",
    retryable: "no",
    severity: "warning",
    dotnet: "Interrupted",
    posix: "EINTR",
    libuv: { name: "ECANCELED", number: -4081 },
    title: { en: "blocking call interrupted", zh: "阻塞调用被中断" },
    meaning: {
      en: "A blocking operation was interrupted by WSACancelBlockingCall. Winsock 2 no longer has that function, so today it nearly always means that another thread of the program closed the socket while the call waited; Windows has no signals that would interrupt it. If the program is stopping, nothing is wrong.",
      zh: "阻塞操作被 WSACancelBlockingCall 中断。该函数自 Winsock 2 起已不存在，因此如今几乎总是表示：调用等待期间，程序的另一个线程关闭了套接字；Windows 没有会打断它的信号机制。如果程序正在停止，则一切正常。",
    },
    advice: [
      {
        operations: ["accept"],
        cause: {
          en: "The listener was closed to end the accept loop, the usual way to stop a server",
          zh: "为结束 accept 循环而关闭了监听套接字，这是停止服务器的常用做法",
        },
        next: {
          en: "Leave the loop quietly when a stop was asked for; if none was, find the code that closes the listener, and check `netstat -ano | findstr :PORT`",
          zh: "若收到过停止请求，安静地退出循环；若没有，找到关闭监听套接字的代码，并检查 `netstat -ano | findstr :PORT`",
        },
        source: "https://github.com/odin-lang/Odin/issues/2628",
      },
      {
        operations: ["receive", "send", "connect"],
        cause: {
          en: "Another thread closed or disposed of the socket or called WSACleanup: time-out watchdog, connection pool, user cancel, end of the program",
          zh: "另一个线程关闭或释放了套接字，或调用了 WSACleanup：超时看门狗、连接池、用户取消或程序退出",
        },
        next: {
          en: "Look in the log just before this line for the time-out or cancel that closed it; end waiting calls with shutdown and a flag, and close only when all threads have left",
          zh: "在这一行之前的日志中查找触发关闭的超时或取消；用 shutdown 加标志来结束等待中的调用，等所有线程退出后再关闭",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsacleanup",
      },
      {
        operations: [],
        cause: {
          en: "An old Winsock 1.1 program cancelled its own blocking call from a blocking hook or message handler, or an MFC program called CSocket::CancelBlockingCall",
          zh: "旧的 Winsock 1.1 程序在阻塞钩子或消息处理函数中取消了自己的阻塞调用，或 MFC 程序调用了 CSocket::CancelBlockingCall",
        },
        next: {
          en: "Look for CancelBlockingCall and WSASetBlockingHook in the source and move the blocking calls to a thread of their own",
          zh: "在源代码中查找 CancelBlockingCall 和 WSASetBlockingHook，并把阻塞调用移到独立线程",
        },
        source: "https://learn.microsoft.com/cpp/mfc/reference/csocket-class#cancelblockingcall",
      },
      {
        operations: ["receive", "accept"],
        cause: {
          en: "A handle was closed twice, and the second close hit a socket that had been given the same number meanwhile",
          zh: "某个句柄被关闭了两次，第二次关闭误伤了此间复用同一句柄值的套接字",
        },
        next: {
          en: "Set the variable to INVALID_SOCKET after closesocket, and check the program with Application Verifier's handle tests",
          zh: "closesocket 之后把变量设为 INVALID_SOCKET，并用 Application Verifier 的句柄检查来排查程序",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-closesocket",
      },
    ],
    related: [
      {
        code: 995,
        note: {
          en: "995: the cancelled call was overlapped.",
          zh: "995 表示被取消的是重叠调用。",
        },
      },
      {
        code: 10038,
        note: {
          en: "10038: the socket was closed before the call began.",
          zh: "10038 表示调用开始之前套接字就已关闭。",
        },
      },
    ],
  },
  {
    code: 10035,
    name: "WSAEWOULDBLOCK",
    aliases: [],
    category: "async",
    retryable: "yes",
    severity: "info",
    dotnet: "WouldBlock",
    posix: "EWOULDBLOCK",
    libuv: { name: "EAGAIN", number: -4088 },
    title: { en: "operation would block", zh: "操作暂时无法完成" },
    meaning: {
      en: "Not fatal: on a non-blocking socket the operation cannot be completed at once, for instance because no data waits to be read. It is the normal answer to connect on a non-blocking stream socket, since a connection takes time to establish. Try again when the socket is ready.",
      zh: "不是致命错误：非阻塞套接字上的操作无法立即完成，例如没有数据可读。在非阻塞流套接字上调用 connect 通常就会返回它，因为建立连接需要时间。等套接字就绪后重试即可。",
    },
    advice: [
      {
        operations: ["receive"],
        cause: {
          en: "No data is queued on the non-blocking socket",
          zh: "非阻塞套接字上没有排队的数据",
        },
        next: {
          en: "Wait for it to become readable with select, WSAPoll or WSAEventSelect, then read until 10035 comes again",
          zh: "用 select、WSAPoll 或 WSAEventSelect 等待其可读，然后一直读到再次出现 10035",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-recv",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The connection is being established in the background",
          zh: "连接正在后台建立",
        },
        next: {
          en: "Wait for writability and watch the except set of select for failure, then read SO_ERROR; WSAPoll reports failed connects only from Windows 10 2004 on",
          zh: "等待套接字可写，同时用 select 的异常集合监视失败，然后读取 SO_ERROR；WSAPoll 从 Windows 10 2004 起才会报告连接失败",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The program takes this answer for a failed connection, often after porting from Unix, where it is called EINPROGRESS",
          zh: "程序把它当成连接失败，常见于从 Unix 移植的代码，那里对应的是 EINPROGRESS",
        },
        next: {
          en: "Accept 10035 as well as EINPROGRESS after connect; `Test-NetConnection HOST -Port PORT` tells whether the server is there at all",
          zh: "connect 之后除 EINPROGRESS 外也要接受 10035；服务器是否可达可用 `Test-NetConnection HOST -Port PORT` 查看",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["send"],
        cause: {
          en: "The send buffer is full because the peer reads slowly or the path is slow; on an overlapped socket too many sends are outstanding",
          zh: "对端读取缓慢或链路太慢，导致发送缓冲区已满；重叠套接字上则是未完成的发送过多",
        },
        next: {
          en: "Keep the unsent rest and go on when the socket is writable (FD_WRITE); if it lasts, look at the peer's load and at retransmissions in `netstat -s -p tcp`",
          zh: "保留未发送的部分，等套接字可写（FD_WRITE）后继续；若持续不恢复，检查对端负载和 `netstat -s -p tcp` 中的重传",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsasend",
      },
      {
        operations: ["accept"],
        cause: {
          en: "No connection waits, or another thread has taken it",
          zh: "没有等待的连接，或已被另一个线程取走",
        },
        next: {
          en: "Go back to waiting for readability; accept in a loop until 10035 and do not log it",
          zh: "继续等待可读；循环 accept 直到出现 10035，不必记录日志",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-accept",
      },
      {
        operations: [],
        cause: {
          en: "A closesocket on a non-blocking socket with a non-zero SO_LINGER time cannot finish at once",
          zh: "非阻塞套接字设置了非零的 SO_LINGER 时间，closesocket 无法立即完成",
        },
        next: {
          en: "Leave SO_LINGER off, or make the socket blocking with FIONBIO before closing it; until another closesocket succeeds the handle stays open",
          zh: "不要设置 SO_LINGER，或在关闭前用 FIONBIO 改回阻塞模式；在再次调用 closesocket 成功之前句柄仍未关闭",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-closesocket",
      },
    ],
    related: [
      {
        code: 10036,
        note: {
          en: "10036 forbids the call because of another one; 10035 is about this call only.",
          zh: "10036 是因为另一个调用而被拒绝；10035 只与本次调用有关。",
        },
      },
      {
        code: 10037,
        note: {
          en: "10037 is the answer when connect is called again before the first one has ended.",
          zh: "首个 connect 结束之前再次调用，得到的是 10037。",
        },
      },
      {
        code: 997,
        note: {
          en: "997 promises a completion later; after 10035 you must try again yourself.",
          zh: "997 之后会收到完成通知；10035 之后须自行重试。",
        },
      },
    ],
  },
  {
    code: 10036,
    name: "WSAEINPROGRESS",
    aliases: [],
    category: "async",
    retryable: "yes",
    severity: "warning",
    dotnet: "InProgress",
    posix: "EINPROGRESS",
    libuv: null,
    title: { en: "blocking operation in progress", zh: "阻塞操作正在执行" },
    meaning: {
      en: "A blocking operation is running. Windows Sockets allows only one per task or thread, and any other call made meanwhile fails with this code, whether or not it concerns that socket. It is a rule of Winsock 1.1 that Winsock 2 programs hardly ever meet; the call succeeds after the first one has returned.",
      zh: "有一个阻塞操作正在执行。Windows Sockets 规定每个任务或线程只能有一个未完成的阻塞操作，此间的任何其他调用（无论是否涉及该套接字）都会返回此错误。这是 Winsock 1.1 的规则，Winsock 2 程序很少遇到；第一个调用返回后，再调用即可成功。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A window or timer handler ran while a blocking call of the same thread pumped messages, as MFC's CSocket does",
          zh: "同一线程的阻塞调用在处理消息时，窗口或定时器处理函数又发起了调用，MFC 的 CSocket 就是如此",
        },
        next: {
          en: "Do not call the socket from message handlers while it is busy; move it to a worker thread or use CAsyncSocket",
          zh: "套接字忙时不要在消息处理函数中调用它；把它移到工作线程，或改用 CAsyncSocket",
        },
        source: "https://learn.microsoft.com/cpp/mfc/reference/csocket-class",
      },
      {
        operations: ["startup", "resolve", "connect"],
        cause: {
          en: "The program asks for Winsock 1.1 and calls again from a blocking hook",
          zh: "程序请求的是 Winsock 1.1，并在阻塞钩子中再次调用",
        },
        next: {
          en: "Ask WSAStartup for version 2.2 and link against `ws2_32.lib` instead of `wsock32.lib`",
          zh: "在 WSAStartup 中请求 2.2 版，并链接 `ws2_32.lib` 而不是 `wsock32.lib`",
        },
        source:
          "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-1-1-blocking-routines-and-einprogress-2",
      },
      {
        operations: [],
        cause: {
          en: "The provider is still processing a callback of the program, such as the condition function of WSAAccept, and the program calls Winsock from inside it",
          zh: "服务提供程序仍在处理程序的回调（例如 WSAAccept 的条件函数），而程序在回调里又调用了 Winsock",
        },
        next: {
          en: "Only decide in the callback whether to accept, and make the other socket calls after WSAAccept has returned",
          zh: "在回调中只决定是否接受连接，其他套接字调用等 WSAAccept 返回之后再进行",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-accept",
      },
      {
        operations: ["connect"],
        cause: {
          en: "A portable library names the state of a running connect by the Unix word EINPROGRESS, although Windows itself said 10035",
          zh: "跨平台库用 Unix 的 EINPROGRESS 表示正在进行的 connect，而 Windows 实际返回的是 10035",
        },
        next: {
          en: "Read it as a connect under way: wait until the socket is writable, then fetch the result with SO_ERROR",
          zh: "按连接正在进行处理：等套接字可写后用 SO_ERROR 取得结果",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/error-codes-errno-h-errno-and-wsagetlasterror-2",
      },
    ],
    related: [
      {
        code: 10037,
        note: {
          en: "10037: the same operation is already running on this very socket.",
          zh: "10037 表示同一操作已在这个套接字上进行。",
        },
      },
      {
        code: 10035,
        note: {
          en: "What Windows really answers where Unix says EINPROGRESS.",
          zh: "Unix 返回 EINPROGRESS 的场合，Windows 实际返回的是它。",
        },
      },
    ],
  },
  {
    code: 10037,
    name: "WSAEALREADY",
    aliases: [],
    category: "async",
    retryable: "no",
    severity: "warning",
    dotnet: "AlreadyInProgress",
    posix: "EALREADY",
    libuv: { name: "EALREADY", number: -4084 },
    title: { en: "operation already in progress", zh: "操作已在进行中" },
    meaning: {
      en: "The non-blocking socket already has such an operation under way, as when connect is called a second time before the first has ended; cancelling a WSAAsyncGetXByY request that was already cancelled or completed gives it too. Wait for the first operation instead of repeating the call.",
      zh: "该非阻塞套接字上已有同样的操作在进行，例如首个 connect 尚未结束就再次调用；取消一个已取消或已完成的 WSAAsyncGetXByY 请求时也会返回它。应等待第一个操作结束，而不是重复调用。",
    },
    advice: [
      {
        operations: ["connect"],
        cause: {
          en: "The program repeats connect in a loop to see whether the connection stands",
          zh: "程序循环调用 connect 来判断连接是否建立",
        },
        next: {
          en: "Wait for writability or FD_CONNECT instead; a repeated connect ends with 10056 on success, and `Get-NetTCPConnection -RemotePort PORT` shows the state meanwhile",
          zh: "改为等待可写或 FD_CONNECT 事件；重复的 connect 在成功后会返回 10056，连接现状可用 `Get-NetTCPConnection -RemotePort PORT` 查看",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["connect"],
        cause: {
          en: "Two threads, or a retry timer and the first attempt, share one socket",
          zh: "两个线程，或重试定时器与首次尝试，共用了同一个套接字",
        },
        next: {
          en: "Close the old socket and create a new one for each attempt, and let one thread own it",
          zh: "每次尝试都关闭旧套接字并新建一个，且只由一个线程持有",
        },
        source: "https://learn.microsoft.com/windows/win32/api/mswsock/nc-mswsock-lpfn_connectex",
      },
      {
        operations: ["resolve"],
        cause: {
          en: "WSACancelAsyncRequest came too late: the lookup had already completed or been cancelled",
          zh: "WSACancelAsyncRequest 调用得太晚：查询已完成或已被取消",
        },
        next: {
          en: "Ignore it after a cancel; new programs use GetAddrInfoExW with an OVERLAPPED structure instead",
          zh: "取消之后可忽略；新程序应改用带 OVERLAPPED 结构的 GetAddrInfoExW",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsacancelasyncrequest",
      },
    ],
    related: [
      {
        code: 10035,
        note: {
          en: "The first connect on the socket says 10035, the second 10037.",
          zh: "套接字上第一次 connect 返回 10035，第二次返回 10037。",
        },
      },
      {
        code: 10056,
        note: {
          en: "10056: the operation is over, the socket is connected.",
          zh: "10056 表示操作已结束，套接字已连接。",
        },
      },
      {
        code: 10036,
        note: {
          en: "10036 concerns the whole thread, 10037 one socket.",
          zh: "10036 针对整个线程，10037 针对一个套接字。",
        },
      },
      {
        code: 10022,
        note: {
          en: "Winsock 1.1 programs, which link to wsock32.dll, get 10022 where others get 10037.",
          zh: "链接 wsock32.dll 的 Winsock 1.1 程序得到的是 10022，其他程序得到的是 10037。",
        },
      },
    ],
  },
];
