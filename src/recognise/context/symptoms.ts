import { toBytes } from "../../text/byte-string.ts";
import { plainSpellings } from "../plain-spellings.ts";

// What an error looks like, in the words of people and programs beside English: German, French, Spanish, Portuguese,
// Italian, Polish, Russian, Dutch, Czech and Slovak, Turkish, Scandinavian, Finnish, Hungarian, Ukrainian, Greek, Romanian,
// Vietnamese, Indonesian, Arabic, Hebrew, Thai, Japanese, Korean, Chinese. Patterns, each with its language's inflections.

const REFUSED = `
  verbindungsverweigerung|verbindung(?:saufbau|sversuch)? (?:wurde |wird )?(?:abgelehnt|verweigert|abgewiesen)
  connexion (?:a été |est )?refusée
  conexión (?:ha sido |fue )?(?:rechazada|denegada|rehusada)
  (?:conexão|ligação) (?:foi )?(?:recusada|rejeitada)
  connessione (?:è stata )?(?:rifiutata|negata)
  połączenie (?:zostało )?(?:odrzucone|odmówione)
  odmowa połączenia|отвергнуто
  (?:соединение|подключение|Соединение|Подключение) (?:было )?(?:отклонено|отвергнуто)
  (?:отказано|отказ|Отказано|Отказ) в (?:соединении|подключении)
  verbinding (?:is |werd )?geweigerd
  (?:spojení|připojení|spojenie|pripojenie) (?:bylo |bolo )?(?:odmítnuto|odmietnuté)
  bağlantı (?:isteği )?reddedildi
  anslutning(?:en)? (?:nekades|nekad|vägrades|avvisades)
  (?:forbindelse|tilkobling)(?:n|en)? (?:blev |ble )?(?:afvist|nægtet|avvist|nektet)
  yhteys (?:hylätty|evätty|torjuttu|hylättiin|evättiin)
  kapcsolat (?:elutasítva|visszautasítva|megtagadva)
  (?:з'єднання|підключення) (?:було )?відхилено
  σύνδεση απορρίφθηκε
  conexiune(?:a)? (?:a fost )?refuzată
  kết nối bị từ chối
  koneksi ditolak
  رفض الاتصال
  חיבור נדחה
  การเชื่อมต่อถูกปฏิเสธ
  接続(?:が|を)?拒否(?:されました|された)?
  (?:연결|접속)(?:이|을)? ?거부(?:되었습니다|됐습니다|됨)?
  (?:连接|連接|連線)(?:已)?(?:被|遭)?(?:对方|服务器|目标)?(?:拒绝|拒絕)
  拒绝连接|拒絕連線|被拒|(?:未|没有|无人?)(?:在)?监听|(?:目标(?:计算机|主机|机器)?|对方|服务器)(?:积极|主动)?拒绝
`;

const TIMED_OUT = `
  zeitüberschreitung (?:der verbindung|bei der verbindung|beim verbinden|beim verbindungsaufbau)
  verbindungs(?:zeitüberschreitung|-?timeout)
  délai (?:de connexion|d'attente|d'attente de la connexion) (?:dépassé|expiré)
  tiempo de espera (?:agotado|de conexión agotado)(?: al conectar)?
  tempo (?:limite )?(?:de conexão )?(?:esgotado|excedido)
  tempo di connessione scaduto|timeout (?:di|della) connessione
  przekroczono (?:limit czasu|czas oczekiwania)(?: połączenia| na połączenie)?|upłynął limit czasu połączenia
  (?:превышено|Превышено|истекло|Истекло) время ожидания(?: соединения| подключения)?|время ожидания (?:соединения |подключения )?истекло|(?:тайм-?аут|Тайм-?аут) (?:соединения|подключения)
  time-?out van de verbinding
  (?:vypršel|vypršal) (?:časový )?limit (?:připojení|spojení|pripojenia|spojenia)?
  bağlantı zaman aşımı(?:na uğradı)?
  anslutningen (?:fick timeout|tog för lång tid)
  kapcsolat időtúllépés(?:e)?
  (?:час|Час) очікування (?:з'єднання|підключення)(?: вичерпано| минув)?
  hết thời gian (?:chờ )?kết nối
  接続(?:が)?タイムアウト(?:しました)?
  (?:연결|접속) ?(?:시간 ?초과|타임아웃)
  (?:连接|連接|連線|连线)(?:已)?(?:超时|超時|逾時)|(?:无|没有|没|未)(?:应答|响应)
`;

