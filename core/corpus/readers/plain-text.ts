import type { TextReader } from './reader.ts';
import { formatOf } from './signatures.ts';

/** Whatever nobody else reads, unless its first bytes say that it is something else. */
export const plainText: TextReader = {
  id: 'plain-text',
  accepts: (file, head) => formatOf(file, head) === undefined,
};
