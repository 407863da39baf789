import { plainSpellings } from "../plain-spellings.ts";

// Words around a number in the languages of the world, beside those of English: in every case that a log has, since only
// the letters of ASCII are folded in a byte string. They are listed by language: German, Dutch, Scandinavian, Finnish,
// Hungarian, Czech and Slovak, Polish, Romance, Turkish, Vietnamese, Cyrillic, Greek, Arabic, Hebrew, Thai.

const inEveryCase = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase(), ...plainOf(word)])
    .map((word) => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
    .join(" ");

/** Short words without their marks are words of other languages. */
const plainOf = (word: string): readonly string[] => (word.length < 5 ? [] : plainSpellings(word));

/** An error, as one word or as the end of the cases that a language has. */
export const ERROR_WORDS = inEveryCase(`
  fehler fehlercode fehlernummer fout foutcode foutnummer foutmelding
  fel felkod felnummer feil feilkode feilnummer fejl fejlkode fejlnummer virhe virhekoodi virhenumero hiba hibakód hibakod hibája hibát
  chyba chyby chybě chybu chybou chybový błąd błędu błędem bledu blad
  erreur erreurs erro errore erros error errores errori eroare eroarea erori
  hata hatası hatasi hatasının hatayı lỗi loi
  ошибка ошибки ошибке ошибку ошибкой помилка помилки помилку помилкою
  greška greške greškom грешка грешке kesalahan klaida
  σφάλμα σφάλματος خطأ الخطأ שגיאה שגיאת ข้อผิดพลาด
`);

/** Errors, by number or counted. */
export const PLURAL_WORDS = inEveryCase(`
  errors exceptions fouten foutcodes fehlern fehlercodes felkoder feilkoder fejlkoder virheet hibák erreurs errores errori erros erori hatalar hataları ошибки ошибок помилки помилок chyby chyb błędy błędów
`);

/** A code. */
export const CODE_WORDS = inEveryCase(`
  rückgabecode rückgabewert rückkehrcode returncode kód kódu kóde kód kode koodi mã код кода коду κωδικός κωδικός رمز كود קוד รหัส
`);

/** A socket. */
export const SOCKET_WORDS = inEveryCase(`
  soket sokettet soketin socketu soketu socketové gniazda gniazdo gnieździe сокета сокету сокетом сокетов сокет υποδοχής المقبس
`);

/** Connections and networks, and the small words between a cue and its number. */
export const FILLER_WORDS = inEveryCase(`
  verbindung netzwerk verbinding netwerk anslutning nätverk forbindelse netværk tilkobling nettverk
  připojení pripojenia pripojení spojení spojenia síťová sieťová sítě siete síti połączenia sieci
  conexión conexion conexão conexiune conexiunii connexion connessione red rede rete réseau reseau rețea retea di da do d del
  bağlantı ağ numarası numaralı č čís číslo no kết nối mạng số
  système sistema sistemi systemu systému systeem kommunikation communication comunicación comunicação comunicazione komunikacji
  povezivanja veze mreže koneksi jaringan
  соединения подключения связи сети системы з єднання підключення мережі системи
  к серверу сервером до сервера
  mit met med avec con com ved vid n bij bei beim při k ke til till
  번호 番号 编号 編號 σύνδεσης δικτύου αριθμός في الاتصال اتصال الشبكة رقم חיבור רשת
`);

/** Words for a number, of which "number of the error" is made: behind them an error's plural may be a genitive. */
export const NUMBER_WORDS = inEveryCase(`
  номер номера číslo čísla numer numeru numéro número numero nummer αριθμός رقم מספר
`);

/** What happened to a connection, by the beginnings of words; `_` is a blank. */
export const FAILURE_WORDS =
  "abgebroch getrennt verlor unterbroch verweiger abgelehnt gescheitert échec Échec échou perdue interromp coupée refusé impossib no_se_pud perdid cerrada rechaza fallo falla falha recusad não_foi persa_ interrott chiusa rifiutat fallit разорв потер сброш закрыт прерв не_удал Не_удал сбой Сбой отказ отклон невозмож Невозмож zerwan utracon przerwan odrzuc nie_można nie_udało ztracen přeruš odmítn nelze selhal koptu kesildi kurulamad başarısız reddedil verbroken mislukt geweigerd bröts misslyck nekad mislyk afbrudt megszak sikertelen epäonnist katke caducad отверг 失效 断开 中断 不可达 无响应 无应答 没响应 没有响应 被拒 拒绝 拒絕 超时 逾時 切断 拒否 실패 끊 거부 kan_geen kan_niet kan_inte kan_ikke kunne_ikke kunde_inte nem_lehet nem_tud bağlanamad bağlanılamad ulaşılamad thất_bại từ_chối فشل נכשל απέτυχ ล้มเหลว";
