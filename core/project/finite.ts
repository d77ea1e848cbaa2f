/** True when every float32 of a little-endian blob is finite: an exponent of all ones is an infinity or no number. */
export function allFinite(blob: Uint8Array): boolean {
  const aligned = blob.byteOffset % 4 === 0 ? blob : Uint8Array.from(blob);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
  let bad = 0;
  // Without a branch: an exponent of 255 is the only one that carries into bit 31.
  for (let i = 0; i < words.length; i++) bad |= (words[i]! & 0x7f800000) + 0x00800000;
  return bad >= 0;
}
