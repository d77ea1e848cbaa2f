import { AppError } from '../../contract/errors.ts';
import type { Contents } from './extracted.ts';
import { withDocument, type PdfDocument } from './pdf/document.ts';
import { linesOfPage, type PageLine } from './pdf/lines.ts';
import { paragraphs } from './pdf/paragraphs.ts';
import { runningHeads } from './pdf/running-heads.ts';
import { unreadablePages } from './pdf/unreadable-pages.ts';
import type { DocumentReader } from './reader.ts';
import { formatOf } from './signatures.ts';

/** More pages than any book has: a damaged file may promise millions. */
const mostPages = 20_000;

/** What can be taken beside the text proper. */
const heads = 'running-heads';

/**
 * PDF: text in the order in which it was set, lines joined into paragraphs, words that were divided at line ends put together again,
 * running heads and page numbers left out unless they are wanted.
 */
export const pdf: DocumentReader = {
  id: 'pdf',
  accepts: (file, head) => formatOf(file, head) === 'PDF',
  extract: (bytes, file, { take = [] }, kernels = '') =>
    withDocument(bytes, file, kernels, (document) => contentsOf(document, file, take.includes(heads))),
};

function contentsOf(document: PdfDocument, file: string, withHeads: boolean): Contents {
  const { pages: count } = document;
  if (count > mostPages) throw new AppError('E_FILE_UNREADABLE', { file, reason: `${count} pages` });
  const pages: PageLine[][] = [];
  for (let number = 0; number < count; number += 1) pages.push(linesOfPage(document.glyphs(number) ?? []));
  if (pages.every((lines) => lines.length === 0)) {
    if (hasPicture(document)) throw new AppError('E_PDF_SCANNED', { file });
    throw new AppError('E_FILE_EMPTY', { file });
  }
  const unreadable = unreadablePages(pages);
  const repeated = runningHeads(pages);
  const kept = withHeads ? pages : pages.map((lines) => lines.filter((line) => !repeated.has(line)));
  const sample = [...repeated][0]?.text;
  return {
    documents: [{ text: paragraphs(kept), metadata: document.metadata }],
    ...(unreadable === undefined ? {} : { unreadable }),
    ...(sample === undefined
      ? {}
      : {
          outline: () => ({
            kind: 'layout',
            parts: [{ name: heads, count: repeated.size, sample }],
            taken: withHeads ? [heads] : [],
          }),
        }),
  };
}

const lookedAt = 3;

/** Whether pages without text show pictures: then they were scanned. */
const hasPicture = (document: PdfDocument) =>
  Array.from({ length: Math.min(lookedAt, document.pages) }, (_, number) => number).some((number) =>
    document.hasPicture(number),
  );
