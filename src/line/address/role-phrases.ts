// The roles that the words before an address can give it, as bits.
export const LOCAL = 1;
export const LOOKUP = 2;
export const REMOTE = 4;
export const CLIENT = 8;
export const CONNECT = 16;
export const SERVER = 32;
export const FROM = 64;
export const TO = 128;
export const REQUEST = 256;
export const PLACE = 512;
/** Becomes CONNECT where a word of connecting comes before "to" and the like. */
export const GOES = 1024;
/** The machine that writes the log, where the word names a field; any server otherwise. */
export const WRITER = 2048;
/** A small word of another language, which often comes before other things. */
export const FOREIGN = 4096;

/**
 * Phrases between commas; each ends with a word of ASCII letters, in any case. A blank in them is one character of
 * [ _.-] in a text.
 */
export const rolePhrases: readonly (readonly [role: number, phrases: string])[] = [
  [
    LOCAL,
    `local, local address, localaddress, local addr, localaddr, local endpoint, localendpoint, local ip, localip,
     local port, localport, local host, laddr, source, source ip, source address, source host, src, src ip, src addr,
     lip, version, listener, listener on, listener at, listening at, listening on, bound to, user, by, lokal, l`,
  ],
  [
    LOOKUP,
    `lookup, lookup of, lookup for, looking up, look up, nslookup, resolve, resolve host, resolve hostname,
     resolve host name, resolve the host, resolve the hostname, resolve the host name, resolve address, resolve name,
     resolve address of, resolve name of, resolve the name, resolve server, resolve address for, resolving,
     resolving host, resolving hostname, resolving host name, resolving the host, resolving the hostname,
     resolving the host name, resolving address, resolving name, resolved, resolution of, resolution for,
     resolution failed for, translate host name, translate hostname, unknown host, unknownhostexception, host not found,
     unknown hostname, server not found, no such host, enotfound, eai again, failed for, getaddrinfo, getaddrinfo for,
     getaddrinfow, gethostbyname, gethostbyname for, getaddrinfo for host, query for, dns for, dns name, find host,
     find server, find the server, target system name, system name, lookup failed for, resolver el host, resolver el nombre, unbekannter host,
     rechnername, hostname, host name, nom, nome`,
  ],
  [
    REMOTE,
    `upstream, upstream addr, upstream host, proxy, remote, remote host, remotehost, remote address, remoteaddress,
     remote addr, remoteaddr, remote endpoint, remoteendpoint, remote server, remoteserver, remote ip, remoteip, remip, rem ip, remotegw, remote gw, remote gateway, partner, partner address, partner addr, partneraddress,
     partner ip,
     data source, remote peer, remote machine, remote computer, remote node, peer, peer name, peer addr, peer address, peer ip,
     peer host, peername, destination, destination ip, destination host, destination address, dst, dst ip, dstip, dst host, dsthost, dhost, dst addr, dest,
     dest ip, destip, dest host, dest addr, destinationip, destinationhost, destinationaddress, raddr, rhost, target host, target ip, target address, target server, r, gegenstelle, zielrechner,
     zielhost, remotehost, ziel, rip`,
  ],
  [CLIENT, "client, client ip, client addr, client address, clientip, conn"],
  [
    CONNECT,
    `connect, connecting, bind, reach, dial tcp, dialing tcp, dial, dialing, listen tcp, dial udp, dialing udp, listen udp,
     reaching, contact, contacting, open connection, connection refused, connection refused by, refused by, reset by,
     closed by, no route to host`,
  ],
  [
    SERVER,
    `server, server at, server on, server name, server address, server ip, server addr, host, hostname,
     host_name, ip, ipaddress, ip address, address, addr, endpoint, broker, brokers, node, target, url, url domain, site, backend,
     gateway, controller, replica, primary, master, device, plc, mirror, registry, smarthost, bootstrap server,
     bootstrap servers, servidor, serveur, serwer, serwera, serwerem, serwerze, serveru, serverem, serveri, serveren,
     servern, serverul, serverului, sunucu, sunucusu, rechner, server bei, adresse, adres, adresu, indirizzo, palvelin`,
  ],
  [FROM, "from, recvfrom"],
  [FROM | FOREIGN, "von, de, desde, depuis, da, dal, van, fra, z, od, ze, din"],
  [TO, "to, with, against, sendto"],
  [
    TO | FOREIGN,
    `zu, zum, an, nach, mit, con, al, a, au, avec, vers, com, ao, para, verso, do, naar, met, till, til, mot, med, la, cu,
     k, ke, s, se`,
  ],
  // A link without such a word is one to the documentation.
  [
    REQUEST,
    `get, post, put, delete, head, options, patch, request, requesting, fetch, fetching, open, opening, download,
     downloading, access, accessing, call, calling, load, loading, clone, cloning, crawl, crawling, query, querying,
     pull, pulling, push, pushing, invoke, invoking, submit, uri, url`,
  ],
  [PLACE, "at, on, for"],
  [PLACE | FOREIGN, "auf, bei, en, em, sur, su, op, na, pe"],
  [
    GOES,
    `to, through, via, with, on, at, zu, zum, an, auf, mit, nach, con, al, a, au, avec, vers, com, ao, para, verso, do, z,
     naar, met, till, til, mot, med, la, cu, k, ke, s, se, su, na`,
  ],
  [
    WRITER,
    `computer, computer name, computername, machine, machine name, machinename, node name, nodename, pod, pod name,
     podname, pod ip, podip, host ip, hostip, container, container name, syslog host, sysloghost, fromhost, fromhost ip,
     logger host, dvchost, agent name, agent hostname`,
  ],
];

/** Words of connecting before "to" and its like. */
export const connectingWords = `connect connecting connection connected dial dialing reach login bind binding listen
  verbinden verbindung verbindungsaufbau verbindungsversuch verbunden conectar conectarse connecter connexion
  connessione connettersi collegarsi verbinding ansluta anslutning anslutningen forbindelse tilslutning tilkobling
  pripojit spojit conectare conectarea`;

/** Phrases between commas that end in letters beyond ASCII; a blank before one asks for one there. */
export const rolePhrasesBeyondAscii: readonly (readonly [role: number, ...phrases: string[]])[] = [
  [LOOKUP, "解析,域名,主机名,主機名稱,имя узла,имени узла"],
  [
    CONNECT,
    "连接到,连接,连接至,連線到,連接,连上,访问,接続先",
    "подключиться к,подключения к,подключение к,соединиться с,соединение с,соединения с,до сервера",
    "підключитися до,підключення до,з'єднання з,připojit k,připojení k,spojení s,połączyć się z,połączenia z",
    "đến máy chủ,tới máy chủ,kết nối tới,kết nối đến,σύνδεση με,الاتصال ب",
    "conexión a,conexión con,conexão com,connexion à",
  ],
  [
    SERVER,
    "主机,服务器,伺服器,地址,位址,主機,节点,端点,サーバー,サーバ,ホスト,서버,호스트,주소",
    "сервер,серверу,сервера,сервером,сервері,узел,узлу,узла,узлом,хост,хосту,хоста,хостом,адрес,адресу,адреса",
    "hôte,hôte distant,l'adresse,máy chủ,địa chỉ,kiszolgáló,dirección,endereço,διακομιστή,الخادم,שרת,เซิร์ฟเวอร์",
  ],
  [FROM, "从,從,自,来自,來自,від,от, с,từ,från,από,من,จาก"],
  [TO, "向,到,至,对,與,与,和,给, к, ко, до, à,tới,đến,إلى,אל,ไปยัง,προς,für,för"],
  [PLACE, "在, на, в,på,trên,σε"],
];
