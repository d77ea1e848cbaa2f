/** A file that can be made as long as one likes, of the pieces that are hardest for its reader. */
export interface GrowingFile {
  readonly name: string;
  readonly head: string;
  readonly piece: (at: number) => string;
  readonly foot: string;
  /** Makes the file of its text, where it is more than that. */
  readonly pack?: (text: string) => Uint8Array;
  /** Bytes of the smallest that is measured, where reading takes long. */
  readonly smallest?: number;
}

/** Stands for how many pieces come, where a format says so beforehand. */
export const many = '99999999';

/** A file of so many bytes, or as much more as its last piece takes. */
export function fileOf({ head, piece, foot, pack }: GrowingFile, bytes: number): string | Uint8Array {
  const parts = [head];
  for (let length = head.length, at = 0; length < bytes; at += 1) {
    const next = piece(at);
    parts.push(next);
    length += next.length;
  }
  const text = parts.join('').replace(many, String(parts.length - 1)) + foot;
  return pack?.(text) ?? text;
}
