import type { LiteralGroup } from "../first-look.ts";

/** Words that name Winsock: a number below 100 may be one of its codes only where the line has one of them. */
export const winsockWords: LiteralGroup = { literals: ["wsa", "winsock", "wsock", "winerror"] };
