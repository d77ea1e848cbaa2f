import { AppError } from '../../contract/errors.ts';
import type { Contents } from './extracted.ts';
import { LeftOutCounts } from './left-out.ts';
import { markupFields } from './markup-fields.ts';
import { markupText } from './markup.ts';
import { odfRules } from './odf-markup.ts';
import type { DocumentReader } from './reader.ts';
import { isPacked, openZip } from './zip-archive.ts';

/** OpenDocument texts; footnotes stand at the end. */
export const odt: DocumentReader = {
  id: 'odt',
  accepts: isPacked('ODT'),
  extract(bytes, file): Contents {
    const zip = openZip(bytes, file);
    // Every part is encrypted by itself; only this list of them is not.
    if (/<(?:[\w.-]+:)?encryption-data\b/.test(zip.text('META-INF/manifest.xml') ?? ''))
      throw new AppError('E_FILE_ENCRYPTED', { file });
    const content = zip.text('content.xml');
    if (content === undefined) throw new AppError('E_FILE_UNREADABLE', { file, reason: 'odt' });
    const leftOut = new LeftOutCounts();
    return {
      documents: [
        {
          text: markupText(content, odfRules(zip.text('styles.xml')), leftOut),
          metadata: markupFields(zip.text('meta.xml') ?? '', {
            'dc:title': 'title',
            'meta:initial-creator': 'author',
            'dc:creator': 'author',
            'meta:creation-date': 'date',
            'dc:date': 'date',
          }),
        },
      ],
      leftOut: leftOut.all(),
    };
  },
};
