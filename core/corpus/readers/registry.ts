import { AppError } from '../../contract/errors.ts';
import { aozora } from './aozora/aozora.ts';
import { annotated } from './annotated/annotated.ts';
import { compoundFile } from './compound-file.ts';
import { docx } from './docx.ts';
import { epub } from './epub.ts';
import { html } from './html.ts';
import { message } from './message.ts';
import { ods } from './ods.ts';
import { odt } from './odt.ts';
import { plainText } from './plain-text.ts';
import { pdf } from './pdf.ts';
import type { Reader } from './reader.ts';
import { rtf } from './rtf.ts';
import { formatOf } from './signatures.ts';
import { subtitles } from './subtitles.ts';
import { table } from './table.ts';
import { workbook } from './workbook.ts';
import { binaryTextGrid } from './speech/binary-text-grid.ts';
import { standardFormat } from './interlinear/standard-format.ts';
import { chat } from './speech/chat.ts';
import { textGrid } from './speech/text-grid.ts';
import { xml } from './xml.ts';

/** A new format is a new reader in this list; the first that accepts a file reads it. */
const readers: readonly Reader[] = [
  textGrid,
  binaryTextGrid,
  chat,
  standardFormat,
  aozora,
  annotated,
  table,
  compoundFile,
  workbook,
  docx,
  ods,
  odt,
  epub,
  rtf,
  pdf,
  message,
  html,
  xml,
  subtitles,
  plainText,
];

/**
 * Who reads a file.
 * @param file name, as errors are to say it
 * @param head the first bytes, some thousand of them
 * @throws AppError E_FORMAT_UNSUPPORTED { file, format }; E_FILE_UNREADABLE for a document that does not begin as its kind does
 */
export function readerFor(file: string, head: Uint8Array): Reader {
  const reader = readers.find((one) => one.accepts(file, head));
  const promised = /\.(docx|odt|ods|epub|xlsx|pdf|zip)$/i.exec(file)?.[1]?.toLowerCase();
  // What is left of such a file when its beginning is damaged is nobody's text.
  if (reader === plainText && promised !== undefined)
    throw new AppError('E_FILE_UNREADABLE', { file, reason: promised });
  if (reader !== undefined) return reader;
  const format = formatOf(file, head);
  throw new AppError('E_FORMAT_UNSUPPORTED', format === undefined ? { file } : { file, format });
}
