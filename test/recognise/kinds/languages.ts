/** Lines of our own in one language: with a code, and with a number that is none. */
interface Kind {
  readonly codes: readonly (readonly [line: string, code: number])[];
  readonly friends: readonly string[];
}

/** Both sides of the words around a number, by language. */
export const languages: Readonly<Record<string, Kind>> = {
  German: {
    codes: [
      ["Socketfehler: 10054 beim Lesen vom Server", 10054],
      ["Verbindung abgelehnt (10061)", 10061],
      ["Socket konnte nicht gebunden werden: 10048", 10048],
      ["Verbindungsabbruch 10053", 10053],
      ["Verbindung wurde zurueckgesetzt (10054)", 10054],
    ],
    friends: [
      "Fehler 10061: Bestellung nicht gefunden",
      "Fehler 10060: Verbindung des Kunden gesperrt",
      "Verbindung auf Port 10061 abgelehnt",
      "Fehler 10054 bei der Rechnungsprüfung",
      "Fehler 10060 Passwort falsch",
      "Netzwerkpakete nicht ausgewertet: 10054",
    ],
  },
  French: {
    codes: [
      ["erreur réseau n° 10054 lors de la lecture du socket", 10054],
      ["connexion refusée (10061)", 10061],
      ["Une erreur 10061 s'est produite", 10061],
      ["ERREUR RÉSEAU 10054", 10054],
      ["Erreur système 10061 lors de la connexion TCP", 10061],
      ["Hote injoignable (10065)", 10065],
    ],
    friends: [
      "erreur 10061 : commande introuvable",
      "code erreur 10054 : coupon expiré",
      "erreur réseau après 10060 ms",
    ],
  },
  Spanish: {
    codes: [
      ["error de conexión 10061 al servidor", 10061],
      ["conexion rechazada (10061)", 10061],
      ["tiempo de espera agotado al conectar (10060)", 10060],
    ],
    friends: ["error 10061: pedido no encontrado", "error 10060: factura vencida", "10054 errores de red hoy"],
  },
  Portuguese: {
    codes: [
      ["conexão recusada: 10061", 10061],
      ["Erro do sistema 10060 ao abrir conexão", 10060],
      ["Erro de comunicação 10054 (socket)", 10054],
    ],
    friends: ["erro 10061: pedido não encontrado", "código de erro 10054: cupom já utilizado"],
  },
  Italian: {
    codes: [
      ["Connessione rifiutata (10061)", 10061],
      ["errore di rete n. 10054", 10054],
      ["Errore di sistema 10060 apertura connessione", 10060],
    ],
    friends: ["errore 10061: ordine non trovato", "connessione rifiutata sulla porta 10061"],
  },
  Polish: {
    codes: [
      ["połączenie odrzucone (10061)", 10061],
      ["blad polaczenia 10061", 10061],
      ["Błąd podczas łączenia: 10061", 10061],
    ],
    friends: ["kod błędu 10054: kupon wykorzystany", "zgłoszenie 10061: błąd połączenia"],
  },
  Russian: {
    codes: [
      ["соединение отклонено (10061)", 10061],
      ["истекло время ожидания соединения (10060)", 10060],
      ["номер ошибки 10048 сокет", 10048],
      ["Системная ошибка 10060 при установке соединения", 10060],
    ],
    friends: [
      "ошибка 10061: заказ не найден",
      "10054 ошибок сети за день",
      "ошибка соединения через 10060 мс",
      "время ожидания соединения: 10060",
    ],
  },
  Japanese: {
    codes: [
      ["接続に失敗しました（10061）", 10061],
      ["接続が拒否されました (10061)", 10061],
      ["エラー番号10054（ソケット）", 10054],
    ],
    friends: [
      "エラーコード：10054 クーポンは使用済みです",
      "ポート10061への接続が拒否されました",
      "接続タイムアウト 10060ミリ秒",
    ],
  },
  Korean: {
    codes: [
      ["연결이 거부되었습니다(10061)", 10061],
      ["오류 번호: 10054 소켓 수신 실패", 10054],
      ["에러코드 10061 서버 접속 실패", 10061],
    ],
    friends: ["오류 10061: 주문을 찾을 수 없습니다", "포트 10061 연결이 거부되었습니다", "에러 10060: 재고 부족"],
  },
  Chinese: {
    codes: [
      ["连接被拒绝（10061）", 10061],
      ["连接超时(10060)", 10060],
      ["連線逾時（10060），稍後重試", 10060],
    ],
    friends: ["错误代码：10060 余额不足", "错误码10048，用户已存在", "连接超时 10060 毫秒", "端口 10061 连接被拒绝"],
  },
  Dutch: {
    codes: [
      ["verbinding geweigerd (10061)", 10061],
      ["Kan geen verbinding maken met server (fout 10060)", 10060],
    ],
    friends: ["fout 10061: bestelling niet gevonden", "poort 10061: verbindingsfout"],
  },
  Czech: {
    codes: [
      ["spojení odmítnuto (10061)", 10061],
      ["Rozhraní Winsock chyby 10061", 10061],
      ["číslo chyby 10061 při připojování k serveru", 10061],
    ],
    friends: ["chyba 10061: objednávka nenalezena", "chyba sítě po 10060 ms"],
  },
  Slovak: {
    codes: [
      ["pripojenie odmietnuté (10061)", 10061],
      ["Chyba pri pripájaní: 10061", 10061],
    ],
    friends: ["kód chyby 10054: kupón už bol použitý"],
  },
  Turkish: {
    codes: [
      ["bağlantı reddedildi (10061)", 10061],
      ["10061 numaralı soket hatası", 10061],
    ],
    friends: ["hata kodu 10054: kupon kullanılmış", "bugün 10054 ağ hatası"],
  },
  Swedish: {
    codes: [
      ["anslutningen nekades (10061)", 10061],
      ["nätverksfel 10054", 10054],
    ],
    friends: ["fel 10061: ordern hittades inte", "10054 nätverksfel idag"],
  },
  Danish: {
    codes: [
      ["forbindelse afvist (10061)", 10061],
      ["netværksfejl 10054", 10054],
    ],
    friends: ["fejlkode 10054: kuponen er brugt"],
  },
  Norwegian: {
    codes: [
      ["tilkobling avvist (10061)", 10061],
      ["feilkode 10054 ved lesing fra socket", 10054],
    ],
    friends: ["feil 10061: ordren ble ikke funnet"],
  },
  Estonian: {
    codes: [["Winsocki tõrge 10061", 10061]],
    friends: ["tõrge 10061: tellimust ei leitud"],
  },
  Finnish: {
    codes: [
      ["yhteys hylätty (10061)", 10061],
      ["Virhe yhdistettäessä: 10061", 10061],
    ],
    friends: ["virhe 10061: tilausta ei löydy", "yhteysvirhe portissa 10054"],
  },
  Hungarian: {
    codes: [
      ["kapcsolat elutasítva (10061)", 10061],
      ["10054-es hálózati hiba", 10054],
      ["Hiba a csatlakozáskor: 10061", 10061],
    ],
    friends: ["hiba 10061: a rendelés nem található", "kapcsolat hiba a 10061 porton"],
  },
  Ukrainian: {
    codes: [
      ["з'єднання відхилено (10061)", 10061],
      ["Не вдалося підключитися до сервера, помилка 10060", 10060],
    ],
    friends: ["помилка 10061: замовлення не знайдено"],
  },
  Greek: {
    codes: [["σφάλμα υποδοχής 10061 κατά τη σύνδεση", 10061]],
    friends: ["σφάλμα 10061: η παραγγελία δεν βρέθηκε"],
  },
  Romanian: {
    codes: [["conexiune refuzată (10061)", 10061]],
    friends: ["eroare 10061: comanda nu a fost găsită"],
  },
  Croatian: {
    codes: [["Greška pri povezivanju: 10061", 10061]],
    friends: ["greška: 10061 zapisa"],
  },
  Vietnamese: {
    codes: [
      ["kết nối bị từ chối (10061)", 10061],
      ["Lỗi 10061 báo máy chủ chưa khởi động", 10061],
    ],
    friends: ["lỗi sau 10060 ms，thử lại", "lỗi 10061: không tìm thấy đơn hàng"],
  },
  Indonesian: {
    codes: [["Koneksi gagal, kesalahan 10061", 10061]],
    friends: ["kesalahan: 10061 baris"],
  },
  Thai: {
    codes: [
      ["ข้อผิดพลาดซ็อกเก็ต 10061", 10061],
      ["เกิดข้อผิดพลาดในการเชื่อมต่อ: 10061", 10061],
    ],
    friends: ["ข้อผิดพลาด 10061: ไม่พบคำสั่งซื้อ"],
  },
  Arabic: {
    codes: [["رفض الاتصال (10061)", 10061]],
    friends: ["خطأ 10061: الطلب غير موجود"],
  },
  Hebrew: {
    codes: [["שגיאה בעת התחברות: 10061", 10061]],
    friends: ["שגיאה 10061: ההזמנה לא נמצאה"],
  },
};
