/** Lines of logs, ours, by language: all of one language can be written in any of its encodings. */
export interface LegacyText {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly lines: readonly string[];
}

export const legacyTexts: readonly LegacyText[] = [
  {
    language: "Chinese (simplified)",
    encodings: ["gb18030"],
    lines: [
      "2026-03-02 08:11:09 ERROR 订单同步任务执行失败，远程服务器没有响应",
      "08:30:12 [警告] 与数据库的连接被远程主机强行断开，稍后重试",
      "用户登录成功，会话已建立",
      "打印机离线，请检查网线是否插好",
    ],
  },
  {
    language: "Chinese (traditional)",
    encodings: ["big5"],
    lines: [
      "2026-03-02 08:11:09 ERROR 訂單同步失敗，遠端伺服器沒有回應",
      "08:30:12 [警告] 與資料庫的連線被遠端主機強制關閉，稍後重試",
      "使用者登入成功，工作階段已建立",
      "印表機離線，請檢查網路線是否接好",
    ],
  },
  {
    language: "Japanese",
    encodings: ["shift_jis", "euc-jp"],
    lines: [
      "2026-03-02 08:11:09 ERROR 受注データの送信に失敗しました。サーバーから応答がありません",
      "08:30:12 [警告] データベースとの接続が切断されました。再試行します",
      "ユーザーがログインしました",
      "プリンターがオフラインです。ケーブルを確認してください",
    ],
  },
  {
    language: "Korean",
    encodings: ["euc-kr"],
    lines: [
      "2026-03-02 08:11:09 ERROR 주문 동기화에 실패했습니다. 원격 서버가 응답하지 않습니다",
      "08:30:12 [경고] 데이터베이스 연결이 강제로 끊겼습니다. 다시 시도합니다",
      "사용자가 로그인했습니다",
      "프린터가 오프라인 상태입니다. 케이블을 확인하십시오",
    ],
  },
  {
    language: "Russian",
    encodings: ["windows-1251", "koi8-r", "ibm866", "iso-8859-5"],
    lines: [
      "2026-03-02 08:11:09 ERROR Не удалось отправить заказ: удалённый сервер не отвечает",
      "08:30:12 [Предупреждение] Соединение с базой данных разорвано, повтор через минуту",
      "Пользователь вошёл в систему",
      "Принтер не подключен, проверьте кабель",
    ],
  },
  {
    language: "Ukrainian",
    encodings: ["windows-1251", "koi8-u"],
    lines: [
      "2026-03-02 08:11:09 ERROR Не вдалося надіслати замовлення: віддалений сервер не відповідає",
      "08:30:12 [Увага] З'єднання з базою даних розірвано, повторна спроба за хвилину",
      "Користувач увійшов до системи",
      "Принтер не підключено, перевірте кабель",
    ],
  },
  {
    language: "Greek",
    encodings: ["windows-1253"],
    lines: [
      "2026-03-02 08:11:09 ERROR Η αποστολή της παραγγελίας απέτυχε: ο διακομιστής δεν απαντά",
      "08:30:12 Η σύνδεση με τη βάση δεδομένων διακόπηκε, νέα προσπάθεια σε ένα λεπτό",
      "Ο χρήστης συνδέθηκε στο σύστημα",
    ],
  },
  {
    language: "Hebrew",
    encodings: ["windows-1255"],
    lines: [
      "2026-03-02 08:11:09 ERROR שליחת ההזמנה נכשלה: השרת המרוחק אינו מגיב",
      "08:30:12 החיבור למסד הנתונים נותק, ננסה שוב בעוד דקה",
      "המשתמש נכנס למערכת",
    ],
  },
  {
    language: "Arabic",
    encodings: ["windows-1256"],
    lines: [
      "2026-03-02 08:11:09 ERROR فشل إرسال الطلب لأن الخادم البعيد لا يستجيب",
      "08:30:12 تم قطع الاتصال بقاعدة البيانات وسنحاول مرة أخرى بعد دقيقة",
      "دخل المستخدم إلى النظام",
    ],
  },
  {
    language: "Thai",
    encodings: ["windows-874"],
    lines: [
      "2026-03-02 08:11:09 ERROR ส่งคำสั่งซื้อไม่สำเร็จ เซิร์ฟเวอร์ปลายทางไม่ตอบสนอง",
      "08:30:12 การเชื่อมต่อกับฐานข้อมูลถูกตัด จะลองใหม่อีกครั้งในหนึ่งนาที",
      "ผู้ใช้เข้าสู่ระบบแล้ว",
    ],
  },
  {
    language: "German",
    encodings: ["windows-1252"],
    lines: [
      "2026-03-02 08:11:09 ERROR Die Übertragung läuft nicht, der Server müsste geprüft werden",
      "08:30:12 Verbindung zur Datenbank während der Ausführung getrennt, größere Störung möglich",
      "Benutzer für Außenstelle hinzugefügt",
    ],
  },
  {
    language: "French",
    encodings: ["windows-1252"],
    lines: [
      "2026-03-02 08:11:09 ERROR Échec de l'envoi à la base : le serveur n'a pas répondu à temps",
      "08:30:12 La connexion à la base de données a été coupée, prêt à réessayer après le délai",
      "Utilisateur connecté à la tâche planifiée",
    ],
  },
  {
    language: "Spanish",
    encodings: ["windows-1252"],
    lines: [
      "2026-03-02 08:11:09 ERROR No se envió el pedido: el servidor remoto no respondió",
      "08:30:12 Se perdió la conexión con la base de datos, se reintentará mañana según la configuración",
      "El usuario inició sesión",
    ],
  },
  {
    language: "Portuguese",
    encodings: ["windows-1252"],
    lines: [
      "2026-03-02 08:11:09 ERROR Não foi possível enviar o pedido: o servidor não respondeu",
      "08:30:12 A conexão com o banco de dados caiu, nova tentativa após a configuração",
      "Usuário iniciou a sessão",
    ],
  },
  {
    language: "Polish",
    encodings: ["windows-1250"],
    lines: [
      "2026-03-02 08:11:09 ERROR Nie udało się wysłać zamówienia: zdalny serwer nie odpowiada",
      "08:30:12 Połączenie z bazą danych zostało przerwane, próba będzie ponowiona później",
      "Użytkownik zalogował się, zażółcono wpis",
    ],
  },
  {
    language: "Czech",
    encodings: ["windows-1250"],
    lines: [
      "2026-03-02 08:11:09 ERROR Objednávku se nepodařilo odeslat: vzdálený server neodpovídá",
      "08:30:12 Spojení s databází bylo přerušeno, další pokus proběhne později, vyčkejte",
      "Uživatel se přihlásil k účtu správce",
    ],
  },
  {
    language: "Turkish",
    encodings: ["windows-1254"],
    lines: [
      "2026-03-02 08:11:09 ERROR Sipariş gönderilemedi: uzak sunucu yanıt vermiyor",
      "08:30:12 Veritabanı bağlantısı kesildi, işlem kısa süre sonra yeniden denenecek",
      "Kullanıcı oturum açtı",
    ],
  },
];
