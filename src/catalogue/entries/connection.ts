import type { Entry } from "../entry.ts";

/** Codes of networks, hosts and connections that failed. */
export const connection: readonly Entry[] = [
  {
    code: 10050,
    name: "WSAENETDOWN",
    aliases: [],
    category: "connection",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: "NetworkDown",
    posix: "ENETDOWN",
    libuv: null,
    title: { en: "network is down", zh: "网络已中断" },
    meaning: {
      en: "A socket operation met a dead network: the network system (the protocol stack that the Winsock DLL runs over), the interface or the local network itself has failed. The trouble sits in this machine or its first link, not in the remote program; once the link is back, the call can succeed again.",
      zh: "套接字操作遇到了失效的网络：网络系统（Winsock DLL 所依赖的协议栈）、网络接口或本地网络本身出现严重故障。问题在本机或本机的第一段链路上，与远程程序无关；链路恢复后，调用可以再次成功。",
    },
    advice: [
      {
        operations: [],
        cause: {
          en: "The network adapter is disabled, unplugged or has lost its Wi-Fi",
          zh: "网卡被禁用、网线被拔出或 Wi-Fi 断开",
        },
        next: {
          en: "Look for a Status other than Up in `Get-NetAdapter`, for a missing address or gateway in `Get-NetIPConfiguration -All`, and for link events in `Get-WinEvent -LogName System -MaxEvents 100`",
          zh: "在 `Get-NetAdapter` 中查找状态不是 Up 的网卡，在 `Get-NetIPConfiguration -All` 中检查地址和网关是否缺失，并在 `Get-WinEvent -LogName System -MaxEvents 100` 中查找链路事件",
        },
        source:
          "https://learn.microsoft.com/windows/win32/winsock/winsock-ioctls#sio_routing_interface_query-opcode-setting-i-o-t1",
      },
      {
        operations: ["connect", "send", "receive"],
        cause: {
          en: "The VPN tunnel or virtual switch that carried the traffic went down",
          zh: "承载流量的 VPN 隧道或虚拟交换机已断开",
        },
        next: {
          en: "Check `Get-VpnConnection` and `Get-NetAdapter -IncludeHidden`, reconnect, and open the sockets anew, because the old ones keep the vanished address",
          zh: "检查 `Get-VpnConnection` 和 `Get-NetAdapter -IncludeHidden`，重新连接后重建套接字，因为旧套接字仍绑定在已消失的地址上",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-server/networking/disable-media-sensing-feature-for-tcpip",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The machine went to sleep or woke up, and the adapter, which is switched off in sleep, did not come back in time",
          zh: "机器进入或退出睡眠，睡眠时被关闭的网卡没有及时恢复",
        },
        next: {
          en: "Compare the time with `Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-Kernel-Power'} -MaxEvents 20`; if the adapter stays away after sleep, clear the permission to turn it off in Device Manager (as administrator, `Get-NetAdapterPowerManagement` shows it)",
          zh: "将发生时间与 `Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-Kernel-Power'} -MaxEvents 20` 对照；如果睡眠之后网卡仍未恢复，就在设备管理器中取消允许计算机关闭该设备的选项（以管理员身份执行 `Get-NetAdapterPowerManagement` 可查看）",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/power-management-on-network-adapter",
      },
      {
        operations: ["bind", "listen", "accept", "connect"],
        cause: {
          en: "The protocol stack itself is damaged: a driver failed, or a security or VPN product left a broken filter",
          zh: "协议栈本身损坏：驱动故障，或安全软件、VPN 留下了失效的过滤器",
        },
        next: {
          en: "Check the driver with `Get-PnpDevice -Class Net` and the filters with `Get-NetAdapterBinding -AllBindings`; as a last step run `netsh winsock reset` and `netsh int ip reset` as administrator and restart",
          zh: "用 `Get-PnpDevice -Class Net` 检查驱动，用 `Get-NetAdapterBinding -AllBindings` 检查过滤器；最后可以管理员身份执行 `netsh winsock reset` 和 `netsh int ip reset` 并重启",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-bind",
      },
      {
        operations: ["connect"],
        cause: {
          en: "On a Bluetooth socket, connect met a network error that Windows did not expect",
          zh: "在蓝牙套接字上，connect 遇到了 Windows 未预期的网络错误",
        },
        next: {
          en: "See whether the radio is there and working with `Get-PnpDevice -Class Bluetooth`, switch it off and on, pair the device again",
          zh: "用 `Get-PnpDevice -Class Bluetooth` 查看蓝牙适配器是否存在并正常工作，关闭再打开，并重新配对设备",
        },
        source: "https://learn.microsoft.com/windows/win32/bluetooth/bluetooth-and-connect",
      },
      {
        operations: ["connect"],
        cause: {
          en: "On an infrared (IrDA) socket, the adapter already has a connection",
          zh: "在红外（IrDA）套接字上，适配器已有一个连接",
        },
        next: {
          en: "End the other infrared connection, which may belong to another program, and connect again",
          zh: "断开已有的红外连接（可能属于另一个程序），然后重新连接",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect#notes-for-irda-sockets",
      },
    ],
    related: [
      {
        code: 10051,
        note: {
          en: "10051: the network runs, but no route leads to that destination.",
          zh: "10051 表示网络正常，但没有到达该目标的路由。",
        },
      },
      {
        code: 10052,
        note: {
          en: "10052 is about one connection that keep-alive found dead, not about the whole network.",
          zh: "10052 针对的是保活探测发现已失效的某个连接，而不是整个网络。",
        },
      },
      {
        code: 10091,
        note: {
          en: "10091: WSAStartup found the network system not ready before any socket existed.",
          zh: "10091 是 WSAStartup 发现网络系统未就绪，此时还没有任何套接字。",
        },
      },
    ],
  },
  {
    code: 10051,
    name: "WSAENETUNREACH",
    aliases: [],
    category: "connection",
    retryable: "elsewhere",
    severity: "error",
    dotnet: "NetworkUnreachable",
    posix: "ENETUNREACH",
    libuv: { name: "ENETUNREACH", number: -4062 },
    title: { en: "network unreachable", zh: "网络不可达" },
    meaning: {
      en: "The local software knows no route to the remote host, so nothing was sent or it came back at once. Trying again succeeds only after a route has appeared: a DHCP lease, a VPN, a gateway.",
      zh: "本机软件不知道通往远程主机的路由，因此数据没有发出，或立即被退回。只有出现新的路由（获得 DHCP 租约、连上 VPN、网关恢复）之后，重试才会成功。",
    },
    advice: [
      {
        operations: ["connect", "send"],
        cause: {
          en: "The name gave an IPv6 address, and this machine has no IPv6 route",
          zh: "名称解析出 IPv6 地址，而本机没有 IPv6 路由",
        },
        next: {
          en: "Look for a `::/0` line in `route print -6` and compare `ping -4 HOST` with `ping -6 HOST`; let the program try every address, or prefer IPv4",
          zh: "在 `route print -6` 中查找 `::/0` 一行，并比较 `ping -4 HOST` 与 `ping -6 HOST`；让程序依次尝试所有地址，或优先使用 IPv4",
        },
        source: "https://www.rfc-editor.org/rfc/rfc8305",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "There is no default gateway: no DHCP lease (the address starts with 169.254), cable out, Wi-Fi not joined",
          zh: "没有默认网关：未获得 DHCP 租约（地址以 169.254 开头）、网线未接或 Wi-Fi 未连接",
        },
        next: {
          en: "Check `ipconfig /all`, look for `0.0.0.0` in `route print -4`, and ask for a lease with `ipconfig /renew`",
          zh: "检查 `ipconfig /all`，在 `route print -4` 中查找 `0.0.0.0`，并用 `ipconfig /renew` 重新获取租约",
        },
        source: "https://learn.microsoft.com/windows-server/administration/windows-commands/ipconfig",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "The VPN, or the interface that held the only route to this network, is down",
          zh: "通往该网络的唯一路由所在的 VPN 或网络接口已断开",
        },
        next: {
          en: "See which interface and gateway would be used with `Test-NetConnection HOST -DiagnoseRouting -InformationLevel Detailed`; reconnect, or add the missing route with `route add`",
          zh: "用 `Test-NetConnection HOST -DiagnoseRouting -InformationLevel Detailed` 查看会使用哪个接口和网关；重新连接，或用 `route add` 补上缺失的路由",
        },
        source:
          "https://learn.microsoft.com/windows/win32/winsock/winsock-ioctls#sio_routing_interface_query-opcode-setting-i-o-t1",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "The service started at boot before the network was ready",
          zh: "服务在开机时先于网络就绪而启动",
        },
        next: {
          en: "Compare the time with `(Get-CimInstance Win32_OperatingSystem).LastBootUpTime`; set the service to Automatic (Delayed Start) or retry for the first minutes",
          zh: "将发生时间与 `(Get-CimInstance Win32_OperatingSystem).LastBootUpTime` 对照；把服务设为自动（延迟启动），或在启动后的几分钟内重试",
        },
        source: "https://learn.microsoft.com/windows/win32/services/service-changes-for-windows-vista",
      },
      {
        operations: ["send"],
        cause: {
          en: "A multicast or broadcast datagram has no interface to leave by, because none is up or the socket chose one that is not",
          zh: "组播或广播数据报没有可用的出口：没有处于启用状态的网络接口，或套接字选中的接口已断开",
        },
        next: {
          en: "List the interfaces that are up with `Get-NetIPInterface -ConnectionState Connected` and name one with IP_MULTICAST_IF or IPV6_MULTICAST_IF",
          zh: "用 `Get-NetIPInterface -ConnectionState Connected` 列出已连接的接口，并用 IP_MULTICAST_IF 或 IPV6_MULTICAST_IF 指定一个",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/ipproto-ip-socket-options",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "A router on the way answered that it cannot reach the network",
          zh: "途中的路由器应答说无法到达目标网络",
        },
        next: {
          en: "Find the router that answers last with `tracert -d HOST` and tell whoever runs it",
          zh: "用 `tracert -d HOST` 找到最后应答的路由器，并联系其维护者",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/diagnose-packet-loss#common-causes-of-remote-packet-loss",
      },
      {
        operations: ["connect"],
        cause: {
          en: "On a Bluetooth socket: an error of the radio or its L2CAP layer that is not a time-out",
          zh: "在蓝牙套接字上：蓝牙适配器或 L2CAP 层发生了超时以外的错误",
        },
        next: {
          en: "Check `Get-PnpDevice -Class Bluetooth` for a Status other than OK, and bring the device closer or restart it",
          zh: "检查 `Get-PnpDevice -Class Bluetooth` 中是否有状态不是 OK 的设备，并将对方设备靠近或重启",
        },
        source: "https://learn.microsoft.com/windows/win32/bluetooth/bluetooth-and-connect",
      },
    ],
    related: [
      {
        code: 10065,
        note: {
          en: "10065: the network is reached, but the host in it is not.",
          zh: "10065 表示能到达网络，但到不了其中的主机。",
        },
      },
      {
        code: 10060,
        note: {
          en: "10060: packets left and nobody answered; 10051 fails at once.",
          zh: "10060 表示数据包已发出但无人应答；10051 会立即失败。",
        },
      },
      {
        code: 10049,
        note: {
          en: "10049: the address can never be a destination, whatever the routes.",
          zh: "10049 表示无论路由如何，该地址都不能作为目标。",
        },
      },
    ],
  },
  {
    code: 10052,
    name: "WSAENETRESET",
    aliases: [],
    category: "connection",
    retryable: "yes",
    severity: "error",
    dotnet: "NetworkReset",
    posix: "ENETRESET",
    libuv: null,
    title: { en: "connection dropped by keep-alive", zh: "保活失败导致连接断开" },
    meaning: {
      en: "Keep-alive noticed during an operation that the connection had failed, and broke it: the operations in progress end with 10052, later ones with 10054. setsockopt also returns it when SO_KEEPALIVE is set on a connection that has already failed, and a UDP socket returns it when a datagram's time to live ran out. This connection is lost; a new one may well succeed.",
      zh: "操作进行期间，保活机制检测到连接已失效并将其断开：正在进行的操作返回 10052，之后的操作返回 10054。对已失效的连接用 setsockopt 设置 SO_KEEPALIVE 时也会返回它；UDP 套接字在数据报的生存时间（TTL）耗尽时同样返回它。该连接已丢失，但新建连接很可能成功。",
    },
    advice: [
      {
        operations: ["receive", "send"],
        cause: {
          en: "The peer or the path to it vanished without a word (power, cable, crash), and its silence outlasted the keep-alive probes",
          zh: "对端或通往对端的路径无声消失（断电、断线、崩溃），一直没有应答保活探测",
        },
        next: {
          en: "See whether it is back with `Test-NetConnection HOST -Port PORT`, reconnect, and look at the peer's uptime and log",
          zh: "用 `Test-NetConnection HOST -Port PORT` 查看对端是否恢复，重新连接，并检查对端的运行时长和日志",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-recv",
      },
      {
        operations: ["receive", "send"],
        cause: {
          en: "A NAT device or firewall forgot the idle connection before the first probe, which Windows sends after two hours by default",
          zh: "NAT 设备或防火墙在首个探测之前就清除了空闲连接，而 Windows 默认两小时后才发出首个探测",
        },
        next: {
          en: "Shorten the idle time with SIO_KEEPALIVE_VALS, or TCP_KEEPIDLE from Windows 10 1709 on, to less than the device's time-out",
          zh: "用 SIO_KEEPALIVE_VALS（Windows 10 1709 起也可用 TCP_KEEPIDLE）把空闲时间缩短到小于该设备的超时",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/sio-keepalive-vals",
      },
      {
        operations: ["receive"],
        cause: {
          en: "UDP: an earlier datagram's time to live expired on the way, because of a routing loop or a small IP_TTL",
          zh: "UDP：之前发出的数据报在途中 TTL 耗尽，原因是路由环路或 IP_TTL 设得过小",
        },
        next: {
          en: "Look for repeating hops in `tracert -d HOST`; to ignore such reports switch them off with the SIO_UDP_NETRESET control",
          zh: "在 `tracert -d HOST` 中查找重复出现的路由器；若要忽略此类报告，用 SIO_UDP_NETRESET 控制码将其关闭",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/winsock-ioctls#sio_udp_netreset",
      },
      {
        operations: [],
        cause: {
          en: "The program switches SO_KEEPALIVE on after the connection has already failed",
          zh: "程序在连接已失效之后才开启 SO_KEEPALIVE",
        },
        next: {
          en: "Set SO_KEEPALIVE right after socket or accept, not while a connect is under way, and close the socket when setsockopt reports this",
          zh: "在 socket 或 accept 之后立即设置 SO_KEEPALIVE，不要在 connect 进行中设置；setsockopt 报告此错误时关闭套接字",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-setsockopt",
      },
    ],
    related: [
      {
        code: 10054,
        note: {
          en: "10054 is what later calls on the same connection get, and what a reset sent by the peer gives.",
          zh: "同一连接上的后续调用得到 10054；对端主动发送重置时也是 10054。",
        },
      },
      {
        code: 10053,
        note: {
          en: "10053: this machine gave up because its data was not acknowledged, without keep-alive.",
          zh: "10053 表示本机因数据未被确认而放弃连接，与保活无关。",
        },
      },
    ],
  },
  {
    code: 10053,
    name: "WSAECONNABORTED",
    aliases: [],
    category: "connection",
    retryable: "yes",
    severity: "error",
    dotnet: "ConnectionAborted",
    posix: "ECONNABORTED",
    libuv: { name: "ECONNABORTED", number: -4079 },
    title: { en: "connection aborted by this machine", zh: "连接被本机软件中止" },
    meaning: {
      en: "Software on this machine gave up an established connection: TCP because its data was not acknowledged in time, a protocol layer because of an error, or a local security product or proxy. This connection is gone, a new one may succeed. On a server it is often only a client that left before the answer was written.",
      zh: "本机上的软件中止了已建立的连接：可能是 TCP 因数据迟迟未被确认而放弃，也可能是某层协议出错，或本机安全软件、代理切断了连接。该连接已不可用，重新连接可能成功。在服务器上，它往往只表示客户端没等到应答就离开了。",
    },
    advice: [
      {
        operations: ["send", "receive"],
        cause: {
          en: "The client went away (page closed, its time-out was shorter) and the program wrote on; the first write after that may still succeed, the next one fails",
          zh: "客户端已离开（关闭页面，或其超时更短），而程序继续写入；此后的第一次写入可能还成功，下一次就会失败",
        },
        next: {
          en: "Compare the time of the answer with the client's time-out; a server should log this quietly, close the socket and go on",
          zh: "将应答耗时与客户端超时对照；服务器应以低级别记录、关闭套接字，然后继续运行",
        },
        source: "https://github.com/python/cpython/pull/9713",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "Data was sent again and again without an acknowledgement until TCP gave up: packet loss, a broken path, a peer that vanished",
          zh: "数据反复重传都未得到确认，TCP 最终放弃：丢包、路径中断或对端消失",
        },
        next: {
          en: "Watch the count of retransmitted segments in `netstat -s -p tcp`, test with `Test-NetConnection HOST -Port PORT` and `pathping HOST`, capture with `pktmon start --capture` and `pktmon stop`",
          zh: "观察 `netstat -s -p tcp` 中重传段的数量，用 `Test-NetConnection HOST -Port PORT` 和 `pathping HOST` 测试，并用 `pktmon start --capture`、`pktmon stop` 抓包",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/tcp-ip-connectivity-issues-troubleshooting#packet-drops",
      },
      {
        operations: ["connect", "send", "receive"],
        cause: {
          en: "Antivirus, a local proxy or a VPN client inspects the connection and cuts it",
          zh: "杀毒软件、本地代理或 VPN 客户端检查该连接并将其切断",
        },
        next: {
          en: "See who sits in between with `netsh winsock show catalog`, `netsh winhttp show proxy` and `netsh wfp show state`; try once with the product's web protection off",
          zh: "用 `netsh winsock show catalog`、`netsh winhttp show proxy` 和 `netsh wfp show state` 查看是谁插在中间；关闭该产品的网页防护后再试一次",
        },
        source: "https://learn.microsoft.com/windows/win32/fwp/ale-re-authorization",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The local address went away: VPN reconnect, Wi-Fi roaming, a new DHCP address, sleep",
          zh: "本机地址发生变化：VPN 重连、Wi-Fi 漫游、DHCP 分配了新地址或机器睡眠",
        },
        next: {
          en: "Look for a change at that minute in `Get-WinEvent -LogName Microsoft-Windows-NetworkProfile/Operational -MaxEvents 20`",
          zh: "在 `Get-WinEvent -LogName Microsoft-Windows-NetworkProfile/Operational -MaxEvents 20` 中查找同一分钟内的网络变化",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-server/networking/disable-media-sensing-feature-for-tcpip",
      },
      {
        operations: ["connect", "send", "receive"],
        cause: {
          en: "The two ends do not speak the same protocol: TLS to a plain port, an old TLS version, the wrong service",
          zh: "两端使用的协议不一致：对明文端口使用 TLS、TLS 版本过旧或连错了服务",
        },
        next: {
          en: "Try `curl.exe -v https://HOST:PORT/`, and read `Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'} -MaxEvents 20`",
          zh: "用 `curl.exe -v https://HOST:PORT/` 测试，并查看 `Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'} -MaxEvents 20`",
        },
        source: "https://learn.microsoft.com/windows/win32/api/schannel/ns-schannel-schannel_alert_token",
      },
      {
        operations: ["send"],
        cause: {
          en: "The program had shut its receiving side down (SD_RECEIVE) while the peer was still sending; the data that arrived then ended the connection",
          zh: "对端仍在发送时，程序已关闭自己的接收方向（SD_RECEIVE）；随后到达的数据使连接被中止",
        },
        next: {
          en: "Read until zero bytes arrive and shut down only with SD_SEND before that; `Get-NetTCPConnection -RemotePort PORT` shows how far the closing has come",
          zh: "先一直读到 0 字节，在此之前只用 SD_SEND 关闭；用 `Get-NetTCPConnection -RemotePort PORT` 查看关闭进行到哪一步",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-shutdown",
      },
    ],
    related: [
      {
        code: 10054,
        note: {
          en: "10054: the other side sent a reset; 10053: this side gave up.",
          zh: "10054 是对端发来重置，10053 是己方放弃。",
        },
      },
      {
        code: 10058,
        note: {
          en: "10058: the program itself had shut this direction down before it wrote.",
          zh: "10058 表示程序自己先关闭了该方向，然后又去写。",
        },
      },
      {
        code: 995,
        note: {
          en: "995: one pending operation was cancelled; the connection need not be broken.",
          zh: "995 只是某个挂起的操作被取消，连接未必断开。",
        },
      },
    ],
  },
  {
    code: 10054,
    name: "WSAECONNRESET",
    aliases: [],
    category: "connection",
    retryable: "yes",
    severity: "error",
    dotnet: "ConnectionReset",
    posix: "ECONNRESET",
    libuv: { name: "ECONNRESET", number: -4077 },
    title: { en: "connection reset by peer", zh: "连接被对端重置" },
    meaning: {
      en: "The remote side closed the existing connection by force: a TCP reset (RST) arrived instead of an orderly FIN, from the peer or from a device that speaks for it. It also follows a 10052 after keep-alive found the connection dead, and on UDP it reports that an earlier datagram met a closed port. This connection is lost; a new one can succeed.",
      zh: "远程一侧强制关闭了现有连接：收到的是 TCP 重置（RST）而不是正常的 FIN，它来自对端，或来自代替对端应答的中间设备。保活发现连接失效并返回 10052 之后，后续操作也得到 10054；对 UDP 而言，它表示之前的数据报发到了未打开的端口。该连接已丢失，重新连接可能成功。",
    },
    advice: [
      {
        operations: ["send", "receive"],
        cause: {
          en: "The program at the other end crashed, was killed or restarted",
          zh: "对端程序崩溃、被结束或重启",
        },
        next: {
          en: "Read the log of HOST at the same minute (`journalctl -p err -n 50` on Linux, `Get-WinEvent -FilterHashtable @{LogName='Application'; Id=1000,1026} -MaxEvents 20` on Windows); see whether it listens again with `Test-NetConnection HOST -Port PORT`",
          zh: "查看 HOST 上同一分钟的日志（Linux 用 `journalctl -p err -n 50`，Windows 用 `Get-WinEvent -FilterHashtable @{LogName='Application'; Id=1000,1026} -MaxEvents 20`）；用 `Test-NetConnection HOST -Port PORT` 查看它是否重新监听",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaeconnreset",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The server had closed the connection for being idle, just as a pooled client used it again",
          zh: "服务器因空闲关闭了连接，而客户端连接池恰好又复用了它",
        },
        next: {
          en: "Make the client's idle limit shorter than the server's keep-alive time-out, and repeat requests that are safe to repeat on a new connection",
          zh: "让客户端的空闲上限短于服务器的 keep-alive 超时，并在新连接上重发可安全重试的请求",
        },
        source: "https://www.rfc-editor.org/rfc/rfc9112#section-9.5",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "A firewall, NAT or load balancer forgot the connection, or an inspecting device cut it; the reset does not come from the peer",
          zh: "防火墙、NAT 或负载均衡清除了连接记录，或流量检测设备切断了连接；重置并非来自对端",
        },
        next: {
          en: "Compare the silence before the error with the devices' idle time-outs (four minutes by default at a load balancer of Azure, which resets only where that is switched on), switch SO_KEEPALIVE on, and capture at both ends with `pktmon start --capture --pkt-size 0` to see who sent the RST",
          zh: "将出错前的静默时长与各设备的空闲超时对照（Azure 负载均衡器默认 4 分钟，且只有启用后才会发送重置），开启 SO_KEEPALIVE，并在两端用 `pktmon start --capture --pkt-size 0` 抓包，确认 RST 由谁发出",
        },
        source: "https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-reset",
      },
      {
        operations: ["receive", "send"],
        cause: {
          en: "UDP: an earlier datagram reached a closed port, and the ICMP answer surfaces in a later call on the socket, mostly recvfrom",
          zh: "UDP：之前的数据报发到了未打开的端口，其 ICMP 应答在该套接字之后的调用（多为 recvfrom）中浮现",
        },
        next: {
          en: "See whether anything is bound on the receiver with `ss -lun` (Linux) or `netstat -ano -p udp` (Windows); a UDP server should switch the report off with SIO_UDP_CONNRESET (FALSE) or just read on",
          zh: "在接收方用 `ss -lun`（Linux）或 `netstat -ano -p udp`（Windows）查看端口是否有程序绑定；UDP 服务器应通过 SIO_UDP_CONNRESET（FALSE）关闭此报告，或直接继续接收",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-recvfrom",
      },
      {
        operations: ["connect", "send", "receive"],
        cause: {
          en: "The server rejects the client after accepting it: TLS version or certificate, an access list, a connection limit, the wrong protocol on the port",
          zh: "服务器接受连接后又拒绝该客户端：TLS 版本或证书、访问控制列表、连接数上限或端口上的协议不对",
        },
        next: {
          en: "See how far it gets with `curl.exe -v https://HOST:PORT/` and read the server's log for a refusal with this client's address",
          zh: "用 `curl.exe -v https://HOST:PORT/` 看能进行到哪一步，并在服务器日志中查找针对本客户端地址的拒绝记录",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/tcp-ip-connectivity-issues-troubleshooting#application-side-reset",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The peer closes hard on purpose: SO_LINGER with zero seconds, or closesocket while unread data waits",
          zh: "对端有意强制关闭：SO_LINGER 设为 0 秒，或仍有未读数据时就调用 closesocket",
        },
        next: {
          en: "If the peer is yours, read to the end and call shutdown with SD_SEND before closesocket, and leave SO_LINGER alone",
          zh: "如果对端程序由你维护，应先读完数据并以 SD_SEND 调用 shutdown，再 closesocket，且不要改动 SO_LINGER",
        },
        source:
          "https://learn.microsoft.com/windows/win32/winsock/graceful-shutdown-linger-options-and-socket-closure-2",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The remote host rebooted, or its network interface was disabled",
          zh: "远程主机重启，或其网络接口被禁用",
        },
        next: {
          en: "Ask HOST for its start time with `uptime -s` (Linux) or `Get-CimInstance Win32_OperatingSystem -ComputerName HOST | select LastBootUpTime` (Windows)",
          zh: "用 `uptime -s`（Linux）或 `Get-CimInstance Win32_OperatingSystem -ComputerName HOST | select LastBootUpTime`（Windows）查询 HOST 的启动时间",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaeconnreset",
      },
      {
        operations: ["accept"],
        cause: {
          en: "A client ended its connection while it still waited in the queue of the listener",
          zh: "客户端在监听队列中等待时就终止了连接",
        },
        next: {
          en: "Go on accepting; if it comes in floods, look for health checks or port scans with `Get-NetTCPConnection -LocalPort PORT`",
          zh: "继续 accept 即可；若大量出现，用 `Get-NetTCPConnection -LocalPort PORT` 查找健康检查或端口扫描",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-accept",
      },
    ],
    related: [
      {
        code: 10053,
        note: {
          en: "10053: this machine gave up; 10054: the reset came from outside.",
          zh: "10053 是本机放弃，10054 是外部发来重置。",
        },
      },
      {
        code: 10061,
        note: {
          en: "10061: the reset answered the very first packet, so there never was a connection.",
          zh: "10061 表示重置是对第一个数据包的应答，连接从未建立。",
        },
      },
      {
        code: 10101,
        note: {
          en: "10101 and a receive of zero bytes are the orderly goodbye.",
          zh: "10101 或接收到 0 字节才是正常的关闭。",
        },
      },
    ],
  },
  {
    code: 10060,
    name: "WSAETIMEDOUT",
    aliases: [],
    category: "connection",
    retryable: "yes",
    severity: "error",
    dotnet: "TimedOut",
    posix: "ETIMEDOUT",
    libuv: { name: "ETIMEDOUT", number: -4039 },
    title: { en: "connection timed out", zh: "连接超时" },
    meaning: {
      en: "Nobody answered in time: the host did not respond to the connection attempt (Windows gives up after about 21 seconds by default), or an established connection failed because the connected host stopped responding. Silence usually means dropped packets or a host that is off; trying again later can succeed.",
      zh: "在规定时间内无人应答：要么目标没有响应连接请求（Windows 默认约 21 秒后放弃），要么已建立的连接因对端主机停止响应而失败。没有应答通常意味着数据包被丢弃或主机已关机；稍后重试可能成功。",
    },
    advice: [
      {
        operations: ["connect"],
        cause: {
          en: "A firewall or cloud security group silently drops packets to this port; a Windows host keeps silent, too, where no program listens (stealth mode, on by default)",
          zh: "防火墙或云安全组丢弃了发往该端口的数据包而不应答；端口无程序监听时，Windows 主机在隐身模式（默认开启）下同样不应答",
        },
        next: {
          en: "Test with `Test-NetConnection HOST -Port PORT` from here and from the target's own network; on the target check `nft list ruleset` (Linux) or, on Windows, first whether anything listens with `Get-NetTCPConnection -LocalPort PORT -State Listen`, then `Get-NetFirewallRule -Direction Inbound -Enabled True -Action Allow`",
          zh: "分别在本机和目标所在网络用 `Test-NetConnection HOST -Port PORT` 测试；在目标上，Linux 检查 `nft list ruleset`；Windows 先用 `Get-NetTCPConnection -LocalPort PORT -State Listen` 看是否有程序监听，再查 `Get-NetFirewallRule -Direction Inbound -Enabled True -Action Allow`",
        },
        source: "https://learn.microsoft.com/troubleshoot/windows-server/networking/disable-stealth-mode",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The address is wrong or out of date, or the host is off",
          zh: "地址有误或已过期，或主机已关机",
        },
        next: {
          en: "Compare `Resolve-DnsName HOST` with what the address should be; on the same subnet `Get-NetNeighbor -State Unreachable,Incomplete` lists hosts that do not even answer ARP",
          zh: "将 `Resolve-DnsName HOST` 的结果与正确地址对照；在同一子网内，`Get-NetNeighbor -State Unreachable,Incomplete` 会列出连 ARP 都不应答的主机",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/diagnose-packet-loss#common-causes-of-remote-packet-loss",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The way out leads only through a proxy or a VPN, and the program connects directly",
          zh: "只能经由代理或 VPN 访问外部，而程序在直连",
        },
        next: {
          en: "Compare `netsh winhttp show proxy`, the variable HTTPS_PROXY and the browser's settings with the program's own; check `Get-VpnConnection`",
          zh: "将 `netsh winhttp show proxy`、环境变量 HTTPS_PROXY 和浏览器设置与程序自身的配置对照；并检查 `Get-VpnConnection`",
        },
        source: "https://learn.microsoft.com/archive/blogs/ieinternals/understanding-web-proxy-configuration",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The server is overloaded and leaves new connections unanswered, as a Linux host with a full accept queue does",
          zh: "服务器过载，不应答新连接，例如 accept 队列已满的 Linux 主机",
        },
        next: {
          en: "Look at processor and queue on the server (`ss -lnt` on Linux, where Recv-Q reaches Send-Q); raise the backlog, spread the load, retry with a growing pause",
          zh: "检查服务器的 CPU 和队列（Linux 上用 `ss -lnt`，看 Recv-Q 是否达到 Send-Q）；增大 backlog、分散负载，并以递增间隔重试",
        },
        source: "https://man7.org/linux/man-pages/man2/listen.2.html",
      },
      {
        operations: ["connect"],
        cause: {
          en: "IPv6 is tried first and its packets vanish, while IPv4 would work",
          zh: "先尝试 IPv6 而其数据包石沉大海，其实 IPv4 可用",
        },
        next: {
          en: "Compare `curl.exe -4 -v telnet://HOST:PORT` with `curl.exe -6 -v telnet://HOST:PORT`; mend IPv6 or prefer IPv4",
          zh: "比较 `curl.exe -4 -v telnet://HOST:PORT` 与 `curl.exe -6 -v telnet://HOST:PORT`；修复 IPv6 或优先使用 IPv4",
        },
        source: "https://www.rfc-editor.org/rfc/rfc6555",
      },
      {
        operations: ["receive", "send"],
        cause: {
          en: "The program's own SO_RCVTIMEO or SO_SNDTIMEO ran out because the peer works slowly; the network is fine",
          zh: "对端处理缓慢，程序自己设置的 SO_RCVTIMEO 或 SO_SNDTIMEO 到期；网络本身没有问题",
        },
        next: {
          en: "Measure how long the peer takes for this request and raise the limit above it; close the socket afterwards, its state is undefined after such a time-out",
          zh: "测量对端处理该请求的耗时，并把超时设得更长；此类超时之后套接字状态不确定，应将其关闭",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/sol-socket-socket-options",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "The peer or the path died on an established connection: power, cable, sleep, a forgotten NAT entry",
          zh: "已建立的连接上对端或路径失效：断电、断线、睡眠或 NAT 表项被清除",
        },
        next: {
          en: "Test the path with `pathping HOST`, watch retransmissions in `netstat -s -p tcp`, and use keep-alive to notice it sooner",
          zh: "用 `pathping HOST` 测试路径，用 `netstat -s -p tcp` 观察重传，并启用保活以便更早发现",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-send",
      },
      {
        operations: ["send", "receive"],
        cause: {
          en: "Small messages pass and large ones hang: packets exceed the MTU of a VPN or PPPoE line and the ICMP notice is filtered",
          zh: "小消息正常而大消息卡住：数据包超过 VPN 或 PPPoE 线路的 MTU，而 ICMP 通知被过滤",
        },
        next: {
          en: "Find the largest size that passes with `ping -f -l 1372 HOST`, compare `netsh int ipv4 show subinterfaces`, and lower the MTU there",
          zh: "用 `ping -f -l 1372 HOST` 找出能通过的最大长度，对照 `netsh int ipv4 show subinterfaces`，并在相应接口上调低 MTU",
        },
        source: "https://www.rfc-editor.org/rfc/rfc2923",
      },
    ],
    related: [
      {
        code: 10061,
        note: {
          en: "10061: the host answered no; 10060: no answer came.",
          zh: "10061 是主机明确拒绝，10060 是没有任何应答。",
        },
      },
      {
        code: 10065,
        note: {
          en: "10065: a router or this machine knew that the host cannot be reached.",
          zh: "10065 表示路由器或本机明确知道无法到达该主机。",
        },
      },
      {
        code: 10035,
        note: {
          en: "A non-blocking connect says 10035 first; 10060 comes later if nobody answers.",
          zh: "非阻塞 connect 会先返回 10035；若一直无人应答，之后才是 10060。",
        },
      },
    ],
  },
  {
    code: 10061,
    name: "WSAECONNREFUSED",
    aliases: [],
    category: "connection",
    retryable: "elsewhere",
    severity: "error",
    dotnet: "ConnectionRefused",
    posix: "ECONNREFUSED",
    libuv: { name: "ECONNREFUSED", number: -4078 },
    title: { en: "connection refused", zh: "连接被拒绝" },
    meaning: {
      en: "The target machine was reached and actively refused: usually no program listens on that port, because the service is not running. Windows repeats the attempt after a refusal, so the error takes about two seconds to appear. Trying again helps only once the service has started.",
      zh: "已到达目标机器，但它主动拒绝连接：通常是该端口上没有程序在监听，即服务没有运行。Windows 被拒绝后会自动重试几次，因此约两秒后才报错。只有服务启动之后，重试才会成功。",
    },
    advice: [
      {
        operations: ["connect"],
        cause: {
          en: "The service is stopped, crashed or still starting",
          zh: "服务已停止、崩溃或仍在启动中",
        },
        next: {
          en: "On HOST look for a listener on PORT with `ss -ltn` (Linux) or `netstat -ano | findstr :PORT` (Windows); if there is none, start the service and read its log; retry with a growing pause while it starts",
          zh: "在 HOST 上用 `ss -ltn`（Linux）或 `netstat -ano | findstr :PORT`（Windows）查看 PORT 是否有程序监听；若没有，启动服务并查看其日志；启动期间以递增间隔重试",
        },
        source: "https://support.microsoft.com/help/175523/info-winsock-tcp-connection-performance-to-unused-ports",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The service listens on another address only: `127.0.0.1` but not the network, or IPv4 while `localhost` gave `::1`",
          zh: "服务只监听在别的地址上：只有 `127.0.0.1` 而没有对外地址，或只有 IPv4 而 `localhost` 解析成了 `::1`",
        },
        next: {
          en: "On HOST read the local address of the listener in `ss -ltnp` (Linux) or `Get-NetTCPConnection -LocalPort PORT -State Listen` (Windows); connect to that address, or let the service listen on `0.0.0.0` and `::`",
          zh: "在 HOST 上用 `ss -ltnp`（Linux）或 `Get-NetTCPConnection -LocalPort PORT -State Listen`（Windows）查看监听的本地地址；连接该地址，或让服务监听 `0.0.0.0` 和 `::`",
        },
        source: "https://learn.microsoft.com/windows/wsl/networking#connecting-via-remote-ip-addresses",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The client uses a wrong or outdated port or host: a changed default, a dynamic port that moved, the wrong environment",
          zh: "客户端使用了错误或过期的端口、主机：默认值已更改、动态端口已变动或用错了环境",
        },
        next: {
          en: "Compare the client's setting with what the server really has open in `ss -ltn | sort` (Linux) or `Get-NetTCPConnection -State Listen | sort LocalPort` (Windows), and `Resolve-DnsName HOST` with the server's address",
          zh: "将客户端配置与服务器实际打开的端口（Linux 用 `ss -ltn | sort`，Windows 用 `Get-NetTCPConnection -State Listen | sort LocalPort`）对照，并将 `Resolve-DnsName HOST` 的结果与服务器地址对照",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/tcp-ip-connectivity-issues-troubleshooting#application-side-reset",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The program goes through a local proxy that no longer runs, left behind by a debugger or VPN tool",
          zh: "程序经由已不再运行的本地代理，是抓包工具或 VPN 工具遗留的设置",
        },
        next: {
          en: 'Look at `netsh winhttp show proxy`, the variables HTTP_PROXY and HTTPS_PROXY, and `reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" /v ProxyServer`',
          zh: '检查 `netsh winhttp show proxy`、环境变量 HTTP_PROXY 和 HTTPS_PROXY，以及 `reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" /v ProxyServer`',
        },
        source: "https://learn.microsoft.com/archive/blogs/ieinternals/understanding-web-proxy-configuration",
      },
      {
        operations: ["connect"],
        cause: {
          en: "A firewall on the way or on the target rejects the connection with a reset instead of dropping it",
          zh: "途中或目标上的防火墙以重置应答来拒绝连接，而不是丢弃数据包",
        },
        next: {
          en: "Run `Test-NetConnection HOST -Port PORT` here, and on the target `nc -vz 127.0.0.1 PORT` (Linux) or `Test-NetConnection 127.0.0.1 -Port PORT` (Windows); if only the second succeeds and the listening address is right, look for the rule",
          zh: "在本机运行 `Test-NetConnection HOST -Port PORT`，在目标上运行 `nc -vz 127.0.0.1 PORT`（Linux）或 `Test-NetConnection 127.0.0.1 -Port PORT`（Windows）；若只有后者成功且监听地址无误，就去查防火墙规则",
        },
        source: "https://wiki.nftables.org/wiki-nftables/index.php/Rejecting_traffic",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The port of a container, WSL or virtual machine is not published, or its forwarding is broken",
          zh: "容器、WSL 或虚拟机的端口没有发布，或端口转发失效",
        },
        next: {
          en: "Check `docker ps`, `wsl hostname -I` and `netsh interface portproxy show all`; port proxies need `Get-Service iphlpsvc` to be running",
          zh: "检查 `docker ps`、`wsl hostname -I` 和 `netsh interface portproxy show all`；端口代理要求 `Get-Service iphlpsvc` 处于运行状态",
        },
        source: "https://learn.microsoft.com/windows/wsl/networking",
      },
      {
        operations: ["connect"],
        cause: {
          en: "The queue of waiting connections on a Windows server is full; it then refuses with a reset where others stay silent, unless stealth mode holds the reset back",
          zh: "Windows 服务器的等待连接队列已满；它会以重置来拒绝（除非隐身模式拦下了重置），而其他系统通常不作应答",
        },
        next: {
          en: "See whether the refusals come in bursts under load; raise the backlog of listen (SOMAXCONN, or SOMAXCONN_HINT for more) and accept faster",
          zh: "观察拒绝是否在高负载时成批出现；增大 listen 的 backlog（SOMAXCONN，需要更大时用 SOMAXCONN_HINT）并加快 accept",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-listen",
      },
    ],
    related: [
      {
        code: 10060,
        note: {
          en: "10060: no answer at all, think of a dropping firewall or of a Windows host in stealth mode; 10061: the machine is alive.",
          zh: "10060 完全没有应答，应想到丢包的防火墙或处于隐身模式的 Windows 主机；10061 说明机器是活的。",
        },
      },
      {
        code: 10054,
        note: {
          en: "10054: the connection existed first; closed UDP ports are also reported as 10054 on Windows.",
          zh: "10054 表示连接曾经建立；在 Windows 上，未打开的 UDP 端口也报告为 10054。",
        },
      },
      {
        code: 10013,
        note: {
          en: "10013: this machine's own firewall or policy forbade the attempt.",
          zh: "10013 表示本机自己的防火墙或策略禁止了这次连接。",
        },
      },
    ],
  },
  {
    code: 10064,
    name: "WSAEHOSTDOWN",
    aliases: [],
    category: "connection",
    retryable: "elsewhere",
    severity: "error",
    dotnet: "HostDown",
    posix: "EHOSTDOWN",
    libuv: null,
    title: { en: "host is down", zh: "目标主机已关闭" },
    meaning: {
      en: "The operation met a dead host: the destination is down, or network activity on the local host has not been started. Current Windows reports these conditions as 10060 far more often, so the code is rare; it can succeed once the host is up.",
      zh: "操作遇到了失效的主机：目标主机已关闭，或本地主机上的网络活动尚未启动。当前 Windows 对这类情况多半报告 10060，因此该错误码少见；主机恢复后可以成功。",
    },
    advice: [
      {
        operations: ["connect", "send"],
        cause: {
          en: "The destination is switched off, asleep or cut from the network",
          zh: "目标主机已关机、睡眠或脱离网络",
        },
        next: {
          en: "Check it with `ping HOST` and its console or hypervisor; wake or start it, then try `Test-NetConnection HOST -Port PORT`",
          zh: "用 `ping HOST` 以及控制台或虚拟化平台检查；唤醒或启动它，再用 `Test-NetConnection HOST -Port PORT` 测试",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaehostdown",
      },
      {
        operations: [],
        cause: {
          en: "Networking on this machine has not come up yet, as early in the boot or after safe mode",
          zh: "本机的网络尚未启动，例如刚开机时或处于安全模式",
        },
        next: {
          en: "Check `Get-NetAdapter` and `Get-Service nsi,Dhcp,Dnscache`; start the program after the network",
          zh: "检查 `Get-NetAdapter` 和 `Get-Service nsi,Dhcp,Dnscache`；在网络就绪后再启动程序",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2#wsaehostdown",
      },
      {
        operations: ["connect"],
        cause: {
          en: "A Bluetooth device refused the RFCOMM channel (a DM response): nothing serves it, or it is busy with another partner",
          zh: "蓝牙设备拒绝了 RFCOMM 通道（DM 应答）：没有对应的服务，或正被另一方占用",
        },
        next: {
          en: "Start the service on the device, end its other connection, and look the channel number up by service UUID instead of a fixed one",
          zh: "在设备上启动该服务，断开它的其他连接，并按服务 UUID 查询通道号，不要写死",
        },
        source: "https://learn.microsoft.com/windows/win32/bluetooth/bluetooth-and-connect",
      },
      {
        operations: ["accept"],
        cause: {
          en: "A Bluetooth server demands authentication or encryption (SO_BTH_AUTHENTICATE, SO_BTH_ENCRYPT), and the device that connects could not provide it",
          zh: "蓝牙服务端要求身份验证或加密（SO_BTH_AUTHENTICATE、SO_BTH_ENCRYPT），而连接过来的设备未能满足",
        },
        next: {
          en: "Pair the two devices anew and let the device connect again; its connection was turned away, so the listener can go on accepting",
          zh: "将两台设备重新配对，再让该设备连接；被拒绝的只是它这次连接，监听方可以继续 accept",
        },
        source: "https://learn.microsoft.com/windows/win32/bluetooth/bluetooth-and-socket-options",
      },
    ],
    related: [
      {
        code: 10060,
        note: {
          en: "What Windows normally gives for a host that is off.",
          zh: "主机关闭时 Windows 通常返回的是它。",
        },
      },
      {
        code: 10065,
        note: {
          en: "10065: the way to the host is missing, the host itself may well run.",
          zh: "10065 表示没有到达主机的路径，主机本身可能正常。",
        },
      },
    ],
  },
  {
    code: 10065,
    name: "WSAEHOSTUNREACH",
    aliases: [],
    category: "connection",
    retryable: "elsewhere",
    severity: "error",
    dotnet: "HostUnreachable",
    posix: "EHOSTUNREACH",
    libuv: { name: "EHOSTUNREACH", number: -4073 },
    title: { en: "no route to host", zh: "无法到达目标主机" },
    meaning: {
      en: "The operation was tried on a host that cannot be reached: this machine has no usable way to it, or a router reported so. It is close to 10051, which speaks of whole networks, and ends in the same way: the call succeeds once the route is back.",
      zh: "操作的目标是无法到达的主机：本机没有可用的路径，或路由器报告无法到达。它与针对整个网络的 10051 相近，路由恢复后即可成功。",
    },
    advice: [
      {
        operations: ["connect", "send"],
        cause: {
          en: "The route to the host went away: VPN down, split tunnel without this network, an interface just lost",
          zh: "到该主机的路由消失：VPN 断开、分离隧道不含该网络或接口刚刚断开",
        },
        next: {
          en: "See the route that would be taken with `Test-NetConnection HOST -DiagnoseRouting`, compare `route print`, reconnect the VPN",
          zh: "用 `Test-NetConnection HOST -DiagnoseRouting` 查看实际会走的路由，对照 `route print`，重新连接 VPN",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "The last router cannot find the host: it is off, has another address or sits in another VLAN",
          zh: "最后一跳路由器找不到该主机：已关机、换了地址或位于其他 VLAN",
        },
        next: {
          en: "Run `tracert -d HOST` and note who reports that the destination host is unreachable; on the own subnet see `Get-NetNeighbor -AddressFamily IPv4`",
          zh: "运行 `tracert -d HOST`，记下是谁报告无法访问目标主机；在本子网内查看 `Get-NetNeighbor -AddressFamily IPv4`",
        },
        source:
          "https://learn.microsoft.com/troubleshoot/windows-client/networking/diagnose-packet-loss#common-causes-of-local-packet-loss",
      },
      {
        operations: ["connect"],
        cause: {
          en: "A firewall rejects the connection with an ICMP message, as firewalld on Linux does by default; connect is sure to report it only with TCP_FAIL_CONNECT_ON_ICMP_ERROR, otherwise it may wait and end with 10060",
          zh: "防火墙用 ICMP 消息拒绝连接，例如 Linux 上 firewalld 的默认行为；只有设置了 TCP_FAIL_CONNECT_ON_ICMP_ERROR，connect 才一定会报告，否则可能一直等到返回 10060",
        },
        next: {
          en: "If `ping HOST` answers while the port fails, open it on the target, for instance with `firewall-cmd --add-port=PORT/tcp`",
          zh: "如果 `ping HOST` 有应答而端口不通，就在目标上放行该端口，例如 `firewall-cmd --add-port=PORT/tcp`",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/ipproto-tcp-socket-options",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "The destination is an IPv6 address, and only IPv4 leads out of this network",
          zh: "目标是 IPv6 地址，而本网络只有 IPv4 出口",
        },
        next: {
          en: "Check `Get-NetRoute -AddressFamily IPv6 -DestinationPrefix ::/0`, and let the program fall back to the addresses of `Resolve-DnsName HOST -Type A`",
          zh: "检查 `Get-NetRoute -AddressFamily IPv6 -DestinationPrefix ::/0`，并让程序退回使用 `Resolve-DnsName HOST -Type A` 的地址",
        },
        source: "https://www.rfc-editor.org/rfc/rfc8305",
      },
      {
        operations: ["send"],
        cause: {
          en: "A long-lived UDP socket (VPN, game, voice) outlived a Wi-Fi change or sleep",
          zh: "长期存在的 UDP 套接字（VPN、游戏、语音）跨越了 Wi-Fi 切换或睡眠",
        },
        next: {
          en: "See whether it stops within a minute of the change; if not, restart the tunnel so that it binds to the new address shown by `Get-NetIPConfiguration`",
          zh: "观察切换后一分钟内是否恢复；若没有，重启隧道，使其绑定到 `Get-NetIPConfiguration` 显示的新地址",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-sendto",
      },
    ],
    related: [
      {
        code: 10051,
        note: {
          en: "10051: not even the network of the host can be reached.",
          zh: "10051 表示连主机所在的网络都无法到达。",
        },
      },
      {
        code: 10060,
        note: {
          en: "10060: nobody said that the host is out of reach, there was just no answer.",
          zh: "10060 表示没有人报告主机不可达，只是没有应答。",
        },
      },
      {
        code: 11001,
        note: {
          en: "11001: the name was not found, so no address was tried.",
          zh: "11001 表示名称没有找到，还没有尝试任何地址。",
        },
      },
    ],
  },
  {
    code: 10101,
    name: "WSAEDISCON",
    aliases: [],
    category: "connection",
    retryable: "no",
    severity: "info",
    dotnet: "Disconnecting",
    posix: null,
    libuv: null,
    title: { en: "graceful shutdown in progress", zh: "对端正在正常关闭" },
    meaning: {
      en: "Not a failure: WSARecv or WSARecvFrom reports that the remote party has begun an orderly shutdown, and no more data will come. It belongs to message-oriented protocols; TCP says the same with a receive of zero bytes. Receiving again on this connection is pointless.",
      zh: "这不是故障：WSARecv 或 WSARecvFrom 报告远程方已开始正常关闭，不会再有数据到来。它用于面向消息的协议；TCP 用接收到 0 字节来表达同样的意思。在该连接上继续接收没有意义。",
    },
    advice: [
      {
        operations: ["receive"],
        cause: {
          en: "The peer has finished and says goodbye in order",
          zh: "对端已完成工作，按正常流程关闭",
        },
        next: {
          en: "Process what has been received, send what is left, call shutdown with SD_SEND and then closesocket; log it as information, not as an error",
          zh: "处理已收到的数据，发完剩余数据，以 SD_SEND 调用 shutdown 后再 closesocket；记录为信息而不是错误",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsarecv",
      },
      {
        operations: ["receive"],
        cause: {
          en: "The peer ends earlier than expected: its idle limit, a rejected login, a planned stop",
          zh: "对端比预期更早结束：空闲时间到限、登录被拒或计划内停机",
        },
        next: {
          en: "Read the log of HOST for this connection at the same second; it decided to close, and it did so on purpose",
          zh: "查看 HOST 上该连接同一秒的日志：关闭是它主动决定的",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/connection-shutdown-2",
      },
      {
        operations: ["connect"],
        cause: {
          en: "A Bluetooth device closed its RFCOMM channel",
          zh: "蓝牙设备关闭了 RFCOMM 通道",
        },
        next: {
          en: "Check that the device is paired and that its service still runs, then connect again",
          zh: "确认设备已配对且其服务仍在运行，然后重新连接",
        },
        source: "https://learn.microsoft.com/windows/win32/bluetooth/bluetooth-and-connect",
      },
    ],
    related: [
      {
        code: 10054,
        note: {
          en: "10054 is the disorderly end: data may be lost.",
          zh: "10054 是非正常的结束，数据可能丢失。",
        },
      },
      {
        code: 10058,
        note: {
          en: "10058: this program shut its own side down and then used it.",
          zh: "10058 表示本程序关闭了自己的一侧之后又使用它。",
        },
      },
    ],
  },
];
