/**
 * Frees the memory of a blob that SQLite gave and that nobody looks at any more. Left to the collector of garbage, each of thousands of blobs
 * that are read one after the other gets memory of its own, which the system has to clear first: that takes longer than reading them.
 * The blob and whatever views its bytes are empty afterwards.
 */
export function giveBack(blob: Uint8Array): void {
  const { buffer } = blob;
  // Short ones share their memory with others.
  if (buffer instanceof ArrayBuffer && blob.byteLength === buffer.byteLength) buffer.transfer(0);
}
