import { type Child, markup } from "../layout/markup.ts";
import type { SampleLine } from "../model/code-row.ts";
import { isoTime } from "../time/local-time.ts";

/** What a page can be limited to, as its address has it. */
export interface PageLimits {
  readonly since?: string;
  readonly until?: string;
  readonly code?: string;
  readonly source?: string;
  readonly host?: string;
  readonly endpoint?: string;
  readonly operation?: string;
}

/** Where the links of a page lead. */
export interface LinkTo {
  /** Returns the address of the page with these limits beside those that it has; null in a file, which cannot ask. */
  (limits: PageLimits): string | null;
  /** Returns the address of the lines around a kept one, where its log may be read. */
  readonly lines?: (sample: Pick<SampleLine, "host" | "source" | "line">) => string;
}

/** For a file. */
export const noLinks: LinkTo = () => null;

/** Makes a link of what is shown, where there is an address for it. */
export function linked(href: string | null, child: Child): Child {
  return href === null ? child : markup`<a href="${href}">${child}</a>`;
}

/** The same for a picture beside a text with the same link, which keyboards and screen readers skip. */
export function linkedPicture(href: string | null, child: Child): Child {
  return href === null ? child : markup`<a href="${href}" tabindex="-1" aria-hidden="true">${child}</a>`;
}

/** The limits of a stretch of time, with the zone's offset, because a clock that is set back shows an hour twice. */
export function limitsOfRange(since: number, until: number, zone: string): PageLimits {
  const moment = (second: number): string => isoTime(second, zone).replace(/:00(?=[+-]\d\d:\d\d$)/, "");
  return { since: moment(since), until: moment(until) };
}
