// What an error does to a connection, in the English words of programs and people.

/** What a connection goes to, or runs through. */
export const NOUNS =
  "(?:connection|link|peer|host|server|remote(?: (?:host|side|end|party))?|target(?: machine)?|socket|stream|channel|far end|other (?:side|end)|tcp|broker|proxy|listener|endpoint|gateway|transport|partner|backend|upstream)";

/** Codes with one symptom: what befalls a connection (`verbs`), and whole phrases. */
export const FAMILIES: readonly (readonly [codes: readonly number[], verbs: string, phrases: string])[] = [
  [
    [10052, 10053, 10054],
    "reset|closed|gone|gone away|went away|dropped|broken|lost|died|dead|hung up|cut|cut off|disconnected|terminated|torn down|aborted|severed|forcibly closed",
    "(?<!(?:menu|msg|cmd|evt|event|packet|key|on) )(?:server|socket|ipc|peer|remote|forced|unexpected|abnormal) disconnect(?:ed|ion)?\\b|hang ?up|(?:connection|socket|tcp|stream|transport)(?: is| was|) broken\\b|(?:broken|dropped|lost|aborted|dead) (?:connection|socket)|reset by (?:the )?(?:peer|remote|host|server)|(?:connection )?abort(?:ed)?\\b",
  ],
  [
    [10060],
    "timed[ -]?out|timeout|time-out|silent|unresponsive|not (?:answering|responding)|did ?n[o']t (?:answer|respond|reply)|(?:does|do) ?n[o']t (?:answer|respond|reply)",
    "no (?:answer|response|reply)\\b|gave up waiting|timed[ -]?out (?:connecting|waiting)",
  ],
  [
    [10061],
    "refused|rejected|down|offline|unavailable|not (?:available|running|up|started|listening|accepting)|actively refused|refuses|refusing",
    "(?:nobody|nothing|no one|no listener|no server|no service)\\b|actively refused",
  ],
  [
    [10048],
    "(?:already |still )?(?:in use|taken|occupied|bound|busy|used)",
    "port\\b[a-z0-9 :]{0,16} (?:already |still )?(?:in use|taken|occupied|bound|busy)\\b|address(?:es)?\\b.{0,16}\\bin use|already (?:listening|bound)\\b",
  ],
  [
    [10049],
    "not (?:available|assigned|local|valid)",
    "(?:address|ip|interface)\\b.{0,16}\\b(?:unavailable|invalid|not)\\b",
  ],
  [
    [10065, 10051, 10050],
    "unreachable|not reachable|down",
    "no (?:route|path)\\b(?: to [a-z0-9. -]{1,24})?|network\\b.{0,8}\\b(?:down|unreachable)|unreachable",
  ],
  [
    [10055],
    "(?:out of|no) buffers?",
    "buffers?(?: space)?\\b.{0,12}\\b(?:exhausted|full|out)\\b|(?:out of|no|no more|no free) (?:buffers?|ports|sockets|ephemeral)|port exhaustion",
  ],
  [
    [10040],
    "too (?:long|large|big)",
    "(?:message|datagram|packet|frame)\\b.{0,8}\\b(?:too (?:long|large|big)|truncated)",
  ],
  [
    [10038],
    "invalid|not valid|no longer valid",
    "(?:not a|bad|invalid|stale|closed) socket\\b|socket (?:is |was )?(?:already closed|not open|invalid)\\b|non-?socket",
  ],
  [[10057], "not (?:connected|open)", "not connected"],
  [[10035], "would[ -]?block", "would[ -]?block"],
  [
    [11001, 11002, 11003, 11004],
    "not found|unknown|not known|not resolved|unresolved",
    "(?:host|name|address|server)\\b.{0,14}\\b(?:not found|resolv\\w*|unknown)|(?:unknown|no such) (?:host|name|server)\\b|(?:dns|name|host|address)(?: ?name)? ?(?:resolution|look-?up)\\b|(?:dns|name|host) ?\\w{0,8} ?(?:fail\\w*)|look-?up fail\\w*|resolv\\w* fail\\w*|fail\\w* (?:to )?(?:resolv|look)\\w*|(?:cannot|can't|could not|failed to|unable to) (?:resolve|look up)\\b",
  ],
];
