import type { Entry } from "../entry.ts";

// The QoS codes belong to GQoS: the QoS service provider (rsvpsp.dll) that Windows 2000, XP and Server 2003 put between
// Winsock, RSVP and the traffic control API. What the network answers comes as an FD_QOS notification, and that on
// Windows 2000 alone: later versions do not signal with RSVP. The rest are failures of calls that take a QOS structure.
// The ICMP helpers (IcmpSendEcho, Win32_PingStatus) use 11001 to 11018 for other things, and pings outlived GQoS.

/** Quality of service: RSVP notifications and what can be wrong with a QOS structure. */
export const qos: readonly Entry[] = [
  {
    code: 11005,
    name: "WSA_QOS_RECEIVERS",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "info",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "a QoS receiver exists", zh: "已有 QoS 接收方" },
    meaning: {
      en: "Not a failure: at least one RSVP reservation (Resv message) has arrived, so somebody wants to receive the flow that this socket announces. The QoS provider reports it to a sender through FD_QOS, on Windows 2000 alone.",
      zh: "这不是故障：至少有一个 RSVP 预留（Resv 消息）已到达，说明有接收方愿意接收该套接字通告的流。QoS 服务提供程序通过 FD_QOS 事件把它通知给发送方，且仅限 Windows 2000。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The line comes from a ping, where 11005 is `IP_DEST_PORT_UNREACHABLE`; since Windows XP no QoS notice is posted",
          zh: "该行日志来自 ping，此时 11005 是 `IP_DEST_PORT_UNREACHABLE`（目标端口不可达）；自 Windows XP 起系统不再发出 QoS 通知",
        },
        next: {
          en: "If the code was returned by `IcmpSendEcho`, `Win32_PingStatus` or .NET `Ping`, check which UDP service HOST should offer",
          zh: "如果该码来自 `IcmpSendEcho`、`Win32_PingStatus` 或 .NET 的 `Ping`，请检查 HOST 上应当提供的 UDP 服务",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ipexport/ns-ipexport-icmp_echo_reply",
      },
      {
        operations: [],
        cause: {
          en: "A receiver has reserved bandwidth for the flow, as it should",
          zh: "接收方已为该流预留带宽，属正常情况",
        },
        next: {
          en: "Read the agreed values with `WSAIoctl` and `SIO_GET_QOS` (the `RSVP_STATUS_INFO` object holds this status), and log the event as information",
          zh: "用 `WSAIoctl` 加 `SIO_GET_QOS` 读取协商结果（`RSVP_STATUS_INFO` 对象中就是此状态），并把该事件记为普通信息",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/confirming-rsvp-reservations",
      },
      {
        operations: [],
        cause: {
          en: "The program takes every non-zero `iErrorCode[FD_QOS_BIT]` for a fault",
          zh: "程序把所有非零的 `iErrorCode[FD_QOS_BIT]` 都当作故障",
        },
        next: {
          en: "After `WSAEnumNetworkEvents`, treat 11005, 11006 and 11009 as good news, keep the connection and call `WSAIoctl` with `SIO_GET_QOS` until it fails, or FD_QOS does not come again",
          zh: "在 `WSAEnumNetworkEvents` 之后，把 11005、11006、11009 视为好消息，保持连接，并反复调用 `WSAIoctl` 加 `SIO_GET_QOS` 直至失败，否则不会再收到 FD_QOS",
        },
        source:
          "https://learn.microsoft.com/previous-versions/windows/desktop/qos/using-wsaeventselect-or-wsaasyncselect",
      },
    ],
    related: [
      {
        code: 11008,
        note: {
          en: "The opposite state: nobody has reserved, or the last receiver left.",
          zh: "相反的状态：无人预留，或最后一个接收方已离开。",
        },
      },
      {
        code: 11009,
        note: {
          en: "Told to the receiver: its own reservation was confirmed.",
          zh: "通知接收方的：它自己的预留已得到确认。",
        },
      },
    ],
  },
  {
    code: 11006,
    name: "WSA_QOS_SENDERS",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "info",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "a QoS sender exists", zh: "已有 QoS 发送方" },
    meaning: {
      en: "Not a failure: at least one RSVP path message has arrived, so a sender announces a flow to this socket. A receiver is told so by FD_QOS and may now reserve bandwidth; only Windows 2000 takes part in this exchange.",
      zh: "这不是故障：至少有一条 RSVP Path 消息已到达，表明有发送方正向该套接字通告数据流。接收方由 FD_QOS 得知此事，此后即可预留带宽；只有 Windows 2000 参与这一交互。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The number is an ICMP status: `IP_NO_RESOURCES`, too few resources to send the echo request",
          zh: "该数字其实是 ICMP 状态 `IP_NO_RESOURCES`：资源不足，发不出回显请求",
        },
        next: {
          en: "When a ping or monitoring tool printed it, look for exhausted non-paged pool or too many parallel pings on that machine",
          zh: "如果由 ping 或监控工具输出，请检查本机非分页池是否耗尽、并发 ping 是否过多",
        },
        source: "https://learn.microsoft.com/dotnet/api/system.net.networkinformation.ipstatus",
      },
      {
        operations: [],
        cause: {
          en: "A sender has announced its traffic; the receiver's turn has come",
          zh: "发送方已通告其流量，轮到接收方操作",
        },
        next: {
          en: "Call `WSAIoctl` with `SIO_SET_QOS` and the wanted `ReceivingFlowspec` now; a reservation made earlier is completed by itself",
          zh: "此时用 `WSAIoctl` 加 `SIO_SET_QOS` 设置所需的 `ReceivingFlowspec`；若此前已发出预留请求，它会自动完成",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/udp-unicast-receivers",
      },
      {
        operations: [],
        cause: {
          en: "An event loop writes every FD_QOS notification to the error log",
          zh: "事件循环把每个 FD_QOS 通知都写进了错误日志",
        },
        next: {
          en: "Lower the level of this message; look into it only if data does not follow",
          zh: "降低此消息的日志级别；只有随后收不到数据时才需要排查",
        },
        source: "https://learn.microsoft.com/previous-versions/aa374065(v=vs.80)",
      },
    ],
    related: [
      {
        code: 11007,
        note: { en: "The opposite state: no path message is in force.", zh: "相反的状态：当前没有有效的 Path 消息。" },
      },
      {
        code: 11005,
        note: { en: "The same kind of notice for the sender's side.", zh: "发给发送方一侧的同类通知。" },
      },
    ],
  },
  {
    code: 11007,
    name: "WSA_QOS_NO_SENDERS",
    aliases: [],
    category: "qos",
    retryable: "elsewhere",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "no QoS senders", zh: "没有 QoS 发送方" },
    meaning: {
      en: "A state rather than a fault: no sender announces a flow to this receiver, either not yet or not any more. Data may still arrive, but as best effort without a reservation.",
      zh: "这是一种状态而非故障：尚无或已不再有发送方向该接收方通告数据流。数据仍可能到达，但只是没有预留的尽力而为流量。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A pinging program printed it: as an ICMP status 11007 is `IP_BAD_OPTION`",
          zh: "由发送 ping 的程序输出：作为 ICMP 状态，11007 是 `IP_BAD_OPTION`（选项有误）",
        },
        next: {
          en: "Check the `IP_OPTION_INFORMATION` that the program hands to `IcmpSendEcho`",
          zh: "检查程序传给 `IcmpSendEcho` 的 `IP_OPTION_INFORMATION`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ipexport/ns-ipexport-icmp_echo_reply",
      },
      {
        operations: [],
        cause: {
          en: "The sender runs Windows XP or later, which sends no RSVP messages any more",
          zh: "发送方运行的是 Windows XP 或更高版本，已不再发送 RSVP 消息",
        },
        next: {
          en: "Check the version of Windows on HOST with `winver`; without reservations, mark the traffic with qWAVE (`QOSAddSocketToFlow`) instead",
          zh: "在 HOST 上用 `winver` 查看 Windows 版本；既然无法预留，可改用 qWAVE（`QOSAddSocketToFlow`）标记流量",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/rsvp-operates-only-on-windows-2000",
      },
      {
        operations: [],
        cause: { en: "The sender has not started, or has closed its socket", zh: "发送方尚未启动，或已关闭套接字" },
        next: {
          en: "See whether the sending program at HOST runs and sets its `SendingFlowspec`; then wait for 11006",
          zh: "确认 HOST 上的发送程序正在运行并设置了 `SendingFlowspec`，然后等待 11006",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/closing-the-qos-connection",
      },
      {
        operations: [],
        cause: {
          en: "A firewall or router on the way drops RSVP (IP protocol 46) or packets with the Router Alert option",
          zh: "途中的防火墙或路由器丢弃了 RSVP（IP 协议号 46）或带 Router Alert 选项的数据包",
        },
        next: {
          en: "Capture on both ends (`pktmon filter add -t 46`, `pktmon start --capture`, or Wireshark's filter `rsvp`) and see where path messages stop",
          zh: "在两端抓包（`pktmon filter add -t 46`、`pktmon start --capture`，或 Wireshark 过滤器 `rsvp`），看 Path 消息在哪里消失",
        },
        source: "https://www.rfc-editor.org/rfc/rfc2205",
      },
    ],
    related: [
      {
        code: 11008,
        note: {
          en: "Seen by the sender: nobody listens; 11007 is seen by the receiver: nobody sends.",
          zh: "发送方看到的是无人接收（11008），接收方看到的是无人发送（11007）。",
        },
      },
    ],
  },
  {
    code: 11008,
    name: "WSA_QOS_NO_RECEIVERS",
    aliases: [],
    category: "qos",
    retryable: "elsewhere",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "no QoS receivers", zh: "没有 QoS 接收方" },
    meaning: {
      en: "A state rather than a fault: no receiver holds a reservation for the flow that this sender announces. Sending goes on, only without guaranteed quality.",
      zh: "这是一种状态而非故障：没有接收方对该发送方通告的流持有预留。仍可继续发送，只是没有服务质量保证。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "Read from an echo reply, where 11008 stands for `IP_HW_ERROR`",
          zh: "取自回显应答的状态字段，其中 11008 表示 `IP_HW_ERROR`（硬件错误）",
        },
        next: {
          en: "Then look at the adapter instead: `Get-NetAdapterStatistics`, the driver, the System event log",
          zh: "这种情况应检查网卡：`Get-NetAdapterStatistics`、驱动程序、系统事件日志",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ipexport/ns-ipexport-icmp_echo_reply",
      },
      {
        operations: [],
        cause: {
          en: "The receiver runs Windows XP or later, which absorbs path messages and never reserves",
          zh: "接收方运行的是 Windows XP 或更高版本，会直接丢弃 Path 消息，从不发出预留",
        },
        next: {
          en: "Do not wait for a receiver before sending; where quality matters, set a QoS policy on the sender with `New-NetQosPolicy`",
          zh: "发送前不要等待接收方预留；若对服务质量有要求，请在发送方用 `New-NetQosPolicy` 设置 QoS 策略",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/rsvp-operates-only-on-windows-2000",
      },
      {
        operations: [],
        cause: { en: "The receivers have left or do not ask for QoS", zh: "接收方已离开，或根本没有请求 QoS" },
        next: {
          en: "Check that the receiver sets a `ReceivingFlowspec` other than `SERVICETYPE_NOTRAFFIC` and `SERVICETYPE_BESTEFFORT`, and joined the same session (address, protocol, port)",
          zh: "确认接收方设置的 `ReceivingFlowspec` 不是 `SERVICETYPE_NOTRAFFIC` 或 `SERVICETYPE_BESTEFFORT`，且加入的是同一会话（地址、协议、端口）",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/closing-the-qos-connection",
      },
      {
        operations: [],
        cause: {
          en: "The reservation timed out, because its refreshes (about every 30 seconds) no longer reach the sender",
          zh: "预留的刷新消息（约每 30 秒一次）无法再到达发送方，预留因此超时",
        },
        next: {
          en: "Look for a changed route, a VPN or a filter that loses Resv messages on the way back",
          zh: "检查路由是否变化、是否启用了 VPN，或有过滤器在返回路径上丢弃 Resv 消息",
        },
        source: "https://www.rfc-editor.org/rfc/rfc2205",
      },
    ],
    related: [
      {
        code: 11005,
        note: { en: "Follows when a receiver reserves again.", zh: "当有接收方重新预留时出现。" },
      },
      {
        code: 11007,
        note: { en: "The receiver's view: there is nobody who sends.", zh: "接收方视角：无人发送。" },
      },
    ],
  },
  {
    code: 11009,
    name: "WSA_QOS_REQUEST_CONFIRMED",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "info",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "reservation confirmed (QoS)", zh: "QoS 预留已确认" },
    meaning: {
      en: "Not a failure: the network has confirmed the reservation that this receiver requested with ConfirmRequest set in RSVP_RESERVE_INFO, an object that only Windows 2000 supports.",
      zh: "这不是故障：接收方在 RSVP_RESERVE_INFO（仅 Windows 2000 支持的对象）中设置了 ConfirmRequest，网络现已确认其预留请求。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "An ICMP call gave it: there 11009 is `IP_PACKET_TOO_BIG`",
          zh: "由 ICMP 调用返回：那里的 11009 是 `IP_PACKET_TOO_BIG`（数据包过大）",
        },
        next: {
          en: "Find the path's MTU with `ping -f -l 1472 HOST`, lowering the size until it passes",
          zh: "用 `ping -f -l 1472 HOST` 并逐步减小长度，找出路径 MTU",
        },
        source: "https://learn.microsoft.com/dotnet/api/system.net.networkinformation.ipstatus",
      },
      {
        operations: [],
        cause: {
          en: "The confirmation (ResvConf) that the program asked for has come",
          zh: "程序所请求的确认（ResvConf）已到达",
        },
        next: {
          en: "Go on receiving; a confirmation holds for that moment only, so keep watching FD_QOS",
          zh: "照常接收即可；确认只代表当时的状态，请继续关注 FD_QOS",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/confirming-rsvp-reservations",
      },
      {
        operations: [],
        cause: {
          en: "A confirmation is reported as an exception by a wrapper library",
          zh: "封装库把确认当成异常上报",
        },
        next: {
          en: "Exclude 11009 in the wrapper's error path, or leave `ConfirmRequest` at zero when nobody needs the answer",
          zh: "在封装库的错误分支中排除 11009；若无人需要确认，就让 `ConfirmRequest` 保持为零",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-rsvp_reserve_info",
      },
    ],
    related: [
      {
        code: 11005,
        note: {
          en: "Tells the sender that a reservation came; 11009 tells the receiver that it was accepted.",
          zh: "11005 告诉发送方有预留到达，11009 告诉接收方预留已被接受。",
        },
      },
      {
        code: 11010,
        note: { en: "The answer when the network could not grant it.", zh: "网络无法满足请求时的答复。" },
      },
    ],
  },
  {
    code: 11010,
    name: "WSA_QOS_ADMISSION_FAILURE",
    aliases: [],
    category: "qos",
    retryable: "elsewhere",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "too few resources for QoS", zh: "资源不足，QoS 未获准入" },
    meaning: {
      en: "Admission control refused the reservation for lack of resources: a router, a subnet's bandwidth manager or the local packet scheduler has less to give than the flow asks for. It can be granted later, when other flows end.",
      zh: "因资源不足，准入控制拒绝了预留：路由器、子网带宽管理器或本机数据包计划程序可分配的资源少于该流的请求。待其他流结束后，请求可能获准。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The log is about a ping: 11010 is `IP_REQ_TIMED_OUT` there, by far the more common meaning today",
          zh: "日志记录的是 ping：此时 11010 是 `IP_REQ_TIMED_OUT`（请求超时），如今这种含义常见得多",
        },
        next: {
          en: "If `Win32_PingStatus`, `IcmpSendEcho` or .NET `IPStatus` is behind it, test with `Test-NetConnection HOST` and see whether ICMP is filtered",
          zh: "如果来源是 `Win32_PingStatus`、`IcmpSendEcho` 或 .NET 的 `IPStatus`，请用 `Test-NetConnection HOST` 测试，并检查 ICMP 是否被过滤",
        },
        source: "https://learn.microsoft.com/dotnet/api/system.net.networkinformation.ipstatus",
      },
      {
        operations: [],
        cause: {
          en: "The flow asks for more than the link has left to reserve",
          zh: "该流请求的资源超过链路剩余可预留量",
        },
        next: {
          en: "Lower `TokenRate` and `PeakBandwidth` (bytes, not bits, per second), or try again when other flows have ended",
          zh: "调低 `TokenRate` 和 `PeakBandwidth`（单位是字节/秒，不是比特/秒），或等其他流结束后重试",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos/ns-qos-flowspec",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The connection was made, but the network then refused the flowspec that WSAConnect got in `lpSQOS` (what cannot be satisfied at once fails with 10045)",
          zh: "连接已建立，但网络随后拒绝了通过 `lpSQOS` 传给 WSAConnect 的流规格（当场就无法满足的会以 10045 失败）",
        },
        next: {
          en: "Connect with `lpSQOS` NULL so that the program works at best effort, and ask for QoS afterwards with `SIO_SET_QOS`",
          zh: "`lpSQOS` 传 NULL，先以尽力而为方式连接，之后再用 `SIO_SET_QOS` 请求 QoS",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaconnect",
      },
      {
        operations: [],
        cause: {
          en: "The share of the link that the packet scheduler may reserve is limited by group policy",
          zh: "组策略限制了数据包计划程序可预留的链路带宽比例",
        },
        next: {
          en: "Look at Limit reservable bandwidth under QoS Packet Scheduler in `gpedit.msc` (`NonBestEffortLimit` in the registry, 80 percent without the policy); a limit set for one adapter overrides it",
          zh: "在 `gpedit.msc` 的 QoS 数据包计划程序下查看“限制可保留带宽”（注册表值 `NonBestEffortLimit`，未配置策略时为 80%）；若为某块网卡单独设置了限制，则以后者为准",
        },
        source: "https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-qos#qosnonbesteffortlimit",
      },
    ],
    related: [
      {
        code: 11011,
        note: { en: "There were resources, but the policy did not grant them.", zh: "资源是有的，但策略不予分配。" },
      },
      {
        code: 10055,
        note: {
          en: "The computer itself lacks buffers; 11010 speaks of bandwidth.",
          zh: "10055 是本机缺少缓冲区，11010 说的是带宽。",
        },
      },
    ],
  },
  {
    code: 11011,
    name: "WSA_QOS_POLICY_FAILURE",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "refused by QoS policy", zh: "被 QoS 策略拒绝" },
    meaning: {
      en: "The policy system rejected the request: under the existing policy this user or program cannot be allocated the resource. The header words it as an administrative rejection because of bad credentials.",
      zh: "策略系统拒绝了请求：按照现有策略，无法向该用户或程序分配所请求的资源。头文件中的说法是：因凭据不当，出于管理原因被拒绝。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "An ICMP function reported it: `IP_BAD_REQ`, a malformed echo request",
          zh: "由 ICMP 函数报告：`IP_BAD_REQ`，即回显请求格式有误",
        },
        next: {
          en: "Check the request size and timeout that the monitoring tool uses",
          zh: "检查监控工具所用的请求长度和超时设置",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ipexport/ns-ipexport-icmp_echo_reply",
      },
      {
        operations: [],
        cause: {
          en: "The account has no right to that much bandwidth in the QoS Admission Control policy (Windows 2000 Server) or on a policy-aware router",
          zh: "在 QoS 准入控制策略（Windows 2000 Server）或支持策略的路由器上，该账户无权使用这么多带宽",
        },
        next: {
          en: "Ask the network's administrators for the account's limit; request less, or have the policy changed",
          zh: "向网络管理员询问该账户的上限，减小请求量，或请其修改策略",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/admission-control-service",
      },
      {
        operations: [],
        cause: {
          en: "The user, the group or the subnet already has as many flows as the policy allows, or the flow would last too long",
          zh: "该用户、组或子网的流数量已达策略上限，或该流持续时间超过允许值",
        },
        next: {
          en: "On the admission control server look at the rejections under ACS Policy in `perfmon`, and close flows that are no longer needed",
          zh: "在准入控制服务器上用 `perfmon` 查看 ACS Policy 对象的各项拒绝计数，并关闭不再需要的流",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2003/cc785126(v=ws.10)",
      },
      {
        operations: [],
        cause: {
          en: "The identity in the reservation could not be verified, because the program ran without domain credentials",
          zh: "程序运行时没有域凭据，预留请求中的身份无法验证",
        },
        next: {
          en: "Run it under a domain account with a Kerberos ticket (`whoami`, `klist`) and compare",
          zh: "改用持有 Kerberos 票据的域账户运行（`whoami`、`klist`）并对比结果",
        },
        source: "https://www.rfc-editor.org/rfc/rfc3182",
      },
    ],
    related: [
      {
        code: 11010,
        note: { en: "Refused for lack of resources, not for lack of rights.", zh: "因缺资源而非缺权限被拒。" },
      },
      {
        code: 10013,
        note: {
          en: "Windows itself forbids the socket operation; QoS plays no part.",
          zh: "由 Windows 本身禁止套接字操作，与 QoS 无关。",
        },
      },
    ],
  },
  {
    code: 11012,
    name: "WSA_QOS_BAD_STYLE",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "unknown or conflicting QoS style", zh: "QoS 样式未知或冲突" },
    meaning: {
      en: "RSVP met a reservation style that it does not know, or one that conflicts with the style already in force for the session: wildcard, fixed filter and shared explicit cannot be mixed.",
      zh: "RSVP 遇到未知的预留样式，或与会话中已生效的样式相冲突：通配（WF）、固定筛选器（FF）和共享显式（SE）三种样式不能混用。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "It is the status of an echo reply: `IP_BAD_ROUTE`, no valid route or a bad source route",
          zh: "它是回显应答的状态：`IP_BAD_ROUTE`，没有有效路由或源路由有误",
        },
        next: {
          en: "Run `tracert HOST`, and drop source routing options from the ping",
          zh: "执行 `tracert HOST`，并去掉 ping 中的源路由选项",
        },
        source: "https://learn.microsoft.com/dotnet/api/system.net.networkinformation.ipstatus",
      },
      {
        operations: [],
        cause: {
          en: "Receivers of one multicast session reserve with different styles",
          zh: "同一组播会话的各接收方使用了不同的预留样式",
        },
        next: {
          en: "Agree on one `Style` in `RSVP_RESERVE_INFO` for all receivers of the session",
          zh: "让该会话的所有接收方在 `RSVP_RESERVE_INFO` 中统一使用一种 `Style`",
        },
        source: "https://www.rfc-editor.org/rfc/rfc2205",
      },
      {
        operations: [],
        cause: {
          en: "The style is changed while the old reservation lives on in the routers",
          zh: "旧预留仍存在于路由器中时就更换了样式",
        },
        next: {
          en: "End the reservation first with `SIO_SET_QOS` and a receiving flowspec of `SERVICETYPE_NOTRAFFIC`, or by closing the socket, then reserve anew",
          zh: "先撤销预留（用 `SIO_SET_QOS` 把接收方流规格设为 `SERVICETYPE_NOTRAFFIC`，或关闭套接字），再重新预留",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/closing-the-qos-connection",
      },
    ],
    related: [
      {
        code: 11019,
        note: {
          en: "The local provider already refused the Style value; 11012 comes from the reservation process.",
          zh: "11019 是本机提供程序直接拒绝 Style 值，11012 来自预留过程。",
        },
      },
    ],
  },
  {
    code: 11013,
    name: "WSA_QOS_BAD_OBJECT",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "bad QoS filter or object", zh: "QoS 筛选器或对象有误" },
    meaning: {
      en: "Some part of the filterspec, or of the provider-specific buffer in general, is at fault. It is the unspecific form of 11018 to 11031, which name the part.",
      zh: "筛选器规格（filterspec）的某一部分，或者笼统地说提供程序专用缓冲区有问题。它是 11018 至 11031 的笼统说法，后者会指明具体部分。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The source is a traceroute or ping: `IP_TTL_EXPIRED_TRANSIT`, the hop limit ran out on the way",
          zh: "来源是路由跟踪或 ping：`IP_TTL_EXPIRED_TRANSIT`，即 TTL 在途中耗尽",
        },
        next: {
          en: "From a traceroute this is the normal answer of each hop; from a ping look for a routing loop with `tracert -d HOST`",
          zh: "路由跟踪时这是每一跳的正常应答；若来自 ping，请用 `tracert -d HOST` 查找路由环路",
        },
        source: "https://learn.microsoft.com/dotnet/api/system.net.networkinformation.ipstatus",
      },
      {
        operations: [],
        cause: {
          en: "One of the objects behind `QOS.ProviderSpecific` is malformed",
          zh: "`QOS.ProviderSpecific` 指向的某个对象格式有误",
        },
        next: {
          en: "Set `ProviderSpecific.len` to 0 and try, as most programs need no such object; if that works, add the objects back one by one",
          zh: "把 `ProviderSpecific.len` 设为 0 再试（多数程序本就不需要这类对象）；若成功，则逐个加回对象以定位问题",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/ns-winsock2-qos",
      },
      {
        operations: [],
        cause: {
          en: "A filter names a sender with the wrong address family or in host byte order",
          zh: "筛选器中发送方的地址族不对，或使用了主机字节序",
        },
        next: {
          en: "Fill `RSVP_FILTERSPEC` with the sender's address and port in network byte order, as in a sockaddr, and set `Unused` to zero",
          zh: "与 sockaddr 一样，用网络字节序把发送方的地址和端口填入 `RSVP_FILTERSPEC`，并把 `Unused` 置零",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-rsvp_filterspec_v4",
      },
    ],
    related: [
      {
        code: 11018,
        note: { en: "The buffer as a whole cannot be parsed.", zh: "整个缓冲区无法解析。" },
      },
      {
        code: 11028,
        note: {
          en: "Names the FILTERSPEC in the buffer as the culprit.",
          zh: "明确指出是缓冲区中的 FILTERSPEC 有误。",
        },
      },
    ],
  },
  {
    code: 11014,
    name: "WSA_QOS_TRAFFIC_CTRL_ERROR",
    aliases: [],
    category: "qos",
    retryable: "yes",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "traffic control failed (QoS)", zh: "QoS 流量控制出错" },
    meaning: {
      en: "The traffic control (TC) API failed while a generic QoS request was turned into local enforcement. Behind it is a lack of memory, which may pass, or an internal error of the QoS provider.",
      zh: "在把通用 QoS 请求转换为本机强制执行时，底层流量控制（TC）API 出错。原因可能是内存不足（可能自行恢复），也可能是 QoS 提供程序的内部错误。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A numerical error status of a ping: `IP_TTL_EXPIRED_REASSEM`, fragments did not arrive in time",
          zh: "它是 ping 的数字状态：`IP_TTL_EXPIRED_REASSEM`，分片未能及时到齐",
        },
        next: {
          en: "Send smaller packets and look for a device that drops fragments on the way to HOST",
          zh: "改发较小的数据包，并查找去往 HOST 途中丢弃分片的设备",
        },
        source: "https://learn.microsoft.com/dotnet/api/system.net.networkinformation.ipstatus",
      },
      {
        operations: [],
        cause: {
          en: "The QoS Packet Scheduler is not bound to the adapter or its driver does not run",
          zh: "QoS 数据包计划程序未绑定到网卡，或其驱动未运行",
        },
        next: {
          en: "Check `Get-NetAdapterBinding -ComponentID ms_pacer` (older systems: `sc query psched`) and tick it in the adapter's properties",
          zh: "检查 `Get-NetAdapterBinding -ComponentID ms_pacer`（旧系统用 `sc query psched`），并在网卡属性中勾选它",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/qos-history",
      },
      {
        operations: [],
        cause: { en: "The system is short of memory or non-paged pool", zh: "系统内存或非分页池不足" },
        next: {
          en: "Look at non-paged pool in Task Manager or `Get-Counter '\\Memory\\Pool Nonpaged Bytes'`, then try again",
          zh: "在任务管理器中查看非分页池，或执行 `Get-Counter '\\Memory\\Pool Nonpaged Bytes'`，然后重试",
        },
        source: "https://learn.microsoft.com/windows/win32/api/traffic/nf-traffic-tcaddflow",
      },
    ],
    related: [
      {
        code: 11010,
        note: {
          en: "Traffic control works, but has too little bandwidth left.",
          zh: "流量控制正常，只是剩余带宽不足。",
        },
      },
      {
        code: 11017,
        note: {
          en: "The flowspec itself is invalid, whatever the system can do.",
          zh: "流规格本身无效，与系统能力无关。",
        },
      },
    ],
  },
  {
    code: 11015,
    name: "WSA_QOS_GENERIC_ERROR",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "unspecified QoS error", zh: "未指明的 QoS 错误" },
    meaning: {
      en: "A general QoS error: the provider failed and had no better code. The two extended status fields of RSVP_STATUS_INFO may tell more.",
      zh: "一般性 QoS 错误：提供程序失败，且没有更确切的错误码可用。RSVP_STATUS_INFO 的两个扩展状态字段也许能提供更多信息。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "As the result of an ICMP echo 11015 is `IP_PARAM_PROBLEM`, a header that a router could not process",
          zh: "作为 ICMP 回显的结果，11015 是 `IP_PARAM_PROBLEM`：路由器无法处理报头",
        },
        next: {
          en: "Capture the ICMP parameter problem message; its pointer field shows the offending byte",
          zh: "抓取该 ICMP“参数问题”报文，其指针字段会指出有问题的字节",
        },
        source: "https://learn.microsoft.com/dotnet/api/system.net.networkinformation.ipstatus",
      },
      {
        operations: [],
        cause: {
          en: "The RSVP service (Windows 2000, XP, Server 2003), which stands between programs and traffic control, is stopped or disabled",
          zh: "介于程序与流量控制之间的 RSVP 服务（Windows 2000、XP、Server 2003）已停止或被禁用",
        },
        next: {
          en: "`sc query rsvp`, then `net start rsvp`; see the System event log for why it stopped",
          zh: "先执行 `sc query rsvp`，再执行 `net start rsvp`；停止原因见系统事件日志",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/rsvp-operates-only-on-windows-2000",
      },
      {
        operations: [],
        cause: {
          en: "A failure inside the provider that has no code of its own",
          zh: "提供程序内部的失败，没有专门的错误码",
        },
        next: {
          en: "Read `RSVP_STATUS_INFO` after `SIO_GET_QOS`: `ExtendedStatus1` names the group of errors (`GQOS_NET_ADMISSION`, `GQOS_KERNEL_TC` and others), `ExtendedStatus2` the error in it",
          zh: "执行 `SIO_GET_QOS` 后读取 `RSVP_STATUS_INFO`：`ExtendedStatus1` 给出错误大类（`GQOS_NET_ADMISSION`、`GQOS_KERNEL_TC` 等），`ExtendedStatus2` 给出其中的具体错误",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-rsvp_status_info",
      },
      {
        operations: [],
        cause: {
          en: "A program written for Windows 2000 or XP counts on GQoS, which Windows Vista and later keep for compatibility only",
          zh: "为 Windows 2000 或 XP 编写的程序依赖 GQoS，而 Windows Vista 起只为兼容而保留它",
        },
        next: {
          en: "Look for an RSVP provider in `netsh winsock show catalog`, and move to qWAVE (`QOSCreateHandle`, `QOSAddSocketToFlow`) or to policy-based QoS (`Get-NetQosPolicy`)",
          zh: "在 `netsh winsock show catalog` 中查看有无 RSVP 提供程序，并改用 qWAVE（`QOSCreateHandle`、`QOSAddSocketToFlow`）或基于策略的 QoS（`Get-NetQosPolicy`）",
        },
        source: "https://learn.microsoft.com/archive/blogs/wndp/deprecating-old-qos-apis",
      },
    ],
    related: [
      {
        code: 10107,
        note: {
          en: "The unspecific error of any Winsock provider, not only of QoS.",
          zh: "任何 Winsock 提供程序的笼统错误，不限于 QoS。",
        },
      },
      {
        code: 11013,
        note: {
          en: "Unspecific too, but it lays the blame on the structures of the caller.",
          zh: "同样笼统，但明确归咎于调用者给出的结构。",
        },
      },
    ],
  },
  {
    code: 11016,
    name: "WSA_QOS_ESERVICETYPE",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS service type", zh: "QoS 服务类型无效" },
    meaning: {
      en: "The ServiceType field of a flowspec holds a value that is invalid or that the provider does not recognise.",
      zh: "流规格（flowspec）的 ServiceType 字段取值无效，或提供程序无法识别。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "In an echo reply the same number is `IP_SOURCE_QUENCH`, an old congestion signal",
          zh: "在回显应答中，同一数字是 `IP_SOURCE_QUENCH`，一种早已废弃的拥塞信号",
        },
        next: {
          en: "Find the old device between here and HOST that still sends source quench, and look for congestion there",
          zh: "在本机与 HOST 之间找出仍发送“源抑制”报文的老设备，检查该处是否拥塞",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ipexport/ns-ipexport-icmp_echo_reply",
      },
      {
        operations: [],
        cause: {
          en: "A type is requested that is not for requests (`SERVICETYPE_NETWORK_UNAVAILABLE` reports a change of the network) or not for receiving (`SERVICETYPE_GENERAL_INFORMATION` is for senders)",
          zh: "请求中使用了并非用于请求的类型（`SERVICETYPE_NETWORK_UNAVAILABLE` 只用于通知网络变化），或不可用于接收方向的类型（`SERVICETYPE_GENERAL_INFORMATION` 仅限发送方）",
        },
        next: {
          en: "Ask for `SERVICETYPE_BESTEFFORT`, `SERVICETYPE_CONTROLLEDLOAD`, `SERVICETYPE_GUARANTEED` or `SERVICETYPE_QUALITATIVE`",
          zh: "请求时改用 `SERVICETYPE_BESTEFFORT`、`SERVICETYPE_CONTROLLEDLOAD`、`SERVICETYPE_GUARANTEED` 或 `SERVICETYPE_QUALITATIVE`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos/ns-qos-flowspec",
      },
      {
        operations: [],
        cause: {
          en: "The FLOWSPEC was not initialised before use: `ServiceType` is the one field that never has a default",
          zh: "FLOWSPEC 使用前未初始化：`ServiceType` 是在任何情况下都没有默认值的字段",
        },
        next: {
          en: "Fill all fields with `QOS_NOT_SPECIFIED` first, then set the type, for sending the rate as well; use `SERVICETYPE_NOTRAFFIC` for a direction that carries nothing",
          zh: "先把所有字段填为 `QOS_NOT_SPECIFIED`，再设置类型，发送方向还要设置速率；没有流量的方向使用 `SERVICETYPE_NOTRAFFIC`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos/ns-qos-flowspec",
      },
      {
        operations: [],
        cause: {
          en: "The program should only mark voice or video traffic and needs no reservation",
          zh: "程序其实只需标记语音或视频流量，并不需要预留",
        },
        next: {
          en: "Replace the service type by a traffic type of qWAVE: `QOSAddSocketToFlow` with `QOSTrafficTypeVoice` or `QOSTrafficTypeAudioVideo`",
          zh: "用 qWAVE 的流量类型取代服务类型：调用 `QOSAddSocketToFlow` 并指定 `QOSTrafficTypeVoice` 或 `QOSTrafficTypeAudioVideo`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos2/ne-qos2-qos_traffic_type",
      },
    ],
    related: [
      {
        code: 11017,
        note: {
          en: "The service type is known, but other fields do not fit together.",
          zh: "服务类型没有问题，是其他字段互相矛盾。",
        },
      },
    ],
  },
  {
    code: 11017,
    name: "WSA_QOS_EFLOWSPEC",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS flow specification", zh: "QoS 流规格无效" },
    meaning: {
      en: "SendingFlowspec or ReceivingFlowspec of the QOS structure is invalid or contradicts itself. The QoS provider finds it where the structure is handed over, in WSAConnect, WSAJoinLeaf or SIO_SET_QOS, and it stays until the numbers are mended.",
      zh: "QOS 结构中的 SendingFlowspec 或 ReceivingFlowspec 无效或自相矛盾。QoS 服务提供程序在 WSAConnect、WSAJoinLeaf 或 SIO_SET_QOS 传入该结构时发现此问题，在修正数值之前会一直出现。",
    },
    advice: [
      {
        operations: ["connect"],
        cause: {
          en: "WSAConnect got a flowspec in `lpSQOS` that cannot be right",
          zh: "通过 `lpSQOS` 传给 WSAConnect 的流规格不合理",
        },
        next: {
          en: "First connect with `lpSQOS` NULL to see that the connection itself works; leave `lpGQOS` NULL as well, or the call fails with 10022",
          zh: "先把 `lpSQOS` 设为 NULL 连接一次，确认连接本身没有问题；`lpGQOS` 也要保持 NULL，否则调用会以 10022 失败",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaconnect",
      },
      {
        operations: ["accept"],
        cause: {
          en: "The condition function of WSAAccept answers with a flowspec of its own making",
          zh: "WSAAccept 的条件函数返回了自行拼凑的流规格",
        },
        next: {
          en: "Hand back the caller's proposal with lower rates, or accept with `CF_ACCEPT` and set the flow later",
          zh: "在调用方提议的基础上调低速率后返回，或先用 `CF_ACCEPT` 接受，稍后再设置流",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaaccept",
      },
      {
        operations: [],
        cause: {
          en: "As an ICMP status it reads `IP_OPTION_TOO_BIG`",
          zh: "作为 ICMP 状态，它表示 `IP_OPTION_TOO_BIG`（选项过长）",
        },
        next: {
          en: "Shorten the IP options of the ping (a record route holds nine hops at most)",
          zh: "缩短 ping 的 IP 选项（记录路由最多容纳九跳）",
        },
        source: "https://learn.microsoft.com/windows/win32/api/ipexport/ns-ipexport-icmp_echo_reply",
      },
      {
        operations: [],
        cause: {
          en: "A field breaks a rule: no token rate when sending, a peak below the token rate, a smallest packet of 0",
          zh: "字段违反规则：发送方向没有令牌速率、峰值带宽低于令牌速率，或最小数据包为 0",
        },
        next: {
          en: "See that `TokenRate` is set and not 0 when sending (and when receiving with `SERVICETYPE_GUARANTEED`), `PeakBandwidth` >= `TokenRate` and `MinimumPolicedSize` > 0, or start from a template of `WSAGetQOSByName`",
          zh: "确保发送方向（以及使用 `SERVICETYPE_GUARANTEED` 的接收方向）的 `TokenRate` 已设置且不为 0、`PeakBandwidth` >= `TokenRate`、`MinimumPolicedSize` > 0，或以 `WSAGetQOSByName` 的模板为起点",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos/ns-qos-flowspec",
      },
    ],
    related: [
      {
        code: 11027,
        note: {
          en: "The same fault in a flowspec inside the provider-specific buffer.",
          zh: "同样的错误，但位于提供程序专用缓冲区内的流规格中。",
        },
      },
      {
        code: 10045,
        note: {
          en: "The flowspec is valid, but the provider cannot satisfy it at all.",
          zh: "流规格有效，但提供程序完全无法满足。",
        },
      },
    ],
  },
  {
    code: 11018,
    name: "WSA_QOS_EPROVSPECBUF",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS provider buffer", zh: "QoS 提供程序缓冲区无效" },
    meaning: {
      en: "The provider-specific buffer of the QOS structure is invalid as a whole: its pointer, its length or the chain of objects in it.",
      zh: "QOS 结构的提供程序专用缓冲区整体无效：可能是指针、长度，或其中的对象链有问题。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A ping tool means `IP_BAD_DESTINATION` by the number",
          zh: "对 ping 工具而言，该数字表示 `IP_BAD_DESTINATION`（目标地址无效）",
        },
        next: {
          en: "Check the address that HOST resolves to: `Resolve-DnsName HOST`; 0.0.0.0 or a broadcast address cannot be pinged like a host",
          zh: "用 `Resolve-DnsName HOST` 检查 HOST 解析出的地址；0.0.0.0 或广播地址不能像主机那样 ping",
        },
        source: "https://learn.microsoft.com/dotnet/api/system.net.networkinformation.ipstatus",
      },
      {
        operations: [],
        cause: {
          en: "`ProviderSpecific.len` does not match the objects that `ProviderSpecific.buf` points to",
          zh: "`ProviderSpecific.len` 与 `ProviderSpecific.buf` 所指的对象不符",
        },
        next: {
          en: "Add up the `ObjectLength` of all objects including the closing one, and set the length to the sum",
          zh: "把包括结束对象在内的所有 `ObjectLength` 相加，并以其和作为长度",
        },
        source:
          "https://learn.microsoft.com/previous-versions/windows/desktop/qos/structure-of-the-providerspecific-buffer",
      },
      {
        operations: [],
        cause: { en: "The list of objects has no end mark", zh: "对象列表缺少结束标记" },
        next: {
          en: "Close it with a `QOS_OBJECT_HDR` of type `QOS_OBJECT_END_OF_LIST`",
          zh: "以类型为 `QOS_OBJECT_END_OF_LIST` 的 `QOS_OBJECT_HDR` 作为结尾",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/qos-objects",
      },
    ],
    related: [
      {
        code: 11022,
        note: { en: "One object in the buffer has a wrong length.", zh: "缓冲区中某个对象的长度有误。" },
      },
      {
        code: 11024,
        note: {
          en: "The buffer can be read, but holds an object of unknown type.",
          zh: "缓冲区可读，但含有类型未知的对象。",
        },
      },
    ],
  },
  {
    code: 11019,
    name: "WSA_QOS_EFILTERSTYLE",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS filter style", zh: "QoS 筛选器样式无效" },
    meaning: {
      en: "The Style field of RSVP_RESERVE_INFO holds a filter style that does not exist or does not suit the session.",
      zh: "RSVP_RESERVE_INFO 的 Style 字段给出的筛选器样式不存在，或不适用于该会话。",
    },
    advice: [
      {
        operations: [],
        cause: { en: "A value other than the four defined styles", zh: "取值不在四种已定义的样式之内" },
        next: {
          en: "Use `RSVP_DEFAULT_STYLE` (0), `RSVP_WILDCARD_STYLE` (1), `RSVP_FIXED_FILTER_STYLE` (2) or `RSVP_SHARED_EXPLICIT_STYLE` (3)",
          zh: "使用 `RSVP_DEFAULT_STYLE`（0）、`RSVP_WILDCARD_STYLE`（1）、`RSVP_FIXED_FILTER_STYLE`（2）或 `RSVP_SHARED_EXPLICIT_STYLE`（3）",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-rsvp_reserve_info",
      },
      {
        operations: [],
        cause: {
          en: "An explicit style without the list of senders that it needs",
          zh: "使用了显式样式，却没有给出所需的发送方列表",
        },
        next: {
          en: "Choose the default style, which lets the provider pick wildcard for multicast and unconnected UDP, and fixed filter for a connected socket",
          zh: "改用默认样式，由提供程序自行选择：组播和未连接的 UDP 用通配，已连接的套接字用固定筛选器",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/rsvp-reservation-styles",
      },
    ],
    related: [
      {
        code: 11012,
        note: {
          en: "The style is valid by itself but clashes with others in the session.",
          zh: "样式本身有效，但与会话中的其他样式冲突。",
        },
      },
      {
        code: 11020,
        note: {
          en: "Concerns the type of one filter, not the style of the reservation.",
          zh: "涉及单个筛选器的类型，而非整个预留的样式。",
        },
      },
    ],
  },
  {
    code: 11020,
    name: "WSA_QOS_EFILTERTYPE",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS filter type", zh: "QoS 筛选器类型无效" },
    meaning: {
      en: "The Type field of an RSVP_FILTERSPEC is not one of the FilterType values, or the provider does not support that type.",
      zh: "RSVP_FILTERSPEC 的 Type 字段不是 FilterType 的合法取值，或提供程序不支持该类型。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The type of the filter does not suit the session: `FILTERSPECV6` in an IPv4 session or the reverse, or a general port identifier (GPI) where packets have ordinary ports",
          zh: "筛选器类型与会话不匹配：在 IPv4 会话中使用 `FILTERSPECV6`（或相反），或在数据包带普通端口时使用了通用端口标识符（GPI）",
        },
        next: {
          en: "Use `FILTERSPECV4` with IPv4 and `FILTERSPECV6` with IPv6; keep the GPI types for IPsec traffic",
          zh: "IPv4 使用 `FILTERSPECV4`，IPv6 使用 `FILTERSPECV6`；GPI 类型仅用于 IPsec 流量",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ne-qossp-filtertype",
      },
      {
        operations: [],
        cause: {
          en: "Memory of the filter list that was never filled in, so that the type is random",
          zh: "筛选器列表的内存未填写，类型字段是随机值",
        },
        next: {
          en: "Zero the list, then set `Type` and the matching member of the union for each filter",
          zh: "先把列表清零，再逐个设置 `Type` 及联合体中与之对应的成员",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-rsvp_filterspec",
      },
    ],
    related: [
      {
        code: 11028,
        note: {
          en: "The type is known, but the content of the filter is wrong.",
          zh: "类型没有问题，是筛选器内容有误。",
        },
      },
      {
        code: 11021,
        note: {
          en: "The filters are fine one by one, only their number is wrong.",
          zh: "单个筛选器都没问题，只是数量不对。",
        },
      },
    ],
  },
  {
    code: 11021,
    name: "WSA_QOS_EFILTERCOUNT",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "wrong number of QoS filters", zh: "QoS 筛选器数量不正确" },
    meaning: {
      en: "NumFilters in a FLOWDESCRIPTOR gives a number of FILTERSPECs that does not fit the list or the reservation style.",
      zh: "FLOWDESCRIPTOR 中的 NumFilters 给出的 FILTERSPEC 数量与列表或预留样式不符。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The count breaks the rule of the style: none for wildcard, one per flow for fixed filter, one or more for shared explicit",
          zh: "数量违反样式规则：通配样式不带筛选器，固定筛选器样式每个流一个，共享显式样式至少一个",
        },
        next: {
          en: "Set `NumFilters` by the style in use, and `FilterList` to NULL when it is 0",
          zh: "按所用样式设置 `NumFilters`；为 0 时把 `FilterList` 设为 NULL",
        },
        source: "https://www.rfc-editor.org/rfc/rfc2205",
      },
      {
        operations: [],
        cause: {
          en: "Senders were added to the list without raising the counter",
          zh: "往列表里加了发送方，却没有增加计数",
        },
        next: {
          en: "Compute the count from the array in one place of the program",
          zh: "在程序中统一由数组长度得出该计数",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-flowdescriptor",
      },
    ],
    related: [
      {
        code: 11023,
        note: { en: "Counts flow descriptors, one level higher.", zh: "上一层的计数：流描述符的数量。" },
      },
    ],
  },
  {
    code: 11022,
    name: "WSA_QOS_EOBJLENGTH",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "wrong QoS object length", zh: "QoS 对象长度无效" },
    meaning: {
      en: "An object in the provider-specific buffer has an invalid ObjectLength, so the provider cannot tell where the next one begins.",
      zh: "提供程序专用缓冲区中某个对象的 ObjectLength 字段无效，提供程序无法判断下一个对象从何处开始。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The length leaves out the header of eight bytes, or the data that follows it",
          zh: "长度没有把 8 字节的对象头，或其后的数据计算在内",
        },
        next: {
          en: "Set `ObjectHdr.ObjectLength` to the size of the whole object, for example `sizeof(QOS_SD_MODE)`",
          zh: "把 `ObjectHdr.ObjectLength` 设为整个对象的大小，例如 `sizeof(QOS_SD_MODE)`",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/api/qos/ns-qos-qos_object_hdr",
      },
      {
        operations: [],
        cause: {
          en: "The structure was packed or declared otherwise than in Qossp.h, often in a port to another language or to 64 bits",
          zh: "结构的对齐或声明与 Qossp.h 不一致，常见于移植到其他语言或 64 位时",
        },
        next: {
          en: "Compare the size of each structure with what a C compiler gives for the same platform",
          zh: "将各结构的大小与同一平台上 C 编译器得出的结果对比",
        },
        source:
          "https://learn.microsoft.com/previous-versions/windows/desktop/qos/structure-of-the-providerspecific-buffer",
      },
    ],
    related: [
      {
        code: 11018,
        note: {
          en: "The length of the whole buffer is wrong, not of one object.",
          zh: "是整个缓冲区的长度不对，而非某个对象。",
        },
      },
    ],
  },
  {
    code: 11023,
    name: "WSA_QOS_EFLOWCOUNT",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "wrong number of QoS flows", zh: "QoS 流数量不正确" },
    meaning: {
      en: "The number of flow descriptors in the QOS structure (NumFlowDesc of RSVP_RESERVE_INFO) does not agree with the list or with the reservation style.",
      zh: "QOS 结构中给出的流描述符数量（RSVP_RESERVE_INFO 的 NumFlowDesc）与列表或预留样式不一致。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "Several flow descriptors with a style that allows just one",
          zh: "所用样式只允许一个流描述符，却给出了多个",
        },
        next: {
          en: "Set `NumFlowDesc` to 1 unless the style is `RSVP_FIXED_FILTER_STYLE`",
          zh: "除非样式为 `RSVP_FIXED_FILTER_STYLE`，否则把 `NumFlowDesc` 设为 1",
        },
        source: "https://www.rfc-editor.org/rfc/rfc2205",
      },
      {
        operations: [],
        cause: {
          en: "`FlowDescList` is NULL or shorter than the count says",
          zh: "`FlowDescList` 为 NULL，或实际长度小于所声明的数量",
        },
        next: {
          en: "Look at both fields in a debugger just before the `WSAIoctl` call",
          zh: "在调用 `WSAIoctl` 之前，用调试器查看这两个字段",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-rsvp_reserve_info",
      },
    ],
    related: [
      {
        code: 11021,
        note: { en: "The number of filters inside one flow descriptor.", zh: "单个流描述符内的筛选器数量。" },
      },
      {
        code: 11026,
        note: { en: "The number is right, but one descriptor is not valid.", zh: "数量正确，但其中某个描述符无效。" },
      },
    ],
  },
  {
    code: 11024,
    name: "WSA_QOS_EUNKOWNPSOBJ",
    aliases: ["WSA_QOS_EUNKNOWNPSOBJ"],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "unrecognised QoS object", zh: "无法识别的 QoS 对象" },
    meaning: {
      en: "The provider-specific buffer holds an object whose ObjectType the QoS provider does not recognise. The macro is misspelt in the documentation and in winerror.h; other headers write UNKNOWN in full.",
      zh: "提供程序专用缓冲区中有一个对象，其 ObjectType 无法被 QoS 服务提供程序识别。文档和 winerror.h 中的宏名漏写了一个字母，其他头文件中写的是完整的 UNKNOWN。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "An object that only the traffic control API takes (`QOS_DS_CLASS`, `QOS_TRAFFIC_CLASS`, `QOS_DIFFSERV`) is handed to the Winsock provider",
          zh: "把只有流量控制 API 才接受的对象（`QOS_DS_CLASS`、`QOS_TRAFFIC_CLASS`、`QOS_DIFFSERV`）交给了 Winsock 提供程序",
        },
        next: {
          en: "Keep to the objects of Qos.h and Qossp.h here; give others to `TcAddFlow` directly, which needs administrator rights",
          zh: "此处只使用 Qos.h 与 Qossp.h 中的对象，其余对象直接交给 `TcAddFlow`（需要管理员权限）",
        },
        source: "https://learn.microsoft.com/windows/win32/api/traffic/ns-traffic-tc_gen_flow",
      },
      {
        operations: [],
        cause: {
          en: "A preceding object is longer than its header says, so that its data is read as a type",
          zh: "前一个对象比其头部声明的更长，结果它的数据被当成了类型字段",
        },
        next: {
          en: "Dump the buffer and walk it by hand: type, length, next object at the current address plus the length",
          zh: "转储缓冲区并手工遍历：类型、长度，当前地址加长度即为下一个对象",
        },
        source:
          "https://learn.microsoft.com/previous-versions/windows/desktop/qos/structure-of-the-providerspecific-buffer",
      },
    ],
    related: [
      {
        code: 11022,
        note: { en: "The object's length is impossible, not its type.", zh: "不合理的是对象长度，而非类型。" },
      },
      {
        code: 11031,
        note: {
          en: "The object is a policy, and an element inside it is reserved.",
          zh: "对象是策略对象，其中的某个元素属于保留类型。",
        },
      },
    ],
  },
  {
    code: 11025,
    name: "WSA_QOS_EPOLICYOBJ",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS policy object", zh: "QoS 策略对象无效" },
    meaning: {
      en: "An RSVP_POLICY_INFO object in the provider-specific buffer is invalid: the policy data that should say who asks for the bandwidth cannot be used.",
      zh: "提供程序专用缓冲区中的 RSVP_POLICY_INFO 对象无效：用于说明由谁申请带宽的策略数据无法使用。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "`NumPolicyElement` or the `Len` of an `RSVP_POLICY` element does not match the data",
          zh: "`NumPolicyElement` 或 `RSVP_POLICY` 元素的 `Len` 与数据不符",
        },
        next: {
          en: "Count `Len` in bytes with the element's own header, rounded up to a multiple of four",
          zh: "`Len` 以字节计，须包含元素自身的头部，并向上取整为 4 的倍数",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-rsvp_policy",
      },
      {
        operations: [],
        cause: {
          en: "The program builds policy data that nobody on the network reads; nothing later than Windows 2000 even sends it",
          zh: "程序构造的策略数据在网络中无人读取；Windows 2000 之后的系统甚至不再发送",
        },
        next: {
          en: "Leave `PolicyElementList` NULL: on Windows 2000 the identity of the user is added without the program",
          zh: "将 `PolicyElementList` 置为 NULL：在 Windows 2000 上，用户身份无需程序参与即会加入",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/rsvp-operates-only-on-windows-2000",
      },
    ],
    related: [
      {
        code: 11011,
        note: { en: "The policy data could be read, and the answer was no.", zh: "策略数据可以读取，但结论是拒绝。" },
      },
      {
        code: 11031,
        note: {
          en: "The object's frame is right, but an element type is reserved.",
          zh: "对象框架正确，但某个元素类型是保留的。",
        },
      },
    ],
  },
  {
    code: 11026,
    name: "WSA_QOS_EFLOWDESC",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS flow descriptor", zh: "QoS 流描述符无效" },
    meaning: {
      en: "One element of the flow descriptor list is invalid. A FLOWDESCRIPTOR joins a flowspec with the filters that say which senders it is for.",
      zh: "流描述符列表中有一项无效。FLOWDESCRIPTOR 把流规格与说明适用于哪些发送方的筛选器组合在一起。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The list or its filters lie outside the provider-specific buffer, which must be one contiguous piece of memory",
          zh: "列表或其筛选器位于提供程序专用缓冲区之外，而该缓冲区必须是一整块连续内存",
        },
        next: {
          en: "Lay out `FlowDescList` and each `FilterList` behind the `RSVP_RESERVE_INFO` in the same buffer, and keep it alive until the call or its overlapped completion",
          zh: "把 `FlowDescList` 和各个 `FilterList` 排在同一缓冲区内的 `RSVP_RESERVE_INFO` 之后，并在调用返回（或重叠操作完成）之前保持有效",
        },
        source:
          "https://learn.microsoft.com/previous-versions/windows/desktop/qos/structure-of-the-providerspecific-buffer",
      },
      {
        operations: [],
        cause: {
          en: "The same sender appears in two descriptors of a fixed filter reservation",
          zh: "在固定筛选器预留中，同一发送方出现在两个描述符里",
        },
        next: {
          en: "Merge the entries, so that each sender has exactly one `FLOWDESCRIPTOR`",
          zh: "合并条目，使每个发送方恰好对应一个 `FLOWDESCRIPTOR`",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/rsvp-reservation-styles",
      },
    ],
    related: [
      {
        code: 11027,
        note: { en: "Narrower: the flowspec in the descriptor is at fault.", zh: "更具体：是描述符中的流规格有误。" },
      },
      {
        code: 11023,
        note: { en: "The list's length is at fault.", zh: "是列表的长度有误。" },
      },
    ],
  },
  {
    code: 11027,
    name: "WSA_QOS_EPSFLOWSPEC",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid flowspec in QoS buffer", zh: "QoS 专用缓冲区中的流规格无效" },
    meaning: {
      en: "A flowspec inside the provider-specific buffer is invalid or inconsistent, as opposed to the two in the QOS structure itself.",
      zh: "提供程序专用缓冲区内的某个流规格无效或不一致；注意不是 QOS 结构本身的那两个流规格。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The flowspec of a descriptor disagrees with `ReceivingFlowspec`",
          zh: "描述符中的流规格与 `ReceivingFlowspec` 不一致",
        },
        next: {
          en: "Drop the explicit `RSVP_RESERVE_INFO` and let `ReceivingFlowspec` alone describe the flow",
          zh: "去掉显式的 `RSVP_RESERVE_INFO`，仅由 `ReceivingFlowspec` 描述该流",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qossp/ns-qossp-flowdescriptor",
      },
      {
        operations: [],
        cause: {
          en: "Fields that were meant as unknown are 0 instead of `QOS_NOT_SPECIFIED` (-1)",
          zh: "本应表示“未指定”的字段写成了 0，而不是 `QOS_NOT_SPECIFIED`（-1）",
        },
        next: {
          en: "Log all eight fields of each `FlowDescList[i].FlowSpec` and correct the zeros; `TokenRate` and `MinimumPolicedSize` must never be 0",
          zh: "把每个 `FlowDescList[i].FlowSpec` 的八个字段都记入日志，并修正其中的 0；`TokenRate` 和 `MinimumPolicedSize` 绝不能为 0",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos/ns-qos-flowspec",
      },
    ],
    related: [
      {
        code: 11017,
        note: {
          en: "The fault is in the sending or receiving flowspec of the QOS structure.",
          zh: "错误在 QOS 结构的发送或接收流规格中。",
        },
      },
    ],
  },
  {
    code: 11028,
    name: "WSA_QOS_EPSFILTERSPEC",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid filter in QoS buffer", zh: "QoS 专用缓冲区中的筛选器无效" },
    meaning: {
      en: "A FILTERSPEC in the provider-specific buffer is invalid: it does not name a possible sender of this session.",
      zh: "提供程序专用缓冲区中的某个 FILTERSPEC 无效：它没有指明该会话中可能存在的发送方。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The filter has no address, a multicast address, or the receiver's own in place of the sender's",
          zh: "筛选器没有地址，填的是组播地址，或误把接收方自己的地址当成发送方地址",
        },
        next: {
          en: "Take address and port from the datagrams that arrive (`WSARecvFrom` gives the sender)",
          zh: "以实际收到的数据报为准填写地址和端口（`WSARecvFrom` 会给出发送方）",
        },
        source:
          "https://learn.microsoft.com/previous-versions/windows/desktop/qos/using-wsaconnect-to-join-unicast-rsvp-sessions",
      },
      {
        operations: [],
        cause: {
          en: "Address translation changes the sender on its way, so that the filter cannot match",
          zh: "途中的地址转换（NAT）改变了发送方地址，筛选器无法匹配",
        },
        next: {
          en: "Compare the sender in a capture on both sides of the NAT with the address inside the RSVP messages, which a NAT leaves as it is",
          zh: "在 NAT 两侧抓包，把发送方地址与 RSVP 消息内的地址对比；NAT 不会改写后者",
        },
        source: "https://www.rfc-editor.org/rfc/rfc2205",
      },
    ],
    related: [
      {
        code: 11020,
        note: {
          en: "The kind of filter is unknown, so its content was not looked at.",
          zh: "筛选器类型未知，尚未检查其内容。",
        },
      },
      {
        code: 11013,
        note: { en: "Says only that a filter or an object is bad somewhere.", zh: "只说明某处的筛选器或对象有误。" },
      },
    ],
  },
  {
    code: 11029,
    name: "WSA_QOS_ESDMODEOBJ",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS shape/discard mode", zh: "QoS 整形/丢弃模式对象无效" },
    meaning: {
      en: "The shape discard mode object (QOS_SD_MODE) in the provider-specific buffer is invalid. It says what traffic control does with packets beyond the agreed rate: borrow, shape or discard.",
      zh: "提供程序专用缓冲区中的整形丢弃模式对象（QOS_SD_MODE）无效。它规定流量控制如何处理超出约定速率的数据包：借用、整形或丢弃。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "A mode outside the defined values, or `TC_NONCONF_BORROW`, which only the traffic control API may ask for",
          zh: "模式取值不在定义范围内，或使用了只有流量控制 API 才能请求的 `TC_NONCONF_BORROW`",
        },
        next: {
          en: "Use `TC_NONCONF_SHAPE` (1) or `TC_NONCONF_DISCARD` (2) with a `TokenRate`; to borrow, leave the object out, as best effort and controlled load do so by default",
          zh: "使用 `TC_NONCONF_SHAPE`（1）或 `TC_NONCONF_DISCARD`（2）并设置 `TokenRate`；若要借用，则不提供该对象，因为尽力而为和受控负载默认就是借用",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos/ns-qos-qos_sd_mode",
      },
      {
        operations: [],
        cause: {
          en: "An old program wants to shape its traffic through GQoS, which is deprecated since Windows Vista",
          zh: "旧程序想通过 GQoS 整形流量，而 GQoS 自 Windows Vista 起已弃用",
        },
        next: {
          en: "Shape with qWAVE: `QOSSetFlow` with `QOSSetOutgoingRate` delays what exceeds the rate (`QOSShapeOnly`, `QOSShapeAndMark`) or only marks it (`QOSUseNonConformantMarkings`)",
          zh: "改用 qWAVE 整形：`QOSSetFlow` 配合 `QOSSetOutgoingRate`，可延迟超速数据包（`QOSShapeOnly`、`QOSShapeAndMark`），或仅作标记（`QOSUseNonConformantMarkings`）",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos2/ne-qos2-qos_shaping",
      },
    ],
    related: [
      {
        code: 11030,
        note: {
          en: "The rate to shape to is wrong, not what to do beyond it.",
          zh: "有误的是整形速率，而不是超速后的处理方式。",
        },
      },
    ],
  },
  {
    code: 11030,
    name: "WSA_QOS_ESHAPERATEOBJ",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "invalid QoS shaping rate", zh: "QoS 整形速率对象无效" },
    meaning: {
      en: "The shaping rate object (QOS_SHAPING_RATE) in the provider-specific buffer is invalid: traffic control cannot hold the flow to the rate that it gives.",
      zh: "提供程序专用缓冲区中的整形速率对象（QOS_SHAPING_RATE）无效：流量控制无法按其给出的速率约束该流。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The rate is 0 or given in bits instead of bytes per second",
          zh: "速率为 0，或误以比特/秒而非字节/秒给出",
        },
        next: {
          en: "Set `ShapingRate` to bytes per second, in keeping with `TokenRate` of the sending flowspec",
          zh: "把 `ShapingRate` 设为字节/秒，并与发送流规格的 `TokenRate` 相称",
        },
        source: "https://learn.microsoft.com/windows/win32/api/qos/ns-qos-qos_shaping_rate",
      },
      {
        operations: [],
        cause: {
          en: "The limit belongs to administration and not into the program",
          zh: "限速本应由管理员配置，而不该写在程序里",
        },
        next: {
          en: "Remove the object and throttle by policy: `New-NetQosPolicy -Name limit -AppPathNameMatchCondition app.exe -ThrottleRateActionBitsPerSecond 8MB`, in bits per second",
          zh: "移除该对象，改由策略限速（单位为比特/秒）：`New-NetQosPolicy -Name limit -AppPathNameMatchCondition app.exe -ThrottleRateActionBitsPerSecond 8MB`",
        },
        source: "https://learn.microsoft.com/powershell/module/netqos/new-netqospolicy",
      },
    ],
    related: [
      {
        code: 11029,
        note: { en: "Concerns the treatment of packets above the rate.", zh: "涉及超出速率的数据包如何处理。" },
      },
      {
        code: 11017,
        note: {
          en: "The token rate and its companions are wrong, not the separate shaping rate.",
          zh: "有误的是令牌速率等流规格字段，而非单独的整形速率。",
        },
      },
    ],
  },
  {
    code: 11031,
    name: "WSA_QOS_RESERVED_PETYPE",
    aliases: [],
    category: "qos",
    retryable: "no",
    severity: "warning",
    dotnet: null,
    posix: null,
    libuv: null,
    title: { en: "reserved QoS policy element", zh: "保留的 QoS 策略元素类型" },
    meaning: {
      en: "A policy element in the provider-specific buffer has a type that is reserved for the system, so a program may not supply it.",
      zh: "提供程序专用缓冲区中的某个策略元素使用了系统保留的类型，程序不得自行提供。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The program supplies the user's identity itself, which Windows adds to the reservation under a Kerberos ticket",
          zh: "程序自行填写了用户身份，而这应由 Windows 凭 Kerberos 票据加入预留请求",
        },
        next: {
          en: "Take the `RSVP_POLICY` elements for the user out; an element that names the application may stay, and `QOS_OBJECT_END_OF_LIST` closes the list",
          zh: "去掉表示用户的 `RSVP_POLICY` 元素；标识应用程序的元素可以保留，最后以 `QOS_OBJECT_END_OF_LIST` 结尾",
        },
        source: "https://www.rfc-editor.org/rfc/rfc3182",
      },
      {
        operations: [],
        cause: {
          en: "Policy elements are left over from Windows 2000, though later versions have no use for them",
          zh: "程序沿用了 Windows 2000 时代的策略元素，而之后的系统已用不到",
        },
        next: {
          en: "Remove `RSVP_POLICY_INFO` altogether: without RSVP, neither the user nor the application is announced to the network",
          zh: "干脆移除 `RSVP_POLICY_INFO`：没有 RSVP，用户和应用程序的身份都不会通告给网络",
        },
        source: "https://learn.microsoft.com/previous-versions/windows/desktop/qos/rsvp-operates-only-on-windows-2000",
      },
    ],
    related: [
      {
        code: 11025,
        note: {
          en: "The policy object is broken in form, whatever its element types.",
          zh: "策略对象格式本身已损坏，与元素类型无关。",
        },
      },
      {
        code: 11024,
        note: {
          en: "The type of an object is unknown, not that of an element in a policy.",
          zh: "是对象类型未知，而非策略内的元素类型。",
        },
      },
    ],
  },
];
