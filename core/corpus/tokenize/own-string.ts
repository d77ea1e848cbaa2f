/** Shorter slices are copied by the engine itself. */
const shortestShared = 13;

/** Engines keep all of a long string in memory for a slice of it; what this gives stands alone. */
export const ownString = (slice: string): string =>
  slice.length < shortestShared ? slice : Buffer.from(slice, 'utf16le').toString('utf16le');
