import { AppError } from '../../contract/errors.ts';
import type { DocumentReader } from './reader.ts';
import { formatOf } from './signatures.ts';

/** Streams that a compound file of each kind has (MS-CFB; names stand in UTF-16). */
const streams: readonly (readonly [name: string, format: string])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'DOC'],
  ['Workbook', 'XLS'],
  ['Book', 'XLS'],
  ['PowerPoint Document', 'PPT'],
  ['__substg1.0_', 'MSG'],
  ['HwpSummaryInformation', 'HWP'],
];

/** Documents of old office programs, and new ones under a password: it is said what they are, and none is read. */
export const compoundFile: DocumentReader = {
  id: 'compound-file',
  accepts: (file, head) => formatOf(file, head) === 'DOC',
  extract(bytes, file) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const found = streams.find(([name]) => buffer.includes(Buffer.from(name, 'utf16le')));
    if (found?.[1] === 'encrypted') throw new AppError('E_FILE_ENCRYPTED', { file });
    throw new AppError('E_FORMAT_UNSUPPORTED', { file, format: found?.[1] ?? 'DOC' });
  },
};
