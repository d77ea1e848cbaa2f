import { AppError } from '../contract/errors.ts';
import { bytesOf, uint32Of } from './token-chunks.ts';

/** Regions of which one chunk says an attribute; as many as there are tokens in a chunk. */
export const idsPerChunk = 16_384;

/** Numbers of values in as few bytes as the largest needs: 1, 2 or 4 each, little-endian. */
export function encodeIds(ids: Uint32Array): Uint8Array {
  let largest = 0;
  for (let i = 0; i < ids.length; i++) if (ids[i]! > largest) largest = ids[i]!;
  if (largest < 1 << 8) return Uint8Array.from(ids);
  if (largest < 1 << 16) {
    const narrow = Uint16Array.from(ids);
    return new Uint8Array(narrow.buffer, 0, narrow.byteLength);
  }
  return bytesOf(ids);
}

/** @throws AppError E_DAMAGED where the bytes are not those of so many numbers */
export function decodeIds(bytes: Uint8Array, count: number): Uint32Array {
  if (bytes.length === count) return Uint32Array.from(bytes);
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  if (bytes.length === count * 2)
    return Uint32Array.from(new Uint16Array(aligned.buffer, aligned.byteOffset, count));
  if (bytes.length === count * 4) return uint32Of(aligned);
  throw new AppError('E_DAMAGED', { reason: 'a column of another length' });
}
