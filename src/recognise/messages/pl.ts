import type { Messages } from "./messages.ts";

/** Polish. */
export const pl: Messages = {
  codePage: "windows-1250",
  certain: [
    [10004, "przez wywołanie WSACancelBlockingCall", "wywołaniem WSACancelBlockingCall"],
    [10013, "dostępu do gniazda w sposób zabroniony"],
    [10035, "nieblokująca operacja gniazda", "operacja nieblokująca gniazda", "nieblokującej operacji gniazda"],
    [10038, "na obiekcie, który nie jest gniazdem"],
    [10047, "niezgodnego z żądanym protokołem"],
    [10048, "jedno użycie każdego adresu gniazda", "jedno użycie każdego adresu"],
    [10049, "adres jest nieprawidłowy w tym kontekście"],
    [10051, "gniazda na nieosiągalnej sieci", "gniazda w nieosiągalnej sieci"],
    [10053, "przerwane przez oprogramowanie"],
    [10054, "gwałtownie zamknięte przez zdalnego", "połączenie zostało gwałtownie zamknięte"],
    [10054, "zostało zamknięte przez zdalnego hosta"],
    [10054, "zostało zamknięte przez hosta zdalnego"],
    [10055, "wykonać operacji na gnieździe, ponieważ"],
    [10057, "ponieważ gniazdo nie jest podłączone", "ponieważ gniazdo nie jest połączone"],
    [10060, "połączona strona nie odpowiedziała", "połączony host nie odpowiedział"],
    [10061, "komputer docelowy aktywnie", "docelowy aktywnie go odmawia"],
    [10065, "gniazda na nieosiągalnym hoście", "gniazda do nieosiągalnego hosta"],
    [10093, "nie wywołała WSAStartup"],
    [10106, "zainicjować żądanego dostawcy"],
    [11001, "taki host jest nieznany"],
    [11002, "tymczasowy błąd podczas rozpoznawania nazwy hosta", "chwilowy błąd podczas rozpoznawania nazwy hosta"],
    [11004, "nazwa jest prawidłowa, ale nie znaleziono danych"],
  ],
  likely: [
    [995, "zakończenia wątku lub żądania aplikacji"],
    [10022, "dostarczony został nieprawidłowy argument"],
    [10022, "podano nieprawidłowy argument"],
    [11001, "nieznany host"],
  ],
};
