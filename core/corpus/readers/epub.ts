import { AppError } from '../../contract/errors.ts';
import type { Contents } from './extracted.ts';
import { htmlText } from './html.ts';
import { LeftOutCounts } from './left-out.ts';
import { markupFields } from './markup-fields.ts';
import { parseMarkup } from './markup-parser.ts';
import { partAt } from './package-relations.ts';
import type { DocumentReader } from './reader.ts';
import { isPacked, openZip, type ZipArchive } from './zip-archive.ts';

/** Electronic books: the pages of the spine in their order. */
export const epub: DocumentReader = {
  id: 'epub',
  accepts: isPacked('EPUB'),
  extract(bytes, file): Contents {
    const zip = openZip(bytes, file);
    const container = zip.text('META-INF/container.xml') ?? '';
    const path = partAt('', markupFields(container, { 'rootfile@full-path': 'path' })['path'] ?? '');
    const book = zip.text(path);
    if (book === undefined) throw new AppError('E_FILE_UNREADABLE', { file, reason: 'epub' });
    const pages = pagesOf(book, path.replace(/[^/]*$/, ''));
    refuseEncrypted(zip, pages, file);
    const leftOut = new LeftOutCounts();
    const sheets = new Map<string, string>();
    const sheet = (name: string) => {
      const known = sheets.get(name) ?? zip.text(name) ?? '';
      sheets.set(name, known);
      return known;
    };
    return {
      documents: [
        {
          text: pages
            .map((page) => pageText(zip, page, sheet, leftOut))
            .filter((text) => text !== '')
            .join('\n\n'),
          metadata: markupFields(
            book,
            { 'dc:title': 'title', 'dc:creator': 'author', 'dc:date': 'date' },
            { until: 'manifest' },
          ),
        },
      ],
      leftOut: leftOut.all(),
    };
  },
};

/** The pages in reading order, each once (EPUB 3.3, sections 5.6 and 5.7). */
function pagesOf(book: string, folder: string): readonly string[] {
  const items = new Map<string, string>();
  const order: string[] = [];
  parseMarkup(
    book,
    {
      onopentag(name, { id, href, idref }) {
        if (name === 'item' && id !== undefined && href !== undefined) items.set(id, partAt(folder, href));
        else if (name === 'itemref' && idref !== undefined) order.push(idref);
      },
    },
    { xml: true },
  );
  return [...new Set(order)].map((id) => items.get(id)).filter((path) => path !== undefined);
}

function pageText(
  zip: ZipArchive,
  path: string,
  sheet: (name: string) => string,
  leftOut: LeftOutCounts,
): string {
  const source = zip.text(path);
  if (source === undefined) return '';
  const styles = styleSheetsOf(source, path.replace(/[^/]*$/, ''))
    .map(sheet)
    .join('\n');
  // Pages are XML (section 6.1), but not all that makers of books write is.
  return htmlText(source, { xml: true, styles, leftOut }) || htmlText(source, { styles, leftOut });
}

function styleSheetsOf(source: string, folder: string): readonly string[] {
  const sheets: string[] = [];
  let isOver = false;
  parseMarkup(
    source,
    {
      onopentag(name, { rel = '', href }) {
        if (name === 'link' && href !== undefined && /\bstylesheet\b/i.test(rel))
          sheets.push(partAt(folder, href));
        isOver ||= name === 'body';
      },
    },
    { xml: true, isOver: () => isOver },
  );
  return sheets.slice(0, 20);
}

/** Fonts may be scrambled, and the text be free: what counts is whether a page is in the list. */
function refuseEncrypted(zip: ZipArchive, pages: readonly string[], file: string): void {
  const list = zip.text('META-INF/encryption.xml');
  if (list === undefined) return;
  const encrypted = new Set<string>();
  parseMarkup(
    list,
    {
      onopentag(name, { URI: address }) {
        if (name === 'CipherReference' && address !== undefined) encrypted.add(partAt('', address));
      },
    },
    { xml: true },
  );
  if (pages.some((path) => encrypted.has(path))) throw new AppError('E_FILE_ENCRYPTED', { file });
}
