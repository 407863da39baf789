import type { Operation } from "../catalogue/entry.ts";
import { toBytes } from "../text/byte-string.ts";

export type OperationPhrase = readonly [Operation, RegExp];

/** Whole words of ASCII letters and parts of identifiers: "recv", "BeginReceive", "WSASend", "socket_connect". */
export const operationWords: Partial<Record<Operation, string>> = {
  connect: `connect connecting connectex dial dialing dialling dialer establish establishing reach reaching joindre
    contacting verbinden verbindungsaufbau verbindungsversuch conectar conectarse conectando connecter connettersi
    connettere collegarsi ansluta tilslutte forbinde conecta`,
  bind: "bind binding rebind binds binden vincular enlazar lier associare",
  listen: "listen listening lauschen escuchar escutar ascolto luisteren lyssna lytte nasluch",
  accept: "accept accepting acceptex acceptor accepts annehmen aceptar aceitar accepter accettare accepteren acceptera",
  send: `send sends sending sendto sendall sendmsg sendmmsg sendfile sendv write writes writing writen writev wsasend
    wsasendto wsasendmsg sendudp sendtcp udpsend tcpsend xmit transmit transmitting transmission flush flushing publish publishing upload uploading writesocket writesock sockwrite netwrite
    enviar envio escribir escritura envoyer envoi escrever escrita senden versenden schreiben inviare invio scrivere
    scrittura verzenden zenden sturen schrijven skicka skriva sende skrive trimite`,
  receive: `recv recvfrom recvmsg recvmmsg recvall recvudp recvtcp udprecv tcprecv receive receives receiving read reads reading readfrom readline readall
    wsarecv wsarecvfrom wsarecvmsg readsocket readsock sockread netread recibir leer lectura recevoir lire lecture empfangen empfang gelesen lesen receber ler
    leitura ricevere ricezione leggere lettura ontvangen lezen modtage motta`,
  resolve: `getaddrinfo getaddrinfow getaddrinfoex gethostbyname gethostbyaddr getnameinfo gethostentry resolve resolves
    resolving resolver resolution lookup dns nslookup dnsquery risolvere risoluzione opzoeken`,
};

export const asciiPhrases: readonly OperationPhrase[] = [
  ["startup", /WSAStartup/gi],
  [
    "connect",
    /\bconnection attempt(?! failed(?: becau|\.?\s*$))|\bopen(?:ing)? (?:a |the )?connection|\bnot be (?:established|contacted)|\b(?:unable to|failed to|not|cannot) contact|\bVerbindung (?:zu[mr]?|mit|nach) [^:;]{1,80}(?::\d{1,5})? (?:fehlgeschlagen|nicht)/gi,
  ],
  [
    "bind",
    /\bbind(?:ing)? (?:to )?(?:the |a )?listen(?:ing)? socket|\b(?:create|open) (?:the |a )?(?:server|listen(?:ing)?) socket/gi,
  ],
  ["send", /\bnot be (?:sent|delivered)/gi],
  ["receive", /\bnot be received/gi],
];
/** A part of each of these phrases: few lines have one. */
export const partOfAsciiPhrase = /startup|attempt|open|not be |contact|verbindung|(?:server|listen|listening) socket/i;
/** Letters at the end of each of these phrases, which no word of another operation begins with. */
export const lettersOfPhrase = 4;

/** Stands for what comes between two parts of a phrase. */
const something = "…";
const between = "[^\\n]{1,120}?";

/** By parts of words, because most of these languages change the ends of them. */
export const phrasesBeyondAscii: readonly OperationPhrase[] = [
  // Before those of connecting, which are parts of these.
  [
    "accept",
    anyOf(
      "接受连接失败,接受连接,接受連線失敗,接受連線,受け入れ,연결 수락,принять соединение,принять подключение,прийняти з'єднання",
    ),
  ],
  [
    "connect",
    anyOf(
      "连接失败,连接超时,连接到,连接至,连接不上,无法连接,建立连接,無法連線,連線失敗,連線到",
      "接続に失敗,接続でき,接続中,接続試行,연결 실패,연결하는 중,연결할 수,연결 시도",
      "подключ,соединиться,установить соединение,підключ,з'єднатися,połączyć się,nawiąza,błąd połączenia,připojit,připojení k … selhalo,pripojiť",
      "bağlanı,bağlanama,bağlanırken,csatlakoz,kapcsolódás,yhdistä,kết nối tới,kết nối đến,να συνδεθεί,الاتصال ب,להתחבר,เชื่อมต่อ",
      "connexion à … impossible,connexion à … échou,se connecter à,conectarse a,error de conexión a,error de conexión con,error al conectar,erreur de connexion à,chec de connexion,chec de la connexion,erro de conexão",
      "连接…失败,连接…超时,连接…被拒",
    ),
  ],
  ["bind", anyOf("绑定,綁定,バインド,바인딩,привяз,прив'яз")],
  ["listen", anyOf("监听,侦听,監聽,偵聽,リッスン,수신 대기,прослуш,прослух,nasłuch,dinle,écoute,écouter,lắng nghe")],
  [
    "send",
    anyOf(
      "发送,發送,傳送,写入,寫入,送信,書き込,전송,보내,쓰기,отправ,передач,запис,надісл,надсил,відправ,wysył,wysła,odesíl,odesla",
      "gönder,küld,lähett,gửi,αποστολή,εγγραφή,إرسال,كتابة,שליחה,การส่ง,envío,écriture,écrire,sända,trimiterea",
    ),
  ],
  [
    "receive",
    anyOf(
      "接收,读取,讀取,受信,読み取,読み込,수신,읽기,읽는,получ,приём,приеме,чтени,прочит,отрима,читанн,зчит,odbior,odbierani",
      "odczyt,příjm,přijím,čtení,okunu,okurken,alınırken,fogadás,olvasás,vastaanot,nhận,đọc,λήψη,ανάγνωση,استقبال,قراءة,קבלה",
      "réception,recepción,recepção,läsa,læse,ta emot,การรับ",
    ),
  ],
  [
    "resolve",
    anyOf(
      "解析,名前解決,разреш,розпізна,Auflös,auflös,resolución,résolution,résoudre,resolução,çözümle,phân giải,rozwiąz",
    ),
  ],
];

function anyOf(...lists: string[]): RegExp {
  const phrases = lists.join(",").split(",");
  return new RegExp(phrases.map((phrase) => phrase.split(something).map(toBytes).join(between)).join("|"), "g");
}
