import { toBytes } from "../../text/byte-string.ts";
import { plainSpellings } from "../plain-spellings.ts";

// Orders, coupons, invoices, customers, articles, stocks and balances: what the error of an application is about.

/** Whole words, with the endings of their cases, in languages that put blanks between words; `_` is a blank. */
const WORDS = `
  bestell[a-z\\x80-\\xff]* auftrag[a-z\\x80-\\xff]* aufträge[a-z]* gutschein[a-z\\x80-\\xff]* rechnung[a-z\\x80-\\xff]* kunde(?:n|nnummer)? artikel(?:n|nummer)? lagerbestand guthaben konto
  commandes? coupons? factures? stock solde
  pedidos? cup(?:ón|on|ones) facturas? clientes? artículos? existencias saldo usuario
  cup(?:om|ons) nota_fiscal clientes? estoque produto(?:s)? usuário
  ordin[ei] buon[oi] fattur[ae] client[ei] articol[oi] giacenza
  zamówieni(?:e|a|u) kupon(?:u|y)? faktur(?:a|y|ę) klient(?:a|em)? towar(?:u)? magazyn(?:ie)?
  bestelling(?:en)? kortingscode factu(?:ur|ren) klant(?:en)? artikelnummer voorraad
  objednávk(?:a|y|u) kupón(?:u)? faktúr(?:a|y) zákazní(?:k|ka) zboží sklad(?:u|em)?
  sipariş(?:i|in)? fatura(?:sı)? müşteri ürün stok(?:ta)? bakiye
  order(?:n|en|nummer) kupong(?:en)? kunde(?:n|ns)? faktura(?:n)? lagersaldo
  ordre(?:n)? kupon(?:en)? varen? tilau(?:s|sta|ksen) kuponki laskua? asiakas(?:ta)? tuote(?:tta)?
  rendelés számla ügyfél termék kupont? készlet
  coman(?:da|zi|dă) cuponul factur(?:a|ă) clientul produsul stoc
  passwort kennwort mot_de_passe contraseña senha parola hasło heslo wachtwoord şifre lösenord adgangskode passord salasana jelszó
  (?:datei|fichier|archivo|arquivo|plik|soubor|bestand|fil|fájl|dosya|file)_(?:nicht_gefunden|non_trovato|introuvable|no_encontrado|não_encontrado|nie_znaleziony|nenalezen|niet_gevonden|hittades_inte|nem_található|bulunamadı)
  đơn_hàng hóa_đơn khách_hàng phiếu sản_phẩm mật_khẩu
`;

/** Parts of words, in scripts whose letters have no lower case here, or without blanks between words. */
const PARTS = `
  заказ Заказ купон Купон счёт оплач товар Товар клиент замовлен купон рахунок покуп
  παραγγελ κουπόνι τιμολόγ πελάτ طلب القسيمة فاتورة הזמנה קופון חשבונית คำสั่งซื้อ คูปอง
  注文 クーポン 在庫 請求 顧客 商品 会員 残高 주문 쿠폰 재고 청구 고객 상품 잔액 회원
  订单 訂單 优惠券 優惠券 库存 庫存 余额 餘額 账户 帳戶 积分 發票 发票 商品 用户 用戶 会员 會員 签名 验证码 密码 密碼 パスワード 비밀번호 парол
`;

/** Whether a text, in lower case, is about an application's business, in a language beside English. */
export function speaksOfBusiness(text: string): boolean {
  return BUSINESS.test(text);
}

const words = WORDS.trim()
  .split(/\s+/)
  .map((word) => word.replaceAll("_", " "));
const BUSINESS = new RegExp(
  `(?<![a-z\\x80-\\xff])(?:${[...new Set(words.flatMap((word) => [word, ...plainSpellings(word)]))]
    .map(toBytes)
    .join("|")})(?![a-z\\x80-\\xff]|\\.[a-z])|${toBytes(PARTS.trim().split(/\s+/).join("|"))}`,
);
