import { fileBytes } from './file-bytes.ts';
import type { TextReader } from './registry.ts';
import { formatOf } from './signatures.ts';

/** Files that are their own text. */
export const plainText: TextReader = {
  id: 'plain-text',
  accepts: (file, head) => formatOf(file, head) === undefined,
  bytes: fileBytes,
};
