import { AppError } from '../../contract/errors.ts';
import { htmlText } from './html.ts';
import { markupParser } from './markup-parser.ts';
import { markupFields } from './markup.ts';
import { oneText } from './extracted.ts';
import type { DocumentReader } from './reader.ts';
import { isPacked, openZip } from './zip-archive.ts';

/** Electronic books: the pages of the spine in their order. */
export const epub: DocumentReader = {
  id: 'epub',
  accepts: isPacked('EPUB'),
  extract(bytes, file) {
    const zip = openZip(bytes, file);
    const container = zip.text('META-INF/container.xml') ?? '';
    const path = markupFields(container, { 'rootfile@full-path': 'path' })['path'] ?? '';
    const book = zip.text(path);
    if (book === undefined) throw new AppError('E_FILE_UNREADABLE', { file, reason: 'epub' });
    const folder = path.replace(/[^/]*$/, '');
    return oneText(
      spineOf(book)
        .map((href) => htmlText(zip.text(resolved(folder, href)) ?? ''))
        .filter((text) => text !== '')
        .join('\n\n'),
      markupFields(
        book,
        { 'dc:title': 'title', 'dc:creator': 'author', 'dc:date': 'date' },
        { until: 'manifest' },
      ),
    );
  },
};

/** Addresses of the pages, in reading order (EPUB 3.3, section 5.7). */
function spineOf(book: string): readonly string[] {
  const items = new Map<string, string>();
  const order: string[] = [];
  const parser = markupParser(
    {
      onopentag(name, { id, href, idref }) {
        const local = name.replace(/^.*:/, '');
        if (local === 'item' && id !== undefined && href !== undefined) items.set(id, href);
        else if (local === 'itemref' && idref !== undefined) order.push(idref);
      },
    },
    { xmlMode: true },
  );
  parser.write(book);
  parser.end();
  // A page stands in the spine once (section 5.7.3).
  return [...new Set(order)].map((id) => items.get(id)).filter((href) => href !== undefined);
}

/** @returns a name within the archive: `OEBPS/` and `../a%20b.xhtml#x` → `a b.xhtml` */
function resolved(folder: string, href: string): string {
  const steps: string[] = [];
  const plain = href.replace(/#.*$/, '');
  for (const step of `${folder}${safelyDecoded(plain)}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

function safelyDecoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
