/** Engines keep all of a long string in memory for a slice of it; this copy stands alone. */
export const ownString = (slice: string): string => Buffer.from(slice, 'utf16le').toString('utf16le');