const RESET = `
  verbindung (?:wurde )?(?:getrennt|geschlossen|beendet)|connexion (?:a été )?fermée|déconnexion
  conexión (?:fue )?cerrada|conexão (?:foi )?(?:fechada|encerrada)|connessione (?:è stata )?chiusa
  (?:cliente|servidor|host|equipo) (?:se ha )?desconectado|(?:client|serveur) déconnecté|(?:client|server) disconnesso
  (?:обрыв|разрыв|сброс) (?:соединения|подключения)|(?:соединение|Соединение) (?:было )?закрыто|(?:клиент|сервер|Клиент|Сервер) отключ
  (?:服务器|客户端|服务端|远程主机|对方)(?:已|被|主动|强制|强迫|异常)*(?:断开|关闭|断线|掉线)|强制关闭连接|异常(?:断开|断线|掉线)
  verbindungsabbruch|verbindung (?:wurde )?(?:zurückgesetzt|unterbrochen|abgebrochen|verloren)
  connexion (?:a été )?(?:réinitialisée|interrompue|perdue|coupée)
  conexión (?:fue )?(?:restablecida|reiniciada|interrumpida|perdida|abortada)
  conexão (?:foi )?(?:redefinida|reiniciada|interrompida|perdida|abortada)
  connessione (?:è stata )?(?:reimpostata|ripristinata|interrotta|persa)|interruzione della connessione|perdita (?:di|della) connessione
  połączenie (?:zostało )?(?:zresetowane|zerwane|przerwane)
  (?:соединение|подключение|Соединение|Подключение) (?:было )?(?:сброшено|разорвано|прервано|потеряно)
  verbinding (?:is |werd )?(?:verbroken|gereset)
  (?:spojení|připojení|spojenie|pripojenie) (?:bylo |bolo )?(?:přerušeno|resetováno|prerušené)
  bağlantı (?:sıfırlandı|kesildi|koptu)
  anslutningen (?:återställdes|bröts|avbröts)
  (?:forbindelse|tilkobling)(?:n|en)? (?:blev |ble )?(?:afbrudt|nulstillet|brutt|avbrutt)
  yhteys (?:katkesi|katkaistiin|nollattu)
  kapcsolat (?:megszakadt|megszakítva|alaphelyzetbe állítva)
  (?:з'єднання|підключення) (?:було )?(?:розірвано|скинуто|перервано)
  conexiune(?:a)? (?:a fost )?(?:resetată|întreruptă)
  kết nối bị (?:ngắt|đặt lại)
  接続(?:が|は)?(?:リセット|切断)(?:されました|された)?
  (?:연결|접속)(?:이)? ?(?:재설정|끊어짐|끊어졌습니다|끊김|종료)(?:되었습니다|됨)?
  (?:连接|連接|連線)(?:已)?(?:被|遭)?(?:对方|服务器)?(?:重置|重設|中断|中斷|断开|中止)
`;

