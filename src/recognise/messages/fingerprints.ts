import { toBytes } from "../bytes.ts";

// What the sieve looks for in every byte of every log so as not to drop a line with a sentence: as few literals as
// possible, each standing for as many fragments as possible, none of them frequent in ordinary logs. A test says which
// fragment has none; add to the list some six letters of its rarest word.

/** Parts of rare words; of Chinese, Japanese and Korean, characters and pairs of them. */
const words =
  "-blocking|abiertos|acceso|acesso|actively|aduire|agrama|agramm|amente|aperti|aucune|aufruf|autori|" +
  "bekannt|bidden|blished|chaque|ckierende|conectad|connecté|conness|coverable|cvfrom|debido|demandé|" +
  "desconoc|destino|devido|dirección|discard|distant|dministra|donnée|duquel|durant|eivers|elemento|empting|" +
  "enbank|endereço|enders|equipo|equise|espaço|famili|fichier|figurada|figurée|filterspe|forder|forzó|" +
  "ftwareges|gegeben|gegenstel|ggiungibi|gniazd|graceful|gumento|gültige|había|haping|ichiesto|ichtung|" +
  "ieznany|ificad|inconnu|indirizzo|interno|jeweils|ktywnie|kupservic|lblocking|lecida|legato|lowspec|" +
  "lösung|maller|manière|modalità|mputador|mputer|mántica|nexion|nflicting|objectlen|objekt|objeto|" +
  "ocketadre|ockopt|offene|omitted|omponente|omposant|onfirmed|onhecido|onvertir|operac|oquete|orzado|" +
  "ouvable|ouverts|ozpoznawa|peração|procedim|przerwane|puffer|pécifié|pérable|pération|raffic|raison|" +
  "razione|rbindung|rbunden|rdinateur|remove|rvicio|réseau|sconosciu|scriptor|semantics|solicit|ssociated|" +
  "ssível|tampon|tentée|tützte|ubproceso|ufficient|unrecogni|upplied|uscita|uthoritat|użycie|valide|valido|" +
  "vorgang|widłow|wsastartu|xistente|zamknięte|zielhost|zugriffsr|zwungener|áquina|éférence|émantique|était|" +
  "éteint|öffnete|übersetzt|łączon|żądanego|żądania|żądanym|адрес|буфер|доступ|недопу|неизве|нного|отверг|" +
  "оток|ошибка|разорв|сокет|требуе|クラ|シス|スト|ット|ブロ|プロ|ポー|ョン|ータ|于|供|允|內|前|协|参|器|地|套|存|尝|引|强|或|找|持|支|止|知|称|線|解|" +
  "識|调|足|软|通|遇|重|間|關|阻|限|非|개체|소|스|연결|이름|작|제공";

/** Where every word is a common one: parts of two, with the blank between them. */
const pairs =
  "ack of re|any open so|because th|borted be|buffer or|cking oper|correct qo|during ho|ed by the|file hand|" +
  "found in th|has arriv|host has fa|ible con el|ily has no|ing that is|invalid po|is invali|kernel ob|" +
  "lable loc|live acti|lly permi|mpted to an|nly one us|nslate na|ocket ope|ocket was|peration is|qos eleme|" +
  "qos error|qos gener|qos polic|qos servi|que no es|quest was ma|quested ad|quested is|quested na|" +
  "quested pr|quested ty|ran out of|rty did no|signaled st|system ca|type d'ob|uch host is|uch servi|" +
  "uld not be|um socket|umber of ap|upport fo|upported op|valid qos|was made to|was not fo|was too lo|" +
  "xisting co";

/** How JSON begins the escape of at least one letter in each sentence that no literal in ASCII stands for. */
const escapes = "\\u4e|\\u00|\\u30|\\u04|\\uc7|\\u76|\\u01|\\ud5|\\u65|\\u7a|\\u59|\\uc5";

/** Byte strings such that every fragment holds at least one of them, also where JSON escapes it. */
export const fingerprints: readonly string[] = [words, pairs, escapes].join("|").split("|").map(toBytes);
