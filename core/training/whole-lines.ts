/** Bytes filled up to whole lines of the cache: what one thread writes shares none with what another does. */
export const wholeLines = (bytes: number): number => Math.ceil(bytes / 64) * 64;