const IN_USE = `
  adresse (?:wird |ist )?bereits (?:verwendet|belegt|in verwendung)
  adresse (?:est )?déjà (?:utilisée|en cours d'utilisation)
  dirección (?:está )?(?:ya )?en uso
  endereço (?:está )?já (?:está )?em uso
  indirizzo (?:è )?già in uso
  adres (?:jest )?już (?:używany|w użyciu|zajęty)
  (?:адрес|порт|Адрес|Порт) уже (?:используется|занят)
  adres (?:is )?al in gebruik|adres zaten kullanımda|adresa (?:je )?již (?:používána|použita)
  adressen (?:används redan|er allerede i brug|er allerede i bruk)
  アドレスは(?:既に|すでに)使用(?:されています|中です|中)
  주소(?:가)? 이미 사용 ?(?:중입니다|중)
  (?:地址|位址|端口)(?:已经|已|已經)?被?(?:使用|占用|佔用)
`;

const HOST_UNREACHABLE = `
  host (?:ist )?nicht erreichbar|zielhost nicht erreichbar|keine route zum host
  hôte (?:est )?(?:injoignable|inaccessible)|aucune route vers l'hôte
  host inaccesible|no hay ruta al host|host inacessível|sem rota para o host|host (?:non raggiungibile|irraggiungibile)|nessuna? (?:route|rotta|instradamento|percorso) (?:verso|per) l'host
  host (?:jest )?nieosiągalny|brak trasy do hosta
  (?:хост|узел|Хост|Узел) (?:недоступен|недостижим)
  host (?:is )?(?:onbereikbaar|niet bereikbaar)|hostitel (?:je )?nedostupný|ana bilgisayara ulaşılamıyor
  ホストに(?:到達|接続)できません|호스트에 (?:연결|도달)할 수 없습니다|主机不可达|主機無法連線|无法到达主机
`;

const NETWORK_UNREACHABLE = `
  netzwerk (?:ist )?nicht erreichbar|réseau (?:est )?(?:inaccessible|injoignable)|red inaccesible|rede inacessível
  rete (?:non raggiungibile|irraggiungibile)|sieć (?:jest )?nieosiągalna|(?:сеть|Сеть) (?:недоступна|недостижима)
  netwerk (?:is )?(?:onbereikbaar|niet bereikbaar)|síť (?:je )?nedostupná|ağa ulaşılamıyor
  ネットワークに到達できません|네트워크에 연결할 수 없습니다|网络不可达|無法連線到網路
`;

const HOST_UNKNOWN = `
  (?:unbekannter host|host unbekannt|host (?:wurde )?nicht gefunden)|hôte (?:inconnu|introuvable)|host (?:desconocido|no encontrado)
  host (?:desconhecido|não encontrado)|host (?:sconosciuto|non trovato)|nieznany host|nie znaleziono hosta
  (?:хост|узел|Хост|Узел) (?:неизвестен|не найден)|onbekende host|host niet gevonden|neznámý hostitel|hostitel nenalezen
  ホストが見つかりません|호스트를 찾을 수 없습니다|找不到主机|未知主机|找不到主機
`;

/** Patterns in bytes, by code, to be joined with `|`. */
export const SYMPTOMS: ReadonlyMap<number, string> = new Map([
  [10048, toPattern(IN_USE)],
  [10051, toPattern(NETWORK_UNREACHABLE)],
  [10053, toPattern(RESET)],
  [10054, toPattern(RESET)],
  [10060, toPattern(TIMED_OUT)],
  [10061, toPattern(REFUSED)],
  [10065, toPattern(HOST_UNREACHABLE)],
  [11001, toPattern(HOST_UNKNOWN)],
]);

const ANY = new RegExp(
  [IN_USE, RESET, TIMED_OUT, REFUSED, HOST_UNREACHABLE, NETWORK_UNREACHABLE, HOST_UNKNOWN].map(toPattern).join("|"),
);

/** Whether a text, in lower case, has words of a language beside English for what befell a connection. */
export function namesSymptom(text: string): boolean {
  return ANY.test(text);
}

/** Latin letters occur without their marks too. */
function toPattern(list: string): string {
  const patterns = list.trim().split(/\s*\n\s*/);
  return [...new Set(patterns.flatMap((pattern) => [pattern, ...plainSpellings(pattern)]))].map(toBytes).join("|");
}
