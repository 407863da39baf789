/** The sentences of one language by those in English. */
export type Wordings = Readonly<Record<string, string>>;
