import type { Messages } from "./messages.ts";

/** Turkish, as far as two public quotes confirm the sentences: of 10013 its first words. */
export const tr: Messages = {
  codePage: "windows-1254",
  isPartial: true,
  hasDottedCapital: true,
  certain: [
    [10013, "erişim izinlerince izin verilmeyen", "bir yuvaya erişilmeye çalışıldı"],
    [10048, "her yuva adresi (iletişim", "için yalnızca bir kullanıma izin"],
    [10054, "ana bilgisayar tarafından zorla"],
    [10060, "bağlanılan uygun olarak", "uygun olarak belli bir süre"],
    [10061, "hedef makine etkin olarak reddettiğinden", "hedef makine etkin olarak"],
    [11001, "böyle bir ana bilgisayar yok"],
    [11001, "ana bilgisayar bilinmiyor"],
  ],
  likely: [],
};
