import type { Entry } from "../entry.ts";

/** Codes of calls that the caller is not allowed to make. */
export const permission: readonly Entry[] = [
  {
    code: 10013,
    name: "WSAEACCES",
    aliases: [],
    category: "permission",
    retryable: "elsewhere",
    severity: "critical",
    dotnet: "AccessDenied",
    posix: "EACCES",
    libuv: { name: "EACCES", number: -4092 },
    title: { en: "socket access denied", zh: "套接字访问被拒绝" },
    meaning: {
      en: "Windows forbids this process to use the socket, address or port in this way. Trying again succeeds only after a port was freed, a rule changed or a right granted. On bind suspect the port, on connect a firewall, on send a broadcast address.",
      zh: "Windows 不允许当前进程以这种方式使用该套接字、地址或端口。只有在释放端口、修改规则或授予权限之后，重试才会成功。bind 时先查端口，connect 时先查防火墙，send 时先查广播地址。",
    },
    advice: [
      {
        operations: ["bind", "listen"],
        cause: {
          en: "The port lies in a range that Windows has reserved for Hyper-V, WSL, Docker or WinNAT, so netstat shows nobody on it",
          zh: "端口落在 Windows 为 Hyper-V、WSL、Docker 或 WinNAT 保留的范围内，因此 netstat 中看不到占用者",
        },
        next: {
          en: "Compare PORT with the ranges of `netsh int ipv4 show excludedportrange protocol=tcp` (or `protocol=udp`); choose a port outside them, or run as administrator `net stop winnat`, `netsh int ipv4 add excludedportrange protocol=tcp startport=PORT numberofports=1`, `net start winnat`",
          zh: "将 PORT 与 `netsh int ipv4 show excludedportrange protocol=tcp`（或 `protocol=udp`）列出的范围对照；换用范围外的端口，或以管理员身份依次执行 `net stop winnat`、`netsh int ipv4 add excludedportrange protocol=tcp startport=PORT numberofports=1`、`net start winnat`",
        },
        source: "https://github.com/docker/for-win/issues/3171",
      },
      {
        operations: ["bind", "listen"],
        cause: {
          en: "HTTP.sys owns the port on behalf of IIS, WinRM, Reporting Services or another web service; netstat then shows process 4, System",
          zh: "HTTP.sys 正替 IIS、WinRM、Reporting Services 或其他 Web 服务占用该端口，此时 netstat 显示的是 4 号进程 System",
        },
        next: {
          en: "List the queues with `netsh http show servicestate` and stop the service that registered the URL",
          zh: "用 `netsh http show servicestate` 列出请求队列，停掉注册了该 URL 的服务",
        },
        evidence: { ports: [80, 443, 5985, 47001] },
        source: "https://learn.microsoft.com/windows/win32/http/ip-listen-list",
      },
      {
        operations: ["bind", "listen"],
        cause: {
          en: "Somebody holds the port for itself alone with SO_EXCLUSIVEADDRUSE or under another account, or this program sets SO_REUSEADDR and the holder of the same address did not; Windows then answers 10013, not 10048",
          zh: "已有程序、服务或驱动用 SO_EXCLUSIVEADDRUSE 或以其他账户占用该端口，或本程序设置了 SO_REUSEADDR 而同一地址的占用者没有设置；Windows 此时返回 10013 而不是 10048",
        },
        next: {
          en: 'Find the owner with `netstat -ano | findstr :PORT`, name it with `tasklist /svc /fi "pid eq PID"`; stop it if it is an older copy, or take another port; set SO_REUSEADDR on every socket that shares a port or on none',
          zh: '用 `netstat -ano | findstr :PORT` 找到占用者，用 `tasklist /svc /fi "pid eq PID"` 确认是哪个程序；若是旧实例就停掉它，或换一个端口；共用端口的套接字要么全部设置 SO_REUSEADDR，要么都不设置',
        },
        source:
          "https://learn.microsoft.com/windows/win32/winsock/using-so-reuseaddr-and-so-exclusiveaddruse#enhanced-socket-security",
      },
      {
        operations: ["send"],
        cause: {
          en: "The data goes to a broadcast address through sendto, and the socket has not been allowed to broadcast",
          zh: "sendto 的目标是广播地址，但该套接字没有开启广播权限",
        },
        next: {
          en: "Call setsockopt with SO_BROADCAST before sending; if no broadcast was meant, compare the address with the subnet mask in `ipconfig /all`",
          zh: "发送前用 setsockopt 设置 SO_BROADCAST；如果本来不想广播，用 `ipconfig /all` 核对目标地址与子网掩码",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-sendto",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "An outbound firewall rule, a security product or a VPN kill switch forbids this program to connect, or to send UDP to a new destination",
          zh: "防火墙出站规则、安全软件或 VPN 的断网保护禁止该程序发起连接，或禁止它向新的目标发送 UDP 数据报",
        },
        next: {
          en: "Check `Get-NetFirewallRule -Direction Outbound -Action Block -Enabled True` and the security product's log; try from another program with `Test-NetConnection HOST -Port PORT`; as administrator, `netsh wfp show netevents` gives the number of the filter that dropped it and `netsh wfp show state` its name",
          zh: "检查 `Get-NetFirewallRule -Direction Outbound -Action Block -Enabled True` 与安全软件日志；换一个程序用 `Test-NetConnection HOST -Port PORT` 测试；以管理员身份执行 `netsh wfp show netevents` 可得到拦截它的过滤器编号，再到 `netsh wfp show state` 的结果中查出其名称",
        },
        source: "https://learn.microsoft.com/windows/win32/fwp/ale-layers#auth_connect",
      },
      {
        operations: ["connect", "send"],
        cause: {
          en: "The program runs in an app container (Store app, sandbox) that lacks a network capability or may not talk to this machine itself",
          zh: "程序运行在应用容器（商店应用、沙箱）中，缺少网络权能，或不允许访问本机回环地址",
        },
        next: {
          en: "Add the internetClient or privateNetworkClientServer capability; for loopback look at `CheckNetIsolation LoopbackExempt -s`",
          zh: "为应用补上 internetClient 或 privateNetworkClientServer 权能；若访问的是回环地址，查看 `CheckNetIsolation LoopbackExempt -s`",
        },
        source:
          "https://learn.microsoft.com/windows/security/operating-system-security/network-security/windows-firewall/troubleshooting-uwp-firewall",
      },
      {
        operations: ["connect", "bind"],
        cause: {
          en: "A datagram socket is connected or bound to a broadcast address without SO_BROADCAST",
          zh: "数据报套接字在没有设置 SO_BROADCAST 的情况下 connect 或 bind 到了广播地址",
        },
        next: {
          en: "Set SO_BROADCAST on the socket first; if no broadcast was meant, look whether the address is 255.255.255.255 or the last one of the subnet in `ipconfig /all`",
          zh: "先为套接字设置 SO_BROADCAST；如果本来不想广播，对照 `ipconfig /all` 看该地址是不是 255.255.255.255 或子网的最后一个地址",
        },
        source: "https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect",
      },
      {
        operations: [],
        cause: {
          en: "The socket needs a right that the process lacks: raw sockets and SIO_RCVALL want an administrator, a Bluetooth connection that asks for authentication wants a paired device",
          zh: "套接字需要进程不具备的权限：原始套接字和 SIO_RCVALL 要求管理员身份，需要验证的蓝牙连接要求设备已配对",
        },
        next: {
          en: "Check with `whoami /groups` whether the process is elevated; start it as administrator, or send pings with IcmpSendEcho, which needs no raw socket; pair the Bluetooth device again",
          zh: "用 `whoami /groups` 确认进程是否已提升权限；以管理员身份启动，或改用无需原始套接字的 IcmpSendEcho 来发送 ping；蓝牙设备则重新配对",
        },
        source: "https://learn.microsoft.com/windows/win32/winsock/tcp-ip-raw-sockets-2",
      },
    ],
    related: [
      {
        code: 10048,
        note: {
          en: "10048 says that somebody uses exactly this address and port; 10013 says that Windows, an owner that does not share or a rule keeps them from you.",
          zh: "10048 表示同一地址和端口正被占用；10013 表示 Windows、不愿共享的占用者或某条规则不允许你使用。",
        },
      },
      {
        code: 10061,
        note: {
          en: "10061 was answered by the other machine; 10013 on connect comes from this one, before any packet left.",
          zh: "10061 是目标机器给出的应答；connect 得到的 10013 来自本机，数据包还没有发出。",
        },
      },
      {
        code: 10049,
        note: {
          en: "On bind, 10049 means that this machine does not have the address, not that the address is forbidden.",
          zh: "bind 时的 10049 表示本机没有这个地址，而不是地址被禁止。",
        },
      },
    ],
  },
];
