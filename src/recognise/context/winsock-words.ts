/** Words that name Winsock: only where one stands in the line may a number below 100 be one of its codes. */
export const winsockWords: readonly string[] = ["wsa", "winsock", "wsock", "winerror"];
