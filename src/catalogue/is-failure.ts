/** Whether a code reports a failure. Some are ordinary answers: not yet, under way, no more, an orderly end, a notice. */
export const isFailure = (code: number): boolean => !ORDINARY.has(code);

const ORDINARY = new Set([996, 997, 10035, 10101, 10102, 10110, 11005, 11006, 11009]);
