/**
 * Frees the memory of a blob that SQLite gave and that nobody looks at any more. Left to the collector of garbage, each of thousands of blobs
 * that are read one after the other gets memory of its own, which the system has to clear first: that takes longer than reading them.
 * The blob and whatever views its bytes are empty afterwards.
 */
export function giveBack(blob: Uint8Array): void {
  const { buffer, byteLength } = blob;
  // What shares its memory with others is left alone.
  if (byteLength < worthwhile || byteLength !== buffer.byteLength || !(buffer instanceof ArrayBuffer)) return;
  buffer.transfer(0);
}

/** Shorter ones lie in memory that is used again anyway. */
const worthwhile = 16_384;
