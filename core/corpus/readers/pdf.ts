import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { AppError } from '../../contract/errors.ts';
import type { Metadata } from '../metadata.ts';
import type { Contents } from './extracted.ts';
import { linesOfPage, type PageLine, type PageItem } from './pdf/lines.ts';
import { paragraphs } from './pdf/paragraphs.ts';
import { runningHeads } from './pdf/running-heads.ts';
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
  async extract(bytes, file, { take = [] }) {
    const document = await open(bytes, file);
    try {
      return await contentsOf(document, file, take.includes(heads));
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('E_FILE_UNREADABLE', { file, reason: 'pdf' }, { cause: error });
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

async function open(bytes: Uint8Array, file: string): Promise<PDFDocumentProxy> {
  // Read when the first PDF comes: it is as large as all the rest of the reading.
  const { getDocument, PasswordException } = await import('unpdf/pdfjs');
  try {
    return await getDocument({
      // A copy: pdf.js takes the bytes for itself, and no Buffer.
      data: new Uint8Array(bytes),
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      enableXfa: false,
      maxImageSize: 1,
    }).promise;
  } catch (error) {
    const reason = error instanceof PasswordException ? 'password' : 'pdf';
    throw new AppError('E_FILE_UNREADABLE', { file, reason }, { cause: error });
  }
}

async function contentsOf(document: PDFDocumentProxy, file: string, withHeads: boolean): Promise<Contents> {
  const { numPages } = document;
  if (numPages > mostPages) throw new AppError('E_FILE_UNREADABLE', { file, reason: `${numPages} pages` });
  const pages: PageLine[][] = [];
  for (let number = 1; number <= numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOfPage(items.filter((item): item is PageItem & typeof item => 'str' in item)));
    page.cleanup();
  }
  if (pages.every((lines) => lines.length === 0)) {
    if (await hasPicture(document)) throw new AppError('E_PDF_SCANNED', { file });
    throw new AppError('E_FILE_EMPTY', { file });
  }
  const repeated = runningHeads(pages);
  const kept = withHeads ? pages : pages.map((lines) => lines.filter((line) => !repeated.has(line)));
  const sample = [...repeated][0]?.text;
  return {
    documents: [{ text: paragraphs(kept), metadata: await metadataOf(document) }],
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
async function hasPicture(document: PDFDocumentProxy): Promise<boolean> {
  const { OPS } = await import('unpdf/pdfjs');
  const pictures: readonly number[] = [
    OPS.paintImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObject,
    OPS.paintSolidColorImageMask,
  ];
  for (let number = 1; number <= Math.min(lookedAt, document.numPages); number += 1) {
    const { fnArray } = await (await document.getPage(number)).getOperatorList();
    if (fnArray.some((operator) => pictures.includes(operator))) return true;
  }
  return false;
}

async function metadataOf(document: PDFDocumentProxy): Promise<Metadata> {
  const info = (await document.getMetadata()).info as Readonly<Record<string, unknown>>;
  const text = (value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim().slice(0, 300) : '';
  // D:20010131… (ISO 32000-1, 7.9.4)
  const [, year, month, day] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text(info['CreationDate'])) ?? [];
  const fields = {
    title: text(info['Title']),
    author: text(info['Author']),
    date: [year, month, day].filter((part) => part !== undefined).join('-'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
