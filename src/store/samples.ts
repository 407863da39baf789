/** How many samples of each code are kept unless a store is opened with another number. */
export const samplesPerCode = 20;

/** How many openings of each code are kept, the latest ones. */
export const openingsPerCode = 200;
