import { AppError } from '../../contract/errors.ts';
import { markupFields, markupText, type MarkupRules } from './markup.ts';
import { oneText } from './extracted.ts';
import type { DocumentReader } from './reader.ts';
import { isPacked, openZip } from './zip-archive.ts';

// OpenDocument 1.3, part 3, chapters 5 and 6.
export const odfRules: MarkupRules = {
  xml: true,
  blocks: new Set(['text:p', 'text:h']),
  ignored: new Set([
    'text:tracked-changes',
    'office:annotation',
    'text:note-citation',
    'text:table-of-content',
    'text:sequence-decls',
    'svg:title',
    'svg:desc',
    'office:forms',
  ]),
  characters: new Map([
    ['text:s', ' '],
    ['text:tab', '\t'],
    ['text:line-break', '\n'],
  ]),
  within: new Set(['text:p', 'text:h']),
  notes: new Set(['text:note-body']),
};

/** OpenDocument texts; footnotes stand at the end. */
export const odt: DocumentReader = {
  id: 'odt',
  accepts: isPacked('ODT'),
  extract(bytes, file) {
    const zip = openZip(bytes, file);
    const content = zip.text('content.xml');
    if (content === undefined) throw new AppError('E_FILE_UNREADABLE', { file, reason: 'odt' });
    return oneText(
      markupText(content, odfRules),
      markupFields(zip.text('meta.xml') ?? '', {
        'dc:title': 'title',
        'meta:initial-creator': 'author',
        'dc:creator': 'author',
        'meta:creation-date': 'date',
        'dc:date': 'date',
      }),
    );
  },
};
