import type { Messages } from "./messages.ts";

/** Italian. */
export const it: Messages = {
  certain: [
    [10004, "interrotta da una chiamata a WSACancelBlockingCall"],
    [10013, "accesso al socket con modalità", "consentite dalle rispettive autorizzazioni"],
    [10014, "indirizzo puntatore non valido", "indirizzo di puntatore non valido"],
    [10035, "operazione socket non bloccante", "operazione di socket non bloccante"],
    [
      10038,
      "operazione su un elemento che non è un socket",
      "elemento diverso da un socket",
      "elemento diverso da socket",
    ],
    [10040, "messaggio inviato su un socket di datagrammi", "messaggio inviato su un socket datagramma"],
    [10042, "chiamata getsockopt o setsockopt", "chiamata a getsockopt o setsockopt"],
    [10047, "incompatibile con il protocollo richiesto"],
    [10048, "consentito un solo utilizzo di ogni indirizzo", "utilizzo di ogni indirizzo di socket"],
    [10049, "indirizzo richiesto non è valido nel"],
    [10051, "socket verso una rete non raggiungibile"],
    [10053, "interrotta dal software del computer", "interrotta dal software nel computer"],
    [10054, "interrotta forzatamente dall'host", "forzatamente dall'host remoto"],
    [10057, "perché il socket non è connesso e", "poiché il socket non è connesso e"],
    [10060, "risposta non corretta della parte connessa", "mancata risposta dall'host collegato"],
    [10061, "rifiuto persistente del computer"],
    [10065, "socket verso un host non raggiungibile"],
    [10093, "non ha chiamato WSAStartup", "oppure WSAStartup non è riuscito"],
    [10106, "inizializzare il provider di servizi richiesto", "provider di servizi richiesto non"],
    [11002, "temporaneo durante la risoluzione del nome host", "temporaneo durante la risoluzione dei nomi host"],
    [11003, "irreversibile durante una ricerca nel database"],
    [11004, "nome richiesto è valido, ma non", "nome richiesto è valido ma non"],
  ],
  likely: [
    [995, "a causa dell'uscita dal thread oppure"],
    [995, "a causa dell'uscita dal thread o"],
    [10022, "fornito un argomento non valido"],
    [10022, "argomento fornito non valido"],
    [10024, "troppi socket aperti"],
    [10056, "su un socket già connesso"],
    [11001, "host sconosciuto"],
  ],
};
